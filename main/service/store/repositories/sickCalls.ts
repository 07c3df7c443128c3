import { asId, type PractitionerId, type SickCallId } from '../../../../shared/domain/ids.ts'
import type { SickCall } from '../../../../shared/domain/sickCall/sickCall.ts'
import type { Instant, WallDateTime, ZoneId } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

/** Calls answered before patients could be put onto the waiting list say nothing of it. */
const movesOf = (text: string): SickCall['moves'] => (JSON.parse(text) as readonly SickCall['moves'][number][]).map(move => ({ ...move, waiting: move.waiting ?? null }))

const mapping: Mapping<'sick_calls', SickCall> = {
  table: 'sick_calls', noun: 'sick call', unique: 'sick call', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, start_wall: row.start, end_wall: row.end, zone: row.zone, made_at: row.madeAt, made_by: row.madeBy,
    absence: row.absence === null ? null : json(row.absence), shifts: json(row.shifts), moves: json(row.moves), undone_at: row.undoneAt,
  }),
  fromRow: row => ({
    id: asId<SickCallId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id), start: row.start_wall as WallDateTime, end: row.end_wall as WallDateTime,
    zone: row.zone as ZoneId, madeAt: row.made_at as Instant, madeBy: row.made_by, absence: row.absence === null ? null : JSON.parse(row.absence) as SickCall['absence'],
    shifts: JSON.parse(row.shifts) as SickCall['shifts'], moves: movesOf(row.moves), undoneAt: row.undone_at as Instant | null,
  }),
}

/** Sick calls that were answered. */
export function sickCallRepository(tx: Tx): WriteTx['sickCalls'] {
  return {
    byId: readsOf<'sick_calls', SickCall, SickCallId>(tx, mapping).byId,
    since: async (at) => {
      const rows = await tx.db.selectFrom('sick_calls').selectAll().where('made_at', '>=', at).orderBy('made_at', 'desc').orderBy('id', 'desc').execute()
      return rows.map(row => mapping.fromRow(row))
    },
    ...writesOf(tx, mapping),
  }
}
