import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Tx } from '../transaction.ts'

/** Yes and no as both engines keep them. */
export const flag = (yes: boolean): number => (yes ? 1 : 0)

/** A list or small value that is never searched, as text. */
export const json = (value: unknown): string => JSON.stringify(value)

/** What names are compared by: `Room 1`, `room 1` and the same in full-width letters are one name. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether a column holds one of some texts, which go as one value: the statement stays the same for every number of them. */
export const isAmong = ({ engine }: Pick<Tx, 'engine'>, column: string, texts: readonly string[]): RawBuilder<SqlBool> => (
  // PostgreSQL reads a whole table for a list that is a subquery; an array it looks up in the index, text by text.
  engine.name === 'sqlite' ? sql`${sql.ref(column)} in (select value from json_each(${json(texts)}))` : sql`${sql.ref(column)} = any(${texts}::text[])`
)
