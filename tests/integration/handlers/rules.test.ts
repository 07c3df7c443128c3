import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RuleTerms } from '../../../shared/domain/rules/scopeRule.ts'
import { aRule, date, monday } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

const terms = (overrides: Partial<RuleTerms> = {}): RuleTerms => aRule({ terms: overrides }).terms

describe.each(engines)('scope-of-practice rules on %s', (engine) => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  test('come with a new practice as drafts, for every place that was looked into, and none of them acts', async () => {
    const { lead } = clinic
    const { rules } = await given(lead.rule.list({}))
    expect([...new Set(rules.map(rule => rule.terms.jurisdiction))].sort()).toEqual([
      'AU', 'AU-QLD', 'CA-AB', 'CA-BC', 'CA-ON', 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS', 'US', 'US-AL', 'US-CA', 'US-RI', 'US-TX',
    ])
    expect(rules.filter(rule => rule.approval !== null || rule.edition !== 1 || rule.terms.source === '')).toEqual([])
  })

  test('are recorded, amended, approved, revised and retired by the clinical lead, each step in the audit trail', async () => {
    const { lead, service } = clinic
    const draft = await given(lead.rule.record({ terms: terms({ effectiveFrom: null }) }))
    expect(await refusal(lead.rule.approve({ id: draft.id, version: 1, preview: false }))).toMatchObject({ code: 'invalid', issues: [{ path: 'terms.effectiveFrom' }] })
    const dated = await given(lead.rule.amend({ id: draft.id, version: 1, terms: terms() }))
    const { saved: approved } = await given(lead.rule.approve({ id: dated.id, version: dated.version, preview: false }))
    expect(approved).toMatchObject({ edition: 1, approval: { byName: (await given(lead.session.current({}))).account?.displayName } })
    if (approved === null) throw new Error('not approved')
    expect(await refusal(lead.rule.amend({ id: approved.id, version: approved.version, terms: terms() }))).toMatchObject({ code: 'not-allowed-now' })
    const next = await given(lead.rule.revise({ id: approved.id, version: approved.version, terms: terms({ effectiveFrom: date('2026-08-01') }) }))
    expect(next).toMatchObject({ ruleId: approved.ruleId, edition: 2, approval: null })
    expect(await refusal(lead.rule.revise({ id: approved.id, version: approved.version, terms: terms() }))).toMatchObject({ code: 'duplicate' })
    await given(lead.rule.retire({ id: approved.id, version: approved.version, from: monday, preview: false }))
    const { rules } = await given(lead.rule.list({}))
    expect(rules.find(rule => rule.id === approved.id)?.retirement?.from).toBe(monday)
    const trail = await given((await service.asRole('auditor')).audit.list({ before: null, limit: 50, entityId: approved.id }))
    expect(trail.events.map(event => event.action)).toEqual(['rule.retire', 'rule.approve', 'rule.amend', 'rule.record'])
  })

  test('are refused to everybody else, when stale, and when they are not there', async () => {
    const { lead, desk, service } = clinic
    const admin = await service.asRole('administrator')
    for (const other of [desk, admin]) expect(await refusal(other.rule.record({ terms: terms() }))).toEqual({ code: 'forbidden', permission: 'rule.write' })
    const draft = await given(lead.rule.record({ terms: terms() }))
    await given(lead.rule.amend({ id: draft.id, version: 1, terms: terms() }))
    expect(await refusal(lead.rule.approve({ id: draft.id, version: 1, preview: false }))).toEqual({ code: 'stale', yours: 1, current: 2 })
    expect(await refusal(lead.rule.retire({ id: aRule().id, version: 1, from: monday, preview: false }))).toMatchObject({ code: 'not-found' })
  })
})
