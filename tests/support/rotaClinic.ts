import { solveProgram } from '../../main/service/solver/solveProgram.ts'
import type { Availability } from '../../shared/domain/rota/availability.ts'
import type { StaffingMinimum } from '../../shared/domain/rota/minimum.ts'
import { type Proposal, suggestRota } from '../../shared/domain/rota/suggest.ts'
import type { UnmetMinimum } from '../../shared/domain/rota/unmet.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import type { PlainDate, Weekday } from '../../shared/domain/time/values.ts'
import { aCertificationType, aLocation, aPractitioner, aQualification, aServiceType, date, monday, newId, openDaily, someFacts, time } from './builders.ts'

// One location that never closes, one service, and three people who are certified for it and on no shift; `available` and `minimum` say what a rota may be made of and must reach.

export const lakeside = aLocation({ openingHours: openDaily('00:00', '00:00') })
export const dystonia = aCertificationType()
export const neck = aServiceType()
export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const people = [aPractitioner(), aPractitioner(), aPractitioner()]
export const available = (n: number, overrides: Partial<Availability> = {}): Availability => ({
  id: newId(), version: 1, practitionerId: people[n]?.id ?? newId(), weekly: everyDay.map(weekday => ({ weekday, start: time('00:00'), end: time('00:00'), wish: 'could' as const })),
  dated: [], maxWeekMinutes: null, restMinutes: 660, note: '', ...overrides,
})
export const minimum = (start: string, end: string, overrides: Partial<StaffingMinimum> = {}): StaffingMinimum => ({
  id: newId(), version: 1, locationId: lakeside.id, serviceTypeId: neck.id, people: 1, weekdays: everyDay, hours: { start: time(start), end: time(end) },
  from: date('2026-01-01'), through: null, apart: false, ...overrides,
})
export const clinic = (overrides: Partial<StaffingFacts> = {}): StaffingFacts => someFacts({
  locations: [lakeside], practitioners: people, certificationTypes: [dystonia], serviceTypes: [neck],
  qualifications: people.map(person => aQualification({ practitionerId: person.id, certificationTypeId: dystonia.id })), ...overrides,
})
export const suggest = (facts: StaffingFacts, minimums: readonly StaffingMinimum[], availabilities: readonly Availability[], dates: readonly PlainDate[] = [monday]): Promise<Proposal> =>
  suggestRota({ facts, minimums, availabilities, locationId: lakeside.id, dates }, solveProgram, 30)
export const shortOf = (unmet: readonly UnmetMinimum[]): number => unmet.reduce((sum, { interval, present, wanted }) => sum + (interval.end - interval.start) / 60_000 * (wanted - present), 0)
export const who = ({ shifts }: Proposal) => shifts.map(({ practitionerId, date: on, start, end }) => [people.findIndex(person => person.id === practitionerId), on, start, end])
