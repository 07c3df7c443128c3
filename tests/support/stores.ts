import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import { type KeyStore, type Ports, systemPorts } from '../../main/service/ports.ts'
import type { Store, StoreHouse, WriteTx } from '../../main/service/store/store.ts'
import { openStoreHouse } from '../../main/service/store/storeHouse.ts'
import { aLocation, aPatient, aPractitioner, aRoom, aServiceType } from './builders.ts'
import { freshDatabase } from './postgresServer.ts'

export type EngineName = Store['engine']
export const engineNames: readonly EngineName[] = ['sqlite', 'postgresql']

/** A real store in a folder of its own, empty, and what it was made with. */
export type TestStore = {
  readonly store: Store
  readonly house: StoreHouse
  readonly ports: Ports
  readonly folder: string
  readonly recoveryKey: string
  readonly postgresUrl: string | null
  /** Another desk on the same practice, beside the first. */
  readonly another: () => Promise<Store>
  /** Closes the store and opens it again. */
  readonly reopen: () => Promise<Store>
  /** Closes every store that was opened here, and throws the folder away. */
  readonly stop: () => Promise<void>
}

/** Stands for the operating system's key store, which no test machine has: opens a practice without asking. */
export const obligingKeyStore: KeyStore = {
  wrap: value => Promise.resolve(`kept:${value}`),
  unwrap: value => Promise.resolve(value.startsWith('kept:') ? value.slice('kept:'.length) : null),
}

/** Ports of a real service that writes no log. */
export const quietPorts = (dataDir: string, keyStore: KeyStore | null = obligingKeyStore, demo = false): Ports =>
  ({ ...systemPorts({ dataDir, demo, keyStore }), log: () => undefined })

const closable = (store: Store): Store => {
  let closed: Promise<void> | null = null
  return { ...store, close: () => (closed ??= store.close()) }
}

/** Makes a store on one engine. The first commit puts its keys in place; before that it cannot be opened again. */
export async function aStore(engine: EngineName): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-store-'))
  const ports = quietPorts(folder)
  const house = await openStoreHouse(ports)
  const postgresUrl = engine === 'postgresql' ? await freshDatabase() : null
  const made = await house.create({ passphrase: null, postgresUrl })
  const stores = [closable(made.store)]
  const [store] = stores
  if (store === undefined) throw new Error('no store was made')
  const another = async (): Promise<Store> => {
    const found = await (await openStoreHouse(ports)).openByItself()
    if (found === null) throw new Error('the store did not open by itself')
    const opened = closable(found)
    stores.push(opened)
    return opened
  }
  return {
    store, house, ports, folder, recoveryKey: made.recoveryKey, postgresUrl, another,
    reopen: async () => {
      await store.close()
      return another()
    },
    stop: async () => {
      for (const each of stores) await each.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs the same tests on real SQLite and on real PostgreSQL; each store is closed and thrown away after its test. */
export function onBothEngines(name: string, tests: (open: () => Promise<TestStore>, engine: EngineName) => void): void {
  describe.each(engineNames)(`${name} on %s`, engine => tests(storesOf(engine), engine))
}

/** Opens stores that are closed and thrown away after each test. */
export function storesOf(engine: EngineName): () => Promise<TestStore> {
  const opened: TestStore[] = []
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.stop()
  })
  return async () => {
    const found = await aStore(engine)
    opened.push(found)
    return found
  }
}

/** Writes and keeps, whatever comes of it. */
export const keep = <T>(store: Store, work: (tx: WriteTx) => Promise<T>): Promise<T> =>
  store.write([], async tx => ({ keep: true, value: await work(tx) }))

/** The rows that a visit hangs on, written to the store. */
export async function aClinicIn(store: Store) {
  const location = aLocation()
  const rows = {
    location, room: aRoom({ locationId: location.id }), practitioner: aPractitioner(), service: aServiceType(), patient: aPatient(),
  }
  await keep(store, async (tx) => {
    for (const done of [
      await tx.locations.insert(rows.location), await tx.rooms.insert(rows.room), await tx.practitioners.insert(rows.practitioner),
      await tx.serviceTypes.insert(rows.service), await tx.patients.insert(rows.patient),
    ]) if (!done.ok) throw new Error(`the clinic could not be written: ${JSON.stringify(done.problem)}`)
  })
  return rows
}
