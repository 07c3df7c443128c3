import type { Kysely } from 'kysely'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { Overlap, Problem } from '../../../shared/domain/problem.ts'
import type { Dialect } from './schema/dialect.ts'
import type { Area, Store } from './store.ts'
import type { Tables } from './tables.ts'

export type Unavailable = Extract<Problem, { code: 'store-unavailable' }>['why']

/** Which rule of the schema a statement broke. */
export type Violation = { readonly kind: 'primary-key' | 'unique' } | { readonly kind: 'overlap'; readonly overlap: Overlap }

/** What one commit tells to other desks. */
export type Announcement = { readonly sequence: number; readonly areas: readonly Area[]; readonly at: Instant }

/** What SQLite and PostgreSQL do differently; everything above it is written once. */
export type Engine = {
  readonly name: Store['engine']
  readonly db: Kysely<Tables>
  readonly dialect: Dialect
  readonly begin: { readonly read: string; readonly write: string }
  /** One connection: transactions wait for one another, reads too. */
  readonly oneConnection: boolean
  /** A failed statement spoils its transaction unless a savepoint was set before it. */
  readonly failureSpoils: boolean
  /** Told by error code and constraint name, never by message text. */
  readonly violation: (error: unknown) => Violation | null
  /** Why the store cannot be used, where that is what the error says. */
  readonly unavailable: (error: unknown) => Unavailable | null
  /** Inside the transaction: heard by other desks once it is committed. */
  readonly announce: (db: Kysely<Tables>, announcement: Announcement) => Promise<void>
  /** Calls back for other desks' commits until closed. */
  readonly follow: (listener: (announcement: Announcement) => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** The driver's code of an error (`SQLITE_FULL`, `23505`, `ECONNREFUSED`), or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
