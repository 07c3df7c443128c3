import type { Kysely, KyselyPlugin } from 'kysely'
import type { PatientId } from '../../../shared/domain/ids.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import type { AuditAnchor } from './audit/anchor.ts'
import type { Engine } from './engine.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { StateRow, Tables } from './tables.ts'
import type { VersionedRow } from './versionedRow.ts'
import { createTurns, type Turns } from './turns.ts'

/** What the staffing engine needs and what seldom changes. */
export type StandingFacts = Omit<StaffingFacts, 'appointments'>

/** These facts, kept from one transaction to the next. */
export type FactsCopy = { readonly read: (tx: Tx) => Promise<StandingFacts> }

/** Finds patients as they are typed, in an index that follows the table commit by commit. */
export type PatientDirectory = { readonly find: (tx: Tx, text: string, limit: number) => Promise<readonly PatientId[]> }

/** What the store remembers between transactions; every part knows of which commit it is. */
export type Memory = { readonly facts: FactsCopy; readonly directory: PatientDirectory; readonly anchor: AuditAnchor }

/** What one transaction has done so far. */
type Marks = {
  wrote: boolean
  /** A table was touched of which the memory keeps a copy. */
  staff: boolean
  auditSequence: number | null
  auditHash: string
  /** The latest time, and the person, that this transaction's audit records name. */
  at: Instant | null
  by: string
  /** Rows of which each version is kept, as they were written. */
  readonly versions: { readonly kind: keyof Tables; readonly row: VersionedRow; readonly at: Instant | null }[]
  readonly patients: Map<PatientId, Patient>
}

/** One open transaction, as the repositories see it. */
export type Tx = {
  readonly db: Kysely<Tables>
  readonly engine: Engine
  readonly memory: Memory
  readonly marks: Marks
  /** The state row as it was when the transaction began; read once. */
  readonly state: () => Promise<StateRow>
  /** Reads the state row and holds it: nobody else writes until this transaction ends. */
  readonly lock: () => Promise<unknown>
  /** Work of several statements that must not mix with other such work of the same transaction. */
  readonly inTurn: Turns
}

/** Refuses every statement once its transaction is over: a forgotten `await` must not write outside of it. */
function leash(): KyselyPlugin & { readonly end: () => void } {
  let ended = false
  return {
    end: () => { ended = true },
    transformQuery: ({ node }) => {
      if (ended) throw new Error('a statement came after the end of its transaction')
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}

/** Makes the transaction's view for a connection on which it has just begun; `end` cuts it off. */
export function openTx(connection: Kysely<Tables>, engine: Engine, memory: Memory): { readonly tx: Tx; readonly end: () => void } {
  const held = leash()
  const db = connection.withPlugin(held)
  const stateRow = db.selectFrom('store_state').selectAll().where('id', '=', 1)
  let state: Promise<StateRow> | null = null
  const tx: Tx = {
    db, engine, memory,
    marks: { wrote: false, staff: false, auditSequence: null, auditHash: '', at: null, by: '', versions: [], patients: new Map() },
    state: () => (state ??= stateRow.executeTakeFirstOrThrow()),
    lock: () => (state = stateRow.forUpdate().executeTakeFirstOrThrow()),
    inTurn: createTurns(),
  }
  return { tx, end: held.end }
}
