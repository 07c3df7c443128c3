import type { Evidence, EvidenceType } from '../../../../shared/domain/evidence.ts'
import { asId, type EvidenceId, type QualificationId } from '../../../../shared/domain/ids.ts'
import type { Instant } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

const evidenceMapping: Mapping<'evidence', Evidence> = {
  table: 'evidence', noun: 'file', unique: 'file', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, qualification_id: row.qualificationId, title: row.title, media_type: row.mediaType, size: row.size, sha256: row.sha256, at: row.at, by_name: row.byName,
    status: row.status, reason: row.reason,
  }),
  fromRow: row => ({
    id: asId<EvidenceId>(row.id), version: row.version, qualificationId: asId<QualificationId>(row.qualification_id), title: row.title, mediaType: row.media_type as EvidenceType, size: row.size,
    sha256: row.sha256, at: row.at as Instant, byName: row.by_name, status: row.status as Evidence['status'], reason: row.reason,
  }),
}

/** Files that show a certification: what is known of each, and what is in it. */
export const evidenceRepository = (tx: Tx): WriteTx['evidence'] => ({
  byId: readsOf<'evidence', Evidence, EvidenceId>(tx, evidenceMapping).byId,
  ofQualification: async id => {
    const rows = await tx.db.selectFrom('evidence').selectAll().where('qualification_id', '=', id).orderBy('id').execute()
    return rows.map(evidenceMapping.fromRow)
  },
  bytes: async id => (await tx.db.selectFrom('evidence_bytes').select('body').where('id', '=', id).executeTakeFirst())?.body ?? null,
  update: writesOf(tx, evidenceMapping).update,
  attach: async (evidence, body) => {
    tx.marks.wrote = true
    await tx.db.insertInto('evidence').values(evidenceMapping.toRow(evidence)).execute()
    await tx.db.insertInto('evidence_bytes').values({ id: evidence.id, body }).execute()
  },
})
