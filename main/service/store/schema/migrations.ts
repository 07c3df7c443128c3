import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Dialect } from './dialect.ts'
import { alertSchema } from './alertSchema.ts'
import { evidenceSchema } from './evidenceSchema.ts'
import { firstSchema } from './firstSchema.ts'
import { certificationSchema, keepAllAsTheyAre } from './certificationSchema.ts'
import { intervalSchema } from './intervalSchema.ts'
import { lostPlaceSchema } from './lostPlaceSchema.ts'
import { paperSchema } from './paperSchema.ts'
import { productIntervalSchema } from './productIntervalSchema.ts'
import { registerSchema } from './registerSchema.ts'
import { ruleSchema } from './ruleSchema.ts'
import { rotaSchema } from './rotaSchema.ts'
import { sickCallSchema } from './sickCallSchema.ts'
import { waitingSchema } from './waitingSchema.ts'
import { seriesSchema } from './seriesSchema.ts'
import { staffNumberSchema } from './staffNumberSchema.ts'

/** Brings a store from the version before it to its own; never changed once shipped. */
export type Migration = (db: Kysely<Tables>, dialect: Dialect) => Promise<void>

const running = (statements: (dialect: Dialect) => readonly string[]): Migration => async (db, dialect) => {
  for (const statement of statements(dialect)) await sql.raw(statement).execute(db)
}

/** The first leads from an empty store to version 1, and so on. */
export const migrations: readonly Migration[] = [
  async (db, dialect) => {
    await running(firstSchema)(db, dialect)
    await dialect.refuseOverlaps(db)
    await dialect.refuseAuditChanges(db)
  },
  running(paperSchema),
  running(ruleSchema),
  async (db, dialect) => {
    await running(certificationSchema)(db, dialect)
    await keepAllAsTheyAre(db)
    await running(({ appendOnly }) => appendOnly('record_versions'))(db, dialect)
  },
  running(rotaSchema),
  running(intervalSchema),
  running(registerSchema),
  running(seriesSchema),
  running(alertSchema),
  running(sickCallSchema),
  running(waitingSchema),
  running(staffNumberSchema),
  running(evidenceSchema),
  running(productIntervalSchema),
  running(lostPlaceSchema),
]
