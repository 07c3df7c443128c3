import type { Appointment, AppointmentStatus, Override } from '../../../../shared/domain/appointment.ts'
import { type AppointmentId, asId, type LocationId, type PatientId, type PractitionerId, type RoomId, type SeriesId, type ServiceTypeId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import type { Instant, Interval, WallDateTime, ZoneId } from '../../../../shared/domain/time/values.ts'
import { attempt } from '../attempt.ts'
import { longestVisitMs } from '../schema/dialect.ts'
import type { WriteTx } from '../store.ts'
import type { AppointmentRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { isAmong, json } from './cells.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

const toRow = (row: Appointment): AppointmentRow => ({
  id: row.id, version: row.version, patient_id: row.patientId, service_type_id: row.serviceTypeId, location_id: row.locationId,
  room_id: row.roomId, performer_id: row.performerId, start_wall: row.start, minutes: row.minutes, zone: row.zone,
  start_at: row.interval.start, end_at: row.interval.end, status: row.status, override: row.override === null ? null : json(row.override),
  cancel_reason: row.cancelReason, note: row.note,
  series_id: row.series?.id ?? null, series_number: row.series?.number ?? null, series_of: row.series?.of ?? null,
})

// Rows written before it was kept do not say what an override was given for, nor until when.
const overrideFrom = (text: string): Override => ({ against: null, through: null, ...JSON.parse(text) as Pick<Override, 'reason' | 'by' | 'byName' | 'at'> })

const fromRow = (row: AppointmentRow): Appointment => ({
  id: asId<AppointmentId>(row.id), version: row.version, patientId: asId<PatientId>(row.patient_id),
  serviceTypeId: asId<ServiceTypeId>(row.service_type_id), locationId: asId<LocationId>(row.location_id),
  roomId: row.room_id === null ? null : asId<RoomId>(row.room_id),
  performerId: row.performer_id === null ? null : asId<PractitionerId>(row.performer_id),
  start: row.start_wall as WallDateTime, minutes: row.minutes, zone: row.zone as ZoneId,
  interval: { start: row.start_at as Instant, end: row.end_at as Instant }, status: row.status as AppointmentStatus,
  override: row.override === null ? null : overrideFrom(row.override), cancelReason: row.cancel_reason, note: row.note,
  series: row.series_id === null || row.series_number === null || row.series_of === null
    ? null : { id: asId<SeriesId>(row.series_id), number: row.series_number, of: row.series_of },
})

/** Visits that touch an interval, at one location or at all, by start and id. */
export async function visitsWithin(tx: Tx, interval: Interval, locationId: LocationId | null): Promise<readonly Appointment[]> {
  const rows = await tx.db.selectFrom('appointments').selectAll()
    // At every location by name of each: the index leads with it.
    .where('location_id', 'in', locationId === null ? tx.db.selectFrom('locations').select('id') : [locationId])
    .where('start_at', '<', interval.end).where('start_at', '>', interval.start - longestVisitMs).where('end_at', '>', interval.start)
    .orderBy('start_at').orderBy('id').execute()
  return rows.map(fromRow)
}

const mapping: Mapping<'appointments', Appointment> = { table: 'appointments', noun: 'visit', unique: 'request', staff: false, fromRow, toRow }

/** Visits; what may not overlap is refused by the schema. */
export function appointmentRepository(tx: Tx): WriteTx['appointments'] {
  const { byId } = readsOf<'appointments', Appointment, AppointmentId>(tx, mapping)
  const { update } = writesOf(tx, mapping)
  return {
    byId,
    update,
    updateAll: async (rows) => {
      tx.marks.wrote = true
      // Out of each other's way first: nobody is refused a place that is just being left.
      if (rows.length > 0) await tx.db.updateTable('appointments').set({ status: 'entered-in-error' }).where(isAmong(tx, 'id', rows.map(row => row.id))).execute()
      const after: Appointment[] = []
      for (const row of rows) {
        const updated = await update(row)
        if (!updated.ok) return updated
        after.push(updated.value)
      }
      return ok(after)
    },
    within: (interval, locationId) => visitsWithin(tx, interval, locationId),
    ofPatient: async (id) => {
      const rows = await tx.db.selectFrom('appointments').selectAll().where('patient_id', '=', id).orderBy('start_at').orderBy('id').execute()
      return rows.map(fromRow)
    },
    ofSeries: async (id) => {
      const rows = await tx.db.selectFrom('appointments').selectAll().where('series_id', '=', id).orderBy('series_number').execute()
      return rows.map(fromRow)
    },
    byRequestKey: async (key) => {
      const row = await tx.db.selectFrom('appointments').selectAll().where('request_key', '=', key).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    byIdentifier: async (system, value) => {
      const row = await tx.db.selectFrom('appointment_identifiers').select('appointment_id as id')
        .where('system', '=', system).where('value', '=', value).executeTakeFirst()
      return row === undefined ? null : byId(asId<AppointmentId>(row.id))
    },
    insert: (visit, { requestKey, identifier }) => {
      const first = { ...visit, version: 1 }
      return attempt(tx, 'request', identifier === null ? 'one' : 'several', async (now) => {
        await tx.db.insertInto('appointments').values({ ...toRow(first), request_key: requestKey }).execute()
        if (identifier === null) return first
        now('visit number')
        await tx.db.insertInto('appointment_identifiers').values({ ...identifier, appointment_id: visit.id }).execute()
        return first
      })
    },
  }
}
