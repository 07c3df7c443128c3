import { asId, type ScopeRuleId } from '../../../../shared/domain/ids.ts'
import type { RuleTerms, ScopeRule, Signature } from '../../../../shared/domain/rules/scopeRule.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, repositoryOf } from './versioned.ts'

export const scopeRuleMapping: Mapping<'scope_rules', ScopeRule> = {
  table: 'scope_rules', noun: 'rule', unique: 'draft', staff: true,
  toRow: row => ({
    id: row.id, version: row.version, rule_id: row.ruleId, edition: row.edition, terms: json(row.terms),
    approval: row.approval === null ? null : json(row.approval), retirement: row.retirement === null ? null : json(row.retirement),
  }),
  fromRow: row => ({
    id: asId<ScopeRuleId>(row.id), version: row.version, ruleId: asId<ScopeRuleId>(row.rule_id), edition: row.edition, terms: JSON.parse(row.terms) as RuleTerms,
    approval: row.approval === null ? null : JSON.parse(row.approval) as Signature,
    retirement: row.retirement === null ? null : JSON.parse(row.retirement) as ScopeRule['retirement'],
  }),
}

export const scopeRuleRepository = (tx: Tx): WriteTx['rules'] => repositoryOf(tx, scopeRuleMapping)
