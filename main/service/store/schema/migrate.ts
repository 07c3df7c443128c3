import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { StoreUnavailable } from '../store.ts'
import { type Migration, migrations } from './migrations.ts'

/**
 * Brings the store to the newest version, one transaction a step, the step's number inside it.
 * Throws `StoreUnavailable`: `newer` when a later program wrote it.
 */
export async function migrate(engine: Engine, steps: readonly Migration[] = migrations): Promise<void> {
  await engine.db.connection().execute(async (db) => {
    while (true) {
      await sql.raw(engine.begin.write).execute(db)
      try {
        // Two desks may start at once: whoever comes second finds the work done.
        await sql.raw(engine.dialect.lockSchema).execute(db)
        const version = await schemaVersion()
        if (version > steps.length) throw new StoreUnavailable('newer')
        const step = steps[version]
        if (step !== undefined) {
          await step(db, engine.dialect)
          await db.updateTable('schema_version').set({ version: version + 1 }).execute()
        }
        await sql`commit`.execute(db)
        if (step === undefined) return
      } catch (error) {
        await sql`rollback`.execute(db).catch(() => undefined)
        throw error
      }
    }

    async function schemaVersion(): Promise<number> {
      await sql.raw(`create table if not exists schema_version (version ${engine.dialect.integer} not null) ${engine.dialect.strict}`).execute(db)
      const row = await db.selectFrom('schema_version').select('version').executeTakeFirst()
      if (row !== undefined) return row.version
      await db.insertInto('schema_version').values({ version: 0 }).execute()
      return 0
    }
  })
}
