import { asId, type ScopeRuleId } from '../../../shared/domain/ids.ts'
import type { RuleTerms, ScopeRule, Signature } from '../../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { shippedRules } from '../seed/shippedRules.ts'

type Options = { readonly newId: () => string; readonly approval: Signature; readonly read: PlainDate; readonly since: PlainDate; readonly next: PlainDate }

/** What this made-up practice found out about the rows that it approved. */
const foundOut: readonly { readonly role: 'registered-nurse' | 'medical-assistant'; readonly terms: Partial<RuleTerms> }[] = [
  { role: 'registered-nurse', terms: { presence: 'silent' } },
  { role: 'medical-assistant', terms: {} },
]

/** The shipped rules as this practice has them: two for the United States approved, a change of one of them drafted, all others as they come. */
export function demoRules({ newId, approval, read, since, next }: Options): readonly ScopeRule[] {
  const rules = shippedRules(newId).map((rule): ScopeRule => {
    const found = foundOut.find(({ role }) => rule.terms.jurisdiction === 'US' && rule.terms.roles.length === 1 && rule.terms.roles[0] === role)
    return found === undefined ? rule : { ...rule, approval, terms: { ...rule.terms, ...found.terms, sourceDate: read, effectiveFrom: since } }
  })
  const nurses = rules.find(rule => rule.approval !== null && rule.terms.roles[0] === 'registered-nurse')
  if (nurses === undefined) throw new Error('no rule for nurses was shipped')
  const id = asId<ScopeRuleId>(newId())
  const changed: ScopeRule = {
    ...nurses, id, edition: 2, approval: null,
    terms: { ...nurses.terms, presence: 'on-site', presentRoles: ['physician', 'nurse-practitioner'], severity: 'block', law: false, effectiveFrom: next },
  }
  return [...rules, changed]
}
