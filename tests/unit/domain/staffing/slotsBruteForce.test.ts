import { expect, test } from 'vitest'
import type { AppointmentId, PatientId, PractitionerId, RoomId, ServiceTypeId } from '../../../../shared/domain/ids.ts'
import { findPairedSlots } from '../../../../shared/domain/staffing/pairedSlots.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import type { Weekday } from '../../../../shared/domain/time/values.ts'
import { bruteForceSlots, type Found, type Wish } from '../../../support/bruteForceSlots.ts'
import { aLocation, anAbsence, aPractitioner, aQualification, aRole, aRoom, aServiceType, aShift, at, date, idNumber, someFacts, time, wall, wholeDay } from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'
import { aVisit, certificate, dystonia } from '../../../support/smallClinic.ts'

const days = ['2026-05-04', '2026-05-05', '2026-05-06'] as const
const weekdays: readonly Weekday[] = [1, 2, 3]
const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const injection = idNumber<ServiceTypeId>(0x31)
const physiotherapy = idNumber<ServiceTypeId>(0x32)
/** Anybody can do it: where nobody is named, a place and its second visit may take the last two who could. */
const assessment = idNumber<ServiceTypeId>(0x33)
const rosa = idNumber<PatientId>(0x91)

/** The same few numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761
  return sides => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return (state >>> 8) % sides
  }
}

/** Three days of a practice with up to four people, two services, some rooms, absences and visits, and what one patient asks for. */
function smallClinic(seed: number): { readonly facts: StaffingFacts; readonly wish: Wish } {
  const roll = dice(seed)
  const one = <T>(...items: readonly [T, ...T[]]): T => items[roll(items.length)] ?? items[0]
  const location = aLocation({
    id: idNumber(0x11), openingHours: weekdays.map(weekday => ({ weekday, opens: time('10:00'), closes: time('14:00') })),
    openingExceptions: roll(6) === 0 ? [{ date: date(one(...days)), hours: [], reason: 'Closed' }] : [],
  })
  const people = Array.from({ length: 1 + roll(4) }, (_, n) => aPractitioner({
    id: idNumber<PractitionerId>(0x41 + n), roles: one([aRole()], [aRole({ role: 'physiotherapist' })], [aRole(), aRole({ role: 'physiotherapist' })]),
  }))
  const rooms = Array.from({ length: roll(3) }, (_, n) => aRoom({ id: idNumber<RoomId>(0x21 + n), locationId: location.id }))
  const anybody = (): PractitionerId => people[roll(people.length)]?.id ?? idNumber(0x41)
  const facts = someFacts({
    locations: [location], practitioners: people, rooms, certificationTypes: [certificate],
    serviceTypes: [
      aServiceType({ id: injection, competences: [dystonia], minutes: one(30, 60), needsRoom: roll(3) === 0 }),
      aServiceType({ id: physiotherapy, competences: [], roles: ['physiotherapist'], needsRoom: roll(3) === 0, physiotherapy: true }),
      aServiceType({ id: assessment, competences: [], roles: ['physician', 'physiotherapist'] }),
    ],
    qualifications: people.filter(() => roll(6) > 0).map(({ id }) => aQualification({
      practitionerId: id, certificationTypeId: certificate.id, issued: date(one('2025-01-01', '2025-01-01', days[1])), expires: date(one('2026-12-31', '2026-12-31', ...days)),
    })),
    shiftPatterns: people.flatMap(({ id }) => weekdays.filter(() => roll(4) > 0).map(weekday => {
      const start = 570 + roll(7) * 30
      return aShift({ practitionerId: id, locationId: location.id, weekday, start: time(clock(start)), end: time(clock(start + 60 + roll(6) * 30)) })
    })),
    absences: roll(3) > 0 ? [] : [one(...days)].map(day => anAbsence({ practitionerId: anybody(), start: wall(`${day}T10:30`), end: wall(`${day}T12:00`) })),
    appointments: Array.from({ length: roll(6) }, (_, n) => aVisit({
      id: idNumber<AppointmentId>(0x900 + n), patientId: roll(4) === 0 ? rosa : idNumber<PatientId>(0x92 + n), serviceTypeId: one(injection, physiotherapy, assessment), locationId: location.id,
      performerId: roll(3) > 0 ? null : anybody(), roomId: rooms[roll(4)]?.id ?? null, start: wall(`${one(...days)}T${clock(600 + roll(7) * 30)}`), minutes: one(30, 60, 120),
      status: one('booked', 'booked', 'booked', 'fulfilled', 'cancelled'),
    })),
  })
  const wish: Wish = {
    serviceTypeId: injection, dates: days, earliest: one('00:00', '00:00', '11:10'), limit: one(1, 3, 40), stepMinutes: one(30, 15), performerId: roll(4) === 0 ? anybody() : null,
    partOfDay: one(null, null, 'morning', 'afternoon'), patientId: rosa, weekdays: one(weekdays, weekdays, [1, 3], [2]), roomId: roll(5) === 0 ? (rooms[0]?.id ?? null) : null,
    noticeMinutes: 0, companion: one(null, { serviceTypeId: physiotherapy, withinDays: 0 }, { serviceTypeId: physiotherapy, withinDays: 2 }),
  }
  return { facts, wish }
}

function found({ facts, wish }: ReturnType<typeof smallClinic>): readonly Found[] {
  const [location] = facts.locations
  const earliest = at(`${days[0]}T${wish.earliest}`)
  const { slots } = findPairedSlots(facts, {
    serviceTypeId: wish.serviceTypeId, locationIds: location === undefined ? [] : [location.id], from: earliest, through: wholeDay(date(days[2])).end, limit: wish.limit,
    stepMinutes: wish.stepMinutes, practitionerId: wish.performerId, partOfDay: wish.partOfDay, weekdays: wish.weekdays, roomId: wish.roomId, patientId: wish.patientId,
  }, wish.companion === null ? null : { ...wish.companion, earliest })
  return slots.map(({ start, performerId, roomId, companion }) => ({ start, performerId, roomId, second: companion?.start ?? null }))
}

test('the places found are those of the brute force, in 2,000 small clinics', { timeout: 300_000 }, () => {
  const seen = { found: 0, none: 0, paired: 0, unpaired: 0 }
  for (let seed = 1; seed <= cases(2_000); seed += 1) {
    const clinic = smallClinic(seed)
    const expected = bruteForceSlots(clinic.facts, clinic.wish)
    expect(found(clinic), `clinic ${seed}`).toEqual(expected)
    seen[expected.length > 0 ? 'found' : 'none'] += 1
    if (clinic.wish.companion !== null && expected.length > 0) seen.paired += 1
    const alone = clinic.wish.companion === null || expected.length > 0 ? [] : bruteForceSlots(clinic.facts, { ...clinic.wish, companion: null })
    if (alone.length > 0) seen.unpaired += 1
  }
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(cases(2_000) / 40)
})
