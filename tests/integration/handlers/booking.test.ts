import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../main/service/handlers/types.ts'
import { at, date, monday, time, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('booking on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const actions = async (entityId: string) =>
    (await given(clinic.lead.audit.list({ before: null, limit: 100, entityId }))).events.filter(event => event.outcome === 'success').map(event => event.action)

  test('the same request never books twice, however often it is sent', async () => {
    const request = clinic.asked()
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => given(clinic.desk.appointment.book(request))))
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(first).toMatchObject({ verdict: { state: 'covered' }, patientName: clinic.rosa.name, appointment: { performerId: clinic.khan.id, version: 1 } })
    expect(await actions(first?.appointment.id ?? '')).toEqual(['appointment.book'])
  })

  test('of many who want the last hour at once, one gets it', async () => {
    const requests = await Promise.all([1, 2, 3, 4, 5].map(async () => clinic.asked({ patientId: (await clinic.patient()).id, performerId: clinic.khan.id })))
    const answers = await Promise.all(requests.map(request => clinic.desk.appointment.book(request)))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.flatMap(answer => (answer.ok ? [] : [answer.problem]))).toEqual(Array.from({ length: 4 }, () => ({ code: 'slot-taken', overlap: 'performer' })))
  })

  test('a patient is not in two visits at once, and may go straight on to the next', async () => {
    await clinic.certify(clinic.ortiz)
    await clinic.book({ patientId: clinic.rosa.id })
    const later = (start: string) => clinic.desk.appointment.book(clinic.asked({ start: wall(start) }))
    expect(await refusal(later('2026-05-04T10:29'))).toEqual({ code: 'slot-taken', overlap: 'patient' })
    expect((await given(later('2026-05-04T10:30'))).verdict?.state).toBe('covered')
  })

  test('an unstaffed hour is refused to the desk, and kept and flagged when the lead says why', async () => {
    const evening = clinic.asked({ start: wall('2026-05-04T17:00'), overrideReason: 'came from afar' })
    expect(await refusal(clinic.desk.appointment.book(evening))).toMatchObject({ code: 'not-staffed', mayOverride: false, verdict: { state: 'uncovered' } })
    expect(await refusal(clinic.lead.appointment.book({ ...evening, overrideReason: null }))).toMatchObject({ code: 'not-staffed', mayOverride: true })
    const visit = await given(clinic.lead.appointment.book(evening))
    expect(visit).toMatchObject({ verdict: { state: 'uncovered' }, appointment: { performerId: null, override: { reason: 'came from afar', byName: 'Test clinical-lead' } } })
    expect(await clinic.verdictOf(visit.appointment.id)).toBe('uncovered')
    const { events } = await given(clinic.lead.audit.list({ before: null, limit: 10, entityId: visit.appointment.id }))
    expect(events[0]?.detail).toContain('came from afar')
  })

  test('an override is told of until it lapses, and what the lead withdraws nobody else brings back', async () => {
    const asked = { start: wall('2026-05-11T17:00'), performerId: clinic.khan.id, overrideReason: 'stays longer' }
    const { appointment } = await clinic.book({ ...asked, overrideThrough: date('2026-05-08') }, clinic.lead)
    expect(appointment.override).toMatchObject({ against: ['off-shift', 'uncovered'], through: '2026-05-08' })
    const { visits } = await given(clinic.desk.appointment.overrides({}))
    expect(visits).toMatchObject([{ appointment: { id: appointment.id, override: { reason: 'stays longer' } }, verdict: { state: 'uncovered' } }])
    const seen = { id: appointment.id, version: appointment.version }
    expect(await refusal(clinic.desk.appointment.withdrawOverride(seen))).toMatchObject({ code: 'forbidden' })
    const after = await given(clinic.lead.appointment.withdrawOverride(seen))
    expect(after).toMatchObject({ appointment: { override: null, start: asked.start }, verdict: { state: 'uncovered' } })
    const again = { id: after.appointment.id, version: after.appointment.version }
    expect(await refusal(clinic.lead.appointment.withdrawOverride(again))).toMatchObject({ code: 'not-allowed-now' })
    expect((await given(clinic.desk.appointment.undo(again))).appointment.override).toBeNull()
    expect((await given(clinic.desk.appointment.overrides({}))).visits).toEqual([])
  })

  test('what an override was given for is asked again where another reason has come up', async () => {
    const asked = { start: wall('2026-05-11T17:00'), performerId: clinic.khan.id, overrideReason: 'stays longer' }
    const { appointment } = await clinic.book(asked, clinic.lead)
    const stay = (version: number) => ({ id: appointment.id, version, locationId: clinic.location.id, start: asked.start, performerId: clinic.khan.id, roomId: clinic.rooms[0]?.id ?? null, fold: null, overrideReason: null })
    const moved = await given(clinic.desk.appointment.move(stay(appointment.version)))
    expect(moved.appointment.override).toEqual(appointment.override)
    await given(clinic.lead.absence.record({
      practitionerId: clinic.khan.id, zone: clinic.location.zone, start: wall('2026-05-11T16:00'), end: wall('2026-05-12T00:00'), reason: 'leave', note: '', preview: false,
    }))
    expect(await refusal(clinic.desk.appointment.move({ ...stay(moved.appointment.version), roomId: clinic.rooms[1]?.id ?? null }))).toMatchObject({ code: 'not-staffed' })
  })

  test('a draft is not bookable, and an hour outside opening only with a reason', async () => {
    const { serviceTypeId } = clinic.asked()
    await given(clinic.lead.serviceType.setStatus({ id: serviceTypeId, version: clinic.neck.version, status: 'draft', preview: false }))
    expect(await refusal(clinic.lead.appointment.book(clinic.asked({ overrideReason: 'it must be' })))).toEqual({ code: 'service-not-approved' })
    await given(clinic.lead.serviceType.setStatus({ id: serviceTypeId, version: clinic.neck.version + 1, status: 'approved', preview: false }))
    await clinic.shift(clinic.khan, { weekday: 2, start: time('12:00'), end: time('20:00') })
    const evening = clinic.asked({ start: wall('2026-05-05T18:00') })
    expect(await refusal(clinic.desk.appointment.book(evening))).toEqual({ code: 'outside-opening-hours' })
    const late = await given(clinic.lead.appointment.book({ ...evening, overrideReason: 'late clinic' }))
    expect(late).toMatchObject({ verdict: { state: 'covered' }, appointment: { override: null } })
    expect((await given(clinic.lead.audit.list({ before: null, limit: 10, entityId: late.appointment.id }))).events[0]?.detail).toContain('late clinic')
    expect((await given(clinic.lead.appointment.undo({ id: late.appointment.id, version: 1 }))).appointment.status).toBe('entered-in-error')
  })

  test('an hour that the clock skips or repeats is asked about', async () => {
    const { id, version, ...location } = clinic.location
    await given(clinic.lead.location.amend({ id, version, ...location, openingHours: [{ weekday: 7, opens: time('00:00'), closes: time('12:00') }] }))
    await clinic.shift(clinic.khan, { weekday: 7, start: time('00:00'), end: time('12:00') })
    const ask = (start: string, fold: 'earlier' | 'later' | null = null) => clinic.desk.appointment.book(clinic.asked({ start: wall(start), fold }))
    expect(await refusal(ask('2027-03-14T02:30'))).toEqual({ code: 'no-such-time', time: '2027-03-14T02:30' })
    expect(await refusal(ask('2026-11-01T01:30'))).toEqual({ code: 'ambiguous-time', time: '2026-11-01T01:30' })
    const later = await given(ask('2026-11-01T01:30', 'later'))
    const earlier = await given(ask('2026-11-01T01:30', 'earlier'))
    expect(later.appointment.interval.start - earlier.appointment.interval.start).toBe(3_600_000)
    expect([earlier.verdict?.state, later.verdict?.state]).toEqual(['covered', 'covered'])
    const sunday = await given(clinic.desk.schedule.read({ locationId: id, from: date('2026-11-01'), days: 1 }))
    expect(sunday.days[0]?.visits.map(visit => visit.appointment.id)).toEqual([earlier.appointment.id, later.appointment.id])
    expect((sunday.days[0]?.interval.end ?? 0) - (sunday.days[0]?.interval.start ?? 0)).toBe(25 * 3_600_000)
  })

  test('a service that needs a room is given one while there is one', async () => {
    const { id, version, status: _status, ...fields } = clinic.neck
    await given(clinic.lead.serviceType.amend({ id, version, ...fields, needsRoom: true, preview: false }))
    for (const name of ['Nwosu', 'Lindqvist']) {
      const colleague = await clinic.person('A', name)
      await clinic.shift(colleague)
      await clinic.certify(colleague)
    }
    const used = [await clinic.book(), await clinic.book()].map(visit => visit.appointment.roomId)
    expect(new Set(used)).toEqual(new Set(clinic.rooms.map(room => room.id)))
    expect(await refusal(clinic.desk.appointment.book(clinic.asked()))).toEqual({ code: 'room-needed' })
    expect(await refusal(clinic.desk.appointment.book(clinic.asked({ roomId: used[0] ?? null })))).toEqual({ code: 'slot-taken', overlap: 'room' })
  })

  test('what has passed is not booked', async () => {
    const { desk } = await clinic.later(at('2026-05-04T10:30'))
    expect(await refusal(desk.appointment.book(clinic.asked()))).toMatchObject({ code: 'not-allowed-now' })
  })

  test('a visit is moved under the version that was seen, by the rules for a new one', async () => {
    const { appointment } = await clinic.book()
    const to = (start: string, version = 1) => ({
      id: appointment.id, version, locationId: clinic.location.id, start: wall(start), performerId: clinic.khan.id, roomId: null, fold: null, overrideReason: null,
    })
    const moved = await given(clinic.desk.appointment.move(to('2026-05-04T10:15')))
    expect(moved).toMatchObject({ verdict: { state: 'covered' }, appointment: { id: appointment.id, version: 2, start: '2026-05-04T10:15' } })
    expect(await refusal(clinic.desk.appointment.move(to('2026-05-04T11:00')))).toEqual({ code: 'stale', yours: 1, current: 2 })
    expect(await refusal(clinic.desk.appointment.move(to('2026-05-04T17:00', 2)))).toMatchObject({ code: 'not-staffed' })
    const other = await clinic.book({ start: wall('2026-05-04T12:00') })
    expect(await refusal(clinic.desk.appointment.move(to('2026-05-04T12:10', 2)))).toEqual({ code: 'slot-taken', overlap: 'performer' })
    expect(other.appointment.version).toBe(1)
    expect((await given(clinic.desk.appointment.move({ ...to('2026-05-04T14:00', 2), performerId: null }))).appointment.performerId).toBe(clinic.khan.id)
  })

  test('each step can be taken back once, the newest first, and the taking back as well', async () => {
    const { appointment: { id } } = await clinic.book()
    const state = async () => {
      const { visit: { appointment } } = await given(clinic.desk.appointment.read({ id }))
      return [appointment.status, appointment.start, appointment.version]
    }
    const undo = async (version: number) => given(clinic.desk.appointment.undo({ id, version }))
    await given(clinic.desk.appointment.move({
      id, version: 1, locationId: clinic.location.id, start: wall('2026-05-04T11:00'), performerId: clinic.khan.id, roomId: null, fold: null, overrideReason: null,
    }))
    await undo(2)
    expect(await state()).toEqual(['booked', '2026-05-04T10:00', 3])
    await undo(3)
    expect(await state()).toEqual(['booked', '2026-05-04T11:00', 4])
    await given(clinic.desk.appointment.mark({ id, version: 4, status: 'arrived' }))
    await given(clinic.desk.appointment.mark({ id, version: 5, status: 'fulfilled' }))
    await undo(6)
    expect(await state()).toEqual(['arrived', '2026-05-04T11:00', 7])
    await given(clinic.desk.appointment.cancel({ id, version: 7, reason: 'felt ill' }))
    expect((await undo(8)).appointment).toMatchObject({ status: 'arrived', cancelReason: null })
    expect(await refusal(clinic.desk.appointment.undo({ id, version: 8 }))).toEqual({ code: 'stale', yours: 8, current: 9 })
    expect(await actions(id)).toEqual([
      'appointment.undo', 'appointment.cancel', 'appointment.undo', 'appointment.mark', 'appointment.mark', 'appointment.undo', 'appointment.undo',
      'appointment.move', 'appointment.book',
    ])
  })

  test('a booking taken back is entered in error, leaves the schedule, and comes back only into a free place', async () => {
    const { appointment: { id } } = await clinic.book()
    await given(clinic.desk.paper.printed({ request: { paper: 'card', appointmentIds: [id], stock: 'card-us', startCell: 0, day: null }, how: 'printed', reason: null }))
    const gone = await given(clinic.desk.appointment.undo({ id, version: 1 }))
    expect(gone).toMatchObject({ verdict: null, appointment: { status: 'entered-in-error', version: 2 } })
    expect(await clinic.shown(id)).toBeUndefined()
    await clinic.book()
    expect(await refusal(clinic.desk.appointment.undo({ id, version: 2 }))).toEqual({ code: 'slot-taken', overlap: 'performer' })
  })

  test('a cancelled visit keeps its reason and frees its place; a kept one is not cancelled', async () => {
    const { appointment: { id } } = await clinic.book()
    expect((await given(clinic.desk.appointment.cancel({ id, version: 1, reason: ' rang ' }))).appointment).toMatchObject({ status: 'cancelled', cancelReason: 'rang' })
    const again = await clinic.book()
    await given(clinic.desk.appointment.mark({ id: again.appointment.id, version: 1, status: 'arrived' }))
    await given(clinic.desk.appointment.mark({ id: again.appointment.id, version: 2, status: 'fulfilled' }))
    expect(await refusal(clinic.desk.appointment.cancel({ id: again.appointment.id, version: 3, reason: 'rang' }))).toEqual({ code: 'not-allowed-now', from: 'fulfilled', to: 'cancelled' })
    expect(await refusal(clinic.desk.appointment.mark({ id, version: 2, status: 'arrived' }))).toMatchObject({ code: 'not-allowed-now', from: 'cancelled' })
  })

  test('a patient has not stayed away before the hour, and is not checked in the day before', async () => {
    const today = await clinic.book()
    const next = await clinic.book({ start: wall('2026-05-11T10:00') })
    expect(await refusal(clinic.desk.appointment.mark({ id: today.appointment.id, version: 1, status: 'noshow' }))).toMatchObject({ code: 'not-allowed-now' })
    expect(await refusal(clinic.desk.appointment.mark({ id: next.appointment.id, version: 1, status: 'arrived' }))).toMatchObject({ code: 'not-allowed-now' })
    const { desk } = await clinic.later(at('2026-05-04T10:05'))
    expect((await given(desk.appointment.mark({ id: today.appointment.id, version: 1, status: 'noshow' }))).verdict).toBeNull()
  })

  test('every offered place can be booked and is covered then; a booked one is never offered', async () => {
    const find = () => given(clinic.desk.slot.find({
      serviceTypeId: clinic.neck.id, locationId: clinic.location.id, from: monday, days: 14, limit: 3, performerId: null, partOfDay: null, includeClosed: false, moving: null, patientId: null,
    }))
    for (let round = 0; round < 3; round += 1) {
      const { slots } = await find()
      const slot = slots[round] ?? slots[0]
      if (slot === undefined) throw new Error('nothing was offered')
      const visit = await clinic.book({ start: slot.start, performerId: slot.performerId, roomId: slot.roomId })
      expect(visit.verdict?.state).toBe('covered')
      expect((await find()).slots).not.toContainEqual(slot)
    }
  })

  test('places in the past are not offered, and a moved visit’s own place counts as free', async () => {
    const { appointment } = await clinic.book({ start: wall('2026-05-04T16:30') })
    const { desk } = await clinic.later(at('2026-05-04T16:05'))
    const find = async (moving: typeof appointment.id | null, includeClosed = false) => given(desk.slot.find({
      serviceTypeId: clinic.neck.id, locationId: clinic.location.id, from: monday, days: 1, limit: 100, performerId: null, partOfDay: null, includeClosed, moving, patientId: null,
    }))
    expect((await find(null)).slots).toEqual([])
    expect((await find(appointment.id)).slots.map(slot => slot.start.slice(11))).toEqual(['16:10', '16:20', '16:30'])
    const closed = (await find(null, true)).closed.find(slot => slot.start === '2026-05-04T16:30')
    expect(closed?.reasons.find(entry => entry.practitionerId === clinic.khan.id)?.reasons).toEqual([{ kind: 'busy', appointmentId: appointment.id }])
  })

  test('nobody comes sooner after another visit, or before one, than the service allows: no place is offered, and none booked', async () => {
    const { status: _status, ...fields } = clinic.neck
    await given(clinic.lead.serviceType.amend({ ...fields, minimumIntervalDays: 28, preview: false }))
    const { id: patientId } = await clinic.patient()
    const first = await clinic.book({ patientId, start: wall('2026-05-04T10:00') })
    const later = await clinic.book({ patientId, start: wall('2026-07-06T10:00') })
    const find = (overrides: Partial<Inputs['slot']['find']> = {}) => given(clinic.desk.slot.find({
      serviceTypeId: clinic.neck.id, locationId: clinic.location.id, from: monday, days: 70, limit: 100, performerId: null, partOfDay: null, includeClosed: true, moving: null, patientId, ...overrides,
    }))
    const days = (slots: readonly { readonly start: string }[]) => [...new Set(slots.map(slot => slot.start.slice(0, 10)))]
    const tooSoon = { service: 'Neck', minimumDays: 28, other: '2026-05-04', from: '2026-06-01' }
    const found = await find()
    expect(days(found.slots)).toEqual(['2026-06-01', '2026-06-08'])
    expect(found.tooSoon).toEqual(tooSoon)
    expect(days(found.closed.filter(slot => slot.tooSoon !== null))).toContain('2026-05-11')
    expect((await find({ patientId: null })).tooSoon).toBeNull()
    // The visit that is moved does not stand in its own way, and the day that it has already is its own.
    expect(days((await find({ moving: first.appointment.id, patientId: null })).slots)).toEqual(['2026-05-04', '2026-05-11', '2026-05-18'])
    const where = { locationId: clinic.location.id, fold: null, performerId: null, roomId: null }
    const assess = (start: string, moving: typeof later.appointment.id | null) => given(clinic.desk.slot.assess({ ...where, serviceTypeId: clinic.neck.id, start: wall(start), moving, patientId }))
    expect((await assess('2026-05-11T10:00', null)).tooSoon).toEqual(tooSoon)
    expect((await assess('2026-07-13T10:00', later.appointment.id)).tooSoon).toBeNull()
    expect(await refusal(clinic.lead.appointment.book(clinic.asked({ patientId, start: wall('2026-05-11T10:00'), overrideReason: 'Pain came back' })))).toEqual({ code: 'too-soon', ...tooSoon })
    expect(await refusal(clinic.desk.appointment.book(clinic.asked({ patientId, start: wall('2026-06-15T10:00') })))).toMatchObject({ code: 'too-soon', other: '2026-07-06', from: '2026-08-03' })
    const { id, version } = later.appointment
    expect(await refusal(clinic.desk.appointment.move({ ...where, id, version, start: wall('2026-05-25T10:00'), overrideReason: null }))).toEqual({ code: 'too-soon', ...tooSoon })
  })

  test('what is taken back comes back even where it is too soon, and its visit says so', async () => {
    const { status: _status, ...fields } = clinic.neck
    await given(clinic.lead.serviceType.amend({ ...fields, minimumIntervalDays: 28, preview: false }))
    const { id: patientId } = await clinic.patient()
    const { appointment: { id, version } } = await clinic.book({ patientId, start: wall('2026-05-04T10:00') })
    const cancelled = await given(clinic.desk.appointment.cancel({ id, version, reason: 'Ill' }))
    const other = await clinic.book({ patientId, start: wall('2026-05-11T10:00') })
    const tooSoon = async () => (await given(clinic.desk.appointment.read({ id }))).tooSoon
    expect(await tooSoon()).toBeNull()
    await given(clinic.desk.appointment.undo({ id, version: cancelled.appointment.version }))
    expect(await tooSoon()).toEqual({ service: 'Neck', minimumDays: 28, other: '2026-05-11', from: '2026-06-08' })
    expect((await given(clinic.desk.appointment.read({ id: other.appointment.id }))).tooSoon).toMatchObject({ other: '2026-05-04' })
  })

  test('what the engine says of a place is what booking there does', async () => {
    const assess = (start: string) => given(clinic.desk.slot.assess({
      serviceTypeId: clinic.neck.id, locationId: clinic.location.id, start: wall(start), performerId: null, roomId: null, fold: null, moving: null, patientId: null,
    }))
    expect(await assess('2026-05-04T10:00')).toMatchObject({ verdict: { state: 'assignable', performerId: clinic.khan.id }, outsideOpeningHours: false, roomFree: true })
    await clinic.book()
    expect(await assess('2026-05-04T10:00')).toMatchObject({ verdict: { state: 'uncovered' } })
    expect(await assess('2026-05-04T17:45')).toMatchObject({ outsideOpeningHours: true })
  })
})
