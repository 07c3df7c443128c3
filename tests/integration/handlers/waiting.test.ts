import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../main/service/handlers/types.ts'
import { at, date, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('the waiting list on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const start = wall('2026-05-04T10:00')
  const wish = (patientId: Inputs['waiting']['record']['patientId'], overrides: Partial<Inputs['waiting']['record']> = {}): Inputs['waiting']['record'] => ({
    patientId, serviceTypeId: clinic.neck.id, locationId: clinic.location.id, performerId: null, roomId: null, weekdays: [], partOfDay: null, noticeMinutes: 0, visitId: null, note: '', ...overrides,
  })
  const wait = async (overrides: Partial<Inputs['waiting']['record']> = {}, patient: Parameters<Clinic['patient']>[0] = {}) =>
    given(clinic.desk.waiting.record(wish((await clinic.patient(patient)).id, overrides)))
  const match = (when = start) => given(clinic.desk.waiting.match({ locationId: clinic.location.id, start: when, performerId: clinic.khan.id, roomId: null }))
  const seen = ({ id, version }: { readonly id: Inputs['waiting']['accept']['id']; readonly version: number }) => ({ id, version })
  const offered = (entry: Parameters<typeof seen>[0]) => given(clinic.desk.waiting.offer({ ...seen(entry), place: { start, performerId: clinic.khan.id, roomId: null } }))

  test('ranks whom a free place fits by what stands against it, then by wait, then by travel', async () => {
    const far = await wait({}, { travelMinutes: 90 })
    const near = await wait({}, { travelMinutes: 10 })
    const picky = await wait({ weekdays: [2], partOfDay: 'afternoon', noticeMinutes: 1440 })
    const other = await wait({ performerId: clinic.ortiz.id })
    const candidates = await match()
    expect(candidates.map(({ entry, obstacles }) => [entry.id, obstacles])).toEqual([[near.id, []], [far.id, []], [other.id, ['injector']], [picky.id, ['notice', 'weekday', 'part-of-day']]])
    expect(candidates.map(({ place }) => place?.performerId ?? null)).toEqual([clinic.khan.id, clinic.khan.id, null, null])
    clinic.service.setNow(at('2026-05-04T08:01'))
    expect((await given(clinic.desk.waiting.list({ patientId: null }))).map(({ entry }) => entry.id)).toEqual([far.id, near.id, picky.id, other.id])
  })

  test('offers nobody a place that is taken, nor one too soon after another visit', async () => {
    const { status: _status, ...fields } = clinic.neck
    await given(clinic.lead.serviceType.amend({ ...fields, minimumIntervalDays: 28, preview: false }))
    const patient = await clinic.patient()
    await clinic.book({ patientId: patient.id, start: wall('2026-05-18T09:00') })
    await given(clinic.desk.waiting.record(wish(patient.id)))
    expect((await match()).map(({ obstacles }) => obstacles)).toEqual([['interval']])
    await clinic.book({ start, performerId: clinic.khan.id })
    expect((await match()).map(({ obstacles }) => obstacles)).toEqual([['injector', 'interval']])
  })

  test('books the place that was accepted, and takes it back with the patient waiting again', async () => {
    const entry = await wait()
    const { entry: settled, visit } = await given(clinic.desk.waiting.accept(seen(await offered(entry))))
    expect([settled.status, settled.visitId, settled.offers.map(({ outcome }) => outcome)]).toEqual(['settled', visit.appointment.id, ['accepted']])
    expect([visit.appointment.start, visit.appointment.performerId, visit.verdict?.state]).toEqual([start, clinic.khan.id, 'covered'])
    expect(await given(clinic.desk.waiting.list({ patientId: null }))).toEqual([])
    const back = await given(clinic.desk.waiting.takeBack(seen(settled)))
    expect([back.status, back.visitId, back.offers.map(({ outcome }) => outcome)]).toEqual(['waiting', null, ['taken-back']])
    expect((await given(clinic.desk.appointment.read({ id: visit.appointment.id }))).visit.appointment.status).toBe('entered-in-error')
    const { events } = await given(clinic.lead.audit.list({ before: null, limit: 50, entityId: entry.id }))
    expect(events.map(({ action }) => action)).toEqual(['waiting.takeBack', 'waiting.accept', 'waiting.offer', 'waiting.record'])
  })

  test('moves the visit that the patient has to the earlier place, and never to a later one', async () => {
    const patient = await clinic.patient()
    const later = await clinic.book({ patientId: patient.id, start: wall('2026-06-01T09:00') })
    const entry = await given(clinic.desk.waiting.record(wish(patient.id, { visitId: later.appointment.id })))
    expect((await match(wall('2026-06-08T09:00'))).map(({ obstacles }) => obstacles)).toEqual([['not-sooner']])
    const { visit, entry: settled } = await given(clinic.desk.waiting.accept(seen(await offered(entry))))
    expect([visit.appointment.id, visit.appointment.start]).toEqual([later.appointment.id, start])
    await given(clinic.desk.waiting.takeBack(seen(settled)))
    expect((await given(clinic.desk.appointment.read({ id: later.appointment.id }))).visit.appointment.start).toBe('2026-06-01T09:00')
  })

  test('offers the place that a moved visit left, as long as nobody has it and somebody certified could take it', async () => {
    const entry = await wait()
    const visit = await clinic.book({ start, performerId: clinic.khan.id })
    const freed = () => given(clinic.desk.waiting.freed({ visitId: visit.appointment.id }))
    expect(await freed()).toEqual([])
    const { id, version } = visit.appointment
    const to = (clock: string) => ({ locationId: clinic.location.id, start: wall(`2026-05-04T${clock}`), fold: null, performerId: clinic.khan.id, roomId: null, overrideReason: null })
    const moved = await given(clinic.desk.appointment.move({ id, version, ...to('11:00') }))
    const arrived = await given(clinic.desk.appointment.mark({ id, version: moved.appointment.version, status: 'arrived' }))
    expect(await freed()).toEqual([{ locationId: clinic.location.id, start, performerId: clinic.khan.id, roomId: null }])
    await given(clinic.desk.waiting.accept(seen(await offered(entry))))
    expect(await freed()).toEqual([])
    const cancelled = await given(clinic.desk.appointment.cancel({ id, version: arrived.appointment.version, reason: 'Ill' }))
    expect((await freed()).map(place => place.start)).toEqual(['2026-05-04T11:00'])
    await given(clinic.lead.absence.record({ practitionerId: clinic.khan.id, start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00'), zone: clinic.location.zone, reason: 'leave', note: '', preview: false }))
    expect(await freed()).toEqual([])
    expect(cancelled.appointment.status).toBe('cancelled')
  })

  test('finds no place left by a move that was taken back', async () => {
    const visit = await clinic.book({ start, performerId: clinic.khan.id })
    const { id, version } = visit.appointment
    const moved = await given(clinic.desk.appointment.move({ id, version, locationId: clinic.location.id, start: wall('2026-05-04T11:00'), fold: null, performerId: clinic.khan.id, roomId: null, overrideReason: null }))
    await given(clinic.desk.appointment.undo({ id, version: moved.appointment.version }))
    expect(await given(clinic.desk.waiting.freed({ visitId: id }))).toEqual([])
  })

  test('after a sick call offers what others can use of the places that were left, and nothing of whoever is away', async () => {
    await clinic.certify(clinic.ortiz)
    const visit = await clinic.book({ start, performerId: clinic.khan.id })
    const spell = { practitionerId: clinic.khan.id, zone: clinic.location.zone, start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00') }
    const lines = [{ id: visit.appointment.id, version: visit.appointment.version, option: { kind: 'wait' as const } }]
    const { sickCall } = await given(clinic.desk.sickCall.apply({ ...spell, note: '', lines }))
    const freed = () => given(clinic.desk.waiting.freed({ sickCallId: sickCall.id }))
    // Ortiz was free at ten before, and Khan is not at work: nothing fell free.
    expect(await freed()).toEqual([])
    // Khan comes after all: the hour is there, and offered to whoever gave it up first of all.
    const absence = sickCall.absence
    if (absence === null) throw new Error('no absence was recorded')
    await given(clinic.lead.absence.remove({ ...absence, preview: false }))
    expect(await freed()).toEqual([{ locationId: clinic.location.id, start, performerId: clinic.khan.id, roomId: null }])
    expect((await match()).map(({ entry, obstacles }) => [entry.patientId, entry.lost, obstacles])).toEqual([[visit.appointment.patientId, start, []]])
  })

  test('records that somebody declined, and refuses a place that was taken meanwhile without losing the offer', async () => {
    const entry = await wait()
    const declined = await given(clinic.desk.waiting.decline(seen(await offered(entry))))
    expect(declined.offers.map(({ outcome, by }) => [outcome, by])).toEqual([['declined', 'Test front-desk']])
    const again = await offered(declined)
    expect(await refusal(clinic.desk.waiting.offer({ ...seen(again), place: { start, performerId: clinic.khan.id, roomId: null } }))).toMatchObject({ code: 'not-allowed-now' })
    await clinic.book({ start, performerId: clinic.khan.id })
    expect(await refusal(clinic.desk.waiting.accept(seen(again)))).toMatchObject({ code: 'slot-taken' })
    expect(await refusal(clinic.desk.waiting.accept(seen(entry)))).toMatchObject({ code: 'stale' })
    expect((await given(clinic.desk.waiting.withdraw(seen(again)))).status).toBe('withdrawn')
    expect(await refusal(clinic.desk.waiting.decline({ ...seen(again), version: again.version + 1 }))).toMatchObject({ code: 'not-allowed-now' })
  })

  test('holds a patient once for a service, with terms that can be changed', async () => {
    const entry = await wait()
    expect(await refusal(clinic.desk.waiting.record(wish(entry.patientId)))).toMatchObject({ code: 'duplicate' })
    const changed = await given(clinic.desk.waiting.amend({ ...seen(entry), ...wish(entry.patientId, { weekdays: [3, 1, 3], note: ' Any day ' }) }))
    expect([changed.weekdays, changed.note]).toEqual([[1, 3], 'Any day'])
    const stranger = await clinic.book({ start: wall('2026-05-11T09:00') })
    expect(await refusal(clinic.desk.waiting.record(wish((await clinic.patient({ birthDate: date('1950-01-01') })).id, { visitId: stranger.appointment.id })))).toMatchObject({ code: 'not-found', what: 'visit' })
  })
})
