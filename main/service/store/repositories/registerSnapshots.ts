import { asId, type RegisterSnapshotId } from '../../../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'

/** Registers that were signed off. They are only ever added to. */
export const registerSnapshotRepository = (tx: Tx): WriteTx['registerSnapshots'] => ({
  list: async () => {
    const rows = await tx.db.selectFrom('register_snapshots').select(['id', 'as_of', 'at', 'signed_by', 'statement', 'sha256']).orderBy('at', 'desc').orderBy('id', 'desc').execute()
    return rows.map(row => ({
      id: asId<RegisterSnapshotId>(row.id), asOf: row.as_of as PlainDate, at: row.at as Instant, signedBy: row.signed_by, statement: row.statement, sha256: row.sha256,
    }))
  },
  text: async id => (await tx.db.selectFrom('register_snapshots').select(['body', 'sha256']).where('id', '=', id).executeTakeFirst()) ?? null,
  add: async ({ id, asOf, at, signedBy, statement, sha256 }, body) => {
    tx.marks.wrote = true
    await tx.db.insertInto('register_snapshots').values({ id, as_of: asOf, at, signed_by: signedBy, statement, sha256, body }).execute()
  },
})
