import type { Absence, ShiftException } from '../../../../shared/domain/shift.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { dayMs, earliestInstant, latestInstant } from '../../../../shared/domain/time/instant.ts'
import { dateOfDay } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval, PlainDate } from '../../../../shared/domain/time/values.ts'
import type { FactsCopy, StandingFacts, Tx } from '../transaction.ts'
import { visitsWithin } from './appointments.ts'
import { locationMapping, roomMapping } from './places.ts'
import { scopeRuleMapping } from './rules.ts'
import { serviceTypeMapping } from './serviceTypes.ts'
import { absenceMapping, shiftExceptionMapping, shiftPatternMapping } from './shifts.ts'
import { certificationTypeMapping, practitionerMapping, qualificationMapping } from './staff.ts'
import { readsOf } from './versioned.ts'

/** A copy that is used only by transactions that see the very commit from which it was made. */
export function createFactsCopy(): FactsCopy {
  let kept: { readonly commit: number; readonly facts: StandingFacts } | null = null
  return {
    read: async (tx) => {
      if (tx.marks.staff) return readStanding(tx)
      const commit = (await tx.state()).staff_changed
      if (kept?.commit === commit) return kept.facts
      const facts = await readStanding(tx)
      // What this transaction itself has changed meanwhile may never be committed.
      if (!tx.marks.staff && commit > (kept?.commit ?? -1)) kept = { commit, facts }
      return facts
    },
  }
}

const readStanding = async (tx: Tx): Promise<StandingFacts> => ({
  practitioners: await readsOf(tx, practitionerMapping).all(),
  certificationTypes: await readsOf(tx, certificationTypeMapping).all(),
  qualifications: await readsOf(tx, qualificationMapping).all(),
  serviceTypes: await readsOf(tx, serviceTypeMapping).all(),
  locations: await readsOf(tx, locationMapping).all(),
  rooms: await readsOf(tx, roomMapping).all(),
  shiftPatterns: await readsOf(tx, shiftPatternMapping).all(),
  shiftExceptions: await readsOf(tx, shiftExceptionMapping).all(),
  absences: await readsOf(tx, absenceMapping).all(),
  rules: await readsOf(tx, scopeRuleMapping).all(),
})

const firstDay = Math.floor(earliestInstant / dayMs)
const lastDay = Math.floor(latestInstant / dayMs)

/** The rows of some days; asked again for the same days of the same copy, the very same lists, so that what was made of them still holds. */
function onDays(standing: StandingFacts, from: PlainDate, through: PlainDate): StandingFacts {
  const key = `${from}/${through}`
  const before = narrowed.get(standing)
  if (before?.key === key) return before.facts
  const near = (row: ShiftException): boolean => row.date >= from && row.date <= through
  const touching = (row: Absence): boolean => row.end >= `${from}T00:00` && row.start <= `${through}T99`
  const facts = { ...standing, shiftExceptions: standing.shiftExceptions.filter(near), absences: standing.absences.filter(touching) }
  narrowed.set(standing, { key, facts })
  return facts
}
const narrowed = new WeakMap<StandingFacts, { readonly key: string; readonly facts: StandingFacts }>()

/** Everything that the staffing engine needs for an interval. */
export async function readStaffingFacts(tx: Tx, interval: Interval): Promise<StaffingFacts> {
  const standing = await tx.memory.facts.read(tx)
  // No zone is further from UTC than a day, and a shift may run into the next one.
  const from = dateOfDay(Math.max(firstDay, Math.floor(interval.start / dayMs) - 2))
  const through = dateOfDay(Math.min(lastDay, Math.ceil(interval.end / dayMs) + 2))
  return { ...onDays(standing, from, through), appointments: await visitsWithin(tx, interval, null) }
}
