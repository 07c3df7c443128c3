import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHttpDoor } from '../../../main/service/doors/http.ts'
import { plainPaper, plainType } from '../../../shared/domain/certification.ts'
import type { CertificationTypeId, PractitionerId } from '../../../shared/domain/ids.ts'
import { at, date } from '../../support/builders.ts'
import { aService, engines, type TestService, testPassword } from '../../support/service.ts'

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

describe.each(engines)('alerts on %s', engine => {
  let desk: TestService
  let practitionerId: PractitionerId
  let certificationTypeId: CertificationTypeId
  beforeAll(async () => {
    desk = await aService(engine)
    const lead = await desk.asRole('clinical-lead')
    const person = must(await lead.practitioner.record({ name: { given: 'Ada', family: 'Khan' }, telephone: '', roles: [], active: true }))
    const type = must(await lead.certificationType.record({ name: 'Neck course', issuer: 'College', competences: [], expiry: { kind: 'months', months: 24 }, active: true, ...plainType }))
    practitionerId = person.id
    certificationTypeId = type.id
    must(await lead.qualification.record({ practitionerId, certificationTypeId, number: 'N 1', issuer: '', issued: date('2025-01-01'), expires: date('2026-06-03'), status: 'active', ...plainPaper, preview: false }))
  })
  afterAll(() => desk.stop())
  /** Signs in anew: a session does not outlive the days between. */
  const again = async (role: 'clinical-lead' | 'front-desk') => {
    await desk.sessionOf(role).catch(() => '')
    const { session } = must(await desk.client(null).session.signIn({ username: `test-${role}`, password: testPassword }))
    return desk.client(session)
  }
  const given = async (): Promise<readonly number[]> => (await desk.store.read(tx => tx.alerts.all())).map(alert => alert.days).toSorted((a, b) => b - a)

  it('are given once, however many desks start, on skipped days and after the clock was set back', async () => {
    const [lead, front] = [await again('clinical-lead'), await again('front-desk')]
    const answers = await Promise.all([lead.alert.collect({}), lead.alert.collect({}), front.alert.collect({})])
    expect(await given()).toEqual([90, 60, 30])
    expect(answers.map(answer => must(answer).fresh).toSorted()).toEqual([0, 0, 1])
    expect(must(await front.alert.collect({})).waiting).toEqual([])
    desk.setNow(at('2026-06-04T08:00'))
    expect(must(await (await again('clinical-lead')).alert.collect({})).fresh).toBe(1)
    expect(await given()).toEqual([90, 60, 30, 14, 7, 1, 0])
    desk.setNow(at('2026-05-10T08:00'))
    expect(must(await (await again('clinical-lead')).alert.collect({})).fresh).toBe(0)
    expect(await given()).toEqual([90, 60, 30, 14, 7, 1, 0])
  })

  it('are put away by one person for that person alone, and stay in the list', async () => {
    const lead = await again('clinical-lead')
    const { waiting } = must(await lead.alert.collect({}))
    expect(waiting).toMatchObject([{ holder: 'Ada Khan', certification: 'Neck course' }])
    must(await lead.alert.acknowledge({ ids: waiting.flatMap(one => one.news.alertIds) }))
    expect(must(await lead.alert.collect({})).waiting).toEqual([])
    expect(must(await lead.alert.list({})).given).toHaveLength(1)
    expect(await (await again('front-desk')).alert.acknowledge({ ids: ['00000000-0000-4000-8000-000000000000' as never] })).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })

  it('come on the days that the lead sets, and a stale setting is refused', async () => {
    const lead = await again('clinical-lead')
    expect(must(await lead.alert.setDays({ id: certificationTypeId, version: 0, days: [10, 400, 10] })).days).toEqual([400, 10])
    expect(await lead.alert.setDays({ id: certificationTypeId, version: 0, days: [] })).toMatchObject({ ok: false, problem: { code: 'stale' } })
    must(await lead.qualification.record({ practitionerId, certificationTypeId, number: 'N 2', issuer: '', issued: date('2026-01-01'), expires: date('2027-06-03'), status: 'active', ...plainPaper, preview: false }))
    expect(must(await lead.alert.collect({})).waiting).toMatchObject([{ news: { ends: '2027-06-03', days: 400 } }])
    expect(await (await again('front-desk')).alert.setDays({ id: certificationTypeId, version: 1, days: [1] })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })

  it('are read by a calendar under its address until that is revoked', async () => {
    const lead = await again('clinical-lead')
    const door = await openHttpDoor(desk.service, { port: 0, rendererDir: desk.dataDir, version: '0.0.0' })
    try {
      const { feed, path } = must(await lead.calendar.open({}))
      const answer = await fetch(`${door.url}${path}`)
      const text = await answer.text()
      expect(answer.headers.get('content-type')).toContain('text/calendar')
      expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Neck course of Ada Khan ends')
      expect(text).toContain('DTSTART;VALUE=DATE:20260603')
      expect(text).toContain('DTEND;VALUE=DATE:20260604')
      expect((await fetch(`${door.url}${path}`, { method: 'POST' })).status).toBe(405)
      expect((await fetch(`${door.url}/calendar/${'a'.repeat(43)}.ics`)).status).toBe(404)
      must(await lead.calendar.revoke({ id: feed.id }))
      expect((await fetch(`${door.url}${path}`)).status).toBe(404)
      expect(must(await lead.calendar.read({})).document).toBe(text)
    } finally {
      await door.close()
    }
  })
})
