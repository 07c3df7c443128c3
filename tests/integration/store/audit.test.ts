import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { storeFiles } from '../../../main/service/store/storeHouse.ts'
import type { AuditEntry, Store } from '../../../main/service/store/store.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import { idNumber } from '../../support/builders.ts'
import { keep, onBothEngines, type TestStore } from '../../support/stores.ts'
import { openRaw } from './rawFile.ts'

const entry = (n: number): Omit<AuditEntry, 'sequence'> => ({
  at: instant(1_767_225_600_000 + n), accountId: n % 2 === 0 ? null : idNumber(n), accountName: 'Ünal \u{1F469}\uD800', action: 'patient.amend', entity: 'patient',
  entityId: `p${n % 3}`, outcome: n % 5 === 0 ? 'refused' : 'success', detail: JSON.stringify({ note: `change ${n} "quoted" \n` }),
})

const append = (store: Store, from: number, through: number): Promise<void> => keep(store, async (tx) => {
  for (let n = from; n <= through; n++) await tx.audit.append(entry(n))
})

const intact = (store: Store): Promise<boolean> => store.read(tx => tx.audit.intact())

/** Runs a statement past the store, with the guards taken down as an administrator could. */
async function tamper({ folder, postgresUrl }: TestStore, statement: string, guarded = false): Promise<void> {
  if (postgresUrl === null) {
    const database = await openRaw(folder)
    try {
      if (!guarded) for (const event of ['update', 'delete']) database.exec(`drop trigger if exists audit_no_${event}`)
      database.exec(statement)
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await client.query('set search_path to injection_desk')
    if (!guarded) await client.query('alter table audit disable trigger all')
    await client.query(statement)
  } finally {
    await client.end()
  }
}

onBothEngines('the audit trail', (open, engine) => {
  test('is numbered without a gap, listed newest first, by page and by what it is about', async () => {
    const { store } = await open()
    expect(await store.read(tx => tx.audit.latest())).toBeNull()
    expect(await intact(store)).toBe(true)
    await append(store, 1, 12)
    await store.write([], async (tx) => {
      await tx.audit.append(entry(99))
      return { keep: false, value: null }
    })
    await append(store, 13, 14)
    const list = (before: number | null, limit: number, entityId: string | null = null) => store.read(tx => tx.audit.list({ before, limit, entityId }))
    expect((await list(null, 100)).map(each => each.sequence)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect((await list(5, 2)).map(each => each.sequence)).toEqual([4, 3])
    expect((await list(null, 100, 'p1')).map(each => each.sequence)).toEqual([13, 10, 7, 4, 1])
    expect((await list(2, 1))[0]).toEqual({ ...entry(1), accountName: 'Ünal \u{1F469}\uFFFD', sequence: 1 })
    expect(await store.read(tx => tx.audit.latest())).toEqual({ sequence: 14, at: entry(14).at })
    expect(await intact(store)).toBe(true)
  })

  test('is intact while it is being written, after reopening, and while its anchor lags or is gone', async () => {
    const made = await open()
    await append(made.store, 1, 3)
    await keep(made.store, async (tx) => {
      await tx.audit.append(entry(4))
      expect(await tx.audit.intact()).toBe(true)
    })
    const again = await made.reopen()
    expect(await intact(again)).toBe(true)
    const anchor = join(made.folder, storeFiles.auditHead)
    const old = readFileSync(anchor, 'utf8')
    expect(JSON.parse(old)).toMatchObject({ sequence: 4 })
    await append(again, 5, 9)
    await again.close()
    writeFileSync(anchor, old)
    const third = await made.another()
    expect(await intact(third)).toBe(true)
    await third.close()
    writeFileSync(anchor, '')
    expect(await intact(await made.another())).toBe(true)
    rmSync(anchor)
    expect(await intact(await made.another())).toBe(true)
  })

  test('refuses to be altered or cut by any statement', async () => {
    const made = await open()
    await append(made.store, 1, 3)
    for (const statement of [`update audit set detail = '{}'`, 'delete from audit', `update audit set hash = hash where sequence = 2`, ...(engine === 'postgresql' ? ['truncate audit'] : [])]) {
      await expect(tamper(made, statement, true)).rejects.toThrow('append-only')
    }
    expect(await intact(made.store)).toBe(true)
  })

  test.each([
    ['a detail altered', `update audit set detail = '{}' where sequence = 3`],
    ['a name altered', `update audit set account_name = 'x' where sequence = 6`],
    ['an outcome altered', `update audit set outcome = 'refused' where sequence = 1`],
    ['a moment altered', `update audit set at = at + 1 where sequence = 2`],
    ['an account taken off', `update audit set account_id = null where sequence = 1`],
    ['one cut out', `delete from audit where sequence = 4`],
    ['the first cut off', `delete from audit where sequence = 1`],
    ['the newest cut off', `delete from audit where sequence > 4`],
    ['all cut out', `delete from audit`],
  ])('is not intact with %s', async (_what, statement) => {
    const made = await open()
    await append(made.store, 1, 6)
    await tamper(made, statement)
    expect(await intact(made.store)).toBe(false)
  })

  test('is not intact when its newest records were cut off with all traces in the database', async () => {
    const made = await open()
    await append(made.store, 1, 4)
    await made.store.close()
    const kept = 'select hash from audit where sequence = 2'
    await tamper(made, `delete from audit where sequence > 2; update store_state set audit_sequence = 2, audit_hash = (${kept})`)
    expect(await intact(await made.another())).toBe(false)
  })

  test('is not intact when it was written anew from some record on', async () => {
    const made = await open()
    await append(made.store, 1, 4)
    await made.store.close()
    await tamper(made, `delete from audit where sequence > 2; update store_state set audit_sequence = 2, audit_hash = (select hash from audit where sequence = 2)`)
    const forged = await made.another()
    await append(forged, 30, 33)
    await forged.close()
    expect(await intact(await made.another())).toBe(false)
  })
})
