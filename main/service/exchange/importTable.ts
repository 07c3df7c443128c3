import { type ImportMapping, type ImportReport, type ImportRow, rowOutcomes, type RowOutcome } from '../../../shared/domain/importReport.ts'
import { type AppointmentId, asId, type LocationId, type PatientId, type PractitionerId, type ServiceTypeId } from '../../../shared/domain/ids.ts'
import { isStanding } from '../../../shared/domain/appointment.ts'
import { tooSoonFor } from '../../../shared/domain/minimumInterval.ts'
import type { TooSoon } from '../../../shared/domain/tooSoon.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import { lawOf } from '../../../shared/domain/rules/editions.ts'
import { type Finding, isUnlawful } from '../../../shared/domain/rules/finding.ts'
import { findingsOn } from '../../../shared/domain/rules/judge.ts'
import type { ScopeRule } from '../../../shared/domain/rules/scopeRule.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import type { Instant, ZoneId } from '../../../shared/domain/time/values.ts'
import { dateAt, wallAt } from '../../../shared/domain/time/wallClock.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { wallWordsWithYear } from '../../../shared/text/en/dates.ts'
import { importedWords, notUnderstood, rowSentence } from '../../../shared/text/en/exchange.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { findingsSentence, tooSoonSentence } from '../../../shared/text/rules.ts'
import type { WriteTx } from '../store/store.ts'
import type { CsvTable } from './csvTable.ts'
import type { OrderProof } from './dates.ts'
import { folded, readStatus } from './fields.ts'
import { openRegister, type PatientRegister } from './patientRegister.ts'
import { type Reading, readRow, type RowFacts, type VisitFacts } from './readRow.ts'
import { type Booked, openVisitBook, type VisitBook } from './visitBook.ts'

type Options = { readonly tx: WriteTx; readonly table: CsvTable; readonly mapping: ImportMapping; readonly now: Instant; readonly newId: () => string }

/** What an import did: the rows of the report, and the ids of what it made. */
export type Imported = {
  readonly rows: readonly ImportRow[]
  readonly counts: ImportReport['counts']
  readonly words: WordCounts
  readonly patientIds: readonly PatientId[]
  readonly appointmentIds: readonly AppointmentId[]
  readonly serviceTypeIds: readonly ServiceTypeId[]
}
type WordCounts = { readonly statuses: Map<string, number>; readonly staff: Map<string, number>; readonly leftOut: Map<string, number> }

const count = (words: Map<string, number>, word: string): void => void words.set(word, (words.get(word) ?? 0) + 1)

/** The services of a file by their name there: this practice's own, new drafts made when first needed, or none. */
function openServices(tx: WriteTx, mapping: ImportMapping, known: readonly ServiceType[], usualMinutes: ReadonlyMap<string, number>, newId: () => string) {
  const said = new Map(mapping.services.map(entry => [folded(entry.name), entry.to]))
  const byName = new Map(known.filter(service => service.status !== 'retired').map(service => [folded(service.name), service]))
  const byId = new Map(known.map(service => [service.id, service]))
  const made: ServiceTypeId[] = []
  const draft = async (name: string): Promise<ServiceType | null> => {
    const own = tidyLine(name) || importedWords.service
    const there = byName.get(folded(own))
    if (there !== undefined) return there
    const inserted = await tx.serviceTypes.insert({
      id: asId<ServiceTypeId>(newId()), version: 1, name: own, minutes: Math.min(720, Math.max(5, usualMinutes.get(folded(name)) ?? 30)), competences: [], roles: [],
      supervision: null, needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'off-label', purpose: 'unknown', physiotherapy: false, status: 'draft', note: '',
    })
    if (!inserted.ok) return null
    made.push(inserted.value.id)
    byName.set(folded(own), inserted.value)
    return inserted.value
  }
  return {
    made,
    of: (name: string): Promise<ServiceType | null> => {
      const to = said.get(folded(name)) ?? null
      return to === 'draft' ? draft(name) : Promise.resolve(to === null ? null : (byId.get(to) ?? null))
    },
  }
}

/** The length that most visits of a service have, for a draft of it. */
function minutesByService(facts: readonly RowFacts[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number[]>()
  for (const { visit } of facts) if (visit?.minutes !== null && visit !== null) lengths.set(folded(visit.service), [...(lengths.get(folded(visit.service)) ?? []), visit.minutes])
  return new Map([...lengths].map(([name, minutes]) => [name, minutes.toSorted((a, b) => a - b)[Math.floor(minutes.length / 2)] ?? 30]))
}

const visitWords = (visit: VisitFacts, zone: ZoneId): string =>
  [wallWordsWithYear(wallAt(visit.start, zone)), visit.service, visit.staff].filter(part => part !== '').join(' · ')

type Entering = {
  readonly services: ReturnType<typeof openServices>
  readonly staff: ReadonlyMap<string, PractitionerId | null>
  readonly register: PatientRegister
  readonly book: VisitBook | null
  readonly words: WordCounts
  readonly zone: ZoneId
  /** What the law of the place forbids of a visit that is still to come; nobody may override it here either. */
  readonly forbidden: (visit: VisitFacts, service: ServiceType, patient: Patient) => readonly Finding[]
  /** Which of the patient's visits one that is still to come is too near to. */
  readonly tooSoon: (visit: VisitFacts, service: ServiceType, patient: Patient) => Promise<TooSoon | null>
}

type Entered = Booked & { readonly also?: readonly RowOutcome[] }

async function enterVisit(visit: VisitFacts, line: number, patient: Patient, book: VisitBook, entering: Entering): Promise<Entered> {
  const { services, staff, words, forbidden, tooSoon } = entering
  const service = await services.of(visit.service)
  if (service === null) {
    count(words.leftOut, visit.service)
    return { outcome: 'service-left-out', messages: [rowSentence.serviceLeftOut(visit.service)] }
  }
  const known = service.status === 'approved' ? service.minutes : null
  const minutes = visit.minutes ?? known
  if (minutes === null) return { outcome: 'unreadable', messages: [rowSentence.noMinutes] }
  const unlawful = forbidden(visit, service, patient)
  if (unlawful.length > 0) return { outcome: 'against-rule', messages: [findingsSentence(unlawful)] }
  const performerId = visit.staff === '' ? null : (staff.get(folded(visit.staff)) ?? null)
  if (visit.staff !== '' && performerId === null) count(words.staff, visit.staff)
  if (visit.statusWord !== '' && readStatus(visit.statusWord) === null) count(words.statuses, visit.statusWord)
  const soon = await tooSoon(visit, service, patient)
  const booked = await book.book({ ...visit, line, patient, serviceTypeId: service.id, performerId, minutes })
  // Agreed elsewhere already: it is entered as it is, and said.
  return soon === null || booked.outcome !== 'visit-new' ? booked : { ...booked, also: ['too-soon'], messages: [...booked.messages, tooSoonSentence(soon)] }
}

async function enterRow(line: number, cells: readonly string[], facts: RowFacts, entering: Entering): Promise<ImportRow> {
  const { person, visit } = facts
  const told = { line, patient: person === null ? '' : fullName(person.name), visit: visit === null ? '' : visitWords(visit, entering.zone) }
  if (person === null) return { ...told, outcomes: facts.outcomes, messages: facts.messages }
  const resolved = await entering.register.resolve(person, JSON.stringify(cells))
  const messages = [...facts.messages, ...resolved.messages]
  // Without a location no visit can be entered; that is asked about once for the whole file, not on every line.
  if (visit === null || resolved.patient === null || entering.book === null) return { ...told, outcomes: [resolved.outcome, ...facts.outcomes], messages }
  const entered = await enterVisit(visit, line, resolved.patient, entering.book, entering)
  return { ...told, outcomes: [resolved.outcome, entered.outcome, ...(entered.also ?? []), ...facts.outcomes], messages: [...messages, ...entered.messages] }
}

function counted(rows: readonly ImportRow[]): ImportReport['counts'] {
  const counts = new Map<RowOutcome, number>(rowOutcomes.map(outcome => [outcome, 0]))
  for (const row of rows) for (const outcome of new Set(row.outcomes)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const of = (outcome: RowOutcome): number => counts.get(outcome) ?? 0
  return {
    'patient-new': of('patient-new'), 'patient-known': of('patient-known'), 'patient-possible-duplicate': of('patient-possible-duplicate'), 'visit-new': of('visit-new'),
    'visit-known': of('visit-known'), 'double-booking': of('double-booking'), 'against-rule': of('against-rule'), 'too-soon': of('too-soon'), 'service-left-out': of('service-left-out'), unreadable: of('unreadable'),
    'no-such-time': of('no-such-time'), 'ambiguous-time': of('ambiguous-time'),
  }
}

const utc = (): ZoneId => {
  const zone = parseZoneId('UTC')
  if (zone === null) throw new Error('no UTC')
  return zone
}

/** Asks the law of the place about visits of a file that are still to come; history stays what it was. */
function forbiddenAt(location: Location | null, rules: readonly ScopeRule[], now: Instant): Entering['forbidden'] {
  const law = lawOf(rules)
  return ({ start, status }, { purpose }, { birthDate }) => {
    if (location === null || start < now || !isStanding(status)) return []
    return findingsOn(law, { place: location.regulation, purpose, day: dateAt(start, location.zone), birthDate, performerRoles: null }).filter(isUnlawful)
  }
}

/** Asks how near a visit that is still to come lies to others of its patient, those of earlier lines among them. */
const nearness = (tx: WriteTx, zone: ZoneId, now: Instant): Entering['tooSoon'] => async ({ start, status }, service, patient) =>
  start < now || !isStanding(status) || service.minimumIntervalDays === null ? null : tooSoonFor(await tx.appointments.ofPatient(patient.id), service, null)(dateAt(start, zone))

/** Enters a whole table within a transaction; the caller decides whether it is kept. */
export async function importTable({ tx, table, mapping, now, newId }: Options): Promise<Imported> {
  const location = mapping.locationId === null ? null : await tx.locations.byId(asId<LocationId>(mapping.locationId))
  const zone = parseZoneId(mapping.zone) ?? location?.zone ?? utc()
  // Without an order, only dates that need none are read.
  const reading: Reading = { columns: mapping.columns, dateOrder: mapping.dateOrder ?? 'year-first', zone, today: dateAt(now, zone), now }
  const facts = table.rows.map(row => (row.fault === null ? readRow(row.cells, reading) : null))
  const words: WordCounts = { statuses: new Map(), staff: new Map(), leftOut: new Map() }
  const services = openServices(tx, mapping, await tx.serviceTypes.all(), minutesByService(facts.filter(fact => fact !== null)), newId)
  const register = await openRegister({ tx, source: mapping.source, now, newId })
  const book = location === null ? null : openVisitBook({ tx, source: mapping.source, location, rooms: await tx.rooms.all(), newId })
  const staff = new Map(mapping.staff.map(entry => [folded(entry.name), entry.to]))
  const at = location?.zone ?? zone
  const entering: Entering = { services, staff, register, book, words, zone: at, tooSoon: nearness(tx, at, now), forbidden: forbiddenAt(location, await tx.rules.all(), now) }
  const rows: ImportRow[] = []
  for (const [index, row] of table.rows.entries()) {
    const fact = facts[index] ?? null
    rows.push(fact === null
      ? { line: row.line, outcomes: ['unreadable'], patient: '', visit: '', messages: row.fault === null ? [] : [row.fault] }
      : await enterRow(row.line, row.cells, fact, entering))
  }
  return { rows, counts: counted(rows), words, patientIds: register.made(), appointmentIds: book?.made() ?? [], serviceTypeIds: services.made }
}

/** What of a table as a whole was not understood, in sentences. */
export function openPoints(table: CsvTable, mapping: ImportMapping, encoding: string, proof: OrderProof, words: WordCounts): readonly string[] {
  const { columns } = mapping
  const used = (column: number): boolean => table.rows.some(row => (row.cells[column] ?? '').trim() !== '')
  const unused = table.headings.filter((heading, column) => columns[column] === null && heading !== '' && used(column))
  const named = columns.includes('full-name') || columns.includes('given-name') || columns.includes('family-name')
  return [
    ...(columns.every(field => field === null) ? [notUnderstood.noColumns] : named ? [] : [notUnderstood.noName]),
    ...(encoding === 'Windows-1252' ? [notUnderstood.western] : []),
    ...(table.rows.some(row => row.cells.some(cell => cell.includes('\uFFFD'))) ? [notUnderstood.brokenLetters] : []),
    ...(proof.contradictory ? [notUnderstood.contradictoryDates] : []),
    ...(parseZoneId(mapping.zone) === null ? [notUnderstood.zone(mapping.zone)] : []),
    ...(unused.length === 0 ? [] : [notUnderstood.columns(unused)]),
    ...[...words.staff].map(([name, times]) => notUnderstood.staff(name, times)),
    ...[...words.statuses].map(([status, times]) => notUnderstood.status(status, times)),
    ...[...words.leftOut].map(([name, times]) => notUnderstood.service(name, times)),
  ]
}
