import { sql } from 'kysely'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { Duplicate, SlotTaken } from './store.ts'
import type { Tx } from './transaction.ts'

/** One statement undoes itself where it fails; several need a savepoint to be undone together. */
export type Steps = 'one' | 'several'

/**
 * Runs a write that the schema may refuse. `unique` is the word for what would be there twice, as a person reads it; the
 * work names another one before a statement to which that applies. After a refusal the transaction goes on as if the write had never been tried.
 */
export function attempt<T>(tx: Tx, unique: string, steps: Steps, work: (now: (unique: string) => void) => Promise<T>): Promise<Result<T, Duplicate | SlotTaken>> {
  tx.marks.wrote = true
  const saved = steps === 'several' || tx.engine.failureSpoils
  let word = unique
  return tx.inTurn(async () => {
    if (saved) await sql`savepoint attempt`.execute(tx.db)
    try {
      const value = await work((next) => { word = next })
      if (saved) await sql`release savepoint attempt`.execute(tx.db)
      return ok(value)
    } catch (error) {
      const violation = tx.engine.violation(error)
      if (violation === null) throw error
      if (saved) {
        await sql`rollback to savepoint attempt`.execute(tx.db)
        await sql`release savepoint attempt`.execute(tx.db)
      }
      if (violation.kind === 'overlap') return err({ code: 'slot-taken', overlap: violation.overlap })
      return err({ code: 'duplicate', what: violation.kind === 'unique' ? word : 'record' })
    }
  })
}
