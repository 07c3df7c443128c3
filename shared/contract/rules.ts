import { z } from 'zod'
import type { AccountId, ScopeRuleId } from '../domain/ids.ts'
import type { Citation, Finding, FindingCause } from '../domain/rules/finding.ts'
import { jurisdictions, purposes, type Regulation, settings } from '../domain/rules/jurisdiction.ts'
import { answers, presences, type RuleTerms, type ScopeRule, severities, type Signature } from '../domain/rules/scopeRule.ts'
import { role } from './people.ts'
import { id, instant, line, list, plainDate, type Schema, version, words } from './scalars.ts'

const jurisdiction = z.enum(jurisdictions)
export const purpose = z.enum(purposes)
export const regulation: Schema<Regulation> = z.strictObject({ jurisdiction, setting: z.enum([...settings, 'both']) })

const answer = z.enum(answers)
export const ruleTerms: Schema<RuleTerms> = z.strictObject({
  jurisdiction, setting: z.enum([...settings, 'any']), purpose: z.enum(['therapeutic', 'cosmetic', 'any']), roles: list(role, 20),
  mayPrescribe: answer, mayInject: answer, order: answer, examination: answer, presence: z.enum(presences), presentRoles: list(role, 20),
  ratio: z.int().min(1).max(20).nullable(), minimumAge: z.int().min(1).max(120).nullable(), severity: z.enum(severities), law: z.boolean(),
  words, source: line, sourceDate: plainDate.nullable(), effectiveFrom: plainDate.nullable(),
})

const signed = { by: id<AccountId>(), byName: line, at: instant }
const signature: Schema<Signature> = z.strictObject(signed)
export const scopeRule: Schema<ScopeRule> = z.strictObject({
  id: id<ScopeRuleId>(), version, ruleId: id<ScopeRuleId>(), edition: z.int().min(1), terms: ruleTerms,
  approval: signature.nullable(), retirement: z.strictObject({ ...signed, from: plainDate }).nullable(),
})

const citation: Schema<Citation> = z.strictObject({
  id: id<ScopeRuleId>(), edition: z.int(), approval: signature.nullable(), jurisdiction, words, source: line, sourceDate: plainDate.nullable(),
  effectiveFrom: plainDate.nullable(), law: z.boolean(),
})
const cause: Schema<FindingCause> = z.union([
  z.strictObject({ kind: z.literal('under-age'), minimumAge: z.int(), from: plainDate }),
  z.strictObject({ kind: z.literal('birth-date-unknown'), minimumAge: z.int() }),
  z.strictObject({ kind: z.literal('role-barred') }),
  z.strictObject({ kind: z.literal('company-missing') }),
  z.strictObject({ kind: z.literal('company-needed') }),
  z.strictObject({ kind: z.literal('order-needed') }),
  z.strictObject({ kind: z.literal('examination-needed') }),
  z.strictObject({ kind: z.literal('told') }),
])
/** What a rule found about a visit, and the row that says so. */
export const finding: Schema<Finding> = z.strictObject({ severity: z.enum(severities), cause, purposeUnknown: z.boolean(), citation })
