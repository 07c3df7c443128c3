import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { errorCode, type Engine } from '../engine.ts'
import { sqliteDialect } from '../schema/dialect.ts'
import { migrate } from '../schema/migrate.ts'
import { StoreUnavailable } from '../store.ts'
import type { Tables } from '../tables.ts'
import { isOnNetworkDrive } from './networkDrive.ts'
import { sqliteUnavailable, sqliteViolation } from './sqliteErrors.ts'

/** "InjD": marks the file as ours (sqlite.org/fileformat2.html, offset 68). */
export const applicationId = 0x49_6E_6A_44
// Another program of this machine may be writing: an import is one transaction. Who waits longest is not served first.
const busyMs = 30_000
const mostStatements = 400
// Before 3.51.3 two connections that checkpoint at once could corrupt the file (sqlite.org/changes.html, 3.51.3).
const oldestVersion = [3, 51, 3] as const

/** Opens the practice's encrypted file, or makes it anew with `make`. Throws `StoreUnavailable`. */
export async function openSqlite(file: string, key: Buffer, make: boolean): Promise<Engine> {
  if (await isOnNetworkDrive(dirname(file))) throw new StoreUnavailable('network-drive')
  if (!make) await refuseUnusable(file)
  const { default: Database } = await import('better-sqlite3')
  let database: Connection | null = null
  try {
    database = new Database(file, { fileMustExist: !make, timeout: busyMs })
    unlock(database, key)
    refuseOldLibrary(database)
    if (make) database.pragma(`application_id = ${applicationId}`)
    else if (database.pragma('application_id', { simple: true }) !== applicationId) throw new StoreUnavailable('foreign')
    const engine = engineOn(database)
    await migrate(engine)
    await engine.db.updateTable('store_state').set(column => ({ opens: column('opens', '+', 1) })).execute()
    // The library is built to lower this to 1 with the first write in WAL mode: then a power cut loses visits that were booked.
    if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite would not write durably')
    return engine
  } catch (error) {
    database?.close()
    const why = sqliteUnavailable(error)
    throw why === null ? error : new StoreUnavailable(why)
  }
}

/** SQLite opens an empty file as an empty database, and a missing one too: neither is a practice that has keys. */
async function refuseUnusable(file: string): Promise<void> {
  const header = Buffer.alloc(16)
  try {
    if ((await stat(file)).size === 0) throw new StoreUnavailable('corrupt')
    const handle = await open(file, 'r')
    try {
      await handle.read(header, 0, 16, 0)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    const code = errorCode(error)
    throw code === 'ENOENT' ? new StoreUnavailable('corrupt') : code === 'EACCES' ? new StoreUnavailable('read-only') : error
  }
  // Ours is encrypted from the first byte.
  if (header.toString('latin1') === 'SQLite format 3\0') throw new StoreUnavailable('foreign')
}

function unlock(database: Connection, key: Buffer): void {
  // Each page carries its own authentication tag (ChaCha20-Poly1305): a flipped bit is noticed when it is read.
  database.pragma(`cipher = 'chacha20'`)
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  database.prepare('select count(*) from sqlite_master').get()
  for (const setting of [
    'journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON', 'checkpoint_fullfsync = ON', 'foreign_keys = ON', 'trusted_schema = OFF',
    'cell_size_check = ON', 'secure_delete = ON', 'temp_store = MEMORY',
  ]) database.pragma(setting)
}

function refuseOldLibrary(database: Connection): void {
  const version = String(database.prepare('select sqlite_version()').pluck().get()).split('.').map(Number)
  for (const [at, oldest] of oldestVersion.entries()) {
    const part = version[at] ?? 0
    if (part > oldest) return
    if (part < oldest) throw new Error(`SQLite ${version.join('.')} is too old to be safe`)
  }
}

function engineOn(database: Connection): Engine {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withPreparedStatements(database) }) })
  return {
    name: 'sqlite',
    db,
    dialect: sqliteDialect,
    begin: { read: 'begin', write: 'begin immediate' },
    oneConnection: true,
    failureSpoils: false,
    violation: sqliteViolation,
    unavailable: sqliteUnavailable,
    announce: () => Promise.resolve(),
    follow: () => Promise.resolve(),
    close: () => db.destroy(),
  }
}

/** Kysely prepares each statement anew; preparing costs more than running most of ours. */
function withPreparedStatements(database: Connection): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => { database.close() },
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      if (prepared.size >= mostStatements) prepared.clear()
      const statement = database.prepare(sql)
      prepared.set(sql, statement)
      return statement
    },
  }
}
