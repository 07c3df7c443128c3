import { z } from 'zod'
import type { ScopeRuleId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { ruleTerms, scopeRule } from '../rules.ts'
import { id, list, nothing, plainDate } from '../scalars.ts'
import { preview, seen, withImpact } from './common.ts'

const chosen = seen(id<ScopeRuleId>())

/** Requests about who may inject where, as the law of the place has it. */
export const rulesRequests = {
  rule: {
    list: query({
      permission: 'staff.read', summary: 'Every version of every scope-of-practice rule, drafts and retired ones too', input: nothing, problems: [],
      output: z.strictObject({ rules: list(scopeRule), today: plainDate }),
    }),
    record: command({ permission: 'rule.write', summary: 'Adds a rule, as a draft', input: z.strictObject({ terms: ruleTerms }), output: scopeRule, problems: [] }),
    amend: command({
      permission: 'rule.write', summary: 'Changes a draft; a version once approved is never changed', input: z.strictObject({ ...chosen, terms: ruleTerms }), output: scopeRule,
      problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    revise: command({
      permission: 'rule.write', summary: 'Adds the next version of a rule, as a draft; the approved one stays in force until that is approved and takes effect',
      input: z.strictObject({ ...chosen, terms: ruleTerms }), output: scopeRule, problems: ['not-found', 'stale', 'duplicate'],
    }),
    approve: command({
      permission: 'rule.write', summary: 'Approves a draft that is settled, sourced and dated: it acts from its first day on', input: z.strictObject({ ...chosen, ...preview }),
      output: withImpact(scopeRule), problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    retire: command({
      permission: 'rule.write', summary: 'Retires a version from a day on, or sets a draft aside', input: z.strictObject({ ...chosen, from: plainDate, ...preview }),
      output: withImpact(scopeRule), problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
  },
} as const
