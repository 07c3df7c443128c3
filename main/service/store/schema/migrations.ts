import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Dialect } from './dialect.ts'
import { firstSchema } from './firstSchema.ts'

/** Brings a store from the version before it to its own; never changed once shipped. */
export type Migration = (db: Kysely<Tables>, dialect: Dialect) => Promise<void>

/** The first leads from an empty store to version 1, and so on. */
export const migrations: readonly Migration[] = [
  async (db, dialect) => {
    for (const statement of firstSchema(dialect)) await sql.raw(statement).execute(db)
    await dialect.refuseOverlaps(db)
    await dialect.refuseAuditChanges(db)
  },
]
