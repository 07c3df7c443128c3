import { describe, expect, test } from 'vitest'
import { assessStaffing } from '../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { type StripCell, stripOf } from '../../../shared/domain/strip.ts'
import { aLocation, anAbsence, between, clinicZone, date, idNumber, monday, openDaily, time, wall } from '../../support/builders.ts'
import { aVisit, certificate, clinic, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsCertificate, ortizsShift, service } from '../../support/smallClinic.ts'

const week = between('2026-05-03T00:00', '2026-05-10T00:00')
const strip = (overrides: Partial<StaffingFacts> = {}, days: readonly string[] = [monday]): readonly StripCell[] => {
  const facts = clinic(overrides)
  return stripOf(assessStaffing(facts, week), facts, lakeside.id, clinicZone, days.map(date))
}
const cell = (overrides: Partial<StaffingFacts> = {}) => {
  const [only] = strip(overrides)
  if (only === undefined) throw new Error('no cell')
  return only
}
const hillside = aLocation({ id: idNumber(0x10) })
const openWhileStaffed = { locations: [hillside, { ...lakeside, openingHours: openDaily('09:00', '17:00') }] }
const bothAllDay = { ...openWhileStaffed, shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }] }
const hanging = (who: typeof khan, paper: typeof khansCertificate) =>
  ({ practitionerId: who.id, expiring: { qualificationId: paper.id, certificationTypeId: certificate.id, lastDay: paper.expires } })

describe('a cell of the strip', () => {
  test('says of a service for how long it has nobody, and on whom it hangs', () => {
    expect(cell()).toEqual({
      date: monday, state: 'gap', openMinutes: 600, gapMinutes: 120, visits: 0, flagged: 0, assignable: 0,
      services: [{ serviceTypeId: service.id, state: 'gap', gapMinutes: 120, hangsOn: [hanging(khan, khansCertificate)], visits: 0, flagged: 0, assignable: 0 }],
    })
  })

  test('is safe where it hangs on nobody, fragile where it does', () => {
    expect(cell(bothAllDay)).toMatchObject({ state: 'safe', services: [{ state: 'safe', hangsOn: [] }] })
    expect(cell({ ...bothAllDay, qualifications: [khansCertificate] })).toMatchObject({ state: 'fragile', services: [{ state: 'fragile', hangsOn: [{ practitionerId: khan.id }] }] })
  })

  test('names everybody on whom it hangs once, in the order of their ids, for their hours and for their visits', () => {
    // From 9 to 13 it is Ortiz alone, from 13 to 17 Khan alone, and each has a visit then.
    const halves = { shiftPatterns: [{ ...khansShift, start: time('13:00') }, { ...ortizsShift, start: time('09:00'), end: time('13:00') }] }
    const appointments = [aVisit({ performerId: ortiz.id }), aVisit({ performerId: ortiz.id, start: wall('2026-05-04T11:00') }), aVisit({ start: wall('2026-05-04T14:00') })]
    expect(cell({ ...openWhileStaffed, ...halves, appointments }).services).toMatchObject([{ state: 'fragile', hangsOn: [hanging(khan, khansCertificate), hanging(ortiz, ortizsCertificate)], visits: 3 }])
  })

  test('hangs on whoever a visit has when nobody else is free for it, though no hour hangs on anybody', () => {
    const both = [aVisit(), aVisit({ performerId: ortiz.id })]
    expect(cell({ ...bothAllDay, appointments: both }).services).toMatchObject([{ state: 'fragile', hangsOn: [{ practitionerId: khan.id }, { practitionerId: ortiz.id }] }])
    expect(cell({ ...bothAllDay, appointments: both.slice(1) }).services).toMatchObject([{ state: 'safe', hangsOn: [] }])
  })

  test('counts the visits that keep their place, those that are flagged, and those that somebody could take', () => {
    const appointments = [
      aVisit(), aVisit({ performerId: null, start: wall('2026-05-04T11:00') }), aVisit({ start: wall('2026-05-04T08:00') }), aVisit({ status: 'cancelled', start: wall('2026-05-04T08:00') }),
      aVisit({ status: 'fulfilled', start: wall('2026-05-04T08:30') }), aVisit({ locationId: hillside.id, start: wall('2026-05-04T12:00') }),
    ]
    const counts = { visits: 4, flagged: 1, assignable: 1 }
    expect(cell({ appointments })).toMatchObject({ state: 'flagged', ...counts, services: [{ state: 'flagged', ...counts }] })
  })

  test('has every approved service, and any other that has visits, in the order of their ids', () => {
    const draft = { ...service, id: idNumber<typeof service.id>(0x30), status: 'draft' as const }
    const retired = { ...service, id: idNumber<typeof service.id>(0x33), status: 'retired' as const }
    const cheek = { ...service, id: idNumber<typeof service.id>(0x32) }
    const services = (appointments: StaffingFacts['appointments']) => cell({ serviceTypes: [cheek, draft, retired, service], appointments }).services.map(each => [each.serviceTypeId, each.state])
    expect(services([])).toEqual([[service.id, 'gap'], [cheek.id, 'gap']])
    expect(services([aVisit({ serviceTypeId: draft.id }), aVisit({ serviceTypeId: cheek.id, start: wall('2026-05-04T11:00') })])).toEqual([[draft.id, 'flagged'], [service.id, 'gap'], [cheek.id, 'gap']])
  })

  test('tells its services apart', () => {
    const dental = { ...service, id: idNumber<typeof service.id>(0x32), roles: ['dentist' as const] }
    const appointments = [aVisit({ serviceTypeId: dental.id }), aVisit({ start: wall('2026-05-04T11:00') })]
    expect(cell({ ...bothAllDay, serviceTypes: [service, dental], appointments })).toMatchObject({
      state: 'flagged', visits: 2, flagged: 1,
      services: [{ serviceTypeId: service.id, state: 'safe', gapMinutes: 0, visits: 1, flagged: 0 }, { serviceTypeId: dental.id, state: 'flagged', gapMinutes: 480, visits: 1, flagged: 1 }],
    })
  })

  test('is about its own location alone', () => {
    const there = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }, { ...khansShift, id: idNumber<typeof khansShift.id>(0x64), locationId: hillside.id, practitionerId: ortiz.id, weekday: 2 as const }] }
    expect(strip({ ...openWhileStaffed, ...there }, ['2026-05-05'])).toMatchObject([{ state: 'gap', services: [{ hangsOn: [] }] }])
    expect(cell({ ...openWhileStaffed, ...there })).toMatchObject({ state: 'safe', services: [{ hangsOn: [] }] })
  })

  test('is closed where the location is, and tells each day apart', () => {
    const absences = [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00') })]
    const closed = { locations: [{ ...lakeside, openingHours: openDaily('09:00', '17:00'), openingExceptions: [{ date: date('2026-05-05'), hours: [], reason: 'holiday' }] }] }
    expect(strip({ ...closed, absences }, ['2026-05-03', '2026-05-04', '2026-05-05']).map(each => [each.date, each.state, each.gapMinutes, each.services[0]?.hangsOn.length]))
      .toEqual([['2026-05-03', 'gap', 480, 0], ['2026-05-04', 'gap', 300, 1], ['2026-05-05', 'closed', 0, 0]])
  })
})
