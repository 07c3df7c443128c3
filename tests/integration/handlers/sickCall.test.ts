import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs, Outputs } from '../../../main/service/handlers/types.ts'
import type { Visit } from '../../../shared/contract/schedule.ts'
import { type AppointmentId, asId } from '../../../shared/domain/ids.ts'
import type { Option } from '../../../shared/domain/sickCall/option.ts'
import { at, unreadable, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

type Plan = Outputs['sickCall']['plan']
type Look = Outputs['sickCall']['look']

describe.each(engines)('a sick call on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const monday = { start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00') }
  const spell = (times: Pick<Inputs['sickCall']['look'], 'start' | 'end'> = monday): Inputs['sickCall']['look'] => ({ practitionerId: clinic.khan.id, zone: clinic.location.zone, ...times })
  const bookAt = (clock: string, overrides: Partial<Inputs['appointment']['book']> = {}) => clinic.book({ start: wall(`2026-05-04T${clock}`), performerId: clinic.khan.id, ...overrides })
  const look = () => given(clinic.desk.sickCall.look(spell()))
  const plan = (byHand: Inputs['sickCall']['plan']['byHand'] = []) => given(clinic.desk.sickCall.plan({ ...spell(), byHand }))
  const linesOf = (seen: Look, planned: Plan): Inputs['sickCall']['apply']['lines'] => seen.visits.flatMap(({ visit: { appointment: { id, version } } }) => {
    const option = planned.lines.find(line => line.id === id)?.option ?? null
    return option === null ? [] : [{ id, version, option }]
  })
  const applied = async () => {
    const seen = await look()
    return given(clinic.desk.sickCall.apply({ ...spell(), note: 'Called at 7:40', lines: linesOf(seen, await plan()) }))
  }
  const whereIs = async (visit: Visit) => {
    const { visit: { appointment: { start, performerId, status }, verdict } } = await given(clinic.desk.appointment.read({ id: visit.appointment.id }))
    return { start, performerId, status, state: verdict?.state ?? null }
  }
  const kindOf = (planned: Plan, id: AppointmentId) => planned.lines.find(line => line.id === id)?.option?.kind ?? null
  const optionOf = (seen: Look, id: AppointmentId, kind: Option['kind']): Option => {
    const found = seen.visits.find(({ visit }) => visit.appointment.id === id)?.options.find(option => option.kind === kind)
    if (found === undefined) throw new Error(`no option ${kind}`)
    return found
  }

  test('shows whom it affects, the worst first, each with how it could go on', async () => {
    const plain = await bookAt('09:00')
    const far = await bookAt('11:00', { patientId: (await clinic.patient({ travelMinutes: 150 })).id })
    const other = await bookAt('13:00', { performerId: clinic.ortiz.id }).catch(() => null)
    expect(other).toBeNull()
    const { visits, recorded } = await look()
    expect(recorded).toBe(false)
    expect(visits.map(({ visit, uncovered, travelMinutes }) => [visit.appointment.id, uncovered, travelMinutes])).toEqual([[far.appointment.id, true, 150], [plain.appointment.id, true, null]])
    // Ortiz has no certificate and Khan is away on this day only: the coming Mondays are what is left.
    expect(visits[1]?.options.map(({ kind }) => kind)).toEqual([...Array.from({ length: 6 }, () => 'another-day'), 'wait', 'refer'])
    expect(visits[1]?.options[0]).toMatchObject({ start: '2026-05-11T09:00', performerId: clinic.khan.id })
    const auditor = await clinic.service.asRole('auditor')
    const hidden = await given(auditor.sickCall.look(spell()))
    expect(hidden.visits.map(({ visit, travelMinutes }) => [visit.patientTelephone, travelMinutes])).toEqual([['', null], ['', null]])
  })

  test('is planned as a whole: everybody keeps the time where a colleague can, and two who cannot both are told apart', async () => {
    await clinic.certify(clinic.ortiz)
    const first = await bookAt('10:00')
    const second = await bookAt('10:30')
    await clinic.book({ start: wall('2026-05-04T10:30'), performerId: clinic.ortiz.id })
    const planned = await plan()
    expect(planned.status).toBe('optimal')
    expect([kindOf(planned, first.appointment.id), kindOf(planned, second.appointment.id)]).toEqual(['same-time', 'same-day'])
    // A choice made by hand is planned around.
    const taken: Option = { kind: 'same-day', start: wall('2026-05-04T11:00'), performerId: clinic.ortiz.id, roomId: null }
    const around = await plan([{ id: first.appointment.id, option: taken }, { id: second.appointment.id, option: null }])
    expect(around.lines).toEqual([{ id: first.appointment.id, option: taken, unplaced: null }, { id: second.appointment.id, option: null, unplaced: null }])
  })

  test('with a day that no calendar has is refused by name', async () => {
    const visit = await bookAt('10:00')
    const { id, version } = visit.appointment
    const option: Option = { kind: 'another-day', start: unreadable('2026-02-30T10:00'), performerId: clinic.ortiz.id, roomId: null }
    expect(await refusal(clinic.desk.sickCall.plan({ ...spell(), byHand: [{ id, option }] }))).toMatchObject({ code: 'invalid', issues: [{ path: expect.stringContaining('byHand.0.option') }] })
    expect(await refusal(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: [{ id, version, option }] }))).toMatchObject({ code: 'invalid' })
    expect(await whereIs(visit)).toMatchObject({ start: '2026-05-04T10:00', status: 'booked' })
  })

  test('is applied in one go with its absence, listed by who leaves home first, and taken back as a whole', async () => {
    await clinic.certify(clinic.ortiz)
    const early = await bookAt('10:00', { patientId: (await clinic.patient({ telephone: '555 0101' })).id })
    const far = await bookAt('11:00', { patientId: (await clinic.patient({ telephone: '555 0102', travelMinutes: 180 })).id })
    const { sickCall, calls } = await applied()
    expect(calls.map(call => [call.telephone, call.before.start, call.after?.start, call.after?.performerId])).toEqual([
      ['555 0102', '2026-05-04T11:00', '2026-05-04T11:00', clinic.ortiz.id], ['555 0101', '2026-05-04T10:00', '2026-05-04T10:00', clinic.ortiz.id],
    ])
    expect(await whereIs(early)).toEqual({ start: '2026-05-04T10:00', performerId: clinic.ortiz.id, status: 'booked', state: 'covered' })
    const { absences } = await given(clinic.desk.staff.read({}))
    expect(absences.map(({ practitionerId, reason, note, start }) => [practitionerId, reason, note, start])).toEqual([[clinic.khan.id, 'sick', 'Called at 7:40', '2026-05-04T00:00']])
    const { events: trail } = await given(clinic.lead.audit.list({ before: null, limit: 50, entityId: null }))
    expect(trail.filter(({ action }) => action === 'sickCall.apply').map(({ entity }) => entity).toSorted()).toEqual(['absence', 'appointment', 'appointment', 'sickCall'])

    await given(clinic.desk.sickCall.tick({ id: sickCall.id, version: sickCall.version, visitId: early.appointment.id, called: true }))
    expect(await refusal(clinic.desk.sickCall.tick({ id: sickCall.id, version: sickCall.version, visitId: far.appointment.id, called: true }))).toMatchObject({ code: 'stale' })
    expect((await given(clinic.desk.sickCall.read({ id: sickCall.id }))).calls.map(({ called }) => called)).toEqual([false, true])
    expect((await given(clinic.desk.sickCall.list({}))).map(({ id }) => id)).toEqual([sickCall.id])

    const undone = await given(clinic.desk.sickCall.undo({ id: sickCall.id }))
    expect(undone.undoneAt).not.toBeNull()
    for (const visit of [early, far]) expect(await whereIs(visit)).toMatchObject({ start: visit.appointment.start, performerId: clinic.khan.id, state: 'covered' })
    expect((await given(clinic.desk.staff.read({}))).absences).toEqual([])
    expect(await refusal(clinic.desk.sickCall.undo({ id: sickCall.id }))).toMatchObject({ code: 'not-allowed-now' })
  })

  test('moves visits into each other’s places, and each of them can be taken back by itself', async () => {
    const room = clinic.rooms[0]
    const roomy = await given(clinic.lead.serviceType.record({
      name: 'Neck in a room', minutes: 30, competences: [clinic.code], roles: ['physician'], supervision: null, needsRoom: true, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, note: '',
    }))
    await given(clinic.lead.serviceType.setStatus({ id: roomy.id, version: roomy.version, status: 'approved', preview: false }))
    await clinic.certify(clinic.ortiz)
    const book = (clock: string) => bookAt(clock, { serviceTypeId: roomy.id, roomId: room?.id ?? null })
    const [one, two] = [await book('10:00'), await book('10:30')]
    const swap = (visit: Visit, clock: string) => ({
      id: visit.appointment.id, version: visit.appointment.version,
      option: { kind: 'same-day' as const, start: wall(`2026-05-04T${clock}`), performerId: clinic.ortiz.id, roomId: room?.id ?? null },
    })
    const { sickCall } = await given(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: [swap(one, '10:30'), swap(two, '10:00')] }))
    expect([(await whereIs(one)).start, (await whereIs(two)).start]).toEqual(['2026-05-04T10:30', '2026-05-04T10:00'])
    await given(clinic.desk.sickCall.undo({ id: sickCall.id }))
    expect([(await whereIs(one)).start, (await whereIs(two)).start]).toEqual(['2026-05-04T10:00', '2026-05-04T10:30'])
  })

  test('refuses whole over one visit that was changed meanwhile, or that nobody could perform there', async () => {
    await clinic.certify(clinic.ortiz)
    const [kept, changed] = [await bookAt('10:00'), await bookAt('11:00')]
    const lines = linesOf(await look(), await plan())
    await given(clinic.desk.appointment.cancel({ id: changed.appointment.id, version: changed.appointment.version, reason: 'Feels better' }))
    expect(await refusal(clinic.desk.sickCall.apply({ ...spell(), note: '', lines }))).toMatchObject({ code: 'stale' })
    const rest = lines.filter(line => line.id === kept.appointment.id)
    await clinic.book({ start: wall('2026-05-04T10:00'), performerId: clinic.ortiz.id })
    expect(await refusal(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: rest }))).toEqual({ code: 'visit-refused', start: '2026-05-04T10:00' })
    expect(await whereIs(kept)).toMatchObject({ start: '2026-05-04T10:00', performerId: clinic.khan.id, state: 'covered' })
    expect((await given(clinic.desk.staff.read({}))).absences).toEqual([])
  })

  test('is not taken back once one of its visits was changed again', async () => {
    await clinic.certify(clinic.ortiz)
    const visit = await bookAt('10:00')
    const { sickCall } = await applied()
    const now = await given(clinic.desk.appointment.read({ id: visit.appointment.id }))
    await given(clinic.desk.appointment.cancel({ id: visit.appointment.id, version: now.visit.appointment.version, reason: 'Will not come' }))
    expect(await refusal(clinic.desk.sickCall.undo({ id: sickCall.id }))).toMatchObject({ code: 'stale' })
    expect((await given(clinic.desk.staff.read({}))).absences).toHaveLength(1)
    expect((await given(clinic.desk.sickCall.read({ id: sickCall.id }))).calls.map(({ current }) => current)).toEqual([false])
  })

  test('has a colleague come in with a shift only where the account may add one, and refers with a reason', async () => {
    const lind = await clinic.person('Eva', 'Lind')
    await clinic.certify(lind)
    const [asked, referred] = [await bookAt('10:00'), await bookAt('11:00')]
    const seen = await look()
    const ask = optionOf(seen, asked.appointment.id, 'ask')
    expect(ask).toEqual({ kind: 'ask', start: '2026-05-04T10:00', performerId: lind.id, roomId: null })
    const line = (visit: Visit, option: Option) => ({ id: visit.appointment.id, version: visit.appointment.version, option })
    const lines = [line(asked, ask), line(referred, { kind: 'refer', reason: 'To the clinic across the river' })]
    expect(await refusal(clinic.desk.sickCall.apply({ ...spell(), note: '', lines }))).toMatchObject({ code: 'forbidden' })
    const { sickCall } = await given(clinic.lead.sickCall.apply({ ...spell(), note: '', lines }))
    expect(await whereIs(asked)).toMatchObject({ performerId: lind.id, state: 'covered' })
    expect(await whereIs(referred)).toMatchObject({ status: 'cancelled' })
    await given(clinic.lead.sickCall.undo({ id: sickCall.id }))
    expect(await whereIs(referred)).toMatchObject({ status: 'booked', state: 'covered' })
    expect((await given(clinic.desk.staff.read({}))).shiftExceptions).toEqual([])
    expect(await refusal(clinic.lead.sickCall.apply({ ...spell(), note: '', lines: [line(referred, { kind: 'refer', reason: ' ' })] }))).toMatchObject({ code: 'stale' })
  })

  test('puts a patient at the head of the waiting list, tells them so, and takes that back with everything else', async () => {
    const [far, asks] = [await clinic.patient({ travelMinutes: 90, telephone: '555 0103' }), await clinic.patient()]
    const wish = (patientId: typeof far.id, visitId: AppointmentId | null): Inputs['waiting']['record'] => ({
      patientId, serviceTypeId: clinic.neck.id, locationId: clinic.location.id, performerId: null, roomId: null, weekdays: [], partOfDay: 'morning', noticeMinutes: 0, visitId, note: '',
    })
    const other = await given(clinic.desk.waiting.record(wish((await clinic.patient()).id, null)))
    const [one, two] = [await bookAt('10:00', { patientId: far.id }), await bookAt('11:00', { patientId: asks.id })]
    const before = await given(clinic.desk.waiting.record(wish(asks.id, two.appointment.id)))
    const option = optionOf(await look(), one.appointment.id, 'wait')
    const lines = [one, two].map(({ appointment: { id, version } }) => ({ id, version, option }))
    const { sickCall, calls } = await given(clinic.desk.sickCall.apply({ ...spell(), note: '', lines }))
    expect(calls.map(({ kind, after, telephone }) => [kind, after, telephone])).toEqual([['wait', null, '555 0103'], ['wait', null, '']])
    expect(await whereIs(one)).toMatchObject({ status: 'cancelled' })
    const match = async () => (await given(clinic.desk.waiting.match({ locationId: clinic.location.id, start: wall('2026-05-11T10:00'), performerId: clinic.khan.id, roomId: null })))
      .map(({ entry: { id, patientId, lost, visitId, noticeMinutes }, obstacles }) => ({ id, patientId, lost, visitId, noticeMinutes, obstacles }))
    expect((await match()).map(({ patientId, lost, visitId, noticeMinutes, obstacles }) => [patientId, lost, visitId, noticeMinutes, obstacles])).toEqual([
      [far.id, '2026-05-04T10:00', null, 240, []], [asks.id, '2026-05-04T11:00', null, 0, []], [other.patientId, null, null, 0, []],
    ])
    await given(clinic.desk.sickCall.undo({ id: sickCall.id }))
    for (const visit of [one, two]) expect(await whereIs(visit)).toMatchObject({ status: 'booked', state: 'covered' })
    expect((await match()).map(({ id, lost, visitId }) => [id, lost, visitId])).toEqual([[other.id, null, null], [before.id, null, two.appointment.id]])
  })

  test('is not taken back while a patient who was put on the waiting list has another place', async () => {
    const visit = await bookAt('10:00')
    const { id, version } = visit.appointment
    const { sickCall } = await given(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: [{ id, version, option: { kind: 'wait' } }] }))
    const [line] = await given(clinic.desk.waiting.list({ patientId: visit.appointment.patientId }))
    if (line === undefined) throw new Error('nobody waits')
    const seen = (entry: { readonly id: typeof line.entry.id; readonly version: number }) => ({ id: entry.id, version: entry.version })
    const offered = await given(clinic.desk.waiting.offer({ ...seen(line.entry), place: { start: wall('2026-05-11T10:00'), performerId: clinic.khan.id, roomId: null } }))
    const { entry } = await given(clinic.desk.waiting.accept(seen(offered)))
    expect(await refusal(clinic.desk.sickCall.undo({ id: sickCall.id }))).toEqual({ code: 'not-allowed-now', from: 'settled', to: 'undone' })
    expect(await whereIs(visit)).toMatchObject({ status: 'cancelled' })
    const back = await given(clinic.desk.waiting.takeBack(seen(entry)))
    await given(clinic.desk.waiting.withdraw(seen(back)))
    await given(clinic.desk.sickCall.undo({ id: sickCall.id }))
    expect(await whereIs(visit)).toMatchObject({ status: 'booked' })
  })

  test('of a supervisor affects the visits that lose their supervision, as many as nobody else may supervise', async () => {
    const supervised = await given(clinic.lead.serviceType.record({
      name: 'Supervised', minutes: 30, competences: [clinic.code], roles: ['registered-nurse'], needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, note: '',
      supervision: { roles: ['physician'], competences: [clinic.code], presence: 'on-call', atMost: 1 },
    }))
    await given(clinic.lead.serviceType.setStatus({ id: supervised.id, version: supervised.version, status: 'approved', preview: false }))
    const nurse = async (family: string) => {
      const person = await given(clinic.lead.practitioner.record({ name: { given: 'Nora', family }, telephone: '', roles: [{ role: 'registered-nurse', locationId: null, from: null, through: null }], active: true }))
      await clinic.shift(person)
      await clinic.certify(person)
      return person
    }
    const nurses = [await nurse('Bell'), await nurse('Hart')]
    const visits = await Promise.all(nurses.map(({ id }) => bookAt('10:00', { serviceTypeId: supervised.id, performerId: id }).catch(() => null)))
    // One supervisor, one visit at a time: the second could not even be booked.
    const booked = visits.filter(visit => visit !== null)
    expect(booked).toHaveLength(1)
    expect((await look()).visits.map(({ visit, uncovered }) => [visit.appointment.id, uncovered])).toEqual([[booked[0]?.appointment.id, true]])

    await clinic.certify(clinic.ortiz)
    expect((await look()).visits).toEqual([])
    const idle = nurses.find(({ id }) => id !== booked[0]?.appointment.performerId)
    await bookAt('10:00', { serviceTypeId: supervised.id, performerId: idle?.id ?? null })
    const seen = await look()
    expect(seen.visits).toHaveLength(1)
    const id = seen.visits[0]?.visit.appointment.id ?? asId<AppointmentId>('')
    // Ortiz supervises one at ten, so that the other goes to the next free half hour.
    const planned = await plan()
    expect([planned.status, kindOf(planned, id)]).toEqual(['optimal', 'same-day'])
    const { calls } = await applied()
    expect(calls).toHaveLength(1)
    for (const each of [...booked.map(visit => visit.appointment.id), id]) expect((await given(clinic.desk.appointment.read({ id: each }))).visit.verdict?.state).toBe('covered')
  })

  test('puts nobody nearer to another visit than the shortest interval allows, and says when it has run over', async () => {
    const patient = await clinic.patient()
    await clinic.book({ patientId: patient.id, start: wall('2026-05-18T09:00'), performerId: clinic.khan.id })
    const visit = await bookAt('09:00', { patientId: patient.id })
    await given(clinic.lead.serviceType.amend({ ...spacious(clinic), preview: false }))
    const { visits } = await look()
    expect(visits[0]?.options.map(option => ('start' in option ? option.start.slice(0, 10) : option.kind))).toEqual(['wait', 'refer'])
    const tooSoon: Option = { kind: 'another-day', start: wall('2026-05-11T09:00'), performerId: clinic.khan.id, roomId: null }
    expect(await refusal(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: [{ id: visit.appointment.id, version: visit.appointment.version, option: tooSoon }] })))
      .toEqual({ code: 'visit-refused', start: '2026-05-04T09:00' })
    expect((await plan()).lines).toEqual([{ id: visit.appointment.id, option: null, unplaced: 'none' }])
  })

  test('of hours that are over, or of a person nobody knows, is refused with what to do', async () => {
    expect(await refusal(clinic.desk.sickCall.look(spell({ start: wall('2026-05-01T00:00'), end: wall('2026-05-02T00:00') })))).toMatchObject({ code: 'invalid', issues: [{ path: 'end' }] })
    expect(await refusal(clinic.desk.sickCall.look(spell({ start: wall('2026-05-04T00:00'), end: wall('2026-08-04T00:00') })))).toMatchObject({ code: 'invalid', issues: [{ path: 'end' }] })
    expect(await refusal(clinic.desk.sickCall.look({ ...spell(), practitionerId: clinic.service.ports.newId() as typeof clinic.khan.id }))).toMatchObject({ code: 'not-found' })
  })

  test('over an absence that stands already records no second one', async () => {
    await given(clinic.lead.absence.record({ practitionerId: clinic.khan.id, ...monday, zone: clinic.location.zone, reason: 'leave', note: '', preview: false }))
    expect(await look()).toEqual({ recorded: true, visits: [] })
    expect((await plan()).lines).toEqual([])
    const { sickCall } = await given(clinic.desk.sickCall.apply({ ...spell(), note: '', lines: [] }))
    expect(sickCall.absence).toBeNull()
    expect((await given(clinic.desk.staff.read({}))).absences).toHaveLength(1)
  })

  test('of whoever is in the waiting room already counts that, and a patient put off to another day has not arrived for it', async () => {
    const visit = await bookAt('09:00')
    const { desk } = await clinic.later(at('2026-05-04T08:50'))
    const arrived = await given(desk.appointment.mark({ id: visit.appointment.id, version: visit.appointment.version, status: 'arrived' }))
    const seen = await given(desk.sickCall.look(spell()))
    const option = optionOf(seen, visit.appointment.id, 'another-day')
    await given(desk.sickCall.apply({ ...spell(), note: '', lines: [{ id: visit.appointment.id, version: arrived.appointment.version, option }] }))
    const { visit: after } = await given(desk.appointment.read({ id: visit.appointment.id }))
    expect([after.appointment.status, after.appointment.start]).toEqual(['booked', '2026-05-11T09:00'])
  })
})

/** The clinic's service with 28 days between two visits. */
const spacious = ({ neck }: Clinic): Omit<Inputs['serviceType']['amend'], 'preview'> => {
  const { status: _status, ...fields } = neck
  return { ...fields, minimumIntervalDays: 28 }
}
