import type { Reason, Staffing, StaffingFacts } from '../../shared/domain/staffing/types.ts'
import type { Interval } from '../../shared/domain/time/values.ts'
import { bruteForceFeasible, bruteForceStaffing } from './bruteForceStaffing.ts'
import type { BruteVerdict } from './bruteForceStaffing.ts'

const written = (reason: Reason): string => {
  switch (reason.kind) {
    case 'inactive': case 'supervisor-missing': case 'supervisor-busy': return reason.kind
    case 'role-not-allowed': return `role-not-allowed ${reason.roles.join()}`
    case 'not-certified': return `not-certified ${reason.competence}`
    case 'expired': return `expired ${reason.lastDay} ${reason.competence} ${reason.qualificationId}`
    case 'not-yet-effective': return `not-yet-effective ${reason.firstDay} ${reason.competence} ${reason.qualificationId}`
    case 'suspended': case 'revoked': case 'superseded': case 'unverified': case 'verification-overdue': case 'expiry-unknown': case 'prescriber-missing':
    case 'hours-short': return `${reason.kind} ${reason.competence} ${reason.qualificationId}`
    case 'off-shift': return `off-shift ${reason.next}`
    case 'absent': return `absent ${reason.until}`
    case 'role-barred': case 'company-missing': return `${reason.kind} ${reason.scopeRuleId}`
    case 'busy': return `busy ${reason.appointmentId}`
  }
}

const ticksIn = (interval: Interval, tickMs: number): readonly number[] =>
  Array.from({ length: Math.ceil((interval.end - interval.start) / tickMs) }, (_, i) => interval.start + i * tickMs)

function verdictsDiffer(facts: StaffingFacts, staffing: Staffing, expected: readonly BruteVerdict[]): string | null {
  if ([...staffing.verdicts.keys()].join() !== expected.map((one) => one.id).join()) return 'not the same visits'
  const visits = new Map(facts.appointments.map((visit) => [visit.id as string, visit]))
  const wantOf = new Map(expected.map((one) => [one.id, one]))
  const performing: { readonly id: string; readonly who: string }[] = []
  for (const want of expected) {
    const visit = visits.get(want.id)
    const verdict = visit === undefined ? undefined : staffing.verdicts.get(visit.id)
    if (verdict === undefined || visit === undefined) return `${want.id}: no verdict`
    const state = want.state === 'open' ? (want.served ? 'assignable' : 'uncovered') : want.state
    if (verdict.state !== state) return `${want.id}: ${verdict.state}, should be ${state}`
    const reasons = Object.fromEntries(verdict.reasons.map((entry) => [entry.practitionerId, entry.reasons.map(written).sort()]))
    if (JSON.stringify(reasons) !== JSON.stringify(want.reasons)) return `${want.id}: reasons ${JSON.stringify(reasons)}, should be ${JSON.stringify(want.reasons)}`
    if (verdict.state === 'covered' && (verdict.fragile?.practitionerId ?? null) !== want.fragileOn) {
      return `${want.id}: hangs on ${verdict.fragile?.practitionerId}, should be ${want.fragileOn}`
    }
    if (verdict.state === 'assignable') {
      if (!want.eligible.includes(verdict.performerId)) return `${want.id}: assigned to somebody who may not`
      performing.push({ id: want.id, who: verdict.performerId })
    }
    if (verdict.state !== 'uncovered') continue
    if ((verdict.shortage === null) !== (want.eligible.length === 0)) return `${want.id}: shortage ${JSON.stringify(verdict.shortage)}`
    if (verdict.shortage === null) continue
    const ids = verdict.shortage.appointmentIds as readonly string[]
    const wantsOf = (chosen: readonly string[]) => chosen.flatMap((id) => {
      const [one, want] = [visits.get(id as typeof visit.id), wantOf.get(id)]
      return one === undefined || want === undefined ? [] : [{ ...want, interval: one.interval }]
    })
    if (!ids.every((id) => wantOf.has(id))) continue
    if (!ids.includes(want.id) || bruteForceFeasible(wantsOf(ids))) return `${want.id}: no proof of shortage in ${ids.join()}`
    const others = expected.filter((one) => (one.state === 'open' || one.atMost !== null || Object.keys(one.limited).length > 0) && one.served).map((one) => one.id)
    const smaller = (size: number, from: number, chosen: readonly string[]): boolean => (chosen.length === size
      ? !bruteForceFeasible(wantsOf(chosen))
      : others.slice(from).some((id, i) => smaller(size, from + i + 1, [...chosen, id])))
    for (let size = 1; size < ids.length; size += 1) if (smaller(size, 0, [want.id])) return `${want.id}: a smaller proof than ${ids.join()}`
    const shortOfSupervisors = bruteForceFeasible(wantsOf(ids).map((one) => ({ ...one, atMost: null, limited: {} })))
    if ((verdict.shortage.supervision !== null) !== shortOfSupervisors) return `${want.id}: ${shortOfSupervisors ? 'not ' : ''}said to be short of performers`
    const { supervision } = verdict.shortage
    if (supervision !== null && supervision.scopeRuleId === null && bruteForceFeasible(wantsOf(ids).map((one) => ({ ...one, limited: {} })))) return `${want.id}: no rule is told of`
    if (supervision !== null && supervision.scopeRuleId !== null && !facts.rules.some((rule) => rule.id === supervision.scopeRuleId && rule.terms.ratio === supervision.atMost)) return `${want.id}: another rule is told of`
    const people = [...new Set(wantsOf(ids).flatMap((one) => one.eligible))].sort().join()
    if (people !== verdict.shortage.practitionerIds.join()) return `${want.id}: people of the shortage ${verdict.shortage.practitionerIds.join()}, should be ${people}`
  }
  for (const a of performing) {
    for (const b of performing) {
      const one = [...visits.values()].find((visit) => visit.id === a.id)?.interval
      const other = [...visits.values()].find((visit) => visit.id === b.id)?.interval
      if (a.id < b.id && a.who === b.who && one && other && one.start < other.end && other.start < one.end) return `${a.who} is in two places`
    }
  }
  return null
}

const first = (name: string, got: readonly string[], want: readonly string[]): string | null => {
  const odd = got.find((one) => !want.includes(one)) ?? want.find((one) => !got.includes(one))
  return odd === undefined ? null : `${name}: ${odd} only ${got.includes(odd) ? 'in the engine' : 'in the brute force'}`
}

/** What an engine says otherwise than the brute force, in words; null when they agree. */
export function disagreement(
  facts: StaffingFacts, window: Interval, stepMinutes: number, assess: (facts: StaffingFacts, window: Interval) => Staffing,
): string | null {
  const tickMs = stepMinutes * 60_000
  const expected = bruteForceStaffing(facts, window.start, window.end, tickMs)
  const staffing = assess(facts, window)
  return verdictsDiffer(facts, staffing, expected.verdicts)
    ?? first('gaps', staffing.gaps.flatMap((gap) => ticksIn(gap.interval, tickMs).map((tick) => `${gap.locationId} ${gap.serviceTypeId} ${tick}`)).sort(), expected.gaps)
    ?? first('fragile', staffing.fragile.flatMap((gap) => ticksIn(gap.interval, tickMs).map((tick) => `${gap.locationId} ${gap.serviceTypeId} ${tick} ${gap.practitionerId}`)).sort(), expected.fragile)
    ?? first('working', staffing.working.flatMap((one) => ticksIn(one.interval, tickMs).map((tick) => `${one.practitionerId} ${one.locationId} ${one.presence} ${tick}`)).sort(), expected.working)
}
