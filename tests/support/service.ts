import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createPortServer } from '../../main/service/doors/messages.ts'
import { hashPassword } from '../../main/service/password.ts'
import { type Ports, systemPorts } from '../../main/service/ports.ts'
import { createService, type Service } from '../../main/service/service.ts'
import type { Store, StoreHouse } from '../../main/service/store/store.ts'
import { openStoreHouse } from '../../main/service/store/storeHouse.ts'
import { sessionHeader } from '../../shared/contract/wire.ts'
import { type AccountId, asId } from '../../shared/domain/ids.ts'
import type { AccountRole } from '../../shared/domain/person.ts'
import { at } from './builders.ts'
import type { Instant } from '../../shared/domain/time/values.ts'
import { type DeskClient, type Link, resultClient } from './resultClient.ts'
import { portOf } from './ports.ts'
import { freshDatabase } from './postgresServer.ts'
import { aFirstRun } from './firstRun.ts'

export type Engine = 'sqlite' | 'postgresql'
export const engines: readonly Engine[] = ['sqlite', 'postgresql']

export type LogLine = { readonly event: string; readonly detail: Readonly<Record<string, string | number>> }

/** A real service on a real store in a folder of its own. */
export type TestService = {
  readonly service: Service
  readonly store: Store
  readonly ports: Ports
  readonly dataDir: string
  readonly recoveryKey: string
  /** Every line the service logged. */
  readonly log: readonly LogLine[]
  /** Moves the service's clock. */
  readonly setNow: (now: Instant) => void
  /** The way of one client over a message port. */
  readonly link: (session: string | null) => Link
  /** A client over a message port, signed in by `session`, or not at all. */
  readonly client: (session: string | null) => DeskClient
  /** A client signed in with an account of this role, made on first use. */
  readonly asRole: (role: AccountRole) => Promise<DeskClient>
  /** The session that `asRole` uses. */
  readonly sessionOf: (role: AccountRole) => Promise<string>
  /** Stops it; fails if a handler refused with a problem that the contract does not declare for its request. */
  readonly stop: () => Promise<void>
}

/** Passwords and passphrases stretched as little as may be, so that signing in and setting up cost the tests nothing. */
const cheap = 10
export const testPassword = 'correct horse battery'
const hashed = hashPassword(testPassword, cheap)

/** The Monday of the builders, at eight in the morning. */
export const usualNow = at('2026-05-04T08:00')

/** Ports with a clock that stands still and a log that can be read. */
export function testPorts(dataDir: string, start: Instant = usualNow): { readonly ports: Ports; readonly log: LogLine[]; readonly setNow: (now: Instant) => void } {
  const log: LogLine[] = []
  let now = start
  const ports: Ports = { ...systemPorts({ dataDir, demo: false, keyStore: null }), now: () => now, log: (event, detail) => void log.push({ event, detail }) }
  return { ports, log, setNow: at => { now = at } }
}

/** Starts a service and makes a practice in it: one location with two rooms, shipped drafts, a clinical lead. */
export async function aService(engine: Engine, options: { readonly now?: Instant } = {}): Promise<TestService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'injection-desk-service-'))
  const { ports, log, setNow } = testPorts(dataDir, options.now)
  const house = await openStoreHouse(ports, cheap)
  let made: Store | null = null
  // The store is the service's own; the tests look into it to see what a request left behind.
  const watched: StoreHouse = {
    ...house,
    create: async how => {
      const created = await house.create(how)
      made = created.store
      return created
    },
  }
  const service = await createService(ports, watched, cheap)
  const serve = createPortServer(service.router)
  const open: (() => void)[] = []

  const link = (session: string | null): Link => {
    const { port1, port2 } = new MessageChannel()
    serve(portOf(port2))
    open.push(() => port1.close())
    return new PortLink({ port: port1, headers: session === null ? {} : { [sessionHeader]: session } })
  }
  const client = (session: string | null): DeskClient => resultClient(link(session))
  const created = await client(null).system.create(aFirstRun({ postgresUrl: engine === 'postgresql' ? await freshDatabase() : null }))
  if (!created.ok) throw new Error(`first run was refused: ${JSON.stringify(created.problem)} ${JSON.stringify(log)}`)
  const store = opened(made)

  const sessions = new Map<AccountRole, Promise<string>>()
  async function signIn(role: AccountRole): Promise<string> {
    const username = `test-${role}`
    const hash = await hashed
    await store.write([], async tx => {
      const account = await tx.accounts.insert({ id: asId<AccountId>(ports.newId()), version: 1, username, displayName: `Test ${role}`, role, practitionerId: null, active: true })
      if (!account.ok) throw new Error(`no account for ${role}: ${account.problem.code}`)
      await tx.accounts.setCredential(account.value.id, { hash, failures: 0, lockedUntil: null })
      return { keep: true, value: null }
    })
    const signedIn = await client(null).session.signIn({ username, password: testPassword })
    if (!signedIn.ok) throw new Error(`${role} could not sign in: ${JSON.stringify(signedIn.problem)}`)
    return signedIn.value.session
  }
  const sessionOf = (role: AccountRole): Promise<string> => {
    const session = sessions.get(role) ?? signIn(role)
    sessions.set(role, session)
    return session
  }

  return {
    service, store, ports, dataDir, recoveryKey: created.value.recoveryKey, log, setNow, link, client, sessionOf,
    asRole: async role => client(await sessionOf(role)),
    stop: async () => {
      await service.stop()
      for (const close of open) close()
      rmSync(dataDir, { recursive: true, force: true })
      const undeclared = log.filter(line => line.event === 'undeclared-problem')
      if (undeclared.length > 0) throw new Error(`refused with problems that the contract does not declare: ${JSON.stringify(undeclared)}`)
    },
  }
}

function opened(store: Store | null): Store {
  if (store === null) throw new Error('the first run made no store')
  return store
}
