import { asId, type PatientId } from '../../../../shared/domain/ids.ts'
import { type CardPreference, type Identifier, type Patient, plainCard } from '../../../../shared/domain/person.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { isLikeName } from '../search/likeName.ts'
import { telephoneKey } from '../search/normalize.ts'
import type { WriteTx } from '../store.ts'
import type { PatientRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { isAmong, json } from './cells.ts'
import { type Mapping, readsOf, writesOf } from './versioned.ts'

const fromRow = (row: PatientRow): Patient => ({
  id: asId<PatientId>(row.id), version: row.version, name: { given: row.given_name, family: row.family_name },
  birthDate: row.birth_date as PlainDate | null, telephone: row.telephone, email: row.email,
  identifiers: JSON.parse(row.identifiers) as readonly Identifier[], travelMinutes: row.travel_minutes,
  card: { ...plainCard, ...JSON.parse(row.card) as Partial<CardPreference> }, note: row.note, status: row.status as Patient['status'],
})

const mappingAt = (changed: number): Mapping<'patients', Patient> => ({
  table: 'patients', noun: 'patient', unique: 'patient', staff: false, fromRow,
  toRow: row => ({
    id: row.id, version: row.version, given_name: row.name.given, family_name: row.name.family, birth_date: row.birthDate,
    telephone: row.telephone, telephone_key: telephoneKey(row.telephone), email: row.email, identifiers: json(row.identifiers),
    travel_minutes: row.travelMinutes, card: json(row.card), note: row.note, status: row.status, changed,
  }),
  beside: async (tx, patient, before, now) => {
    now('patient number')
    await writeNumbers(tx, patient, before)
    tx.marks.patients.set(patient.id, patient)
  },
})

// A record entered in error gives its numbers back, so that the right one can have them.
const numbersOf = (patient: Patient): readonly Identifier[] => {
  if (patient.status === 'entered-in-error') return []
  return [...new Map(patient.identifiers.map(each => [json([each.system, each.value]), each])).values()]
}

async function writeNumbers(tx: Tx, patient: Patient, before: Patient | null): Promise<void> {
  const numbers = numbersOf(patient)
  if (before !== null) {
    if (json(numbersOf(before)) === json(numbers)) return
    await tx.db.deleteFrom('patient_identifiers').where('patient_id', '=', patient.id).execute()
  }
  if (numbers.length === 0) return
  await tx.db.insertInto('patient_identifiers').values(numbers.map(({ system, value }) => ({ system, value, patient_id: patient.id }))).execute()
}

/** Patients, and finding them however they are typed. */
export function patientRepository(tx: Tx): WriteTx['patients'] {
  const { byId, all } = readsOf<'patients', Patient, PatientId>(tx, mappingAt(0))
  const writes = async () => writesOf(tx, mappingAt((await tx.state()).commits + 1))

  const byIds = async (ids: readonly PatientId[]): Promise<readonly Patient[]> => {
    if (ids.length === 0) return []
    const rows = await tx.db.selectFrom('patients').selectAll().where(isAmong(tx, 'id', ids)).execute()
    const found = new Map(rows.map(row => [row.id, row]))
    return ids.flatMap((id) => {
      const row = found.get(id)
      return row === undefined ? [] : [fromRow(row)]
    })
  }

  return {
    byId, all, byIds,
    insert: async row => (await writes()).insert(row),
    update: async row => (await writes()).update(row),
    find: async (text, limit) => {
      if (text.trim() !== '') return byIds(await tx.memory.directory.find(tx, text, limit))
      const rows = await tx.db.selectFrom('patients').selectAll().where('status', '<>', 'entered-in-error')
        .orderBy('changed', 'desc').orderBy('id', 'desc').limit(limit).execute()
      return rows.map(fromRow)
    },
    byIdentifier: async (system, value) => {
      const row = await tx.db.selectFrom('patient_identifiers').select('patient_id as id').where('system', '=', system).where('value', '=', value).executeTakeFirst()
      return row === undefined ? null : byId(asId<PatientId>(row.id))
    },
    likely: async (patient) => {
      const telephone = telephoneKey(patient.telephone)
      const alike = await tx.db.selectFrom('patients').selectAll().where('status', '<>', 'entered-in-error')
        .where(is => is.or([
          ...(patient.birthDate === null ? [] : [is('birth_date', '=', patient.birthDate)]),
          ...(telephone === '' ? [] : [is('telephone_key', '=', telephone)]),
        ])).orderBy('id').execute()
      const numbered = await Promise.all(patient.identifiers.map(({ system, value }) => tx.db.selectFrom('patient_identifiers')
        .select('patient_id as id').where('system', '=', system).where('value', '=', value).executeTakeFirst()))
      const sameNumber = await byIds([...new Set(numbered.flatMap(row => row === undefined ? [] : [asId<PatientId>(row.id)]))])
      const known = new Set(sameNumber.map(each => each.id))
      return [...sameNumber, ...alike.map(fromRow).filter(each => !known.has(each.id) && isLikeName(each.name, patient.name))]
    },
  }
}
