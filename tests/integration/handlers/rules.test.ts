import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RuleTerms, ScopeRule } from '../../../shared/domain/rules/scopeRule.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import { aRule, date, monday, wall } from '../../support/builders.ts'
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

  /** The clinic's place put under English law, and a rule in force there. */
  const underRule = async (overrides: Partial<RuleTerms>): Promise<ScopeRule> => {
    const { lead, location } = clinic
    const { openingHours, openingExceptions, name, address, telephone, zone, active } = location
    const { locations } = await given(lead.practice.read({}))
    const { id, version } = locations.find(each => each.id === location.id) ?? location
    await given(lead.location.amend({ id, version, name, address, telephone, zone, active, openingHours, openingExceptions, regulation: { jurisdiction: 'GB-ENG', setting: 'both' } }))
    const draft = await given(lead.rule.record({ terms: terms(overrides) }))
    const { saved } = await given(lead.rule.approve({ id: draft.id, version: draft.version, preview: false }))
    if (saved === null) throw new Error('not approved')
    return saved
  }
  /** The clinic's service said to be cosmetic. */
  const cosmetic = async (): Promise<void> => {
    const { id, version, status: _, ...fields } = clinic.neck
    await given(clinic.lead.serviceType.amend({ id, version, ...fields, purpose: 'cosmetic', preview: false }))
  }
  const childrensAct: Partial<RuleTerms> = { purpose: 'cosmetic', minimumAge: 18, severity: 'block', law: true, effectiveFrom: date('2021-10-01') }
  const find = async (patientId: Patient['id'], days = 7) => given(clinic.desk.slot.find({
    serviceTypeId: clinic.neck.id, locationId: clinic.location.id, from: monday, days, limit: 3, performerId: null, partOfDay: null, includeClosed: true, moving: null, patientId,
  }))

  test('of law keep a cosmetic visit of somebody under 18 from being booked or moved, with or without a reason', async () => {
    const { lead, desk } = clinic
    await cosmetic()
    const grown = await clinic.patient({ birthDate: date('2008-05-04') })
    const child = await clinic.patient({ birthDate: date('2008-05-12') })
    const nobodyKnows = await clinic.patient({ birthDate: null })
    const before = await clinic.book({ patientId: child.id })
    const rule = await underRule(childrensAct)
    await clinic.book({ patientId: grown.id, start: wall('2026-05-04T11:00') })
    for (const [who, reason] of [[desk, null], [lead, 'the parents agree']] as const) {
      for (const [patient, kind] of [[child, 'under-age'], [nobodyKnows, 'birth-date-unknown']] as const) {
        const problem = await refusal(who.appointment.book(clinic.asked({ patientId: patient.id, start: wall('2026-05-04T12:00'), overrideReason: reason })))
        expect(problem).toMatchObject({ code: 'against-rule', mayOverride: false, findings: [{ severity: 'block', cause: { kind }, citation: { id: rule.id, edition: 1, approval: { byName: rule.approval?.byName } } }] })
      }
      const { id, version } = before.appointment
      const place = { locationId: clinic.location.id, performerId: clinic.khan.id, roomId: null, fold: null, overrideReason: reason }
      expect(await refusal(who.appointment.move({ id, version, start: wall('2026-05-04T13:00'), ...place }))).toMatchObject({ code: 'against-rule' })
    }
    // Old enough a week later: that is where it may go.
    const { id, version } = before.appointment
    await given(desk.appointment.move({ id, version, start: wall('2026-05-18T10:00'), locationId: clinic.location.id, performerId: clinic.khan.id, roomId: null, fold: null, overrideReason: null }))
  })

  test('flag a visit that stood before, in the day, the strip, the register and beforehand in the preview of the approval', async () => {
    const { lead, desk } = clinic
    await cosmetic()
    const child = await clinic.patient({ birthDate: date('2010-01-01') })
    const visit = await clinic.book({ patientId: child.id })
    expect(visit).toMatchObject({ verdict: { state: 'covered' }, findings: [] })
    const rule = await underRule(childrensAct)
    const shown = await clinic.shown(visit.appointment.id)
    expect(shown).toMatchObject({ verdict: { state: 'against-rule', findings: [{ cause: { kind: 'under-age', from: '2028-01-01' } }] }, findings: [{ citation: { id: rule.id, source: rule.terms.source } }] })
    const [today] = await given(desk.schedule.strip({ locationId: clinic.location.id, from: monday, days: 1 }))
    expect(today).toMatchObject({ state: 'flagged', flagged: 1 })
    const { verdicts } = await given(lead.staff.staffing({ from: monday, through: monday, locationId: null }))
    expect(verdicts).toMatchObject([{ verdict: { state: 'against-rule' }, findings: [{ cause: { kind: 'under-age' } }] }])
    const { impact, saved } = await given(lead.rule.retire({ id: rule.id, version: rule.version, from: monday, preview: true }))
    expect([impact.clears.map(each => each.appointment.id), saved]).toEqual([[visit.appointment.id], null])
    expect((await clinic.shown(visit.appointment.id))?.verdict?.state).toBe('against-rule')
  })

  test('close the places of the list until the birthday, each with its reason, and offer those from then on', async () => {
    await cosmetic()
    await underRule(childrensAct)
    const child = await clinic.patient({ birthDate: date('2008-05-11') })
    const { slots, closed } = await find(child.id, 14)
    expect(slots[0]?.start).toBe('2026-05-11T09:00')
    const mondays = closed.filter(slot => slot.start.startsWith('2026-05-04') && slot.findings.length > 0)
    expect(mondays.length).toBeGreaterThan(0)
    expect(mondays[0]?.findings).toMatchObject([{ cause: { kind: 'under-age', from: '2026-05-11' } }])
    const place = { serviceTypeId: clinic.neck.id, locationId: clinic.location.id, start: wall('2026-05-04T10:00'), performerId: null, roomId: null, fold: null, moving: null }
    expect(await given(clinic.desk.slot.assess({ ...place, patientId: child.id }))).toMatchObject({ verdict: { state: 'against-rule' }, findings: [{ cause: { kind: 'under-age' } }] })
    expect(await refusal(clinic.desk.slot.assess({ ...place, patientId: aRule().id as unknown as Patient['id'] }))).toMatchObject({ code: 'not-found' })
  })

  test('that are the practice’s own give way to a reason of the clinical lead, which stays with the flagged visit', async () => {
    const { lead, desk } = clinic
    await underRule({ minimumAge: 21, severity: 'block', law: false })
    const young = await clinic.patient({ birthDate: date('2007-01-01') })
    expect(await refusal(desk.appointment.book(clinic.asked({ patientId: young.id })))).toMatchObject({ code: 'against-rule', mayOverride: false })
    expect(await refusal(lead.appointment.book(clinic.asked({ patientId: young.id })))).toMatchObject({ code: 'against-rule', mayOverride: true })
    const visit = await given(lead.appointment.book(clinic.asked({ patientId: young.id, overrideReason: 'Agreed with the physician' })))
    expect(visit).toMatchObject({ appointment: { override: { reason: 'Agreed with the physician' } }, verdict: { state: 'against-rule' } })
  })

  test('of law keep somebody whose role does not inject from being named, whatever the reason', async () => {
    const { lead } = clinic
    await underRule({ roles: ['physician'], mayInject: 'no', severity: 'block', law: true })
    const request = clinic.asked({ performerId: clinic.khan.id, overrideReason: 'Nobody else is here' })
    expect(await refusal(lead.appointment.book(request))).toMatchObject({ code: 'against-rule', mayOverride: false, findings: [{ cause: { kind: 'role-barred' } }] })
    expect((await find(clinic.rosa.id)).slots).toEqual([])
  })

  test('let only so many inject beside each who is there, named or not, and say which rule it is', async () => {
    const { lead, desk, khan, ortiz } = clinic
    const start = wall('2026-05-04T09:00')
    await clinic.certify(ortiz)
    const rule = await underRule({ presence: 'on-site', presentRoles: ['physician'], ratio: 1, severity: 'block', law: true })
    const first = await clinic.book({ performerId: khan.id, start })
    expect(first).toMatchObject({ verdict: { state: 'covered', fragile: { practitionerId: khan.id } } })
    const { closed } = await find((await clinic.patient()).id)
    expect(closed.find(slot => slot.start === start)?.reasons.find(entry => entry.practitionerId === ortiz.id)?.reasons).toEqual([{ kind: 'company-missing', scopeRuleId: rule.id }])
    const second = { patientId: (await clinic.patient()).id, start }
    expect(await refusal(desk.appointment.book(clinic.asked({ ...second, performerId: ortiz.id }))))
      .toMatchObject({ code: 'against-rule', findings: [{ severity: 'block', cause: { kind: 'company-missing' }, citation: { id: rule.id } }] })
    expect(await refusal(desk.appointment.book(clinic.asked({ ...second, performerId: null }))))
      .toMatchObject({ code: 'not-staffed', verdict: { state: 'uncovered', shortage: { supervision: { atMost: 1, scopeRuleId: rule.id } } } })
    // Law: no reason given makes room for a second one.
    expect(await refusal(lead.appointment.book(clinic.asked({ ...second, performerId: ortiz.id, overrideReason: 'They came from far' }))))
      .toMatchObject({ code: 'against-rule', mayOverride: false })
    await clinic.book({ performerId: ortiz.id, start: wall('2026-05-04T09:30'), patientId: (await clinic.patient()).id })
  })

  test('explain a visit by the version in force on its own day', async () => {
    const { lead } = clinic
    const first = await underRule({ examination: 'yes', severity: 'warn', words: 'As it was.' })
    const next = await given(lead.rule.revise({ id: first.id, version: first.version, terms: { ...first.terms, words: 'As it will be.', effectiveFrom: date('2026-05-11') } }))
    const [now, then] = [await clinic.book(), await clinic.book({ start: wall('2026-05-11T10:00') })]
    expect((await clinic.shown(then.appointment.id, date('2026-05-11')))?.findings).toMatchObject([{ citation: { edition: 1 } }])
    await given(lead.rule.approve({ id: next.id, version: next.version, preview: false }))
    expect((await clinic.shown(now.appointment.id))?.findings).toMatchObject([{ severity: 'warn', citation: { edition: 1, words: 'As it was.' } }])
    expect((await clinic.shown(then.appointment.id, date('2026-05-11')))?.findings).toMatchObject([{ severity: 'warn', citation: { edition: 2, words: 'As it will be.' } }])
  })

  test('hold for what a file brings in, and for a cancelled visit that comes back', async () => {
    const { lead, desk } = clinic
    await cosmetic()
    const child = await clinic.patient({ birthDate: date('2010-01-01') })
    const visit = await clinic.book({ patientId: child.id })
    const { id, version } = visit.appointment
    const cancelled = await given(desk.appointment.cancel({ id, version, reason: 'Ill' }))
    await underRule(childrensAct)
    expect(await refusal(desk.appointment.undo({ id, version: cancelled.appointment.version }))).toMatchObject({ code: 'against-rule' })
    const lines = ['Patient,Birth date,Date,Time,Service', 'Kim Young,2010-02-03,2026-05-05,10:00,Neck', 'Ann Grown,1990-02-03,2026-05-05,11:00,Neck', 'Bo Nodate,,2026-05-05,12:00,Neck', 'Past Young,2010-02-03,2026-04-06,10:00,Neck']
    const file = { fileName: 'book.csv', bytes: Buffer.from(lines.join('\n')).toString('base64') }
    const looked = await given(lead.exchange.previewCsv({ file, mapping: { ...(await given(lead.exchange.previewCsv({ file, mapping: null }))).mapping, locationId: clinic.location.id } }))
    const report = await given(lead.exchange.importCsv({ file, mapping: { ...looked.mapping, services: [{ name: 'Neck', to: clinic.neck.id }] } }))
    expect(report.rows.map(row => row.outcomes.includes('against-rule'))).toEqual([true, false, true, false])
    expect(report.rows[0]?.messages.join()).toContain('England: not under 18')
  })
})
