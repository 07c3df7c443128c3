import type { Kysely } from 'kysely'
import { err, ok } from '../../../../shared/domain/result.ts'
import { attempt, type Steps } from '../attempt.ts'
import type { NotFound, Reads, Removes, Stale, Writes } from '../store.ts'
import type { Tables } from '../tables.ts'
import type { VersionedRow } from '../versionedRow.ts'
import type { StandingFacts, Tx } from '../transaction.ts'

type VersionedTable = { [T in keyof Tables]: Tables[T] extends VersionedRow ? T : never }[keyof Tables]
type Versioned = { readonly id: string; readonly version: number }

/** How the values of one kind lie in their table. */
export type Mapping<T extends VersionedTable, Value extends Versioned> = {
  readonly table: T
  /** The word for one of them, as a person reads it. */
  readonly noun: string
  /** The word for what may not be there twice. */
  readonly unique: string
  /** Whether the memory keeps a copy of the table for the staffing engine. */
  readonly staff: boolean
  /** Whether each version is kept for good, so that what was known on a day can be told later. */
  readonly kept?: true
  readonly toRow: (value: Value) => Tables[T]
  readonly fromRow: (row: Tables[T]) => Value
  /** Rows of other tables that go with it; `before` is the row as it was, `now` names what they may not have twice. */
  readonly beside?: (tx: Tx, value: Value, before: Value | null, now: (unique: string) => void) => Promise<void>
}

// Kysely cannot follow a table's name that is itself a type parameter; these narrow it to what every such table has.
type AnyTable = { readonly versioned: VersionedRow }
const rowsOf = (tx: Tx): Kysely<AnyTable> => tx.db as unknown as Kysely<AnyTable>
const named = (table: VersionedTable): keyof AnyTable => table as unknown as keyof AnyTable
const whole = <T extends VersionedTable>(row: VersionedRow): Tables[T] => row as Tables[T]

/** Reading a table by id and as a whole, in id order. */
export const readsOf = <T extends VersionedTable, Value extends Versioned, Id extends string>(tx: Tx, mapping: Mapping<T, Value>): Reads<Value, Id> => ({
  byId: async (id) => {
    const row = await rowsOf(tx).selectFrom(named(mapping.table)).selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : mapping.fromRow(whole<T>(row))
  },
  all: async () => {
    const rows = await rowsOf(tx).selectFrom(named(mapping.table)).selectAll().orderBy('id').execute()
    return rows.map(row => mapping.fromRow(whole<T>(row)))
  },
})

/** Reading by id out of the memory's copy, where the table is one of those and this transaction has not changed any of them. */
export const copiedById = <T extends VersionedTable, Value extends Versioned, Id extends string>(
  tx: Tx, mapping: Mapping<T, Value>, copied: (facts: StandingFacts) => readonly Value[],
): Reads<Value, Id>['byId'] => async (id) => {
  if (tx.marks.staff) return await readsOf<T, Value, Id>(tx, mapping).byId(id)
  return copied(await tx.memory.facts.read(tx)).find(row => row.id === id) ?? null
}

/** Inserting at version 1, and amending from the version that was seen to the next. */
export const writesOf = <T extends VersionedTable, Value extends Versioned>(tx: Tx, mapping: Mapping<T, Value>): Writes<Value> => {
  const { table, unique, beside } = mapping
  const steps: Steps = beside === undefined ? 'one' : 'several'
  const touch = (): void => { if (mapping.staff) tx.marks.staff = true }
  return {
    insert: (value) => {
      touch()
      const first = { ...value, version: 1 }
      return attempt(tx, unique, steps, async (now) => {
        const row = mapping.toRow(first)
        await rowsOf(tx).insertInto(named(table)).values(row).execute()
        if (mapping.kept) tx.marks.versions.push({ kind: table, row, at: tx.marks.at })
        await beside?.(tx, first, null, now)
        return first
      })
    },
    update: async (value) => {
      touch()
      const next = { ...value, version: value.version + 1 }
      const before = beside === undefined ? null : await readsOf<T, Value, string>(tx, mapping).byId(value.id)
      const done = await attempt(tx, unique, steps, async (now) => {
        const row = mapping.toRow(next)
        const { id, ...columns } = row
        const { numUpdatedRows } = await rowsOf(tx).updateTable(named(table)).set(columns)
          .where('id', '=', id).where('version', '=', value.version).executeTakeFirst()
        if (numUpdatedRows === 0n) return err(await missed(tx, mapping, value))
        if (mapping.kept) tx.marks.versions.push({ kind: table, row, at: tx.marks.at })
        await beside?.(tx, next, before, now)
        return ok(next)
      })
      return done.ok ? done.value : done
    },
  }
}

/** Taking away what never happened, in the version that was seen. */
export const removesOf = <T extends VersionedTable, Value extends Versioned>(tx: Tx, mapping: Mapping<T, Value>): Removes<Value> => ({
  remove: async (value) => {
    if (mapping.staff) tx.marks.staff = true
    tx.marks.wrote = true
    const { numDeletedRows } = await rowsOf(tx).deleteFrom(named(mapping.table))
      .where('id', '=', value.id).where('version', '=', value.version).executeTakeFirst()
    return numDeletedRows === 0n ? err(await missed(tx, mapping, value)) : ok(value)
  },
})

async function missed<T extends VersionedTable, Value extends Versioned>(tx: Tx, { table, noun }: Mapping<T, Value>, value: Value): Promise<Stale | NotFound> {
  const row = await rowsOf(tx).selectFrom(named(table)).select('version').where('id', '=', value.id).executeTakeFirst()
  return row === undefined ? { code: 'not-found', what: noun } : { code: 'stale', yours: value.version, current: row.version }
}

/** Both in one: what a write transaction offers for a table. */
export const repositoryOf = <T extends VersionedTable, Value extends Versioned, Id extends string>(tx: Tx, mapping: Mapping<T, Value>): Reads<Value, Id> & Writes<Value> =>
  ({ ...readsOf<T, Value, Id>(tx, mapping), ...writesOf(tx, mapping) })

