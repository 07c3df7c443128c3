import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import { instant } from '../../../shared/domain/time/instant.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { Ports } from '../ports.ts'
import { type AuditHead, createAnchor } from './audit/anchor.ts'
import type { Announcement, Engine } from './engine.ts'
import { keepVersions } from './repositories/recordVersions.ts'
import { createFactsCopy } from './repositories/factsCopy.ts'
import { repositories } from './repositories/repositories.ts'
import { createPatientDirectory } from './search/patientDirectory.ts'
import { type Area, type Store, StoreUnavailable, type WriteTx } from './store.ts'
import type { Tables } from './tables.ts'
import { type Memory, openTx, type Tx } from './transaction.ts'
import { createTurns, type Turns } from './turns.ts'

const everyArea: readonly Area[] = ['practice', 'staff', 'patients', 'appointments', 'accounts', 'paper']
const noTurns: Turns = work => work()

/** Whether the database holds the newest audit record that is known outside of it. */
async function holds({ db }: Engine, head: AuditHead | null): Promise<boolean> {
  if (head === null) return true
  const row = await db.selectFrom('audit').select('hash').where('sequence', '=', head.sequence).executeTakeFirst()
  return row?.hash === head.hash
}

/** The latest time at which anything was saved. */
async function latestOf({ db }: Engine): Promise<Instant> {
  const row = await db.selectFrom('store_state').select('latest_at').where('id', '=', 1).executeTakeFirstOrThrow()
  return instant(row.latest_at)
}

/** The store on an engine that is open and migrated; `anchorFile` holds the newest audit record's hash. */
export async function openStore(engine: Engine, anchorFile: string, { now, log }: Pick<Ports, 'now' | 'log'>): Promise<Store> {
  const anchor = createAnchor(anchorFile)
  const memory: Memory = { facts: createFactsCopy(), directory: createPatientDirectory(), anchor }
  const listeners = new Set<(sequence: number, areas: readonly Area[]) => void>()
  const inside = new AsyncLocalStorage<true>()
  const writing = createTurns()
  const reading = engine.oneConnection ? writing : noTurns

  let latest = await latestOf(engine)

  const tell = ({ sequence, areas, at }: Announcement): void => {
    if (at > latest) latest = at
    for (const listener of listeners) {
      try {
        listener(sequence, areas)
      } catch {
        // What is committed is committed; a listener that fails may not make it look otherwise.
        log('store.listener-failed', { sequence })
      }
    }
  }
  if (!await holds(engine, anchor.read())) anchor.freeze()
  await engine.follow(({ areas, ...rest }) => tell({ ...rest, areas: areas.length === 0 ? everyArea : areas }))

  async function transact<T>(begin: string, turns: Turns, work: (tx: Tx, db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (inside.getStore() === true) throw new Error('a transaction was begun inside another one')
    try {
      return await turns(() => inside.run(true, () => engine.db.connection().execute(async (db) => {
        await sql.raw(begin).execute(db)
        const { tx, end } = openTx(db, engine, memory)
        try {
          return await work(tx, db)
        } catch (error) {
          await sql`rollback`.execute(db).catch(() => undefined)
          throw error
        } finally {
          end()
        }
      })))
    } catch (error) {
      const why = engine.unavailable(error)
      throw why === null ? error : new StoreUnavailable(why)
    }
  }

  async function record(tx: Tx, areas: readonly Area[]): Promise<Announcement> {
    const { commits, staff_changed, audit_sequence, audit_hash, latest_at } = await tx.state()
    const { staff, auditSequence, auditHash } = tx.marks
    const sequence = commits + 1
    const at = instant(Math.max(tx.marks.at ?? now(), latest_at))
    await keepVersions(tx, at, latest_at)
    await tx.db.updateTable('store_state').set({
      commits: sequence, staff_changed: staff ? sequence : staff_changed,
      audit_sequence: auditSequence ?? audit_sequence, audit_hash: auditSequence === null ? audit_hash : auditHash, latest_at: at,
    }).where('id', '=', 1).execute()
    await engine.announce(tx.db, { sequence, areas, at })
    return { sequence, areas, at }
  }

  return {
    engine: engine.name,
    now: () => instant(Math.max(now(), latest)),
    clockBehind: () => Math.max(0, latest - now()),
    read: work => transact(engine.begin.read, reading, async (tx, db) => {
      const value = await work(repositories(tx))
      await sql`commit`.execute(db)
      return value
    }),
    write: async <T>(areas: readonly Area[], work: (tx: WriteTx) => Promise<{ readonly keep: boolean; readonly value: T }>) => {
      const { value, announcement } = await transact(engine.begin.write, writing, async (tx, db) => {
        // On PostgreSQL this row is the writer's lock: one transaction writes at a time, as on SQLite.
        if (!engine.oneConnection) await tx.lock()
        const ending = await work(repositories(tx))
        if (!ending.keep || !tx.marks.wrote) {
          await sql`rollback`.execute(db)
          return { value: ending.value, announcement: null }
        }
        const announced = await record(tx, areas)
        await sql`commit`.execute(db)
        if (tx.marks.auditSequence !== null) anchor.note({ sequence: tx.marks.auditSequence, hash: tx.marks.auditHash })
        return { value: ending.value, announcement: announced }
      })
      if (announcement !== null) tell(announcement)
      return value
    },
    onCommit: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    close: async () => {
      await writing(() => Promise.resolve())
      listeners.clear()
      anchor.settle()
      await engine.close()
    },
  }
}
