import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainPaper } from '../../../shared/domain/certification.ts'
import { at, date, monday } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from '../handlers/clinic.ts'

describe.each(engines)('the certification register on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const paper = { number: 'C-9', issuer: 'Board', ...plainPaper, issued: date('2026-12-01'), effective: date('2027-01-01'), expires: date('2028-12-31') }
  const seen = ({ id, version }: { readonly id: Clinic['khansPaper']['id']; readonly version: number }) => ({ id, version, preview: false })
  const statesOn = async (day: string) => (await given(clinic.lead.register.read({ asOf: date(day) }))).lines.map(line => line.state)

  test('tells each certification’s state today and on days to come', async () => {
    expect(await statesOn('2026-05-04')).toEqual(['verified'])
    expect(await statesOn('2027-01-01')).toEqual(['expired'])
    const renewal = (await given(clinic.lead.qualification.renew({ ...seen(clinic.khansPaper), ...paper }))).saved
    expect(await statesOn('2027-01-01')).toEqual(['expired', 'recorded'])
    if (renewal === null) throw new Error('no renewal')
    await given(clinic.lead.qualification.verify({ ...seen(renewal), method: 'letter', source: 'Letter', due: null }))
    expect(await statesOn('2026-12-31')).toEqual(['verified', 'not-yet-effective'])
    expect(await statesOn('2027-01-01')).toEqual(['superseded', 'verified'])
    expect(await refusal(clinic.lead.qualification.renew({ ...seen(clinic.khansPaper), ...paper }))).toMatchObject({ code: 'not-allowed-now' })
  })

  test('tells a day gone by from what was on record when it ended: nothing can be entered for it afterwards', async () => {
    expect(await statesOn('2026-05-03')).toEqual([])
    const later = await clinic.later(at('2026-05-08T09:00'))
    const { id, version, verification: _verification, renews: _renews, ...fields } = clinic.khansPaper
    await given(later.lead.qualification.amend({ id, version, ...fields, status: 'suspended', preview: false }))
    const then = await given(later.lead.register.read({ asOf: date('2026-05-05') }))
    expect(then).toMatchObject({ knownAt: at('2026-05-06T00:00') - 1, lines: [{ state: 'verified', entered: { by: 'Test clinical-lead' } }] })
    expect(await given(later.lead.register.read({ asOf: date('2026-05-08') }))).toMatchObject({ knownAt: null, lines: [{ state: 'suspended' }] })
    const { versions } = await given(later.lead.register.history({ id }))
    expect(versions.map(one => [one.qualification.version, one.qualification.status, one.at])).toEqual([
      [3, 'suspended', at('2026-05-08T09:00')], [2, 'active', at('2026-05-04T08:00')], [1, 'active', at('2026-05-04T08:00')],
    ])
  })

  test('says who was certified for a visit when it began, whatever was entered or withdrawn later', async () => {
    const visit = await clinic.book()
    const later = await clinic.later(at('2026-06-01T09:00'))
    const { id, version, verification: _verification, renews: _renews, ...fields } = clinic.khansPaper
    await given(later.lead.qualification.amend({ id, version, ...fields, status: 'revoked', preview: false }))
    const answer = await given(later.lead.register.visit({ id: visit.appointment.id }))
    expect(answer).toMatchObject({ date: monday, knownAt: visit.appointment.interval.start })
    expect(answer.people?.map(one => [one.name.family, one.by.map(paper => paper.number), one.reasons.map(reason => reason.kind)])).toEqual([
      ['Khan', ['C-1'], []], ['Ortiz', [], ['not-certified']],
    ])
  })

  test('is signed off with the hash of the very file that is kept', async () => {
    const { text } = await given(clinic.lead.register.csv({ asOf: monday }))
    const signed = await given(clinic.lead.register.sign({ asOf: monday, statement: 'Looked through' }))
    expect(signed.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(text).toContain('Khan,Asma,Neck training,Board,,C-1,2025-01-01,2025-01-01,2026-12-31,verified')
    const { id, version, verification: _verification, renews: _renews, ...fields } = clinic.khansPaper
    await given(clinic.lead.qualification.amend({ id, version, ...fields, number: '=1+1', preview: false }))
    expect(await given(clinic.lead.register.snapshot({ id: signed.id }))).toEqual({ text, intact: true })
    expect(await given(clinic.lead.register.snapshots({}))).toMatchObject({ snapshots: [{ id: signed.id, signedBy: 'Test clinical-lead', statement: 'Looked through' }] })
    expect((await given(clinic.lead.register.csv({ asOf: monday }))).text).toContain(`'=1+1`)
    expect(await refusal(clinic.desk.register.sign({ asOf: monday, statement: '' }))).toMatchObject({ code: 'forbidden' })
  })

  test('a clock set back makes nothing valid again', async () => {
    const past = await clinic.later(at('2027-01-02T09:00'))
    await given(past.lead.practice.read({}))
    await given(past.lead.register.sign({ asOf: date('2027-01-02'), statement: '' }))
    clinic.service.setNow(at('2026-12-30T09:00'))
    expect((await given(past.lead.staff.read({}))).today).toBe('2027-01-02')
  })
})
