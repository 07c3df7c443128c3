import type { ImportMapping, ImportQuestion } from '../../../shared/domain/importReport.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { fullName, listName } from '../../../shared/text/en/names.ts'
import { byName } from './byName.ts'
import type { CsvTable } from './csvTable.ts'
import { type OrderProof, proveOrder } from './dates.ts'
import { folded, unguarded } from './fields.ts'
import { guessColumns } from './guessColumns.ts'
import { readsVisits } from './readRow.ts'

/** What the practice has, to which a file's own words may be mapped. */
export type Offered = { readonly locations: readonly Location[]; readonly serviceTypes: readonly ServiceType[]; readonly practitioners: readonly Practitioner[] }

export type Mapped = { readonly mapping: ImportMapping; readonly questions: readonly ImportQuestion[]; readonly proof: OrderProof }

/** The name under which a file's numbers are known when nobody gave one. */
const usualSource = 'other program'
const mostNames = 1000

/** The different words of a column, in the order of the file. */
function wordsIn(table: CsvTable, column: number): readonly string[] {
  if (column < 0) return []
  const words = new Map<string, string>()
  for (const row of table.rows) {
    const word = unguarded(row.cells[column] ?? '')
    if (row.fault === null && word.length <= 200 && !words.has(folded(word))) words.set(folded(word), word)
  }
  return [...words.values()].slice(0, mostNames)
}

const withoutTitle = (name: string): string => folded(name).replace(/^(?:dr|prof|mr|mrs|ms|miss|mx|sr|sra|herr|frau)\.? /, '')

/** Somebody on the staff of exactly that name; more than one is nobody. */
function staffNamed(name: string, practitioners: readonly Practitioner[]): Practitioner | null {
  const wanted = withoutTitle(name)
  const [found, other] = practitioners.filter(person =>
    [fullName(person.name), listName(person.name), `${person.name.family} ${person.name.given}`].some(written => withoutTitle(written) === wanted))
  return found === undefined || other !== undefined ? null : found
}

const serviceNamed = (name: string, serviceTypes: readonly ServiceType[]): ServiceType | null =>
  serviceTypes.find(service => service.status !== 'retired' && folded(service.name) === folded(name)) ?? null

/** Completes what was said about a file with what its headings and cells show; what neither settles becomes a question. */
export function guessMapping(table: CsvTable, said: Partial<ImportMapping>, offered: Offered): Mapped {
  const cells = table.rows.filter(row => row.fault === null).map(row => row.cells)
  const columns = said.columns === undefined ? guessColumns(table.headings, cells) : table.headings.map((_, column) => said.columns?.[column] ?? null)
  const dateColumns = columns.flatMap((field, column) => (field === 'birth-date' || field === 'visit-start' || field === 'visit-date' || field === 'visit-end' ? [column] : []))
  const proof = proveOrder(cells.flatMap(row => dateColumns.map(column => row[column] ?? '')))
  const dateOrder = said.dateOrder ?? proof.order
  const active = offered.locations.filter(location => location.active)
  const locationId = said.locationId ?? (active.length === 1 ? active[0]?.id : undefined) ?? null
  const visits = readsVisits(columns)
  const location = offered.locations.find(other => other.id === locationId) ?? active[0]
  const mapping: ImportMapping = {
    source: tidyLine(said.source ?? '') || usualSource, columns, dateOrder, locationId, zone: said.zone ?? location?.zone ?? 'UTC',
    services: !visits ? [] : byName(columns.includes('service') ? wordsIn(table, columns.indexOf('service')) : [''], said.services ?? [], name => serviceNamed(name, offered.serviceTypes)?.id ?? 'draft'),
    staff: !visits ? [] : byName(wordsIn(table, columns.indexOf('staff')).filter(name => name !== ''), said.staff ?? [], name => staffNamed(name, offered.practitioners)?.id ?? null),
  }
  const questions: readonly ImportQuestion[] = [...(dateOrder === null ? ['date-order' as const] : []), ...(visits && locationId === null ? ['location' as const] : [])]
  return { mapping, questions, proof }
}
