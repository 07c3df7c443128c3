import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ports } from '../ports.ts'
import { exists, putInPlace, writeDurably } from './files.ts'
import { type KeyFile, parseKeyFile, type Wrap } from './keys/keyFile.ts'
import { seal, unseal } from './keys/seal.ts'
import { openUnasked, openWithPassphrase, openWithRecoveryKey, wrapWithKeyStore, wrapWithPassphrase, wrapWithRecoveryKey } from './keys/wraps.ts'
import { openStore } from './openStore.ts'
import { openPostgres } from './postgres/openPostgres.ts'
import { openSqlite } from './sqlite/openSqlite.ts'
import { type Store, type StoreHouse, StoreUnavailable } from './store.ts'

/** What lies in a practice's data folder. */
export const storeFiles = {
  database: 'practice.db',
  keys: 'keys.json',
  /** Keys of a practice that is still being made: the first commit puts them in place. */
  unfinishedKeys: 'keys.json.new',
  /** Never the same file as that: a new passphrase belongs to a practice that has its keys. */
  nextKeys: 'keys.json.next',
  auditHead: 'audit-head.json',
} as const

type Held = { readonly dataKey: Buffer; readonly file: KeyFile }

/** What opens, makes and unlocks the practice's store in `ports.dataDir`; the folder is made if it is not there. `passphraseCost`: how far a new passphrase is stretched, a power of two; the usual one when not said. */
export async function openStoreHouse(ports: Ports, passphraseCost?: number): Promise<StoreHouse> {
  await mkdir(ports.dataDir, { recursive: true, mode: 0o700 })
  const path = (name: keyof typeof storeFiles): string => join(ports.dataDir, storeFiles[name])
  const serverPurpose = (file: KeyFile): string => `injection-desk/1/${file.store}/server`
  let held: Held | null = null
  /** A store that was made but never filled; it must let go of its file before another is made. */
  let unfinished: Store | null = null

  async function readKeys(): Promise<KeyFile> {
    if (!await exists(path('keys'))) throw new StoreUnavailable('corrupt')
    const file = parseKeyFile(await readFile(path('keys'), 'utf8'))
    if (file === null) throw new StoreUnavailable('corrupt')
    return file
  }

  async function openWith(found: Held, make: boolean): Promise<Store> {
    const store = await openStore(await openEngine(found, make), path('auditHead'), ports)
    held = found
    return store
  }

  async function openEngine({ dataKey, file }: Held, make: boolean) {
    if (file.engine === 'sqlite') return openSqlite(path('database'), dataKey, make)
    const url = file.server === null ? null : unseal(file.server, dataKey, serverPurpose(file))
    if (url === null) throw new StoreUnavailable('corrupt')
    return openPostgres(url.toString('utf8'), ports.log)
  }

  async function newWraps(store: string, dataKey: Buffer, passphrase: string | null): Promise<readonly Wrap[]> {
    if (ports.demo) return [{ kind: 'demo', key: dataKey.toString('base64') }]
    const unasked = ports.keyStore === null ? null : await wrapWithKeyStore(store, dataKey, ports.keyStore)
    const asked = passphrase === null ? null : await wrapWithPassphrase(store, dataKey, passphrase, passphraseCost)
    // The recovery key lies in a drawer: a practice must open from day to day by something else.
    if (unasked === null && asked === null) throw new Error('a practice needs a passphrase where no key store keeps its key')
    return [unasked, asked].filter(wrap => wrap !== null)
  }

  /** Nobody has the keys of a practice that was left half made: it is begun anew. Anything else in its place stays. */
  async function clearUnfinished(): Promise<void> {
    await unfinished?.close()
    unfinished = null
    if (await exists(path('keys'))) throw new StoreUnavailable('foreign')
    if (await exists(path('unfinishedKeys'))) {
      for (const suffix of ['', '-wal', '-shm']) await rm(`${path('database')}${suffix}`, { force: true })
      await rm(path('auditHead'), { force: true })
    } else if (await exists(path('database'))) throw new StoreUnavailable('foreign')
  }

  /** Puts the keys in place with the first commit: until then nobody has been told the recovery key. */
  function finishWithFirstCommit(store: Store): Store {
    let finished = false
    return {
      ...store,
      write: async (areas, work) => {
        let kept = false
        const value = await store.write(areas, async (tx) => {
          const ending = await work(tx)
          kept = ending.keep
          return ending
        })
        if (kept && !finished) {
          await putInPlace(path('unfinishedKeys'), path('keys'))
          finished = true
          unfinished = null
        }
        return value
      },
    }
  }

  return {
    // A database without its keys is no first run: it is not written over.
    state: async () => await exists(path('keys')) || (await exists(path('database')) && !await exists(path('unfinishedKeys'))) ? 'locked' : 'first-run',

    hasPassphrase: async () => await exists(path('keys')) && (await readKeys()).wraps.some(wrap => wrap.kind === 'passphrase'),

    create: async ({ passphrase, postgresUrl }) => {
      await clearUnfinished()
      const [dataKey, name] = [randomBytes(32), randomUUID()]
      const { wrap, recoveryKey } = wrapWithRecoveryKey(name, dataKey)
      const bare: KeyFile = {
        format: 1, store: name, engine: postgresUrl === null ? 'sqlite' : 'postgresql', wraps: [wrap, ...await newWraps(name, dataKey, passphrase)], server: null,
      }
      const file = postgresUrl === null ? bare : { ...bare, server: seal(Buffer.from(postgresUrl), dataKey, serverPurpose(bare)) }
      await writeDurably(path('unfinishedKeys'), JSON.stringify(file, null, 2))
      const store = await openWith({ dataKey, file }, true)
      unfinished = store
      // Another desk's practice on the same server: there is nothing left to fill.
      if (await store.read(async tx => (await tx.accounts.all()).length > 0)) {
        await putInPlace(path('unfinishedKeys'), path('keys'))
        unfinished = null
        return { store, recoveryKey }
      }
      return { store: finishWithFirstCommit(store), recoveryKey }
    },

    openByItself: async () => {
      if (!await exists(path('keys'))) return null
      const file = await readKeys()
      const dataKey = await openUnasked(file, ports.keyStore, ports.demo)
      return dataKey === null ? null : openWith({ dataKey, file }, false)
    },

    open: async (secret, kind) => {
      const file = await readKeys()
      const dataKey = kind === 'passphrase' ? await openWithPassphrase(file, secret) : openWithRecoveryKey(file, secret)
      return dataKey === null ? null : openWith({ dataKey, file }, false)
    },

    setPassphrase: async (passphrase) => {
      if (held === null) throw new Error('the practice must be open to change its passphrase')
      const file = await readKeys()
      if (file.store !== held.file.store) throw new StoreUnavailable('corrupt')
      const wrap = await wrapWithPassphrase(file.store, held.dataKey, passphrase, passphraseCost)
      await writeDurably(path('nextKeys'), JSON.stringify({ ...file, wraps: [...file.wraps.filter(each => each.kind !== 'passphrase'), wrap] }, null, 2))
      await putInPlace(path('nextKeys'), path('keys'))
    },
  }
}
