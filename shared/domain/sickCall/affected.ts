import { type Appointment, isStanding } from '../appointment.ts'
import { replaceRow, verdictDifference } from '../impact.ts'
import { datesTaken } from '../minimumInterval.ts'
import type { ServiceType } from '../service.ts'
import type { Absence } from '../shift.ts'
import { assessVisits } from '../staffing/assessStaffing.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { dayNumber } from '../time/plainDate.ts'
import { overlaps } from '../time/interval.ts'
import type { Instant } from '../time/values.ts'
import { dateOf } from '../time/wallClock.ts'
import { absenceInterval } from '../workingTime.ts'

/** From so many minutes of travel on, a patient comes from far. */
export const farMinutes = 60

/** The visits, not over yet, that an absence takes the performer from or leaves flagged. `facts` hold neither it nor any other absence of that person then. */
export function affectedBy(facts: StaffingFacts, absence: Absence, now: Instant): readonly Appointment[] {
  const away = absenceInterval(absence)
  const gone = { ...facts, absences: replaceRow(facts.absences, absence.id, absence) }
  const worse = new Set(verdictDifference(assessVisits(facts, away), assessVisits(gone, away)).flags)
  return facts.appointments.filter(visit => isStanding(visit.status) && visit.interval.end > now && overlaps(visit.interval, away)
    && (visit.performerId === absence.practitionerId || worse.has(visit.id)))
}

/** How many days a visit already lies past the shortest interval since the one before it; `null`: there was none, or nothing is known of an interval. */
export function overdueDays(visit: Appointment, ofPatient: readonly Appointment[], service: Pick<ServiceType, 'id' | 'minimumIntervalDays'> | undefined): number | null {
  const minimum = service?.minimumIntervalDays ?? null
  if (service === undefined || minimum === null) return null
  const last = datesTaken(ofPatient.filter(other => other.id !== visit.id), service.id).filter(date => date < dateOf(visit.start)).toSorted().at(-1)
  return last === undefined ? null : dayNumber(dateOf(visit.start)) - dayNumber(last) - minimum
}

/** What makes a visit that is affected worse than another. */
export type Trouble = { readonly visit: Appointment; readonly uncovered: boolean; readonly travelMinutes: number | null; readonly overdueDays: number | null }

/** Worst first: nobody else is there, then whoever comes from far, whose interval has run over, who has arrived already, and who comes first. */
export function worstFirst(a: Trouble, b: Trouble): number {
  const marks = ({ uncovered, travelMinutes, overdueDays: overdue, visit }: Trouble): readonly boolean[] =>
    [uncovered, (travelMinutes ?? 0) >= farMinutes, (overdue ?? 0) > 0, visit.status === 'arrived']
  const [mine, theirs] = [marks(a), marks(b)]
  const differing = mine.findIndex((mark, index) => mark !== theirs[index])
  if (differing >= 0) return mine[differing] === true ? -1 : 1
  return a.visit.interval.start - b.visit.interval.start || (a.visit.id < b.visit.id ? -1 : 1)
}
