import type { Appointment } from '../appointment.ts'
import type { AppointmentId, PatientId, ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import type { PractitionerReasons, Reason, StaffingFacts, Verdict } from '../staffing/types.ts'
import { dayNumber, daySpan, spanHas } from '../time/plainDate.ts'
import type { PlainDate } from '../time/values.ts'
import { dateOf } from '../time/wallClock.ts'
import { lawOf } from './editions.ts'
import type { Finding } from './finding.ts'
import { findingOf, findingsOn } from './judge.ts'
import type { Purpose } from './jurisdiction.ts'

/** The visit, or the place for one, that is judged. */
export type Subject = Pick<Appointment, 'serviceTypeId' | 'locationId' | 'start' | 'performerId'>

/** What is said of a visit once the rules of its place have been asked as well. */
export type Joined = { readonly verdict: Verdict; readonly findings: readonly Finding[] }

const weight = { block: 0, warn: 1, inform: 2 } as const
const gravest = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => weight[a.severity] - weight[b.severity])

/** What the performer is at the place that day, and of that what may perform the service; all of it where nothing may. */
function performerRoles(facts: StaffingFacts, { performerId, locationId, serviceTypeId, start }: Subject): readonly Role[] | null {
  const performer = facts.practitioners.find(person => person.id === performerId)
  if (performer === undefined) return null
  const day = dayNumber(dateOf(start))
  const held = performer.roles
    .filter(role => (role.locationId === null || role.locationId === locationId) && spanHas(daySpan(role.from, role.through), day))
    .map(role => role.role)
  const allowed = facts.serviceTypes.find(service => service.id === serviceTypeId)?.roles ?? []
  const able = held.filter(role => allowed.includes(role))
  return able.length > 0 ? able : held
}

type RuleReason = Extract<Reason, { readonly scopeRuleId: ScopeRuleId }>
const ruleReasons = (entries: readonly PractitionerReasons[]): readonly RuleReason[] =>
  entries.flatMap(entry => entry.reasons.filter((reason): reason is RuleReason => 'scopeRuleId' in reason))

/** A rule by which those who must be there are too few for all the visits at the time. */
function shortByRule(verdict: Verdict): readonly RuleReason[] {
  const scopeRuleId = verdict.state === 'uncovered' ? verdict.shortage?.supervision?.scopeRuleId ?? null : null
  return scopeRuleId === null ? [] : [{ kind: 'company-missing', scopeRuleId }]
}

/** The rules that took the performer out, or anybody where nobody is left; each once. */
function staffFindings(facts: StaffingFacts, subject: Subject, verdict: Verdict, purpose: Purpose): readonly Finding[] {
  const own = ruleReasons(verdict.reasons.filter(entry => entry.practitionerId === subject.performerId))
  const short = shortByRule(verdict)
  const others = verdict.state === 'covered' ? [] : ruleReasons(verdict.reasons.filter(entry => entry.practitionerId !== subject.performerId))
  const found = new Map<string, Finding>()
  for (const [severity, reasons] of [['block', subject.performerId === null ? own : [...own, ...short]], ['inform', [...short, ...others]]] as const) {
    for (const { kind, scopeRuleId } of reasons) {
      const rule = facts.rules.find(each => each.id === scopeRuleId)
      const key = `${kind} ${scopeRuleId}`
      if (rule !== undefined && !found.has(key)) found.set(key, findingOf(rule, purpose, { severity, cause: { kind } }))
    }
  }
  return [...found.values()]
}

/** A block that does not hang on who performs the visit: no other performer would help. */
export const blocksVisit = ({ severity, cause }: Finding): boolean => severity === 'block' && (cause.kind === 'under-age' || cause.kind === 'birth-date-unknown')

/** The rules that block a place for a patient, whoever performs the visit there. */
export const blocksAt = (
  facts: StaffingFacts, serviceTypeId: Subject['serviceTypeId'], place: Pick<Subject, 'locationId' | 'start'>, birthDate: PlainDate | null,
): readonly Finding[] => joinRules(facts, { serviceTypeId, performerId: null, ...place }, unjudged, birthDate).findings.filter(blocksVisit)

const unjudged: Verdict = { state: 'uncovered', shortage: null, reasons: [] }

/** Joins the word of the rules in force on a visit's day to what the staffing engine says of it. */
export function joinRules(facts: StaffingFacts, subject: Subject, verdict: Verdict, birthDate: PlainDate | null): Joined {
  const law = lawOf(facts.rules)
  const place = facts.locations.find(location => location.id === subject.locationId)?.regulation ?? null
  const service = facts.serviceTypes.find(each => each.id === subject.serviceTypeId)
  const purpose = service?.purpose ?? 'unknown'
  // The rules speak of who injects whom: physiotherapy injects nobody.
  const ofVisit = service?.physiotherapy === true ? [] : findingsOn(law, { place, purpose, day: dateOf(subject.start), birthDate, performerRoles: performerRoles(facts, subject) })
  const blocks = ofVisit.filter(blocksVisit)
  return {
    verdict: blocks.length === 0 ? verdict : { state: 'against-rule', findings: blocks, reasons: verdict.reasons },
    findings: gravest([...ofVisit, ...staffFindings(facts, subject, verdict, purpose)]),
  }
}

/** What is said of visits, by visit. */
export type Said = {
  readonly verdicts: ReadonlyMap<AppointmentId, Verdict>
  readonly findings: ReadonlyMap<AppointmentId, readonly Finding[]>
}

/** Asks the rules about every visit that has a verdict. A patient whose birth date is not among these counts as one without. */
export function joinAll(facts: StaffingFacts, staffed: Said['verdicts'], birthDates: ReadonlyMap<PatientId, PlainDate | null>): Said {
  if (lawOf(facts.rules).turningDays.length === 0) return { verdicts: staffed, findings: new Map() }
  const verdicts = new Map(staffed)
  const findings = new Map<AppointmentId, readonly Finding[]>()
  for (const visit of facts.appointments) {
    const verdict = verdicts.get(visit.id)
    if (verdict === undefined) continue
    const judged = joinRules(facts, visit, verdict, birthDates.get(visit.patientId) ?? null)
    verdicts.set(visit.id, judged.verdict)
    findings.set(visit.id, judged.findings)
  }
  return { verdicts, findings }
}
