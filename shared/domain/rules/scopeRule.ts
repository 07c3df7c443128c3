import type { AccountId, ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import type { Instant, PlainDate } from '../time/values.ts'
import type { Jurisdiction, Purpose, Setting } from './jurisdiction.ts'

/** What a rule says of one point. `silent`: nothing; `unknown`: somebody has to find out before it can be approved. */
export const answers = ['yes', 'no', 'unknown', 'silent'] as const
export type Answer = (typeof answers)[number]

/** Whether somebody must be there while the injection is given. */
export const presences = ['on-site', 'on-call', 'unknown', 'silent'] as const

/** `inform`: told. `warn`: told before booking. `block`: not booked, and nobody counts as eligible against it. */
export const severities = ['block', 'warn', 'inform'] as const
export type Severity = (typeof severities)[number]

/** What one scope-of-practice rule says, and where that is written. */
export type RuleTerms = {
  readonly jurisdiction: Jurisdiction
  readonly setting: Setting | 'any'
  readonly purpose: Exclude<Purpose, 'unknown'> | 'any'
  /** Of whom it speaks; an empty list is everybody who performs a visit. */
  readonly roles: readonly Role[]
  readonly mayPrescribe: Answer
  readonly mayInject: Answer
  /** A prescriber's order for this patient. */
  readonly order: Answer
  /** An examination by a prescriber before the first treatment. */
  readonly examination: Answer
  readonly presence: (typeof presences)[number]
  /** Who must be there: anybody in one of these roles. */
  readonly presentRoles: readonly Role[]
  /** How many may inject at a time for each such person; `null`: not said. */
  readonly ratio: number | null
  /** The patient's age in full years from which it is allowed; `null`: not said. */
  readonly minimumAge: number | null
  readonly severity: Severity
  /** Law rather than the practice's own custom: nobody may override it. */
  readonly law: boolean
  /** The rule in short. */
  readonly words: string
  readonly source: string
  /** The date of that source, or the day on which it was read; `null`: not known. */
  readonly sourceDate: PlainDate | null
  /** The first day on which it holds; `null` while it is not known. */
  readonly effectiveFrom: PlainDate | null
}

/** Who put their name to it, and when. */
export type Signature = { readonly by: AccountId; readonly byName: string; readonly at: Instant }

/**
 * One version of a rule. A draft never acts. Once approved it is not changed any more: a change is the next version, and this
 * one stays in force for visits before that takes effect.
 */
export type ScopeRule = {
  readonly id: ScopeRuleId
  /** How often this row was written. */
  readonly version: number
  /** The same for all versions of a rule. */
  readonly ruleId: ScopeRuleId
  /** Which version of the rule this is, counted from 1. */
  readonly edition: number
  readonly terms: RuleTerms
  readonly approval: Signature | null
  /** `from`: the first day on which it no longer holds. */
  readonly retirement: (Signature & { readonly from: PlainDate }) | null
}
