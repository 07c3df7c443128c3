import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../main/service/store/engine.ts'
import { openPostgres } from '../../../main/service/store/postgres/openPostgres.ts'
import { migrate } from '../../../main/service/store/schema/migrate.ts'
import { type Migration, migrations } from '../../../main/service/store/schema/migrations.ts'
import { openSqlite } from '../../../main/service/store/sqlite/openSqlite.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { engineNames } from '../../support/stores.ts'

const addsColumn: Migration = async (db) => {
  await sql`alter table rooms add column colour text`.execute(db)
}
const breaksOff: Migration = async (db, dialect) => {
  await addsColumn(db, dialect)
  throw new Error('the power went')
}

describe.each(engineNames)('a migration on %s', (name) => {
  let folder = ''
  let engine: Engine
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'injection-desk-migrations-'))
    engine = name === 'sqlite' ? await openSqlite(join(folder, 'practice.db'), Buffer.alloc(32, 5), true) : await openPostgres(await freshDatabase(), () => undefined)
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const version = async () => (await engine.db.selectFrom('schema_version').select('version').execute()).map(row => row.version)
  const colours = () => sql`select colour from rooms`.execute(engine.db)

  test('is done once, and a store that is as new as the program is left alone', async () => {
    expect(await version()).toEqual([migrations.length])
    await migrate(engine, [...migrations, addsColumn])
    await migrate(engine, [...migrations, addsColumn])
    expect(await version()).toEqual([migrations.length + 1])
    expect((await colours()).rows).toEqual([])
  })

  test('that breaks off leaves nothing behind, its number neither', async () => {
    await expect(migrate(engine, [...migrations, breaksOff])).rejects.toThrow('the power went')
    expect(await version()).toEqual([migrations.length])
    await expect(colours()).rejects.toThrow()
    await migrate(engine, [...migrations, addsColumn])
    expect(await version()).toEqual([migrations.length + 1])
  })

  test('is not undone: a program that is older than the store refuses it', async () => {
    await migrate(engine, [...migrations, addsColumn])
    await expect(migrate(engine)).rejects.toMatchObject({ why: 'newer' })
    expect(await version()).toEqual([migrations.length + 1])
  })

  if (name === 'sqlite') {
    test.each([
      ['the day', `select * from appointments where location_id in ('x') and start_at < 2 and start_at > 1 and end_at > 1`, 'appointments_location (location_id=? AND start_at>? AND start_at<?)'],
      ['every location’s day', `select * from appointments where location_id in (select id from locations) and start_at < 2 and start_at > 1`, 'appointments_location (location_id=? AND start_at>? AND start_at<?)'],
      ['a performer’s overlaps', `select 1 from appointments where performer_id = 'x' and start_at < 2 and start_at > 1`, 'appointments_performer (performer_id=? AND start_at>? AND start_at<?)'],
      ['a patient’s visits', `select * from appointments where patient_id = 'x' order by start_at`, 'appointments_patient (patient_id=?)'],
      ['patients changed last', `select * from patients order by changed desc, id desc limit 20`, 'patients_changed'],
      ['likely duplicates', `select * from patients where birth_date = 'x' or telephone_key = 'y'`, 'MULTI-INDEX OR'],
      ['what was done to a record', `select * from audit where entity_id = 'x' order by sequence desc limit 10`, 'audit_entity (entity_id=?)'],
    ])('leaves an index for %s', async (_what, query, index) => {
      const plan = await sql.raw<{ detail: string }>(`explain query plan ${query}`).execute(engine.db)
      expect(plan.rows.map(row => row.detail).join('\n')).toContain(index)
    })
  }
})
