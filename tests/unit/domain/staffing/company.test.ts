import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { Practitioner, Role } from '../../../../shared/domain/person.ts'
import { joinRules } from '../../../../shared/domain/rules/joined.ts'
import type { RuleTerms } from '../../../../shared/domain/rules/scopeRule.ts'
import { assign } from '../../../../shared/domain/staffing/assignment.ts'
import type { Demand, Limit } from '../../../../shared/domain/staffing/demand.ts'
import { findSlots } from '../../../../shared/domain/staffing/slots.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aPractitioner, aQualification, aRole, aRule, aShift, at, between, idNumber, wall } from '../../../support/builders.ts'
import { aVisit, certificate, clinic, lakeside, monday4May, service } from '../../../support/smallClinic.ts'

const person = (n: number, ...roles: readonly Role[]): Practitioner => aPractitioner({ id: idNumber(n), roles: roles.map(role => aRole({ role })) })
const [nell, mary, finn] = [0x41, 0x42, 0x43].map(n => person(n, 'registered-nurse')) as [Practitioner, Practitioner, Practitioner]
const [doctor, lee] = [person(0x51, 'physician'), person(0x52, 'physician')] as const

/** Nurses inject while a physician is there, one at a time beside each. */
const oneEach = (terms: Partial<RuleTerms> = {}) =>
  aRule({ id: idNumber(0x99), terms: { jurisdiction: 'US-TX', roles: ['registered-nurse'], presence: 'on-site', presentRoles: ['physician'], ratio: 1, ...terms } })

/** A practice in which all these people are there all day, and all but `uncertified` are certified. */
const practice = (people: readonly Practitioner[], appointments: readonly Appointment[] = [], terms: Partial<RuleTerms> = {}, uncertified: readonly Practitioner[] = [doctor, lee]): Partial<StaffingFacts> => ({
  practitioners: people, appointments, rules: [oneEach(terms)],
  locations: [{ ...lakeside, regulation: { jurisdiction: 'US-TX', setting: 'both' } }],
  serviceTypes: [{ ...service, roles: ['physician', 'registered-nurse'] }],
  qualifications: people.filter(one => !uncertified.includes(one)).map((one, n) => aQualification({ id: idNumber(0x61 + n), practitionerId: one.id, certificationTypeId: certificate.id })),
  shiftPatterns: people.map((one, n) => aShift({ id: idNumber(0x71 + n), practitionerId: one.id, locationId: lakeside.id })),
})
const visit = (n: number, who: Practitioner | null, start = '15:00') => aVisit({ id: idNumber(0x900 + n), performerId: who?.id ?? null, start: wall(`2026-05-04T${start}`) })
const states = (facts: Partial<StaffingFacts>) => [...monday4May(facts).verdicts.values()].map(verdict => verdict.state)

describe('a rule that so many may inject beside each who is there', () => {
  test('leaves the later-made of two at once, named or not, and names the rule and who is too few', () => {
    for (const second of [mary, null]) {
      const facts = practice([nell, mary, doctor], [visit(1, nell), visit(2, second, '15:10')])
      const { verdicts } = monday4May(facts)
      expect([...verdicts.values()].map(({ state }) => state)).toEqual(['covered', 'uncovered'])
      const verdict = verdicts.get(idNumber(0x902))
      expect(verdict).toMatchObject({ shortage: { appointmentIds: [idNumber(0x901), idNumber(0x902)], supervision: { practitionerIds: [doctor.id], atMost: 1, scopeRuleId: idNumber(0x99) } } })
      const findings = verdict === undefined ? [] : joinRules(clinic(facts), visit(2, second), verdict, null).findings
      // Whoever is named stands against the rule; where nobody is, it is told which rule it is.
      expect(findings.map(({ severity, cause }) => [severity, cause.kind])).toEqual([[second === null ? 'inform' : 'block', 'company-missing']])
    }
  })
  test('leaves the later-made of two that name nobody', () => {
    expect(states(practice([nell, mary, doctor], [visit(1, null), visit(2, null)]))).toEqual(['assignable', 'uncovered'])
  })
  test('is enough for both where one begins as the other ends, where two are allowed, and where a second one is there', () => {
    expect(states(practice([nell, mary, doctor], [visit(1, nell), visit(2, mary, '15:30')]))).toEqual(['covered', 'covered'])
    expect(states(practice([nell, mary, doctor], [visit(1, nell), visit(2, null)], { ratio: 2 }))).toEqual(['covered', 'assignable'])
    expect(states(practice([nell, mary, doctor, lee], [visit(1, null), visit(2, null)]))).toEqual(['assignable', 'assignable'])
    expect(states(practice([nell, mary, doctor], [visit(1, nell), visit(2, mary)], { ratio: null }))).toEqual(['covered', 'covered'])
  })
  test('counts those who inject at one moment, not all whom a long visit meets', () => {
    const long = { ...visit(1, nell), minutes: 60, interval: between('2026-05-04T15:00', '2026-05-04T16:00') }
    expect(states(practice([nell, mary, finn, doctor], [long, visit(2, mary), visit(3, finn, '15:30')], { ratio: 2 }))).toEqual(['covered', 'covered', 'covered'])
  })
  test('does not count a physician who injects, and gives a visit to one where a nurse would be one too many', () => {
    const facts = practice([nell, mary, doctor], [visit(1, nell), visit(2, null)], {}, [])
    expect(monday4May(facts).verdicts.get(idNumber(0x902))).toMatchObject({ state: 'assignable', performerId: doctor.id })
    // The physician is there for Nell and injects as well: nobody asks that one be idle.
    expect(states(practice([nell, doctor], [visit(1, nell), visit(2, doctor)], {}, []))).toEqual(['covered', 'covered'])
  })
  test('proposes a colleague for whoever is named where both visits can then be had', () => {
    expect(states(practice([nell, mary, doctor], [visit(1, nell), visit(2, mary)], {}, []))).toEqual(['covered', 'assignable'])
  })
  test('binds nobody who may do it as something else', () => {
    const both = person(0x44, 'registered-nurse', 'physician')
    expect(states(practice([nell, both, doctor], [visit(1, nell), visit(2, both)]))).toEqual(['covered', 'covered'])
  })
  test('counts by place: what another place has does not crowd this one', () => {
    const other = { ...lakeside, id: idNumber<typeof lakeside.id>(0x32), regulation: { jurisdiction: 'US-TX', setting: 'both' } as const }
    const facts = practice([nell, mary, doctor, lee], [visit(1, nell), { ...visit(2, mary), locationId: other.id }])
    const moved = { ...facts, locations: [...facts.locations ?? [], other], shiftPatterns: [nell, mary, doctor, lee].map((one, n) => aShift({ id: idNumber(0x71 + n), practitionerId: one.id, locationId: n % 2 === 0 ? lakeside.id : other.id })) }
    expect(states(moved)).toEqual(['covered', 'covered'])
  })
  test('makes a visit hang on one of two who are both needed for those at the time', () => {
    const facts = practice([nell, mary, doctor, lee], [visit(1, nell), visit(2, mary)])
    expect(monday4May(facts).verdicts.get(idNumber(0x902))).toMatchObject({ state: 'covered', fragile: { practitionerId: mary.id } })
    const spare = practice([nell, mary, finn, person(0x45, 'registered-nurse'), doctor, lee], [visit(1, nell), visit(2, mary)])
    expect(monday4May(spare).verdicts.get(idNumber(0x902))).toMatchObject({ state: 'covered', fragile: { practitionerId: doctor.id } })
  })
})

test('a slot is not offered where those who must be there have enough, and the rule is told', () => {
  const query = { serviceTypeId: service.id, locationIds: [lakeside.id], from: at('2026-05-04T15:00'), through: at('2026-05-04T16:00'), limit: 10, stepMinutes: 30, includeClosed: true }
  const { slots, closed } = findSlots(clinic(practice([nell, mary, doctor], [visit(1, nell)])), query)
  expect(slots.map(slot => slot.start.slice(11))).toEqual(['15:30'])
  expect(closed[0]?.reasons.find(entry => entry.practitionerId === mary.id)?.reasons).toEqual([{ kind: 'company-missing', scopeRuleId: idNumber(0x99) }])
})

test('a day of sixty visits beside two who must be there is settled, whatever is too much for them', () => {
  const limit: Limit = { key: 'here', scopeRuleId: idNumber(0x99), ratio: 3, by: [1, 2], atMost: 6 }
  const demand = (n: number): Demand => {
    const start = 480 + 15 * Math.floor(n / 2)
    const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const person = 100 + (n % 12)
    return {
      id: idNumber(0x1000 + n), interval: between(`2026-05-04T${clock(start)}`, `2026-05-04T${clock(start + 60)}`), candidates: [person], named: person, limited: new Map([[person, [[limit]]]]),
    }
  }
  const groups = assign(Array.from({ length: 60 }, (_, n) => demand(n)))
  expect(groups.every(group => group.settled)).toBe(true)
  // As with six places at supervisors: three of four quarters of an hour begin with two visits that find one.
  expect(groups.flatMap(group => [...group.assigned.keys()]).length).toBe(46)
})
