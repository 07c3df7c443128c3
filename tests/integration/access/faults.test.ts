import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guardedContract } from '../../../main/service/guard.ts'
import { createPremises } from '../../../main/service/premises.ts'
import { createSessions } from '../../../main/service/session.ts'
import { StoreUnavailable } from '../../../main/service/store/store.ts'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import { anAccount } from '../../support/builders.ts'
import { type LogLine, testPorts } from '../../support/service.ts'

const secret = 'Ines Øster, born 1980'
let ask: (work: () => never) => Promise<unknown>
let log: readonly LogLine[]
let close: () => Promise<void>

// The guard on a real store, with one request that goes wrong as told.
beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'injection-desk-faults-'))
  const { ports, log: lines } = testPorts(dataDir)
  const sessions = createSessions()
  const own = await openStoreHouse(ports)
  const premises = createPremises(ports, { own, demo: async () => own }, () => undefined)
  const account = anAccount({ role: 'clinical-lead', practitionerId: null })
  await premises.create({ passphrase: 'a key under the old doormat', postgresUrl: null }, store => store.write([], async tx => {
    await tx.accounts.insert(account)
    return { keep: true, value: undefined }
  }))
  const session = sessions.begin({ id: 'one', account, proof: '', operator: false, doubted: false }, ports.now())
  ask = work => {
    const broken = guardedContract({ ports, premises, sessions }).practice.read.handler(async () => work())
    return createRouterClient({ broken }, { context: { session } }).broken({}).then(() => 'done', (error: unknown) => error)
  }
  log = lines
  close = async () => {
    await premises.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
afterEach(() => close())

describe('what nobody expected', () => {
  test('is told as an incident number, and logged without a word of what it was about', async () => {
    const outcome = await ask(() => { throw new TypeError(`cannot read ${secret}`) })
    expect(outcome).toMatchObject({ code: 'fault', status: 500, data: { code: 'fault', incident: log[0]?.detail['incident'] } })
    expect(log).toMatchObject([{ event: 'fault', detail: { request: 'broken', class: 'TypeError' } }])
    expect(log[0]?.detail['incident']).toMatch(/^[0-9A-F]{8}$/)
    // Where in our own sources, whatever the folder is called that they lie in.
    expect(log[0]?.detail['at']).toMatch(/^(?:main|shared)\/[\w./-]+\.ts:\d+$/)
    expect(JSON.stringify([outcome, log])).not.toContain('Øster')
  })

  test('keeps a driver\'s code, which names nobody', async () => {
    await ask(() => { throw Object.assign(new Error(secret), { code: 'SQLITE_MISUSE' }) })
    await ask(() => { throw Object.assign(new Error(secret), { code: secret }) })
    expect(log.map(line => line.detail['code'])).toEqual(['SQLITE_MISUSE', undefined])
  })

  test('from a store that cannot be reached is said to be that', async () => {
    expect(await ask(() => { throw new StoreUnavailable('full') })).toMatchObject({ code: 'store-unavailable', status: 503, data: { code: 'store-unavailable', why: 'full' } })
    expect(log).toEqual([])
  })
})
