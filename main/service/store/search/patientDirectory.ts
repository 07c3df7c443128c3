import type { PatientId } from '../../../../shared/domain/ids.ts'
import { asId } from '../../../../shared/domain/ids.ts'
import type { CardPreference, Identifier, Patient } from '../../../../shared/domain/person.ts'
import type { PatientRow } from '../tables.ts'
import type { PatientDirectory, Tx } from '../transaction.ts'
import { createTurns } from '../turns.ts'
import { createPatientIndex, type Findable, type PatientIndex } from './patientIndex.ts'

type Found = Pick<Patient, 'id' | 'name' | 'telephone' | 'identifiers' | 'status'> & { readonly card: Pick<CardPreference, 'alternateName'> }

const findable = ({ id, name, telephone, identifiers, card }: Found): Findable =>
  ({ id, name, alternateName: card.alternateName, numbers: [telephone, ...identifiers.map(each => each.value)] })

function put(index: PatientIndex, patient: Found): void {
  if (patient.status === 'entered-in-error') index.remove(patient.id)
  else index.put(findable(patient))
}

const columns = ['id', 'given_name', 'family_name', 'telephone', 'identifiers', 'card', 'status'] as const

const fromRow = (row: Pick<PatientRow, (typeof columns)[number]>): Found => ({
  id: asId<PatientId>(row.id), name: { given: row.given_name, family: row.family_name }, telephone: row.telephone,
  identifiers: JSON.parse(row.identifiers) as readonly Identifier[], status: row.status as Patient['status'],
  card: JSON.parse(row.card) as CardPreference,
})

/** An index that is filled by the first search and brought up to date by each later one. */
export function createPatientDirectory(): PatientDirectory {
  const index = createPatientIndex()
  const inTurn = createTurns()
  let commit = -1

  const catchUp = (tx: Tx): Promise<void> => inTurn(async () => {
    const { commits } = await tx.state()
    if (commit >= commits) return
    const rows = await tx.db.selectFrom('patients').select(columns).where('changed', '>', commit).where('changed', '<=', commits).execute()
    for (const row of rows) put(index, fromRow(row))
    // Rows that this transaction has changed are out of sight here, and come back unchanged if it is undone.
    if (tx.marks.patients.size === 0) commit = commits
  })

  return {
    find: async (tx, text, limit) => {
      await catchUp(tx)
      const own = tx.marks.patients
      if (own.size === 0) return index.search(text, limit).map(hit => asId<PatientId>(hit.id))
      const ownIndex = createPatientIndex()
      for (const patient of own.values()) put(ownIndex, patient)
      const others = index.search(text, limit + own.size).filter(hit => !own.has(asId<PatientId>(hit.id)))
      return [...ownIndex.search(text, limit), ...others].sort((a, b) => a.score - b.score).slice(0, limit).map(hit => asId<PatientId>(hit.id))
    },
  }
}
