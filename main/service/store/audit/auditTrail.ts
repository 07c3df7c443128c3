import { type AccountId, asId } from '../../../../shared/domain/ids.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import type { Instant } from '../../../../shared/domain/time/values.ts'
import type { AuditEntry, WriteTx } from '../store.ts'
import type { AuditRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import type { AuditHead } from './anchor.ts'
import { isAmong } from '../repositories/cells.ts'
import { asStored, hashOf } from './chain.ts'

const fromRow = (row: AuditRow): AuditEntry => ({
  sequence: row.sequence, at: row.at as Instant, accountId: row.account_id === null ? null : asId<AccountId>(row.account_id),
  accountName: row.account_name, action: row.action, entity: row.entity, entityId: row.entity_id,
  outcome: row.outcome as AuditEntry['outcome'], detail: row.detail,
})

/** The newest record as this transaction sees it. */
async function headOf(tx: Tx): Promise<AuditHead> {
  const { audit_sequence: sequence, audit_hash: hash } = await tx.state()
  return tx.marks.auditSequence === null ? { sequence, hash } : { sequence: tx.marks.auditSequence, hash: tx.marks.auditHash }
}

/** The chained, append-only trail of what was done and refused. */
export const auditTrail = (tx: Tx): WriteTx['audit'] => ({
  append: async (entry) => {
    const head = await headOf(tx)
    const row = {
      sequence: head.sequence + 1, at: entry.at, account_id: entry.accountId, account_name: asStored(entry.accountName), action: entry.action,
      entity: entry.entity, entity_id: asStored(entry.entityId), outcome: entry.outcome, detail: asStored(entry.detail),
    }
    const hash = hashOf(head.hash, row)
    tx.marks.wrote = true
    tx.marks.auditSequence = row.sequence
    tx.marks.auditHash = hash
    if (tx.marks.at === null || entry.at > tx.marks.at) tx.marks.at = entry.at
    tx.marks.by = entry.accountName
    await tx.db.insertInto('audit').values({ ...row, hash }).execute()
  },
  list: async ({ before, limit, entityId }) => {
    let query = tx.db.selectFrom('audit').selectAll().orderBy('sequence', 'desc').limit(limit)
    if (before !== null) query = query.where('sequence', '<', before)
    if (entityId !== null) query = query.where('entity_id', '=', entityId)
    return (await query.execute()).map(fromRow)
  },
  lastOf: async (action, entityIds) => {
    if (entityIds.length === 0) return new Map()
    const rows = await tx.db.selectFrom('audit').select(({ fn }) => ['entity_id', fn.max('at').as('at')])
      .where(isAmong(tx, 'entity_id', entityIds)).where('action', '=', action).groupBy('entity_id').execute()
    return new Map(rows.map(row => [row.entity_id, instant(Number(row.at))]))
  },
  latest: async () => {
    const row = await tx.db.selectFrom('audit').select(['sequence', 'at']).orderBy('sequence', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? null : { sequence: row.sequence, at: row.at as Instant }
  },
  intact: async () => {
    const head = await headOf(tx)
    const anchored = tx.memory.anchor.read()
    let last: AuditHead = { sequence: 0, hash: '' }
    let anchorSeen = anchored === null
    while (true) {
      const rows = await tx.db.selectFrom('audit').selectAll().where('sequence', '>', last.sequence).orderBy('sequence').limit(5000).execute()
      for (const row of rows) {
        if (row.sequence !== last.sequence + 1 || row.hash !== hashOf(last.hash, row)) return false
        last = { sequence: row.sequence, hash: row.hash }
        if (anchored?.sequence === row.sequence && anchored.hash === row.hash) anchorSeen = true
      }
      if (rows.length === 0) return anchorSeen && last.sequence === head.sequence && last.hash === head.hash
    }
  },
})
