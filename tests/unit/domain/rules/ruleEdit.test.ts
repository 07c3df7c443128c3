import { describe, expect, test } from 'vitest'
import { amendDraft, approveRule, nextEdition, retireRule, tidyTerms } from '../../../../shared/domain/rules/ruleEdit.ts'
import { differingPoints } from '../../../../shared/domain/rules/difference.ts'
import type { RuleTerms, ScopeRule } from '../../../../shared/domain/rules/scopeRule.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { aRule, date, idNumber, monday } from '../../../support/builders.ts'

const by = { by: idNumber<NonNullable<ScopeRule['approval']>['by']>(0xacc), byName: 'J. Lee', at: instant(7) }
const draft = (terms: Partial<RuleTerms> = {}): ScopeRule => aRule({ approval: null, terms })
const approved = aRule()
const faults = (terms: Partial<RuleTerms>) => {
  const rule = draft(terms)
  const result = approveRule(rule, [rule], by, monday)
  return result.ok || result.problem.code !== 'invalid' ? [] : result.problem.issues.map(issue => `${issue.path} ${issue.message}`)
}

describe('a draft', () => {
  test('is approved with the name of whoever did it, once everything in it is settled', () => {
    const rule = draft()
    expect(approveRule(rule, [rule], by, monday)).toEqual({ ok: true, value: { ...rule, approval: by } })
  })

  test('is not approved while a point of it is unknown, a date is missing, or nobody knows where it stands', () => {
    expect(faults({ mayInject: 'unknown' })).toEqual(['terms.mayInject rule-unsettled'])
    expect(faults({ presence: 'unknown', order: 'unknown' })).toEqual(['terms.order rule-unsettled', 'terms.presence rule-unsettled'])
    for (const presence of ['on-site', 'on-call'] as const) {
      expect(faults({ presence })).toEqual(['terms.presentRoles rule-present-role-missing'])
      expect(faults({ presence, presentRoles: ['physician'] })).toEqual([])
    }
    expect(faults({ source: '', sourceDate: null, effectiveFrom: null }))
      .toEqual(['terms.source rule-source-missing', 'terms.sourceDate rule-date-missing', 'terms.effectiveFrom rule-date-missing'])
  })

  test('is amended until it is approved, and never afterwards', () => {
    const rule = draft()
    expect(amendDraft(rule, { ...rule.terms, words: ' New\u0007 words ' })).toMatchObject({ ok: true, value: { terms: { words: 'New  words' } } })
    expect(amendDraft(approved, approved.terms)).toMatchObject({ ok: false, problem: { code: 'not-allowed-now' } })
    expect(approveRule(approved, [approved], by, monday)).toMatchObject({ ok: false, problem: { code: 'not-allowed-now' } })
  })

  test('says something in words', () => {
    const wordless = { ok: false, problem: { issues: [{ path: 'terms.words', message: 'rule-words-missing' }] } }
    expect(tidyTerms({ ...approved.terms, words: ' \n ' })).toMatchObject(wordless)
    expect(nextEdition([approved], approved.id, idNumber(0x99), { ...approved.terms, words: '' })).toMatchObject(wordless)
    const rule = draft()
    expect(amendDraft(rule, { ...rule.terms, words: '' })).toMatchObject(wordless)
  })

  test('names each role once, and is kept in one line where its source is', () => {
    expect(tidyTerms({ ...approved.terms, roles: ['dentist', 'physician', 'dentist'], presentRoles: ['physician', 'physician'], source: ' The board’s\npage ' }))
      .toMatchObject({ ok: true, value: { roles: ['dentist', 'physician'], presentRoles: ['physician'], source: 'The board’s page' } })
  })

  test('is set aside on any day, and then neither amended nor approved', () => {
    const rule = draft()
    const aside = retireRule(rule, [rule], date('2020-01-01'), by, monday)
    if (!aside.ok) throw new Error('not set aside')
    expect(amendDraft(aside.value, rule.terms)).toMatchObject({ ok: false })
    expect(approveRule(aside.value, [aside.value], by, monday)).toMatchObject({ ok: false })
    expect(retireRule(aside.value, [aside.value], monday, by, monday)).toMatchObject({ ok: false })
  })
})

describe('a change of an approved rule', () => {
  const change = (effectiveFrom: string): ScopeRule => aRule({ ruleId: approved.id, edition: 2, approval: null, terms: { effectiveFrom: date(effectiveFrom) } })
  const approve = (effectiveFrom: string) => {
    const rule = change(effectiveFrom)
    return approveRule(rule, [approved, rule], by, monday)
  }

  test('is the next version, as a draft, and there is only one such draft', () => {
    const made = nextEdition([approved], approved.id, idNumber(0x99), approved.terms)
    if (!made.ok) throw new Error('not revised')
    expect(made.value).toMatchObject({ ruleId: approved.id, edition: 2, approval: null, retirement: null })
    expect(nextEdition([approved, made.value], approved.id, idNumber(0x9a), approved.terms)).toMatchObject({ ok: false, problem: { code: 'duplicate' } })
  })

  test('takes effect today or later', () => {
    expect(approve('2026-05-04').ok).toBe(true)
    expect(approve('2026-05-03')).toMatchObject({ ok: false, problem: { issues: [{ path: 'terms.effectiveFrom', message: 'rule-begins-in-the-past' }] } })
  })

  test('takes effect after the version that it follows', () => {
    const toCome = aRule({ ruleId: approved.id, edition: 2, terms: { effectiveFrom: date('2026-09-01') } })
    const rule = aRule({ ruleId: approved.id, edition: 3, approval: null, terms: { effectiveFrom: date('2026-09-01') } })
    expect(approveRule(rule, [approved, toCome, rule], by, monday)).toMatchObject({ ok: false, problem: { issues: [{ message: 'rule-begins-too-early' }] } })
  })
})

test('a rule is retired from today on or later, once', () => {
  expect(retireRule(approved, [approved], date('2026-05-03'), by, monday)).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  const retired = retireRule(approved, [approved], monday, by, monday)
  if (!retired.ok) throw new Error('not retired')
  expect(retired.value.retirement).toEqual({ ...by, from: monday })
  expect(retireRule(retired.value, [retired.value], monday, by, monday)).toMatchObject({ ok: false, problem: { code: 'not-allowed-now' } })
})

describe('a version that cannot be changed any more', () => {
  const refused = (from: string, to: string) => ({ ok: false, problem: { code: 'not-allowed-now', from, to } })
  const aside = { ...draft(), retirement: { ...by, from: monday } }

  test('says as what it stands, and what was asked of it', () => {
    expect([amendDraft(approved, approved.terms), amendDraft(aside, aside.terms)]).toEqual([refused('approved', 'changed'), refused('set-aside', 'changed')])
    expect([approveRule(approved, [approved], by, monday), approveRule(aside, [aside], by, monday)]).toEqual([refused('approved', 'approved'), refused('set-aside', 'approved')])
  })

  test('is not retired when another has taken its place, when it was retired, or for a day that is past', () => {
    const followed = aRule({ ruleId: approved.id, edition: 2, terms: { effectiveFrom: date('2026-05-01') } })
    expect(retireRule(approved, [approved, followed], monday, by, monday)).toEqual(refused('superseded', 'retired'))
    const retired = { ...approved, retirement: { ...by, from: date('2026-05-01') } }
    expect(retireRule(retired, [retired], monday, by, monday)).toEqual(refused('retired', 'retired'))
    expect(retireRule(approved, [approved], date('2026-05-03'), by, monday)).toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'from', message: 'rule-ends-in-the-past' }] } })
  })
})

test('a change may begin before one that was set aside would have, and is one of a kind while it is a draft', () => {
  const aside = { ...aRule({ ruleId: approved.id, edition: 2, approval: null, terms: { effectiveFrom: date('2027-01-01') } }), retirement: { ...by, from: monday } }
  const rule = aRule({ ruleId: approved.id, edition: 3, approval: null, terms: { effectiveFrom: monday } })
  expect(approveRule(rule, [approved, aside, rule], by, monday).ok).toBe(true)
  expect(nextEdition([approved, rule], approved.id, idNumber(0x9b), approved.terms)).toEqual({ ok: false, problem: { code: 'duplicate', what: 'draft' } })
  const early = { ...rule, terms: { ...rule.terms, effectiveFrom: date('2026-05-10') } }
  const toCome = aRule({ ruleId: approved.id, edition: 2, terms: { effectiveFrom: date('2026-05-10') } })
  expect(approveRule(early, [approved, toCome, early], by, monday)).toMatchObject({ ok: false, problem: { issues: [{ path: 'terms.effectiveFrom', message: 'rule-begins-too-early' }] } })
})

test('the points in which two versions differ are told in the order in which they are read', () => {
  const { terms } = approved
  expect(differingPoints(terms, { ...terms })).toEqual([])
  expect(differingPoints(terms, { ...terms, effectiveFrom: date('2026-06-01'), roles: ['dentist'], words: 'Otherwise.' })).toEqual(['words', 'roles', 'effectiveFrom'])
})
