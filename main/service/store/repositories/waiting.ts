import { type AppointmentId, asId, type LocationId, type PatientId, type PractitionerId, type RoomId, type ServiceTypeId, type WaitingEntryId } from '../../../../shared/domain/ids.ts'
import type { WaitingEntry } from '../../../../shared/domain/waiting/entry.ts'
import type { Instant, WallDateTime } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { WaitingEntryRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

const mapping: Mapping<'waiting_entries', WaitingEntry> = {
  table: 'waiting_entries', noun: 'entry of the waiting list', unique: 'entry of the waiting list', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, patient_id: row.patientId, service_type_id: row.serviceTypeId, location_id: row.locationId, performer_id: row.performerId, room_id: row.roomId,
    visit_id: row.visitId, weekdays: json(row.weekdays), part_of_day: row.partOfDay, notice_minutes: row.noticeMinutes, note: row.note, since: row.since, status: row.status, lost_wall: row.lost, offers: json(row.offers),
  }),
  fromRow: row => ({
    id: asId<WaitingEntryId>(row.id), version: row.version, patientId: asId<PatientId>(row.patient_id), serviceTypeId: asId<ServiceTypeId>(row.service_type_id),
    locationId: asId<LocationId>(row.location_id), performerId: row.performer_id === null ? null : asId<PractitionerId>(row.performer_id),
    roomId: row.room_id === null ? null : asId<RoomId>(row.room_id), visitId: row.visit_id === null ? null : asId<AppointmentId>(row.visit_id),
    weekdays: JSON.parse(row.weekdays) as WaitingEntry['weekdays'], partOfDay: row.part_of_day as WaitingEntry['partOfDay'], noticeMinutes: row.notice_minutes, note: row.note,
    since: row.since as Instant, status: row.status as WaitingEntry['status'], lost: row.lost_wall as WallDateTime | null, offers: JSON.parse(row.offers) as WaitingEntry['offers'],
  }),
}

/** The waiting list; nobody is ever deleted from it. */
export function waitingRepository(tx: Tx): WriteTx['waiting'] {
  const rowsWhere = async (column: 'status' | 'patient_id', value: string): Promise<readonly WaitingEntry[]> => {
    const rows: readonly WaitingEntryRow[] = await tx.db.selectFrom('waiting_entries').selectAll().where(column, '=', value).orderBy('since').orderBy('id').execute()
    return rows.map(row => mapping.fromRow(row))
  }
  return {
    byId: readsOf<'waiting_entries', WaitingEntry, WaitingEntryId>(tx, mapping).byId,
    waiting: () => rowsWhere('status', 'waiting'),
    ofPatient: id => rowsWhere('patient_id', id),
    ...writesOf(tx, mapping),
  }
}
