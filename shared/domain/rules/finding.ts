import type { ScopeRuleId } from '../ids.ts'
import type { PlainDate } from '../time/values.ts'
import type { Signature } from './scopeRule.ts'
import type { RuleTerms, ScopeRule, Severity } from './scopeRule.ts'

/** The row that a finding comes from, as it stood: enough to show it without asking anybody. */
export type Citation = Pick<RuleTerms, 'jurisdiction' | 'words' | 'source' | 'sourceDate' | 'effectiveFrom' | 'law'> & {
  readonly id: ScopeRuleId
  readonly edition: number
  readonly approval: Signature | null
}

/** What a rule has to say of one visit. */
export type FindingCause =
  /** `from`: the first day on which the patient is old enough. */
  | { readonly kind: 'under-age'; readonly minimumAge: number; readonly from: PlainDate }
  | { readonly kind: 'birth-date-unknown'; readonly minimumAge: number }
  /** The performer's role, or everybody's who could have, does not inject here. */
  | { readonly kind: 'role-barred' }
  | { readonly kind: 'company-missing' }
  | { readonly kind: 'company-needed' }
  | { readonly kind: 'order-needed' }
  | { readonly kind: 'examination-needed' }
  /** The rule only tells something. */
  | { readonly kind: 'told' }

/** What a rule finds about a visit, and the row that says so. `purposeUnknown`: it holds only if the visit is what nobody has said it is not. */
export type Finding = {
  readonly severity: Severity
  readonly cause: FindingCause
  readonly purposeUnknown: boolean
  readonly citation: Citation
}

/** The row as a finding shows it. */
export const citationOf = ({ id, edition, approval, terms }: ScopeRule): Citation => ({
  id, edition, approval, jurisdiction: terms.jurisdiction, words: terms.words, source: terms.source, sourceDate: terms.sourceDate,
  effectiveFrom: terms.effectiveFrom, law: terms.law,
})

/** A block by law: nobody may talk it away. */
export const isUnlawful = ({ severity, citation }: Finding): boolean => severity === 'block' && citation.law
