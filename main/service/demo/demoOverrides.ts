import type { Appointment, Override } from '../../../shared/domain/appointment.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { signsOf } from '../../../shared/domain/override.ts'
import { assessVisits } from '../../../shared/domain/staffing/assessStaffing.ts'
import { isFlagged } from '../../../shared/domain/staffing/explain.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { Instant, PlainDate } from '../../../shared/domain/time/values.ts'

type Lead = { readonly id: AccountId; readonly name: string }

/** What was said, for how many days from today on (`null`: until the visit), and whether the flag has another reason since. */
const answers: readonly { readonly reason: string; readonly days: number | null; readonly changed: boolean }[] = [
  { reason: 'A colleague of the other practice will be here', days: null, changed: false },
  { reason: 'Somebody from the university clinic comes over', days: 14, changed: false },
  { reason: 'Waiting for the board’s letter', days: -1, changed: false },
  { reason: 'Agreed by telephone: somebody will be found', days: null, changed: true },
]

/** Some of the visits to come that are flagged, as somebody let them stand; it may take another flag than theirs to tell. */
export function demoOverrides(facts: StaffingFacts, lead: Lead, now: Instant, today: PlainDate): readonly Appointment[] {
  const window = { start: instant(now + dayMs), end: instant(now + 60 * dayMs) }
  const verdicts = assessVisits(facts, window)
  const flagged = facts.appointments.filter((visit) => {
    const verdict = verdicts.get(visit.id)
    // With a reason against whoever is named: what an override was given for, and what came up since, is told by these.
    return verdict !== undefined && isFlagged(verdict) && signsOf({ verdict, findings: [] }, visit.performerId).length > 1
  })
  return answers.flatMap(({ reason, days, changed }, n) => {
    const visit = flagged[n * 3]
    const verdict = visit === undefined ? undefined : verdicts.get(visit.id)
    if (visit === undefined || verdict === undefined) return []
    const override: Override = {
      reason, by: lead.id, byName: lead.name, at: instant(now - 3 * dayMs), through: days === null ? null : addDays(today, days),
      against: changed ? [verdict.state] : signsOf({ verdict, findings: [] }, visit.performerId),
    }
    return [{ ...visit, override }]
  })
}
