import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createService, type Service } from '../../../main/service/service.ts'
import type { Ports } from '../../../main/service/ports.ts'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import type { Inputs } from '../../../shared/contract/inferred.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import type { ZoneId } from '../../../shared/domain/time/values.ts'
import { date, zone } from '../../support/builders.ts'
import { aFirstRun } from '../../support/firstRun.ts'
import { problemOf } from '../../support/resultClient.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { aService, engines, type LogLine, testPorts, usualNow } from '../../support/service.ts'

type Bare = { readonly service: Service; readonly ports: Ports; readonly log: readonly LogLine[]; readonly setNow: (now: typeof usualNow) => void; readonly dataDir: string }
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A service whose data folder is still empty. */
async function unopened(change: Partial<Ports> = {}): Promise<Bare> {
  const dataDir = mkdtempSync(join(tmpdir(), 'injection-desk-first-'))
  const { ports: usual, log, setNow } = testPorts(dataDir)
  const ports = { ...usual, ...change }
  const service = await createService(ports, await openStoreHouse(ports), 10)
  open.push(async () => {
    await service.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { service, ports, log, setNow, dataDir }
}
const again = async ({ service, ports }: Pick<Bare, 'service' | 'ports'>): Promise<Service> => {
  await service.stop()
  const next = await createService(ports, await openStoreHouse(ports), 10)
  open.push(() => next.stop())
  return next
}
const refusal = (asking: Promise<unknown>): Promise<Problem> => asking.then(() => { throw new Error('was not refused') }, problemOf)
const create = aFirstRun()
const passphrase = create.passphrase ?? ''
const signIn = { username: create.lead.username, password: create.lead.password }
const asLead = async (service: Service) => service.client((await service.client(null).session.signIn(signIn)).session)

describe.each(engines)('the first run, on %s', engine => {
  test('makes the whole practice, with everything on the audit trail', async () => {
    const desk = await aService(engine)
    try {
      const lead = await asLead(desk.service)
      const { practice, locations, rooms } = await lead.practice.read({})
      expect(practice).toMatchObject({ ...create.practice, demo: false, version: 1 })
      expect(locations.map(location => location.name)).toEqual(['Main street'])
      expect(rooms.map(room => room.name).toSorted()).toEqual(['Room 1', 'Room 2'])
      const services = await lead.serviceType.list({})
      expect(services.map(service => service.name).toSorted()).toEqual([
        'Blepharospasm', 'Cervical dystonia', 'Chronic low-back pain (off-label)', 'Chronic migraine (31 sites)', 'Upper facial lines', 'Upper-limb spasticity',
      ])
      expect(new Set(services.map(service => service.status))).toEqual(new Set(['draft']))
      const staff = await lead.staff.read({})
      const granted = new Set(staff.certificationTypes.flatMap(type => type.competences))
      for (const service of services) expect(service.competences.filter(each => !granted.has(each))).toEqual([])
      const named = new Set(staff.competences.map(each => each.code))
      expect([...granted].filter(each => !named.has(each))).toEqual([])
      const { rules } = await lead.rule.list({})
      expect(rules.every(rule => rule.approval === null)).toBe(true)
      const { events, intact } = await lead.audit.list({ before: null, limit: 500, entityId: null })
      expect(intact).toBe(true)
      const made = events.filter(event => event.action === 'system.create')
      expect(made).toHaveLength(1 + 1 + 1 + 2 + staff.competences.length + staff.certificationTypes.length + services.length + rules.length)
      expect(new Set(made.map(event => event.accountName))).toEqual(new Set([create.lead.displayName]))
    } finally {
      await desk.stop()
    }
  })
})

describe('the first run', () => {
  const location = create.locations[0]
  if (location === undefined) throw new Error('the usual first run has no location')
  const badZone = 'Mars/Olympus' as ZoneId
  const wrong: readonly (readonly [string, Partial<Inputs['system']['create']>, readonly string[]])[] = [
    ['no passphrase where there is no key store', { passphrase: null }, ['passphrase']],
    ['a short passphrase', { passphrase: 'short words' }, ['passphrase']],
    ['a password anybody would guess', { lead: { ...create.lead, password: 'password1' } }, ['lead.password']],
    ['a password like the user name', { lead: { ...create.lead, username: 'dr.ada.moreau', password: 'Dr.Ada.Moreau' } }, ['lead.password']],
    ['no location', { locations: [] }, ['locations']],
    ['a zone that nobody knows', { locations: [{ ...location, zone: badZone }] }, ['locations.0.zone']],
    ['two locations of one name', { locations: [location, { ...location, name: ' main  STREET' }] }, ['locations']],
    ['two rooms of one name', { locations: [{ ...location, rooms: ['A', 'a '] }] }, ['locations.0.rooms']],
    ['a date that closes twice', { locations: [{ ...location, openingExceptions: [{ date: date('2026-12-24'), hours: [], reason: '' }, { date: date('2026-12-24'), hours: [], reason: '' }] }] }, ['locations.0.openingExceptions']],
    ['blanks for names', { practice: { ...create.practice, name: ' ' }, lead: { ...create.lead, username: '  ' } }, ['practice.name', 'lead.username']],
  ]
  test.each(wrong)('refuses %s, and makes nothing', async (_, change, paths) => {
    const { service, dataDir } = await unopened()
    const problem = await refusal(service.client(null).system.create({ ...create, ...change }))
    expect(problem).toMatchObject({ code: 'invalid' })
    expect(problem.code === 'invalid' ? problem.issues.map(issue => issue.path) : []).toEqual(paths)
    expect((await service.client(null).system.status({})).state).toBe('first-run')
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('needs no passphrase where the key store keeps the key, and opens by itself afterwards', async () => {
    const keyStore: Ports['keyStore'] = { wrap: async value => Buffer.from(value).toString('hex'), unwrap: async value => Buffer.from(value, 'hex').toString() }
    const desk = await unopened({ keyStore })
    expect((await desk.service.client(null).system.create({ ...create, passphrase: null })).recoveryKey).not.toBe('')
    const next = await again(desk)
    expect(await next.client(null).system.status({})).toMatchObject({ state: 'open', practiceName: 'Lindenhof Practice', hasPassphrase: false, keyStore: 'available' })
  })

  test('writes a zone in its usual capitals', async () => {
    const { service } = await unopened()
    await service.client(null).system.create({ ...create, locations: [{ ...location, zone: 'america/new_york' as ZoneId }] })
    expect((await (await asLead(service)).practice.read({})).locations[0]?.zone).toBe(zone('America/New_York'))
  })

  test('asked for twice at once happens once', async () => {
    const { service } = await unopened()
    const answers = await Promise.allSettled([1, 2, 3].map(() => service.client(null).system.create(create)))
    expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
    expect((await (await asLead(service)).account.list({}))).toHaveLength(1)
  })

  test('joins the practice that another desk made on the same server', async () => {
    const postgresUrl = await freshDatabase()
    const [first, second] = [await unopened(), await unopened()]
    await first.service.client(null).system.create({ ...create, postgresUrl })
    await second.service.client(null).system.create({ ...create, practice: { ...create.practice, name: 'Another name' }, postgresUrl })
    expect(await second.service.client(null).system.status({})).toMatchObject({ state: 'open', practiceName: 'Lindenhof Practice' })
    expect((await (await asLead(second.service)).account.list({}))).toHaveLength(1)
  })
})

describe('a locked practice', () => {
  async function locked(): Promise<Bare & { readonly next: Service; readonly recoveryKey: string }> {
    const desk = await unopened()
    const { recoveryKey } = await desk.service.client(null).system.create(create)
    return { ...desk, recoveryKey, next: await again(desk) }
  }

  test('says so, without its name, and opens with its passphrase', async () => {
    const { next } = await locked()
    expect(await next.client(null).system.status({})).toMatchObject({ state: 'locked', practiceName: '', hasPassphrase: true })
    expect(await refusal(next.client(null).session.signIn(signIn))).toEqual({ code: 'locked' })
    expect(await refusal(next.client(null).system.unlock({ secret: 'not the passphrase', kind: 'passphrase' }))).toEqual({ code: 'wrong-key' })
    await next.client(null).system.unlock({ secret: passphrase, kind: 'passphrase' })
    expect(await next.client(null).system.status({})).toMatchObject({ state: 'open', practiceName: 'Lindenhof Practice' })
  })

  test('opens with its recovery key, and with a new passphrase once one is set', async () => {
    const desk = await locked()
    await desk.next.client(null).system.unlock({ secret: desk.recoveryKey, kind: 'recovery-key' })
    await (await asLead(desk.next)).system.setPassphrase({ passphrase: 'quite another sentence' })
    const last = await again({ service: desk.next, ports: desk.ports })
    expect(await refusal(last.client(null).system.unlock({ secret: passphrase, kind: 'passphrase' }))).toEqual({ code: 'wrong-key' })
    await last.client(null).system.unlock({ secret: 'quite another sentence', kind: 'passphrase' })
    expect((await last.client(null).system.status({})).state).toBe('open')
    const { events } = await (await asLead(last)).audit.list({ before: null, limit: 20, entityId: null })
    expect(events.map(event => event.action)).toContain('system.setPassphrase')
    expect(JSON.stringify(events)).not.toContain('quite another sentence')
  })

  test('looks at five wrong keys, then waits', async () => {
    const { next, setNow } = await locked()
    for (let time = 0; time < 5; time += 1) expect(await refusal(next.client(null).system.unlock({ secret: 'wrong', kind: 'passphrase' }))).toEqual({ code: 'wrong-key' })
    expect(await refusal(next.client(null).system.unlock({ secret: passphrase, kind: 'passphrase' }))).toEqual({ code: 'wrong-credentials', waitSeconds: 30 })
    setNow(instant(usualNow + 30_000))
    await next.client(null).system.unlock({ secret: passphrase, kind: 'passphrase' })
    expect((await next.client(null).system.status({})).state).toBe('open')
  })

  test('that was damaged is told as such, not as a fault', async () => {
    const desk = await locked()
    await desk.next.stop()
    const keys = readdirSync(desk.dataDir).filter(name => name.endsWith('.json') && name.startsWith('keys'))
    expect(keys).toHaveLength(1)
    writeFileSync(join(desk.dataDir, keys[0] ?? ''), readFileSync(join(desk.dataDir, keys[0] ?? ''), 'utf8').slice(0, 40))
    const last = await createService(desk.ports, await openStoreHouse(desk.ports), 10)
    open.push(() => last.stop())
    expect(await refusal(last.client(null).system.status({}))).toEqual({ code: 'store-unavailable', why: 'corrupt' })
  })
})

test('a made-up practice is there at once, and says whom to sign in as', async () => {
  const { service } = await unopened({ demo: true })
  const status = await service.client(null).system.status({})
  expect(status).toMatchObject({ state: 'open', demo: true })
  for (const account of status.demoAccounts) {
    const signedIn = await service.client(null).session.signIn({ username: account.username, password: account.password })
    expect(signedIn.account.role).toBe(account.role)
  }
  expect(status.demoAccounts).toHaveLength(5)
})

test('the other door opens a made-up practice in a folder of its own, and the next start asks again', async () => {
  const bare = await unopened()
  open.push(async () => rmSync(`${bare.dataDir}-demo`, { recursive: true, force: true }))
  await bare.service.client(null).system.tryDemo({})
  const status = await bare.service.client(null).system.status({})
  expect(status).toMatchObject({ state: 'open', demo: true })
  expect(status.demoAccounts.length).toBeGreaterThan(0)
  expect(readdirSync(bare.dataDir)).toEqual([])
  expect(readdirSync(`${bare.dataDir}-demo`)).toContain('practice.db')
  const next = await again(bare)
  expect(await next.client(null).system.status({})).toMatchObject({ state: 'first-run', demo: false, demoAccounts: [] })
})

test('the other door is shut once there is a practice', async () => {
  const { service, dataDir } = await unopened()
  await service.client(null).system.create(create)
  expect(await refusal(service.client(null).system.tryDemo({}))).toEqual({ code: 'already-set-up' })
  expect(existsSync(`${dataDir}-demo`)).toBe(false)
})
