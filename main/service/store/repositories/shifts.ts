import { type AbsenceId, asId, type LocationId, type PractitionerId, type ShiftExceptionId, type ShiftPatternId } from '../../../../shared/domain/ids.ts'
import type { Absence, Presence, ShiftException, ShiftPattern } from '../../../../shared/domain/shift.ts'
import type { RecurrenceRule } from '../../../../shared/domain/time/recurrenceRule.ts'
import type { PlainDate, WallDateTime, WallTime, Weekday, ZoneId } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { type Mapping, removesOf, repositoryOf } from './versioned.ts'

export const shiftPatternMapping: Mapping<'shift_patterns', ShiftPattern> = {
  table: 'shift_patterns', noun: 'shift', unique: 'shift', staff: true,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, location_id: row.locationId, weekday: row.weekday, rule: row.rule,
    start_time: row.start, end_time: row.end, from_date: row.from, through_date: row.through, presence: row.presence,
  }),
  fromRow: row => ({
    id: asId<ShiftPatternId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id),
    locationId: asId<LocationId>(row.location_id), weekday: row.weekday as Weekday, rule: row.rule as RecurrenceRule | null, start: row.start_time as WallTime, end: row.end_time as WallTime,
    from: row.from_date as PlainDate, through: row.through_date as PlainDate | null, presence: row.presence as Presence,
  }),
}

export const shiftExceptionMapping: Mapping<'shift_exceptions', ShiftException> = {
  table: 'shift_exceptions', noun: 'shift change', unique: 'shift change', staff: true,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, location_id: row.locationId, on_date: row.date, kind: row.kind,
    start_time: row.start, end_time: row.end, presence: row.presence, note: row.note,
  }),
  fromRow: row => ({
    id: asId<ShiftExceptionId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id),
    locationId: asId<LocationId>(row.location_id), date: row.on_date as PlainDate, kind: row.kind as ShiftException['kind'],
    start: row.start_time as WallTime, end: row.end_time as WallTime, presence: row.presence as Presence, note: row.note,
  }),
}

export const absenceMapping: Mapping<'absences', Absence> = {
  table: 'absences', noun: 'absence', unique: 'absence', staff: true,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, start_wall: row.start, end_wall: row.end, zone: row.zone,
    reason: row.reason, note: row.note,
  }),
  fromRow: row => ({
    id: asId<AbsenceId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id), start: row.start_wall as WallDateTime,
    end: row.end_wall as WallDateTime, zone: row.zone as ZoneId, reason: row.reason as Absence['reason'], note: row.note,
  }),
}

export const shiftPatternRepository = (tx: Tx): WriteTx['shiftPatterns'] => ({ ...repositoryOf(tx, shiftPatternMapping), ...removesOf(tx, shiftPatternMapping) })
export const shiftExceptionRepository = (tx: Tx): WriteTx['shiftExceptions'] => ({ ...repositoryOf(tx, shiftExceptionMapping), ...removesOf(tx, shiftExceptionMapping) })
export const absenceRepository = (tx: Tx): WriteTx['absences'] => ({ ...repositoryOf(tx, absenceMapping), ...removesOf(tx, absenceMapping) })
