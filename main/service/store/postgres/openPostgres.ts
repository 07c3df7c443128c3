import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import type { Ports } from '../../ports.ts'
import type { Engine } from '../engine.ts'
import { postgresDialect } from '../schema/dialect.ts'
import { migrate } from '../schema/migrate.ts'
import { StoreUnavailable } from '../store.ts'
import type { Tables } from '../tables.ts'
import { createAnnouncements } from './announcements.ts'
import { postgresUnavailable, postgresViolation } from './postgresErrors.ts'

const schema = 'injection_desk'
const connectMs = 5000
const int8 = 20

// `public` second: an administrator may have put btree_gist there. Commits wait for the disk whatever the server's default.
const settings = `set search_path to ${schema}, public; set synchronous_commit to on; set timezone to 'UTC'`

/** Opens the practice's schema on a PostgreSQL server, or makes it. Throws `StoreUnavailable`. */
export async function openPostgres(url: string, log: Ports['log']): Promise<Engine> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url, max: 8, connectionTimeoutMillis: connectMs, application_name: 'injection-desk', keepAlive: true,
    // Instants come as numbers, not as text.
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // A connection that breaks, used or unused, is replaced by the next request; unheard, its error would end the whole service.
  pool.on('error', () => log('store.connection-lost', {}))
  pool.on('connect', (client) => { client.on('error', () => log('store.connection-lost', {})) })
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool, onCreateConnection: async (connection) => { await connection.executeQuery(CompiledQuery.raw(settings)) } }),
  })
  const announcements = createAnnouncements(async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMs, application_name: 'injection-desk listener', keepAlive: true })
    await client.connect()
    return client
  })
  const engine: Engine = {
    name: 'postgresql',
    db,
    dialect: postgresDialect,
    begin: { read: 'begin isolation level repeatable read read only', write: 'begin isolation level read committed' },
    oneConnection: false,
    failureSpoils: true,
    violation: postgresViolation,
    unavailable: postgresUnavailable,
    announce: announcements.announce,
    follow: announcements.follow,
    close: async () => {
      await announcements.close()
      await db.destroy()
    },
  }
  try {
    await ownSchema(engine)
    await migrate(engine)
    const fsync = await sql<{ fsync: string }>`show fsync`.execute(db)
    if (fsync.rows[0]?.fsync !== 'on') log('store.server-does-not-sync', {})
    return engine
  } catch (error) {
    await engine.close()
    const why = postgresUnavailable(error)
    throw why === null ? error : new StoreUnavailable(why)
  }
}

/** Makes the schema, or refuses one of this name that somebody else fills. */
async function ownSchema({ db, dialect }: Engine): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`begin`.execute(connection)
    await sql.raw(dialect.lockSchema).execute(connection)
    const found = await sql<{ exists: boolean; tables: number; ours: boolean }>`
      select to_regnamespace(${schema}) is not null as exists, to_regclass(${`${schema}.schema_version`}) is not null as ours,
        (select count(*)::int from pg_class where relnamespace = to_regnamespace(${schema}) and relkind in ('r', 'p', 'v', 'm')) as tables`.execute(connection)
    const state = found.rows[0]
    if (state?.exists === true && !state.ours && state.tables > 0) {
      await sql`rollback`.execute(connection)
      throw new StoreUnavailable('foreign')
    }
    if (state?.exists !== true) await sql.raw(`create schema ${schema}`).execute(connection)
    await sql`commit`.execute(connection)
  })
}
