import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { remoteMountOf } from '../../../main/service/store/sqlite/networkDrive.ts'
import { openSqlite } from '../../../main/service/store/sqlite/openSqlite.ts'
import { openStoreHouse, storeFiles } from '../../../main/service/store/storeHouse.ts'
import { StoreUnavailable } from '../../../main/service/store/store.ts'
import { aPatient } from '../../support/builders.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { aClinicIn, keep, quietPorts, storesOf, type TestStore } from '../../support/stores.ts'
import { dataKeyOf, makeForeign, openRaw } from './rawFile.ts'

const openSqliteStore = storesOf('sqlite')
const openPostgresStore = storesOf('postgresql')

async function closedPractice(): Promise<TestStore & { readonly file: string }> {
  const made = await openSqliteStore()
  await aClinicIn(made.store)
  await made.store.close()
  return { ...made, file: join(made.folder, storeFiles.database) }
}

const reopen = async ({ ports }: TestStore) => (await openStoreHouse(ports)).openByItself()
const unavailable = (why: StoreUnavailable['why']) => expect.objectContaining({ name: 'Error', why }) as unknown

describe('the encrypted file', () => {
  test('is written durably: synchronous is still FULL after the first write, and the rest is set as it must be', async () => {
    const { folder } = await closedPractice()
    const engine = await openSqlite(join(folder, storeFiles.database), await dataKeyOf(folder), false)
    const { sql } = await import('kysely')
    const setting = async (name: string) => Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(engine.db)).rows[0] ?? {})[0]
    await engine.db.updateTable('store_state').set({ opens: 99 }).execute()
    const found = Object.fromEntries(await Promise.all(
      ['synchronous', 'journal_mode', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'secure_delete', 'cipher'].map(async name => [name, await setting(name)]),
    )) as unknown
    expect(found).toEqual({
      synchronous: 2, journal_mode: 'wal', foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, secure_delete: 1, cipher: 'chacha20',
    })
    await engine.close()
  })

  test('that another program keeps on writing to is told as busy, once waiting has not helped', async () => {
    const { folder } = await closedPractice()
    const engine = await openSqlite(join(folder, storeFiles.database), await dataKeyOf(folder), false)
    const { sql } = await import('kysely')
    const other = await openRaw(folder)
    other.exec('begin immediate')
    await sql.raw('pragma busy_timeout = 1').execute(engine.db)
    const refused: unknown = await sql.raw(engine.begin.write).execute(engine.db).catch((error: unknown) => error)
    expect(engine.unavailable(refused)).toBe('busy')
    other.exec('rollback')
    other.close()
    await engine.close()
  })

  test('has only strict tables', async () => {
    const { folder } = await closedPractice()
    const database = await openRaw(folder)
    expect(database.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and strict = 0`).all()).toEqual([])
    database.close()
  })

  test('shows nothing of what is in it, and nobody opens it with another key', async () => {
    const { file, folder } = await closedPractice()
    const bytes = readFileSync(file)
    for (const word of ['Ortega', 'Khan', 'Cervical', 'SQLite format']) expect(bytes.includes(word)).toBe(false)
    await expect(openSqlite(file, Buffer.alloc(32, 7), false)).rejects.toEqual(unavailable('corrupt'))
    await (await openSqlite(file, await dataKeyOf(folder), false)).close()
  })

  test('with any one bit flipped is noticed when that page is read', async () => {
    const made = await closedPractice()
    const whole = readFileSync(made.file)
    const pages = whole.length / 4096
    for (let page = 0; page < pages; page += Math.ceil(pages / 12)) {
      const harmed = Buffer.from(whole)
      const at = page * 4096 + 100 + ((page * 37) % 3900)
      harmed[at] = (harmed[at] ?? 0) ^ (1 << page % 8)
      writeFileSync(made.file, harmed)
      await expect(readEverything(made)).rejects.toThrow()
    }
    writeFileSync(made.file, whole)
    await readEverything(made)
  })

  async function readEverything({ folder }: TestStore): Promise<void> {
    const database = await openRaw(folder)
    try {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    } finally {
      database.close()
    }
  }

  test('is refused when it is missing, empty, cut short, of another program, or newer; and nothing is written in its place', async () => {
    const made = await closedPractice()
    const whole = join(made.folder, 'whole')
    copyFileSync(made.file, whole)

    rmSync(made.file)
    await expect(reopen(made)).rejects.toEqual(unavailable('corrupt'))
    expect(existsSync(made.file)).toBe(false)

    writeFileSync(made.file, '')
    await expect(reopen(made)).rejects.toEqual(unavailable('corrupt'))
    expect(statSync(made.file).size).toBe(0)

    copyFileSync(whole, made.file)
    truncateSync(made.file, 4096 * 3)
    await expect(reopen(made)).rejects.toEqual(unavailable('corrupt'))

    rmSync(made.file)
    await makeForeign(made.file)
    await expect(reopen(made)).rejects.toEqual(unavailable('foreign'))

    copyFileSync(whole, made.file)
    const marked = await openRaw(made.folder)
    marked.pragma('application_id = 7')
    marked.close()
    await expect(reopen(made)).rejects.toEqual(unavailable('foreign'))

    copyFileSync(whole, made.file)
    const newer = await openRaw(made.folder)
    newer.exec('update schema_version set version = 4711')
    newer.close()
    await expect(reopen(made)).rejects.toEqual(unavailable('newer'))
    expect((await openRaw(made.folder)).prepare('select version from schema_version').pluck().get()).toBe(4711)

    copyFileSync(whole, made.file)
    await (await reopen(made))?.close()
  })

  test('is not opened on a network drive', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0', 'server:/export /mnt/practice nfs4 rw 0 0', '//nas/desk /mnt/the\\040nas cifs rw 0 0', '/dev/sdb1 /mnt/the\\040nas/local xfs rw 0 0',
    ].join('\n')
    expect(remoteMountOf(mounts, '/home/desk')).toBeNull()
    expect(remoteMountOf(mounts, '/mnt/practice')).toBe('nfs4')
    expect(remoteMountOf(mounts, '/mnt/practices')).toBeNull()
    expect(remoteMountOf(mounts, '/mnt/the nas/data')).toBe('cifs')
    expect(remoteMountOf(mounts, '/mnt/the nas/local/data')).toBeNull()
    expect(remoteMountOf('server:/home /home nfs rw 0 0\n/dev/sda2 /home ext4 rw 0 0', '/home')).toBeNull()
  })
})

describe('the PostgreSQL store', () => {
  test('refuses a schema of another program, and a newer one', async () => {
    const foreign = await freshDatabase()
    const client = new pg.Client({ connectionString: foreign })
    await client.connect()
    await client.query('create schema injection_desk create table injection_desk.somebody_elses (a text)')
    await client.end()
    const made = await openPostgresStore()
    const elsewhere = join(made.folder, 'elsewhere')
    mkdirSync(elsewhere)
    await expect((await openStoreHouse(quietPorts(elsewhere))).create({ passphrase: null, postgresUrl: foreign })).rejects.toEqual(unavailable('foreign'))

    await keep(made.store, tx => tx.patients.insert(aPatient()))
    const server = new pg.Client({ connectionString: made.postgresUrl ?? '' })
    await server.connect()
    await server.query('update injection_desk.schema_version set version = 4711')
    await expect(reopen(made)).rejects.toEqual(unavailable('newer'))
    await server.end()
  })

  test('is offline when the server cannot be reached or breaks off, and comes back by itself', async () => {
    const made = await openPostgresStore()
    const elsewhere = join(made.folder, 'elsewhere')
    await expect((await openStoreHouse(quietPorts(elsewhere))).create({ passphrase: null, postgresUrl: 'postgres://127.0.0.1:1/none' })).rejects.toEqual(unavailable('offline'))

    const server = new pg.Client({ connectionString: made.postgresUrl ?? '' })
    await server.connect()
    const broken = keep(made.store, async (tx) => {
      await tx.patients.insert(aPatient())
      await server.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()')
      return tx.patients.all()
    })
    await expect(broken).rejects.toEqual(unavailable('offline'))
    expect(await made.store.read(tx => tx.patients.all())).toEqual([])
    await server.end()
  })

  test('keeps no address or password of the server where others can read it', async () => {
    const made = await openPostgresStore()
    await keep(made.store, tx => tx.patients.insert(aPatient()))
    const keys = readFileSync(join(made.folder, storeFiles.keys), 'utf8')
    expect(keys).not.toContain('127.0.0.1')
    expect(keys).not.toContain('postgres://')
    expect(await (await made.reopen()).read(tx => tx.patients.all())).toHaveLength(1)
  })

  test('loads no native module, and the SQLite one no PostgreSQL driver', async () => {
    const { execFileSync } = await import('node:child_process')
    const probe = (driver: string, other: string, make: string): string => execFileSync(process.execPath, ['--input-type=module', '-e', `
      import { createRequire, registerHooks } from 'node:module'
      const loaded = new Set()
      registerHooks({ load: (url, context, next) => { loaded.add(url); return next(url, context) } })
      const { openStoreHouse } = await import('./main/service/store/storeHouse.ts')
      const { quietPorts } = { quietPorts: dataDir => ({ dataDir, demo: true, now: () => 0, newId: () => '', keyStore: null, log: () => {} }) }
      const made = await (await openStoreHouse(quietPorts(process.argv[1]))).create({ passphrase: null, postgresUrl: ${make} })
      await made.store.close()
      const has = name => [...loaded, ...Object.keys(createRequire(process.cwd() + '/x').cache)].some(path => path.includes('/node_modules/' + name + '/'))
      console.log(has('${driver}'), has('${other}'))
    `, join(made.folder, driver), url], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })
    const made = await openPostgresStore()
    const url = made.postgresUrl ?? ''
    expect(createRequire(import.meta.url).resolve('better-sqlite3')).toContain('better-sqlite3')
    expect(probe('pg', 'better-sqlite3', 'process.argv[2]').trim()).toBe('true false')
    expect(probe('better-sqlite3', 'pg', 'null').trim()).toBe('true false')
  })
})
