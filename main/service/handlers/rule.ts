import { todayOf } from '../../../shared/domain/days.ts'
import { asId, type ScopeRuleId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { amendDraft, approveRule, nextEdition, retireRule } from '../../../shared/domain/rules/ruleEdit.ts'
import type { ScopeRule, Signature } from '../../../shared/domain/rules/scopeRule.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import type { Ending, WriteTx } from '../store/store.ts'
import { editStaffing } from './impact.ts'
import { decline, missing } from './told.ts'
import { type Handlers, type RequestContext, saved } from './types.ts'

type Seen = { readonly id: ScopeRuleId; readonly version: number }
type Known = { readonly rule: ScopeRule; readonly editions: readonly ScopeRule[]; readonly today: PlainDate }

/** The version as the caller saw it, with all others of its rule. */
async function seenRule(tx: WriteTx, { id, version }: Seen, { now }: RequestContext): Promise<Result<Known, Problem>> {
  const all = await tx.rules.all()
  const rule = all.find(each => each.id === id)
  if (rule === undefined) return err(missing('rule'))
  if (rule.version !== version) return err({ code: 'stale', yours: version, current: rule.version })
  return ok({ rule, editions: all.filter(each => each.ruleId === rule.ruleId), today: todayOf(await tx.locations.all(), now) })
}

const signatureOf = ({ account, now }: RequestContext): Signature => ({ by: account.id, byName: account.displayName, at: now })

/** Keeps a draft; no visit changes, for drafts never act. */
async function keep(
  tx: WriteTx, { audit }: RequestContext, action: string, before: ScopeRule | null, wanted: Result<ScopeRule, Problem>,
): Promise<Ending<Result<ScopeRule, Problem>>> {
  if (!wanted.ok) return decline(wanted.problem)
  const after = before === null ? await tx.rules.insert(wanted.value) : await tx.rules.update(wanted.value)
  if (!after.ok) return decline(after.problem)
  await audit(tx, { action, entity: 'rule', entityId: after.value.id, ...(before === null ? {} : { before }), after: after.value })
  return saved(after.value)
}

/** Approves or retires, and says what that does to the visits of the coming year. */
const settle = (
  context: RequestContext, action: string, preview: boolean, seen: Seen, decide: (known: Known) => Result<ScopeRule, Problem>,
) => editStaffing<ScopeRule>(context, {
  action, entity: 'rule', preview, also: ['practice'],
  apply: async tx => {
    const known = await seenRule(tx, seen, context)
    if (!known.ok) return known
    const wanted = decide(known.value)
    if (!wanted.ok) return wanted
    const after = await tx.rules.update(wanted.value)
    if (!after.ok) return after
    return ok({ before: known.value.rule, after: after.value, facts: facts => ({ ...facts, rules: replaceRow(facts.rules, after.value.id, after.value) }) })
  },
})

/** Who may inject where: rows that the clinical lead puts their name to. */
export const ruleHandlers: Handlers['rule'] = {
  list: async (_input, { store, now }) => ok(await store.read(async tx => ({ rules: await tx.rules.all(), today: todayOf(await tx.locations.all(), now) }))),

  record: ({ terms }, context) => context.store.write(['staff'], tx => {
    const id = asId<ScopeRuleId>(context.newId())
    return keep(tx, context, 'rule.record', null, nextEdition([], id, id, terms))
  }),

  amend: ({ terms, ...seen }, context) => context.store.write(['staff'], async tx => {
    const known = await seenRule(tx, seen, context)
    return known.ok ? keep(tx, context, 'rule.amend', known.value.rule, amendDraft(known.value.rule, terms)) : decline(known.problem)
  }),

  revise: ({ terms, ...seen }, context) => context.store.write(['staff'], async tx => {
    const known = await seenRule(tx, seen, context)
    if (!known.ok) return decline(known.problem)
    const { editions, rule } = known.value
    return keep(tx, context, 'rule.revise', null, nextEdition(editions, rule.ruleId, asId<ScopeRuleId>(context.newId()), terms))
  }),

  approve: ({ preview, ...seen }, context) => settle(context, 'rule.approve', preview, seen,
    ({ rule, editions, today }) => approveRule(rule, editions, signatureOf(context), today)),

  retire: ({ preview, from, ...seen }, context) => settle(context, 'rule.retire', preview, seen,
    ({ rule, editions, today }) => retireRule(rule, editions, from, signatureOf(context), today)),
}
