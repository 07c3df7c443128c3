import { asId, type QualificationId } from '../../../../shared/domain/ids.ts'
import type { Entered } from '../../../../shared/domain/register.ts'
import type { Instant } from '../../../../shared/domain/time/values.ts'
import type { ReadTx } from '../store.ts'
import type { RecordVersionRow, Tables, VersionedRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { serviceTypeMapping } from './serviceTypes.ts'
import { certificationTypeMapping, practitionerMapping, qualificationMapping } from './staff.ts'
import type { Mapping } from './versioned.ts'

type KeptTable = 'practitioners' | 'certification_types' | 'qualifications' | 'service_types'

/** Adds what a transaction wrote to the versions that are kept for good, with the time and the person of its audit records. */
export async function keepVersions(tx: Tx, end: Instant, earliest: number): Promise<void> {
  if (tx.marks.versions.length === 0) return
  const rows = tx.marks.versions.map(({ kind, row, at }): RecordVersionRow => ({
    kind, id: row.id, version: row.version, entered_at: Math.max(at ?? end, earliest), entered_by: tx.marks.by, body: JSON.stringify(row),
  }))
  for (let from = 0; from < rows.length; from += 100) await tx.db.insertInto('record_versions').values(rows.slice(from, from + 100)).execute()
}

/** Columns that came into being later are read as they stand now. */
const whole = <T extends KeptTable>(now: VersionedRow | undefined, body: string): Tables[T] => ({ ...now, ...(JSON.parse(body) as VersionedRow) }) as Tables[T]

async function standing(tx: Tx, kind: KeptTable): Promise<ReadonlyMap<string, VersionedRow>> {
  return new Map((await tx.db.selectFrom(kind).selectAll().execute()).map(row => [row.id, row]))
}

/** Every row as its latest version up to a time had it; one entered later is not there. */
async function knownAt<T extends KeptTable, Value extends { readonly id: string; readonly version: number }>(
  tx: Tx, { table, fromRow }: Mapping<T, Value>, at: Instant,
): Promise<readonly Value[]> {
  const now = await standing(tx, table)
  const rows = await tx.db.selectFrom('record_versions').selectAll().where('kind', '=', table).where('entered_at', '<=', at).orderBy('id').orderBy('version').execute()
  return [...new Map(rows.map(row => [row.id, fromRow(whole<T>(now.get(row.id), row.body))])).values()]
}

async function firstEntered(tx: Tx): Promise<ReadonlyMap<QualificationId, Entered>> {
  const rows = await tx.db.selectFrom('record_versions').select(['id', 'entered_at', 'entered_by']).where('kind', '=', 'qualifications').orderBy('version', 'desc').execute()
  return new Map(rows.map(row => [asId<QualificationId>(row.id), { at: row.entered_at as Instant, by: row.entered_by }]))
}

/** What was known, and since when. */
export const recordVersions = (tx: Tx): ReadTx['versions'] => ({
  known: async at => ({
    practitioners: await knownAt(tx, practitionerMapping, at),
    certificationTypes: await knownAt(tx, certificationTypeMapping, at),
    qualifications: await knownAt(tx, qualificationMapping, at),
    serviceTypes: await knownAt(tx, serviceTypeMapping, at),
    entered: await firstEntered(tx),
  }),
  ofQualification: async id => {
    const now = (await standing(tx, 'qualifications')).get(id)
    const rows = await tx.db.selectFrom('record_versions').selectAll().where('kind', '=', 'qualifications').where('id', '=', id).orderBy('version', 'desc').execute()
    return rows.map(row => ({ at: row.entered_at as Instant, by: row.entered_by, qualification: qualificationMapping.fromRow(whole<'qualifications'>(now, row.body)) }))
  },
})
