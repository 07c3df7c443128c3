import type { ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import type { ScopeRule } from './scopeRule.ts'

// Only rules that block decide who is eligible, and they only ever take somebody out.

const bindsRole = ({ terms: { roles } }: ScopeRule, role: Role): boolean => roles.length === 0 || roles.includes(role)

const barring = (rules: readonly ScopeRule[], role: Role): ScopeRule | undefined =>
  rules.find(rule => rule.terms.severity === 'block' && rule.terms.mayInject === 'no' && bindsRole(rule, role))

/** The rule by which nobody in these roles may inject; `null` when one of the roles may. */
export function barOf(rules: readonly ScopeRule[], held: readonly Role[]): ScopeRuleId | null {
  const bars = held.map(role => barring(rules, role))
  return bars.every(bar => bar !== undefined) ? bars[0]?.id ?? null : null
}

/** Whether a rule lets somebody inject only while somebody else is there. */
export const asksForCompany = ({ terms: { severity, presence } }: ScopeRule): boolean =>
  severity === 'block' && (presence === 'on-site' || presence === 'on-call')

/**
 * Who must be there while somebody in these roles injects: for each role that may, the rules that ask for company; any one role
 * whose rules are all met is enough. Empty when one of the roles needs nobody.
 */
export function companyFor(rules: readonly ScopeRule[], held: readonly Role[]): readonly (readonly ScopeRule[])[] {
  const asking = rules.filter(asksForCompany)
  if (asking.length === 0) return []
  const ways = held.filter(role => barring(rules, role) === undefined).map(role => asking.filter(rule => bindsRole(rule, role)))
  return ways.some(way => way.length === 0) ? [] : ways
}
