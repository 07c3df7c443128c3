import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import type { Staffing, StaffingFacts, Verdict } from '../../../../shared/domain/staffing/types.ts'
import { plusMinutes } from '../../../../shared/domain/time/instant.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { anyCase } from '../../../support/arbitraryFacts.ts'
import { disagreement } from '../../../support/disagreement.ts'

// Engines with one fault each, of kinds that have been made before: the comparison must tell every one of them.
type Engine = (facts: StaffingFacts, window: Interval) => Staffing

const onFacts = (change: (facts: StaffingFacts) => StaffingFacts): Engine => (facts, window) => assessStaffing(change(facts), window)
const onVerdicts = (change: (verdict: Verdict) => Verdict): Engine => (facts, window) => {
  const staffing = assessStaffing(facts, window)
  return { ...staffing, verdicts: new Map([...staffing.verdicts].map(([id, verdict]) => [id, change(verdict)])) }
}

const faulty: Readonly<Record<string, Engine>> = {
  'lets a certificate count one day too long': onFacts((facts) => ({
    ...facts, qualifications: facts.qualifications.map((one) => ({ ...one, expires: one.expires === null ? null : addDays(one.expires, 1) })),
  })),
  'starts a certificate one day early': onFacts((facts) => ({
    ...facts, qualifications: facts.qualifications.map((one) => ({ ...one, issued: addDays(one.issued, -1) })),
  })),
  'counts what is not verified': onFacts((facts) => ({
    ...facts, qualifications: facts.qualifications.map((one) => ({ ...one, verification: facts.qualifications[0]?.verification ?? one.verification })),
  })),
  'forgets absences': onFacts((facts) => ({ ...facts, absences: [] })),
  'forgets dated changes of shifts': onFacts((facts) => ({ ...facts, shiftExceptions: [] })),
  'takes on call for on site': onFacts((facts) => ({ ...facts, shiftPatterns: facts.shiftPatterns.map((one) => ({ ...one, presence: 'on-site' })) })),
  'forgets the supervisor': onFacts((facts) => ({ ...facts, serviceTypes: facts.serviceTypes.map((one) => ({ ...one, supervision: null })) })),
  'lets one person supervise any number': onFacts((facts) => ({
    ...facts, serviceTypes: facts.serviceTypes.map((one) => ({ ...one, supervision: one.supervision === null ? null : { ...one.supervision, atMost: null } })),
  })),
  'lets any number inject beside one who is there': onFacts((facts) => ({ ...facts, rules: facts.rules.map((one) => ({ ...one, terms: { ...one.terms, ratio: null } })) })),
  'forgets who must be there by a rule': onFacts((facts) => ({ ...facts, rules: [] })),
  'forgets fulfilled visits': onFacts((facts) => ({ ...facts, appointments: facts.appointments.filter((one) => one.status !== 'fulfilled') })),
  'takes a draft for approved': onFacts((facts) => ({ ...facts, serviceTypes: facts.serviceTypes.map((one) => ({ ...one, status: 'approved' })) })),
  'looks at nothing outside the window': (facts, window) => assessStaffing({
    ...facts, appointments: facts.appointments.filter((one) => one.interval.start < window.end && window.start < one.interval.end),
  }, window),
  'calls a visit without anybody assignable': onVerdicts((verdict) => {
    const person = verdict.state === 'uncovered' ? verdict.shortage?.practitionerIds[0] : undefined
    return person === undefined ? verdict : { state: 'assignable', performerId: person, reasons: verdict.reasons }
  }),
  'sees nothing fragile': onVerdicts((verdict) => (verdict.state === 'covered' ? { ...verdict, fragile: null } : verdict)),
  'ends gaps a quarter of an hour early': (facts, window) => {
    const staffing = assessStaffing(facts, window)
    return { ...staffing, gaps: staffing.gaps.map((gap) => ({ ...gap, interval: { start: gap.interval.start, end: plusMinutes(gap.interval.end, -15) } })) }
  },
}

describe('the comparison with the brute force tells an engine that', { timeout: 120_000 }, () => {
  test.each(Object.entries(faulty))('%s', (_, engine) => {
    const outcome = fc.check(fc.property(anyCase(), ({ facts, window, stepMinutes }) => disagreement(facts, window, stepMinutes, engine) === null), {
      // The same cases each time: whether a fault is found must not be left to luck.
      numRuns: 20_000, seed: 20261126, endOnFailure: true,
    })
    expect(outcome.failed).toBe(true)
  })
})
