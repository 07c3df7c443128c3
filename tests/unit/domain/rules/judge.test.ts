import { describe, expect, test } from 'vitest'
import { dayOfAge } from '../../../../shared/domain/rules/age.ts'
import { lawOf } from '../../../../shared/domain/rules/editions.ts'
import { findingsOn, type RuleQuestion } from '../../../../shared/domain/rules/judge.ts'
import type { RuleTerms } from '../../../../shared/domain/rules/scopeRule.ts'
import { aRule, date, monday } from '../../../support/builders.ts'

const asked: RuleQuestion = {
  place: { jurisdiction: 'GB-ENG', setting: 'both' }, purpose: 'cosmetic', day: monday, birthDate: date('1961-07-09'), performerRoles: ['registered-nurse'],
}
const found = (terms: Partial<RuleTerms>, question: Partial<RuleQuestion> = {}) =>
  findingsOn(lawOf([aRule({ terms })]), { ...asked, ...question }).map(({ severity, cause }) => `${severity} ${cause.kind}`)

describe('a minimum age', () => {
  const childrensAct: Partial<RuleTerms> = { purpose: 'cosmetic', minimumAge: 18, law: true, severity: 'block' }

  test('blocks a visit on the day before the birthday, and not on it', () => {
    expect(found(childrensAct, { birthDate: date('2008-05-05') })).toEqual(['block under-age'])
    expect(found(childrensAct, { birthDate: date('2008-05-04') })).toEqual([])
  })

  test('blocks while the birth date is not known', () => {
    expect(found(childrensAct, { birthDate: null })).toEqual(['block birth-date-unknown'])
  })

  test('does not touch what is therapeutic, and does touch what nobody has said is', () => {
    const child = { birthDate: date('2010-01-01') }
    expect(found(childrensAct, { ...child, purpose: 'therapeutic' })).toEqual([])
    const [finding] = findingsOn(lawOf([aRule({ terms: childrensAct })]), { ...asked, ...child, purpose: 'unknown' })
    expect(finding).toMatchObject({ severity: 'block', purposeUnknown: true })
    const certain = (terms: Partial<RuleTerms>, purpose: RuleQuestion['purpose']) => findingsOn(lawOf([aRule({ terms })]), { ...asked, ...child, purpose }).map(({ purposeUnknown }) => purposeUnknown)
    expect([certain(childrensAct, 'cosmetic'), certain({ ...childrensAct, purpose: 'any' }, 'unknown')]).toEqual([[false], [false]])
  })

  test('is reached on 1 March by somebody born on 29 February, where the year has no such day', () => {
    expect(dayOfAge(date('2008-02-29'), 18)).toBe('2026-03-01')
    expect(dayOfAge(date('2008-02-29'), 20)).toBe('2028-02-29')
    expect(dayOfAge(date('2008-12-31'), 18)).toBe('2026-12-31')
  })
})

describe('what is asked of a performer', () => {
  test('binds those whose every role it names, and nobody who may do it as something else', () => {
    const terms: Partial<RuleTerms> = { roles: ['registered-nurse'], order: 'yes', severity: 'warn' }
    expect(found(terms)).toEqual(['warn order-needed'])
    expect(found(terms, { performerRoles: ['registered-nurse', 'physician'] })).toEqual([])
    expect(found(terms, { performerRoles: null })).toEqual([])
    expect(found(terms, { performerRoles: [] })).toEqual([])
  })

  test('binds everybody where it names nobody, also while nobody is named', () => {
    expect(found({ examination: 'yes', severity: 'warn' }, { performerRoles: null })).toEqual(['warn examination-needed'])
  })

  test('warns at most where it asks for what is not recorded here', () => {
    expect(found({ order: 'yes', examination: 'yes', severity: 'block' })).toEqual(['warn order-needed', 'warn examination-needed'])
    expect(found({ order: 'yes', severity: 'inform' })).toEqual(['inform order-needed'])
  })

  test('is told of, and no more, where the rule only warns that a role does not inject or needs somebody there', () => {
    expect(found({ roles: ['registered-nurse'], mayInject: 'no', severity: 'warn' })).toEqual(['warn role-barred'])
    expect(found({ roles: ['registered-nurse'], presence: 'on-site', presentRoles: ['physician'], severity: 'inform' })).toEqual(['inform company-needed'])
  })
})

test('a rule that only tells something is told', () => {
  expect(found({ words: 'A licence scheme is being prepared.' })).toEqual(['inform told'])
})

test('a finding shows its row: where it holds, what it says, where that stands, which version, and who approved it', () => {
  const rule = aRule({ edition: 3, terms: { minimumAge: 18 } })
  const [finding] = findingsOn(lawOf([rule]), { ...asked, birthDate: null })
  expect(finding?.citation).toEqual({
    id: rule.id, edition: 3, approval: rule.approval, jurisdiction: 'GB-ENG', words: 'As the board says.', source: 'The board’s page', sourceDate: date('2025-12-01'),
    effectiveFrom: date('2026-01-01'), law: false,
  })
})
