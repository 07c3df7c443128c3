import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transaction.ts'

/** Yes and no as both engines keep them. */
export const flag = (yes: boolean): number => (yes ? 1 : 0)

/** A list or small value that is never searched, as text. */
export const json = (value: unknown): string => JSON.stringify(value)

/** What names are compared by: `Room 1`, `room 1` and the same in full-width letters are one name. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Texts to look for, as one value: the statement stays the same for every number of them. */
export const listed = ({ engine }: Pick<Tx, 'engine'>, texts: readonly string[]): RawBuilder<string> =>
  engine.name === 'sqlite' ? sql<string>`(select value from json_each(${json(texts)}))` : sql<string>`(select jsonb_array_elements_text(${json(texts)}::jsonb))`
