import { asId, type LocationId, type PatientId, type SeriesId, type ServiceTypeId } from '../../../../shared/domain/ids.ts'
import type { Series, SeriesTerms } from '../../../../shared/domain/series.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

const mapping: Mapping<'series', Series> = {
  table: 'series', noun: 'series', unique: 'series', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, patient_id: row.patientId, service_type_id: row.serviceTypeId, location_id: row.locationId, terms: json(row.terms),
  }),
  fromRow: row => ({
    id: asId<SeriesId>(row.id), version: row.version, patientId: asId<PatientId>(row.patient_id), serviceTypeId: asId<ServiceTypeId>(row.service_type_id),
    locationId: asId<LocationId>(row.location_id), terms: JSON.parse(row.terms) as SeriesTerms,
  }),
}

/** What was agreed for each series; its visits are visits. */
export const seriesRepository = (tx: Tx): WriteTx['series'] =>
  ({ byId: readsOf<'series', Series, SeriesId>(tx, mapping).byId, insert: writesOf(tx, mapping).insert })
