import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { PatientId } from '../../../../shared/domain/ids.ts'
import { isUnlawful } from '../../../../shared/domain/rules/finding.ts'
import { blocksAt, blocksVisit, joinAll, type Joined, joinRules } from '../../../../shared/domain/rules/joined.ts'
import type { RuleTerms, ScopeRule } from '../../../../shared/domain/rules/scopeRule.ts'
import { isFlagged } from '../../../../shared/domain/staffing/explain.ts'
import type { StaffingFacts, Verdict } from '../../../../shared/domain/staffing/types.ts'
import { aPractitioner, aRole, aRule, aServiceType, date, newId, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, lakeside, ortiz, service, verdictOn } from '../../../support/smallClinic.ts'

const texas = { ...lakeside, regulation: { jurisdiction: 'US-TX', setting: 'both' } as const }
const rule = (terms: Partial<RuleTerms>, overrides: Partial<ScopeRule> = {}): ScopeRule => aRule({ ...overrides, terms: { jurisdiction: 'US-TX', ...terms } })
const adultsOnly = rule({ minimumAge: 18, law: true })
const childBorn = date('2010-01-01')
const adultBorn = date('1961-07-09')
const visit = aVisit()
const covered = verdictOn(visit)
const uncovered = (overrides: Partial<Extract<Verdict, { state: 'uncovered' }>> = {}): Verdict => ({ state: 'uncovered', shortage: null, reasons: [], ...overrides })
const factsWith = (rules: readonly ScopeRule[], overrides: Partial<StaffingFacts> = {}) => clinic({ locations: [texas], rules, ...overrides })
type Setting = { readonly of?: Appointment; readonly verdict?: Verdict; readonly birthDate?: typeof childBorn | null; readonly facts?: Partial<StaffingFacts> }
const join = (rules: readonly ScopeRule[], { of = visit, verdict = covered, birthDate = adultBorn, facts = {} }: Setting = {}): Joined => joinRules(factsWith(rules, facts), of, verdict, birthDate)
const said = (...given: Parameters<typeof join>) => join(...given).findings.map(({ severity, cause }) => `${severity} ${cause.kind}`)

describe('a rule about the patient’s age', () => {
  test('turns the verdict on a visit that it blocks, and keeps the reasons of the staff', () => {
    const { verdict, findings } = join([adultsOnly], { birthDate: childBorn })
    expect(verdict).toEqual({ state: 'against-rule', findings, reasons: covered.reasons })
    expect(isFlagged(verdict)).toBe(true)
    expect(join([adultsOnly]).verdict).toBe(covered)
  })

  test('flags a visit of somebody whose birth date nobody knows', () => {
    expect(join([adultsOnly], { birthDate: null }).verdict.state).toBe('against-rule')
  })

  test('only warns where the rule only warns', () => {
    const { verdict, findings } = join([rule({ minimumAge: 18, severity: 'warn' })], { birthDate: childBorn })
    expect([verdict, findings.map(({ severity }) => severity)]).toEqual([covered, ['warn']])
  })

  test('says nothing where nobody has said whose law holds, of an unknown place, and of physiotherapy', () => {
    expect(said([adultsOnly], { birthDate: childBorn, facts: { locations: [lakeside] } })).toEqual([])
    expect(said([adultsOnly], { birthDate: childBorn, of: aVisit({ locationId: newId() }) })).toEqual([])
    expect(said([adultsOnly], { birthDate: childBorn, facts: { serviceTypes: [{ ...service, physiotherapy: true }] } })).toEqual([])
  })

  test('counts a service that is not known, or of which nobody has said what it is for, as meant', () => {
    const cosmetic = rule({ minimumAge: 18, purpose: 'cosmetic' })
    expect(said([cosmetic], { birthDate: childBorn })).toEqual([])
    expect(said([cosmetic], { birthDate: childBorn, of: aVisit({ serviceTypeId: newId() }) })).toEqual(['block under-age'])
    const [finding] = join([cosmetic], { birthDate: childBorn, facts: { serviceTypes: [{ ...service, purpose: 'unknown' }] } }).findings
    expect(finding?.purposeUnknown).toBe(true)
  })

  test('blocks a place for a patient before anybody is named, and blocks nothing else there', () => {
    const order = rule({ order: 'yes', severity: 'warn' })
    const blocks = (birthDate: typeof childBorn | null) => blocksAt(factsWith([adultsOnly, order]), service.id, { locationId: lakeside.id, start: wall('2026-05-04T10:00') }, birthDate).map(({ cause }) => cause.kind)
    expect([blocks(childBorn), blocks(null), blocks(adultBorn)]).toEqual([['under-age'], ['birth-date-unknown'], []])
  })
})

test('what a visit is blocked for is its patient’s age, known or not, and only where the rule blocks', () => {
  const findings = join([adultsOnly, rule({ minimumAge: 16, severity: 'warn' }), rule({ order: 'yes' })], { birthDate: null }).findings
  expect(findings.filter(blocksVisit).map(({ citation }) => citation.id)).toEqual([adultsOnly.id])
  const barred = rule({ mayInject: 'no' })
  const [finding] = join([barred], { verdict: uncovered({ reasons: [{ practitionerId: khan.id, reasons: [{ kind: 'role-barred', scopeRuleId: barred.id }] }] }) }).findings
  expect([finding?.severity, finding !== undefined && blocksVisit(finding)]).toEqual(['block', false])
})

test('only a block that is law may not be talked away', () => {
  const unlawful = (terms: Partial<RuleTerms>) => join([rule({ minimumAge: 18, ...terms })], { birthDate: childBorn }).findings.some(isUnlawful)
  expect([unlawful({ law: true }), unlawful({ law: false }), unlawful({ law: true, severity: 'warn' })]).toEqual([true, false, false])
})

test('the gravest finding comes first', () => {
  const rules = [rule({ words: 'A licence is coming.' }), rule({ order: 'yes', severity: 'warn' }), adultsOnly, rule({ examination: 'yes', severity: 'warn' })]
  expect(said(rules, { birthDate: childBorn })).toEqual(['block under-age', 'warn order-needed', 'warn examination-needed', 'inform told'])
})

describe('a rule for a role', () => {
  const forNurses = rule({ roles: ['registered-nurse'], order: 'yes', severity: 'warn' })
  const byNurse = (roles: Parameters<typeof aRole>[0][], allowed = service.roles, of: Partial<Appointment> = {}) => {
    const nurse = aPractitioner({ roles: roles.map(aRole) })
    return said([forNurses], { of: aVisit({ performerId: nurse.id, ...of }), facts: { practitioners: [khan, nurse], serviceTypes: [aServiceType({ roles: ['physician', 'registered-nurse', 'dentist'] }), aServiceType({ ...service, roles: allowed })] } })
  }

  test('binds by what the performer is at that place on that day', () => {
    const both = ['physician', 'registered-nurse'] as const
    expect(byNurse([{ role: 'registered-nurse' }], both)).toEqual(['warn order-needed'])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician' }], both)).toEqual([])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician', locationId: newId() }], both)).toEqual(['warn order-needed'])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician', locationId: lakeside.id }], both)).toEqual([])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician', from: date('2026-05-05') }], both)).toEqual(['warn order-needed'])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician', through: date('2026-05-04') }], both)).toEqual([])
  })

  test('looks only at what may perform the service, and at everything where nothing may', () => {
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'physician' }], ['registered-nurse'])).toEqual(['warn order-needed'])
    expect(byNurse([{ role: 'registered-nurse' }], ['physician'])).toEqual(['warn order-needed'])
    expect(byNurse([{ role: 'registered-nurse' }, { role: 'dentist' }], ['physician'])).toEqual([])
    expect(byNurse([{ role: 'registered-nurse' }], ['physician'], { serviceTypeId: newId() })).toEqual(['warn order-needed'])
  })

  test('binds nobody while nobody is named, or whoever is named is not known', () => {
    expect(byNurse([{ role: 'registered-nurse' }], ['registered-nurse'], { performerId: null })).toEqual([])
    expect(byNurse([{ role: 'registered-nurse' }], ['registered-nurse'], { performerId: newId() })).toEqual([])
  })
})

describe('a rule that took somebody out', () => {
  const barred = rule({ mayInject: 'no' })
  const company = rule({ presence: 'on-site', presentRoles: ['physician'] })
  const out = (who: typeof khan, ...by: readonly ScopeRule[]) => ({ practitionerId: who.id, reasons: by.map(({ id }) => ({ kind: 'role-barred', scopeRuleId: id }) as const) })

  test('blocks with the performer, and is only told of where it took out others', () => {
    expect(said([barred], { verdict: uncovered({ reasons: [out(khan, barred)] }) })).toEqual(['block role-barred'])
    expect(said([barred], { verdict: uncovered({ reasons: [out(ortiz, barred)] }) })).toEqual(['inform role-barred'])
    expect(said([barred], { of: aVisit({ performerId: null }), verdict: uncovered({ reasons: [out(khan, barred)] }) })).toEqual(['inform role-barred'])
  })

  test('is named once, with the weight that it has for the performer', () => {
    expect(said([barred], { verdict: uncovered({ reasons: [out(ortiz, barred), out(khan, barred)] }) })).toEqual(['block role-barred'])
    expect(said([barred], { verdict: uncovered({ reasons: [out(ortiz, barred), out(aPractitioner(), barred)] }) })).toEqual(['inform role-barred'])
  })

  test('is named apart for each rule and each cause', () => {
    const missing = { practitionerId: khan.id, reasons: [{ kind: 'company-missing', scopeRuleId: company.id }] as const }
    const reasons = [{ ...out(khan, barred), reasons: [...out(khan, barred).reasons, ...missing.reasons] }]
    expect(said([barred, company], { verdict: uncovered({ reasons }) })).toEqual(['block role-barred', 'block company-missing'])
    expect(join([company, barred], { verdict: uncovered({ reasons: [out(khan, barred)] }) }).findings.map(({ citation }) => citation.id)).toEqual([barred.id])
    expect(said([company], { verdict: uncovered({ reasons: [{ practitionerId: khan.id, reasons: [...out(khan, company).reasons, ...missing.reasons] }] }) })).toEqual(['block role-barred', 'block company-missing'])
  })

  test('does not matter where the visit is covered, and is left out where its row is not there', () => {
    expect(said([barred], { verdict: { ...covered, reasons: [out(ortiz, barred)] } })).toEqual([])
    expect(said([], { verdict: uncovered({ reasons: [out(khan, barred)] }) })).toEqual([])
  })

  test('is no rule where the reason is another', () => {
    expect(said([barred], { verdict: uncovered({ reasons: [{ practitionerId: khan.id, reasons: [{ kind: 'inactive' }] }] }) })).toEqual([])
  })

  test('leaves visits short of those who must be there: it blocks where somebody is named, and is told of where nobody is', () => {
    const shortage = { appointmentIds: [visit.id], practitionerIds: [khan.id], supervision: { practitionerIds: [ortiz.id], atMost: 1, scopeRuleId: company.id } }
    expect(said([company], { verdict: uncovered({ shortage }) })).toEqual(['block company-missing'])
    expect(said([company], { of: aVisit({ performerId: null }), verdict: uncovered({ shortage }) })).toEqual(['inform company-missing'])
    expect(said([company], { verdict: uncovered({ shortage: { ...shortage, supervision: { ...shortage.supervision, scopeRuleId: null } } }) })).toEqual([])
    expect(said([company], { verdict: uncovered({ shortage: { ...shortage, supervision: null } }) })).toEqual([])
  })
})

describe('asking the rules about a day', () => {
  const [child, adult] = [aVisit({ start: wall('2026-05-04T11:00') }), visit]
  const birthDates = new Map<PatientId, typeof childBorn | null>([[child.patientId, childBorn], [adult.patientId, adultBorn]])
  const verdicts = new Map([[child.id, covered], [adult.id, covered]])
  const ask = (rules: readonly ScopeRule[], dates = birthDates) => {
    const asked = joinAll(factsWith(rules, { appointments: [child, adult, aVisit()] }), verdicts, dates)
    return { states: [...asked.verdicts.values()].map(({ state }) => state), found: [...asked.findings].map(([id, findings]) => [id, findings.length]) }
  }

  test('says of each visit that has a verdict what they find', () => {
    expect(ask([adultsOnly])).toEqual({ states: ['against-rule', 'covered'], found: [[child.id, 1], [adult.id, 0]] })
    expect([...verdicts.values()]).toEqual([covered, covered])
  })

  test('counts a patient whose birth date is not among those given as one without', () => {
    expect(ask([adultsOnly], new Map()).states).toEqual(['against-rule', 'against-rule'])
  })

  test('changes nothing while no rule was ever approved', () => {
    expect(ask([])).toEqual({ states: ['covered', 'covered'], found: [] })
    expect(ask([{ ...adultsOnly, approval: null }])).toEqual({ states: ['covered', 'covered'], found: [] })
  })
})
