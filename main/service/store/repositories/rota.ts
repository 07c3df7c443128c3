import { asId, type AvailabilityId, type LocationId, type PractitionerId, type ServiceTypeId, type StaffingMinimumId } from '../../../../shared/domain/ids.ts'
import type { Availability } from '../../../../shared/domain/rota/availability.ts'
import type { StaffingMinimum } from '../../../../shared/domain/rota/minimum.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { flag, json } from './cells.ts'
import { type Mapping, removesOf, repositoryOf } from './versioned.ts'

const availabilityMapping: Mapping<'availabilities', Availability> = {
  table: 'availabilities', noun: 'availability', unique: 'availability', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, weekly: json(row.weekly), dated: json(row.dated),
    max_week_minutes: row.maxWeekMinutes, rest_minutes: row.restMinutes, note: row.note,
  }),
  fromRow: row => ({
    id: asId<AvailabilityId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id),
    weekly: JSON.parse(row.weekly) as Availability['weekly'], dated: JSON.parse(row.dated) as Availability['dated'],
    maxWeekMinutes: row.max_week_minutes, restMinutes: row.rest_minutes, note: row.note,
  }),
}

const minimumMapping: Mapping<'staffing_minimums', StaffingMinimum> = {
  table: 'staffing_minimums', noun: 'minimum', unique: 'minimum', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, location_id: row.locationId, service_type_id: row.serviceTypeId, people: row.people,
    weekdays: json(row.weekdays), hours: row.hours === null ? null : json(row.hours), from_date: row.from, through_date: row.through, apart: flag(row.apart),
  }),
  fromRow: row => ({
    id: asId<StaffingMinimumId>(row.id), version: row.version, locationId: asId<LocationId>(row.location_id),
    serviceTypeId: asId<ServiceTypeId>(row.service_type_id), people: row.people, weekdays: JSON.parse(row.weekdays) as StaffingMinimum['weekdays'],
    hours: row.hours === null ? null : JSON.parse(row.hours) as StaffingMinimum['hours'], from: row.from_date as PlainDate,
    through: row.through_date as PlainDate | null, apart: row.apart === 1,
  }),
}

export const availabilityRepository = (tx: Tx): WriteTx['availabilities'] => ({ ...repositoryOf(tx, availabilityMapping), ...removesOf(tx, availabilityMapping) })
export const minimumRepository = (tx: Tx): WriteTx['staffingMinimums'] => ({ ...repositoryOf(tx, minimumMapping), ...removesOf(tx, minimumMapping) })
