import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asId, type RoomId, type ServiceTypeId } from '../../../shared/domain/ids.ts'
import { noConstraints, type SlotConstraints } from '../../../shared/domain/slotConstraints.ts'
import { monday, time, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('finding a place on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  test('a place is found as it is asked for: weekday, room, notice, a second visit the same day; the rest says why not', async () => {
    const { lead, desk, location, rooms, neck, khan, rosa } = clinic
    await clinic.shift(khan, { weekday: 2 })
    const draft = await given(lead.serviceType.record({
      name: 'Exercise', minutes: 60, competences: [clinic.code], roles: ['physiotherapist'], supervision: null, needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label',
      purpose: 'therapeutic', physiotherapy: true, note: '',
    }))
    const { saved: exercise } = await given(lead.serviceType.setStatus({ id: draft.id, version: draft.version, status: 'approved', preview: false }))
    if (exercise === null) throw new Error('the service was not approved')
    const trainer = await given(lead.practitioner.record({ name: { given: 'Tom', family: 'Wills' }, telephone: '', roles: [{ role: 'physiotherapist', locationId: null, from: null, through: null }], active: true }))
    await clinic.certify(trainer)
    await clinic.shift(trainer, { weekday: 2, start: time('09:00'), end: time('10:30') })
    const [room] = rooms
    if (room === undefined) throw new Error('a clinic without rooms')
    const find = (constraints: Partial<SlotConstraints>, includeClosed = false) => desk.slot.find({
      serviceTypeId: neck.id, locationId: location.id, from: monday, days: 9, limit: 1, performerId: null, partOfDay: null, includeClosed, moving: null, patientId: rosa.id,
      constraints: { ...noConstraints, ...constraints },
    })
    const first = async (constraints: Partial<SlotConstraints>) => (await given(find(constraints))).slots[0]
    expect(await first({ noticeMinutes: 120 })).toMatchObject({ start: '2026-05-04T10:00', roomId: null, companion: null })
    expect(await first({ weekdays: [2] })).toMatchObject({ start: '2026-05-05T09:00' })
    await clinic.book({ start: wall('2026-05-04T09:00'), roomId: room.id, patientId: rosa.id })
    expect(await first({ roomId: room.id })).toMatchObject({ start: '2026-05-04T09:30', roomId: room.id })
    const companion = { serviceTypeId: exercise.id, withinDays: 0 }
    // Not on Monday, when no trainer is there; on Tuesday after the hour of exercise, or else the two would overlap.
    const { slots, closed } = await given(find({ companion }, true))
    expect(slots).toMatchObject([{ start: '2026-05-05T09:00', companion: { start: '2026-05-05T09:30', performerId: trainer.id, appointmentId: null } }])
    expect(closed.filter(slot => slot.start === '2026-05-04T09:00')).toMatchObject([{ patientBusy: true, companionMissing: false }])
    expect(closed.filter(slot => slot.start === '2026-05-04T10:00')).toMatchObject([{ patientBusy: false, companionMissing: true }])
    expect(await first({ companion: { ...companion, withinDays: 1 } })).toMatchObject({ start: '2026-05-04T09:30', companion: { start: '2026-05-05T09:00' } })
    const second = await clinic.book({ serviceTypeId: exercise.id, start: wall('2026-05-05T09:10'), patientId: rosa.id })
    expect(await first({ companion })).toMatchObject({ start: '2026-05-05T10:10', companion: { start: '2026-05-05T09:10', appointmentId: second.appointment.id } })
    const stranger = clinic.service.ports.newId()
    expect(await refusal(find({ roomId: asId<RoomId>(stranger) }))).toMatchObject({ code: 'not-found', what: 'room' })
    expect(await refusal(find({ companion: { ...companion, serviceTypeId: asId<ServiceTypeId>(stranger) } }))).toMatchObject({ code: 'not-found', what: 'service' })
  })
})
