import { afterEach, describe, expect, test } from 'vitest'
import { createService } from '../../../main/service/service.ts'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import { aFirstRun } from '../../support/firstRun.ts'
import { aService, engines, testPassword, type TestService, usualNow } from '../../support/service.ts'

const open: TestService[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.stop()
})

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const later = (ms: number) => instant(usualNow + ms)
const { username, password } = aFirstRun().lead
const wrong = { username, password: 'not the password' }

describe.each(engines)('signing in, on %s', engine => {
  async function desk(): Promise<TestService> {
    const made = await aService(engine)
    open.push(made)
    return made
  }
  const wrongTimes = async (service: TestService, times: number, name = username): Promise<readonly number[]> => {
    const waits: number[] = []
    for (let time = 0; time < times; time += 1) {
      const answer = await service.client(null).session.signIn({ ...wrong, username: name })
      if (answer.ok || answer.problem.code !== 'wrong-credentials') throw new Error('was not refused as it should be')
      waits.push(answer.problem.waitSeconds)
    }
    return waits
  }

  test('takes the right password, and says who it is and what they may do', async () => {
    const service = await desk()
    const answer = await service.client(null).session.signIn({ username: ` ${username} `, password })
    expect(answer).toMatchObject({ ok: true, value: { account: { username, role: 'clinical-lead' } } })
    expect(answer.ok && answer.value.session).toMatch(/^[\w-]{43}$/)
    expect(answer.ok && answer.value.permissions).toContain('account.write')
  })

  test('answers a wrong name, a wrong password and a closed account alike, however often', async () => {
    const service = await desk()
    const lead = await service.asRole('clinical-lead')
    const closed = await lead.account.record({ username: 'closed', displayName: 'Closed', role: 'front-desk', practitionerId: null, active: false, password: testPassword })
    expect(closed.ok).toBe(true)
    const known = await wrongTimes(service, 7)
    expect(known).toEqual([0, 0, 0, 0, 0, 30, 30])
    expect(await wrongTimes(service, 7, 'nobody')).toEqual(known)
    const shut: number[] = []
    for (let time = 0; time < 7; time += 1) {
      const answer = await service.client(null).session.signIn({ username: 'closed', password: testPassword })
      shut.push(!answer.ok && answer.problem.code === 'wrong-credentials' ? answer.problem.waitSeconds : NaN)
    }
    expect(shut).toEqual(known)
  })

  test('after the fifth wrong password waits, longer each time up to an hour, and takes no password meanwhile, not even the right one', async () => {
    const service = await desk()
    await wrongTimes(service, 5)
    expect(await service.client(null).session.signIn({ username, password })).toMatchObject({ ok: false, problem: { code: 'wrong-credentials', waitSeconds: 30 } })
    const waits: number[] = []
    let now = 0
    for (let time = 0; time < 10; time += 1) {
      const [wait = 0] = await wrongTimes(service, 1)
      waits.push(wait)
      now += wait * second
      service.setNow(later(now))
      await wrongTimes(service, 1)
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
    now += hour
    service.setNow(later(now))
    expect(await service.client(null).session.signIn({ username, password })).toMatchObject({ ok: true })
    expect(await wrongTimes(service, 6)).toEqual([0, 0, 0, 0, 0, 30])
  })

  test('fifty guesses at once are no more than five', async () => {
    const service = await desk()
    const answers = await Promise.all(Array.from({ length: 50 }, () => service.client(null).session.signIn(wrong)))
    const waits = answers.map(answer => !answer.ok && answer.problem.code === 'wrong-credentials' ? answer.problem.waitSeconds : NaN)
    expect(waits.filter(wait => wait === 0)).toHaveLength(5)
    expect(waits.filter(wait => wait === 30)).toHaveLength(45)
  })

  test('a clock set back does not lock anybody out for the difference', async () => {
    const service = await desk()
    service.setNow(later(90 * 24 * hour))
    await wrongTimes(service, 5)
    service.setNow(usualNow)
    expect(await wrongTimes(service, 1)).toEqual([30])
    service.setNow(later(30 * second))
    expect(await service.client(null).session.signIn({ username, password })).toMatchObject({ ok: true })
  })

  test('is on the audit trail, refused or not, without what was typed', async () => {
    const service = await desk()
    await wrongTimes(service, 1)
    await wrongTimes(service, 1, 'my secret password')
    await service.client(null).session.signIn({ username, password })
    const auditor = await service.asRole('auditor')
    const audit = await auditor.audit.list({ before: null, limit: 50, entityId: null })
    const signIns = audit.ok ? audit.value.events.filter(event => event.action === 'session.signIn') : []
    expect(signIns.map(({ accountName, outcome }) => [accountName, outcome]).slice(1, 4))
      .toEqual([['Dr. Ada Moreau', 'success'], ['', 'refused'], ['Dr. Ada Moreau', 'refused']])
    expect(JSON.stringify(audit)).not.toContain('my secret password')
    expect(JSON.stringify(audit)).not.toContain(wrong.password)
  })

  test('a session ends after 30 minutes without a request, and after 12 hours in any case', async () => {
    const service = await desk()
    const session = await service.sessionOf('front-desk')
    const client = service.client(session)
    for (let now = 29 * minute; now < 12 * hour; now += 29 * minute) {
      service.setNow(later(now))
      expect((await client.practice.read({})).ok).toBe(true)
    }
    service.setNow(later(12 * hour + minute))
    expect(await client.practice.read({})).toEqual({ ok: false, problem: { code: 'not-signed-in' } })
    const idle = service.client(await service.sessionOf('injector'))
    service.setNow(later(12 * hour + 31 * minute + second))
    expect(await idle.practice.read({})).toEqual({ ok: false, problem: { code: 'not-signed-in' } })
  })

  test('what the screen asks by itself keeps no session alive', async () => {
    const service = await desk()
    const client = await service.asRole('front-desk')
    for (let now = 0; now <= 30 * minute; now += 10 * minute) {
      service.setNow(later(now))
      expect((await client.system.desk({})).ok).toBe(true)
    }
    service.setNow(later(30 * minute + second))
    expect(await client.system.desk({})).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } })
  })

  test.each([
    ['closing an account', { active: false }], ['a new role', { role: 'auditor' }],
  ] as const)('%s counts from the next request on', async (_, change) => {
    const service = await desk()
    const lead = await service.asRole('clinical-lead')
    const front = await service.asRole('front-desk')
    const accounts = await lead.account.list({})
    const account = accounts.ok ? accounts.value.find(each => each.role === 'front-desk') : undefined
    if (account === undefined) throw new Error('there is no such account')
    expect((await front.patient.find({ text: '', limit: 1 })).ok).toBe(true)
    expect((await lead.account.amend({ ...account, ...change })).ok).toBe(true)
    const code = 'active' in change ? 'not-signed-in' : 'forbidden'
    expect(await front.patient.find({ text: '', limit: 1 })).toMatchObject({ ok: false, problem: { code } })
  })

  test('a new password ends the sessions of the old one, streams too, and is the one that counts', async () => {
    const service = await desk()
    const lead = await service.asRole('clinical-lead')
    const front = await service.asRole('front-desk')
    const me = await front.session.current({})
    if (!me.ok) throw new Error('was not signed in')
    const changes = await front.system.changes({})
    if (!changes.ok) throw new Error('was not told changes')
    const told = changes.value.next()
    expect(await lead.account.setPassword({ id: me.value.account.id, password: 'four quite other words' })).toEqual({ ok: true, value: {} })
    let item = await told
    while (!item.done) item = await changes.value.next()
    expect(await front.session.current({})).toEqual({ ok: false, problem: { code: 'not-signed-in' } })
    expect((await service.client(null).session.signIn({ username: me.value.account.username, password: testPassword })).ok).toBe(false)
    expect((await service.client(null).session.signIn({ username: me.value.account.username, password: 'four quite other words' })).ok).toBe(true)
  })

  test.each(['short', 'password', 'Passw0rd!', '12345678', 'aaaaaaaa', 'qwertyuiop', 'Botox2026', 'reception1'])('"%s" is refused as a password, with a reason', async bad => {
    const service = await desk()
    const lead = await service.asRole('clinical-lead')
    const answer = await lead.account.record({ username: 'new', displayName: 'New', role: 'injector', practitionerId: null, active: true, password: bad })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'invalid', issues: [{ path: 'password' }] } })
  })

  test('somebody is left who may let others in', async () => {
    const service = await desk()
    const lead = await service.asRole('clinical-lead')
    const accounts = await lead.account.list({})
    const [first, mine] = accounts.ok ? accounts.value.filter(each => each.role === 'clinical-lead').toSorted((a, b) => (a.username < b.username ? -1 : 1)) : []
    if (first === undefined || mine === undefined) throw new Error('there are not two of them')
    expect((await lead.account.amend({ ...first, active: false })).ok).toBe(true)
    expect(await lead.account.amend({ ...mine, role: 'auditor' })).toEqual({ ok: false, problem: { code: 'in-use', what: 'last-account-writer' } })
  })
})

test('the count of wrong passwords outlives a restart', async () => {
  const service = await aService('sqlite')
  open.push(service)
  for (let time = 0; time < 5; time += 1) await service.client(null).session.signIn(wrong)
  await service.service.stop()
  const again = await createService(service.ports, await openStoreHouse(service.ports), 10)
  const client = again.client(null)
  await client.system.unlock({ secret: aFirstRun().passphrase ?? '', kind: 'passphrase' })
  await expect(client.session.signIn({ username, password })).rejects.toMatchObject({ data: { code: 'wrong-credentials', waitSeconds: 30 } })
  await again.stop()
})
