import type { ScopeRuleId } from '../ids.ts'
import type { Problem } from '../problem.ts'
import { err, ok, type Result } from '../result.ts'
import type { PlainDate } from '../time/values.ts'
import { invalid, type Invalid, type Issue, tidyLine, tidyWords } from '../typed.ts'
import { isDraft, stateOf } from './editions.ts'
import type { RuleTerms, ScopeRule, Signature } from './scopeRule.ts'

type Refused = Invalid | Extract<Problem, { code: 'not-allowed-now' | 'duplicate' }>

const notNow = (from: string, to: string): Result<never, Refused> => err({ code: 'not-allowed-now', from, to })

/** A rule's typed terms as they are kept; refused without words of its own. */
export function tidyTerms(typed: RuleTerms): Result<RuleTerms, Invalid> {
  const words = tidyWords(typed.words)
  return words === ''
    ? err(invalid({ path: 'terms.words', message: 'rule-words-missing' }))
    : ok({ ...typed, words, source: tidyLine(typed.source), roles: [...new Set(typed.roles)], presentRoles: [...new Set(typed.presentRoles)] })
}

/** The terms of a draft changed; whatever was approved or set aside stays as it is. */
export function amendDraft(rule: ScopeRule, typed: RuleTerms): Result<ScopeRule, Refused> {
  if (!isDraft(rule)) return notNow(rule.approval === null ? 'set-aside' : 'approved', 'changed')
  const terms = tidyTerms(typed)
  return terms.ok ? ok({ ...rule, terms: terms.value }) : terms
}

/** The next version of a rule, as a draft; there is never more than one draft of a rule. */
export function nextEdition(editions: readonly ScopeRule[], ruleId: ScopeRuleId, id: ScopeRuleId, typed: RuleTerms): Result<ScopeRule, Refused> {
  if (editions.some(isDraft)) return err({ code: 'duplicate', what: 'draft' })
  const terms = tidyTerms(typed)
  if (!terms.ok) return terms
  const edition = editions.reduce((last, rule) => Math.max(last, rule.edition), 0) + 1
  return ok({ id, version: 1, ruleId, edition, terms: terms.value, approval: null, retirement: null })
}

/** What keeps a draft from being approved: whatever is unknown, unsourced or undated. */
export function unsettled(terms: RuleTerms): readonly Issue[] {
  const issues: Issue[] = []
  for (const point of ['mayPrescribe', 'mayInject', 'order', 'examination', 'presence'] as const) {
    if (terms[point] === 'unknown') issues.push({ path: `terms.${point}`, message: 'rule-unsettled' })
  }
  const needsSomebody = terms.presence === 'on-site' || terms.presence === 'on-call'
  if (needsSomebody && terms.presentRoles.length === 0) issues.push({ path: 'terms.presentRoles', message: 'rule-present-role-missing' })
  if (terms.source === '') issues.push({ path: 'terms.source', message: 'rule-source-missing' })
  for (const day of ['sourceDate', 'effectiveFrom'] as const) {
    if (terms[day] === null) issues.push({ path: `terms.${day}`, message: 'rule-date-missing' })
  }
  return issues
}

/** When a change may take effect: today or later, and after every version before it, so that no past visit is judged anew. */
function beginIssue({ terms: { effectiveFrom } }: ScopeRule, editions: readonly ScopeRule[], today: PlainDate): readonly Issue[] {
  const earlier = editions.filter(rule => rule.approval !== null)
  if (effectiveFrom === null || earlier.length === 0) return []
  if (effectiveFrom < today) return [{ path: 'terms.effectiveFrom', message: 'rule-begins-in-the-past' }]
  return earlier.some(rule => (rule.terms.effectiveFrom ?? '') >= effectiveFrom) ? [{ path: 'terms.effectiveFrom', message: 'rule-begins-too-early' }] : []
}

/** A draft approved; refused while anything that it would act on is not settled. */
export function approveRule(rule: ScopeRule, editions: readonly ScopeRule[], by: Signature, today: PlainDate): Result<ScopeRule, Refused> {
  if (!isDraft(rule)) return notNow(rule.approval === null ? 'set-aside' : 'approved', 'approved')
  const issues = [...unsettled(rule.terms), ...beginIssue(rule, editions, today)]
  return issues.length > 0 ? err(invalid(...issues)) : ok({ ...rule, approval: by })
}

/** A version retired from a day on, or a draft set aside. */
export function retireRule(rule: ScopeRule, editions: readonly ScopeRule[], from: PlainDate, by: Signature, today: PlainDate): Result<ScopeRule, Refused> {
  const state = stateOf(rule, editions, today)
  if (rule.retirement !== null || state === 'superseded') return notNow(state, 'retired')
  if (rule.approval !== null && from < today) return err(invalid({ path: 'from', message: 'rule-ends-in-the-past' }))
  return ok({ ...rule, retirement: { ...by, from } })
}
