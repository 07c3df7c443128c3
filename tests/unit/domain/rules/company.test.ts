import { expect, test } from 'vitest'
import type { Role } from '../../../../shared/domain/person.ts'
import { asksForCompany, barOf, companyFor } from '../../../../shared/domain/rules/narrowing.ts'
import type { RuleTerms } from '../../../../shared/domain/rules/scopeRule.ts'
import { aRule } from '../../../support/builders.ts'

const nursesMayNot = aRule({ terms: { roles: ['registered-nurse'], mayInject: 'no' } })
const nobodyMay = aRule({ terms: { mayInject: 'no' } })
const nursesNeedSomebody = aRule({ terms: { roles: ['registered-nurse'], presence: 'on-site', presentRoles: ['physician'] } })
const everybodyNeedsSomebody = aRule({ terms: { presence: 'on-call', presentRoles: ['physician'] } })
const both: readonly Role[] = ['registered-nurse', 'physician']

test('a person is barred when every role they have is, and the rule that bars the first is named', () => {
  expect(barOf([nursesMayNot], ['registered-nurse'])).toBe(nursesMayNot.id)
  expect(barOf([nursesMayNot], both)).toBeNull()
  expect(barOf([nursesMayNot, nobodyMay], both)).toBe(nursesMayNot.id)
  expect(barOf([nobodyMay], ['physician'])).toBe(nobodyMay.id)
  expect([barOf([], both), barOf([nobodyMay], [])]).toEqual([null, null])
})

test('only a rule that blocks bars, and only one that says no', () => {
  for (const terms of [{ severity: 'warn' }, { mayInject: 'yes' }, { mayInject: 'silent' }] as const) expect(barOf([aRule({ terms: { mayInject: 'no', ...terms } })], ['physician'])).toBeNull()
})

test('a rule asks for company where it blocks and somebody must be there, or be on call', () => {
  const asks = (terms: Partial<RuleTerms>) => asksForCompany(aRule({ terms }))
  expect([asks({ presence: 'on-site' }), asks({ presence: 'on-call' }), asks({ presence: 'silent' }), asks({ presence: 'unknown' })]).toEqual([true, true, false, false])
  expect([asks({ presence: 'on-site', severity: 'warn' }), asks({ presence: 'on-call', severity: 'inform' })]).toEqual([false, false])
})

test('company is asked for by role, and nobody is needed where one of the roles needs nobody', () => {
  expect(companyFor([nursesNeedSomebody], ['registered-nurse'])).toEqual([[nursesNeedSomebody]])
  expect(companyFor([nursesNeedSomebody], both)).toEqual([])
  expect(companyFor([nursesNeedSomebody, everybodyNeedsSomebody], both)).toEqual([[nursesNeedSomebody, everybodyNeedsSomebody], [everybodyNeedsSomebody]])
  expect([companyFor([], both), companyFor([nursesMayNot], ['physician'])]).toEqual([[], []])
})

test('a role that is barred is no way to need nobody', () => {
  const physiciansMayNot = aRule({ terms: { roles: ['physician'], mayInject: 'no' } })
  expect(companyFor([physiciansMayNot, nursesNeedSomebody], both)).toEqual([[nursesNeedSomebody]])
})

test('a rule that asks for nobody’s company is none of those that must be met', () => {
  const order = aRule({ terms: { order: 'yes' } })
  expect(companyFor([order, everybodyNeedsSomebody], ['physician'])).toEqual([[everybodyNeedsSomebody]])
})
