import type { Competence } from '../../../../shared/domain/certification.ts'
import { asId, type ServiceTypeId } from '../../../../shared/domain/ids.ts'
import type { Role } from '../../../../shared/domain/person.ts'
import type { ServiceType, Supervision } from '../../../../shared/domain/service.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { flag, json, nameKey } from './cells.ts'
import { copiedById, type Mapping, repositoryOf } from './versioned.ts'

// Rows written before supervision could be limited set no limit.
const supervisionFrom = (text: string): Supervision => ({ atMost: null, ...JSON.parse(text) as Omit<Supervision, 'atMost'> })

export const serviceTypeMapping: Mapping<'service_types', ServiceType> = {
  table: 'service_types', noun: 'service', unique: 'service', staff: true, kept: true,
  toRow: row => ({
    id: row.id, version: row.version, name: row.name, name_key: nameKey(row.name), minutes: row.minutes, competences: json(row.competences),
    roles: json(row.roles), supervision: row.supervision === null ? null : json(row.supervision), needs_room: flag(row.needsRoom),
    minimum_interval_days: row.minimumIntervalDays, product_intervals: json(row.productIntervals), label_status: row.labelStatus, purpose: row.purpose, physiotherapy: flag(row.physiotherapy), status: row.status, note: row.note,
  }),
  fromRow: row => ({
    id: asId<ServiceTypeId>(row.id), version: row.version, name: row.name, minutes: row.minutes,
    competences: JSON.parse(row.competences) as readonly Competence[], roles: JSON.parse(row.roles) as readonly Role[],
    supervision: row.supervision === null ? null : supervisionFrom(row.supervision), needsRoom: row.needs_room === 1,
    minimumIntervalDays: row.minimum_interval_days, productIntervals: JSON.parse(row.product_intervals) as ServiceType['productIntervals'], labelStatus: row.label_status as ServiceType['labelStatus'], purpose: row.purpose as ServiceType['purpose'], physiotherapy: row.physiotherapy === 1,
    status: row.status as ServiceType['status'], note: row.note,
  }),
}

export const serviceTypeRepository = (tx: Tx): WriteTx['serviceTypes'] => ({
  ...repositoryOf(tx, serviceTypeMapping), byId: copiedById(tx, serviceTypeMapping, facts => facts.serviceTypes),
})
