import { describe, expect, test } from 'vitest'
import { shippedRules } from '../../../main/service/seed/shippedRules.ts'
import type { Role } from '../../../shared/domain/person.ts'
import { lawOf } from '../../../shared/domain/rules/editions.ts'
import type { Jurisdiction } from '../../../shared/domain/rules/jurisdiction.ts'
import { findingsOn, type RuleQuestion } from '../../../shared/domain/rules/judge.ts'
import { barOf, companyFor } from '../../../shared/domain/rules/narrowing.ts'
import { unsettled } from '../../../shared/domain/rules/ruleEdit.ts'
import type { RuleTerms, ScopeRule } from '../../../shared/domain/rules/scopeRule.ts'
import { aRule, date, monday, newId } from '../../support/builders.ts'

const shipped = shippedRules(() => newId())

/** As a clinical lead would approve it who found nothing out: what is unknown is left unsaid, and the dates are entered. */
const settled = ({ terms, ...rule }: ScopeRule): ScopeRule => {
  const known = (answer: RuleTerms['order']) => (answer === 'unknown' ? 'silent' : answer)
  return {
    ...rule, approval: aRule().approval,
    terms: {
      ...terms, mayPrescribe: known(terms.mayPrescribe), mayInject: known(terms.mayInject), order: known(terms.order), examination: known(terms.examination),
      presence: terms.presence === 'unknown' ? 'silent' : terms.presence, sourceDate: monday, effectiveFrom: terms.effectiveFrom ?? date('2026-01-01'),
    },
  }
}

const asked = (jurisdiction: Jurisdiction, role: Role, overrides: Partial<RuleQuestion> = {}): RuleQuestion =>
  ({ place: { jurisdiction, setting: 'both' }, purpose: 'cosmetic', day: monday, birthDate: date('1980-01-01'), performerRoles: [role], ...overrides })

/** What the rules of a place say once approved: who is taken out, and what is found. */
function told(question: RuleQuestion): readonly string[] {
  const law = lawOf(shipped.map(settled))
  const rules = law.on(question.place, question.purpose, question.day)
  const roles = question.performerRoles ?? []
  return [
    ...(barOf(rules, roles) === null ? [] : ['may not inject']),
    ...companyFor(rules, roles).flatMap(way => way.map(rule => `needs a ${rule.terms.presentRoles.join()} ${rule.terms.presence}`)),
    ...findingsOn(law, question).filter(finding => finding.cause.kind !== 'told').map(finding => `${finding.severity}: ${finding.cause.kind}`),
  ]
}

describe('of the shipped drafts, once approved,', () => {
  test.each<readonly [string, RuleQuestion, readonly string[]]>([
    ['a nurse in a state of which nothing more was found works on an order after an examination', asked('US-IL', 'registered-nurse'), ['warn: order-needed', 'warn: examination-needed']],
    ['a medical assistant does not inject anywhere in the United States', asked('US-IL', 'medical-assistant'), ['may not inject']],
    ['in Alabama only a physician injects', asked('US-AL', 'nurse-practitioner'), ['may not inject']],
    ['in Alabama a physician does', asked('US-AL', 'physician'), []],
    ['in California a dentist does not do what is purely cosmetic', asked('US-CA', 'dentist'), ['may not inject']],
    ['in California a dentist is not kept from therapeutic work', asked('US-CA', 'dentist', { purpose: 'therapeutic' }), []],
    ['in Texas a prescriber examines first, whoever injects', asked('US-TX', 'physician'), ['warn: examination-needed']],
    ['in Rhode Island only the licence law is told', asked('US-RI', 'physician'), []],
    ['in England nobody under 18 has a cosmetic visit', asked('GB-ENG', 'physician', { birthDate: date('2008-05-05') }), ['warn: examination-needed', 'block: under-age']],
    ['in England a child has a therapeutic one', asked('GB-ENG', 'physician', { birthDate: date('2015-05-05'), purpose: 'therapeutic' }), []],
    ['in Scotland a nurse needs a direction, and the prescriber an examination', asked('GB-SCT', 'registered-nurse'), ['warn: examination-needed', 'warn: order-needed']],
    ['in Wales no age is known, so none is applied', asked('GB-WLS', 'physician', { birthDate: date('2010-01-01') }), ['warn: examination-needed']],
    ['in Northern Ireland a dentist prescribes after an examination', asked('GB-NIR', 'dentist'), ['warn: examination-needed']],
    ['in Ontario a practical nurse needs an order or a directive', asked('CA-ON', 'practical-nurse'), ['warn: order-needed']],
    ['in Ontario a nurse practitioner needs none', asked('CA-ON', 'nurse-practitioner'), []],
    ['in British Columbia a nurse needs an order for this client', asked('CA-BC', 'registered-nurse'), ['warn: order-needed']],
    ['in Alberta a practical nurse needs a physician on site', asked('CA-AB', 'practical-nurse'), ['needs a physician on-site']],
    ['in Australia each prescription follows a consultation', asked('AU-VIC', 'physician'), ['warn: examination-needed']],
    ['in Queensland what Australia asks holds as well', asked('AU-QLD', 'registered-nurse'), ['warn: examination-needed']],
  ])('%s', (_, question, expected) => {
    expect([...told(question)].sort()).toEqual([...expected].sort())
  })

  test('none can be approved as it comes: each lacks a date at least, and many a fact', () => {
    expect(shipped.filter(rule => unsettled(rule.terms).length === 0)).toEqual([])
    expect(shipped.filter(rule => unsettled(rule.terms).some(issue => issue.message === 'rule-unsettled')).length).toBeGreaterThan(5)
  })

  test('the English Act begins on the day on which it came into force, and not a day before', () => {
    const child = { birthDate: date('2010-01-01') }
    expect(told(asked('GB-ENG', 'physician', { ...child, day: date('2021-10-01') }))).toContain('block: under-age')
    expect(told(asked('GB-ENG', 'physician', { ...child, day: date('2021-09-30') }))).not.toContain('block: under-age')
  })
})
