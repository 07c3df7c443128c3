import type { ScopeRuleId } from '../ids.ts'
import type { PlainDate } from '../time/values.ts'
import type { Purpose, Regulation } from './jurisdiction.ts'
import { reaches } from './jurisdiction.ts'
import { asksForCompany } from './narrowing.ts'
import type { RuleTerms, ScopeRule } from './scopeRule.ts'

/** How a version of a rule stands on a day; only `in-force` acts. */
export type RuleState = 'draft' | 'set-aside' | 'to-come' | 'in-force' | 'superseded' | 'retired'

/** Whether a version is still to be approved, or set aside. */
export const isDraft = ({ approval, retirement }: ScopeRule): boolean => approval === null && retirement === null

/** The first day on which an approved version holds; `null` for a draft, and for one that was withdrawn before it began. */
function begins({ approval, retirement, terms: { effectiveFrom } }: ScopeRule): PlainDate | null {
  if (approval === null || effectiveFrom === null) return null
  return retirement !== null && retirement.from <= effectiveFrom ? null : effectiveFrom
}

/** The version of a rule that decides a day: of the approved ones that have begun, the one that began last. Whether it still holds is another question. */
function decisive(editions: readonly ScopeRule[], day: PlainDate): ScopeRule | null {
  const begun = editions.flatMap(rule => {
    const from = begins(rule)
    return from !== null && from <= day ? [{ rule, from }] : []
  })
  return begun.toSorted((a, b) => (a.from > b.from || (a.from === b.from && a.rule.edition > b.rule.edition) ? -1 : 1))[0]?.rule ?? null
}

/** The version of one rule in force on a day, or `null`: never more than one. */
export function editionOn(editions: readonly ScopeRule[], day: PlainDate): ScopeRule | null {
  const rule = decisive(editions, day)
  return rule === null || (rule.retirement !== null && rule.retirement.from <= day) ? null : rule
}

/** How one version stands on a day, among all versions of its rule. */
export function stateOf(rule: ScopeRule, editions: readonly ScopeRule[], day: PlainDate): RuleState {
  const from = begins(rule)
  if (from === null) return rule.retirement === null ? 'draft' : 'set-aside'
  if (rule.retirement !== null && rule.retirement.from <= day) return 'retired'
  if (from > day) return 'to-come'
  return decisive(editions, day)?.id === rule.id ? 'in-force' : 'superseded'
}

/** The versions of each rule, by rule. */
export function editionsByRule(rules: readonly ScopeRule[]): ReadonlyMap<ScopeRuleId, readonly ScopeRule[]> {
  const byRule = new Map<ScopeRuleId, ScopeRule[]>()
  for (const rule of rules) {
    const editions = byRule.get(rule.ruleId)
    if (editions === undefined) byRule.set(rule.ruleId, [rule])
    else editions.push(rule)
  }
  return byRule
}

/** Whether a rule speaks of a place and of what is done there; what is not known is taken to be meant. */
export const speaksOf = (terms: RuleTerms, place: Regulation, purpose: Purpose): boolean =>
  reaches(terms.jurisdiction, place.jurisdiction)
  && (terms.setting === 'any' || place.setting === 'both' || terms.setting === place.setting)
  && (terms.purpose === 'any' || purpose === 'unknown' || terms.purpose === purpose)

/** The rules that hold at places; each answer is found once. */
export type Law = {
  readonly on: (place: Regulation | null, purpose: Purpose, day: PlainDate) => readonly ScopeRule[]
  /** The days from which something is different, in order. */
  readonly turningDays: readonly PlainDate[]
  /** Whether any rule lets somebody inject only while somebody else is there. */
  readonly asksForCompany: boolean
  /** Whether any rule speaks of the patient's age. */
  readonly asksForAge: boolean
}

const made = new WeakMap<readonly ScopeRule[], Law>()

/** Arranges rules for being asked about visits; drafts are left out here, so that nothing behind it can apply one. */
export function lawOf(rules: readonly ScopeRule[]): Law {
  const before = made.get(rules)
  if (before !== undefined) return before
  const law = arrange(rules)
  made.set(rules, law)
  return law
}

function arrange(rules: readonly ScopeRule[]): Law {
  const approved = rules.filter(rule => rule.approval !== null)
  const byRule = [...editionsByRule(approved).values()]
  const found = new Map<string, readonly ScopeRule[]>()
  return {
    asksForCompany: approved.some(asksForCompany),
    asksForAge: approved.some(rule => rule.terms.minimumAge !== null),
    turningDays: [...new Set(approved.flatMap(rule => [begins(rule) ?? [], rule.retirement?.from ?? []].flat()))].sort(),
    on: (place, purpose, day) => {
      if (place === null || byRule.length === 0) return []
      const key = `${place.jurisdiction} ${place.setting} ${purpose} ${day}`
      const before = found.get(key)
      if (before !== undefined) return before
      const holding = byRule.flatMap(editions => {
        const rule = editionOn(editions, day)
        return rule !== null && speaksOf(rule.terms, place, purpose) ? [rule] : []
      }).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
      found.set(key, holding)
      return holding
    },
  }
}
