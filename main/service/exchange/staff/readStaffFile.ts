import type { StaffFormat, StaffMapping } from '../../../../shared/domain/staffImport.ts'
import { err, ok, type Result } from '../../../../shared/domain/result.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { tidyLine } from '../../../../shared/domain/typed.ts'
import { staffFileSentence, staffImportedWords } from '../../../../shared/text/en/staffImport.ts'
import { csvTable } from '../csvTable.ts'
import { csvText } from '../csvText.ts'
import { proveOrder } from '../dates.ts'
import { readFhirStaff } from './readFhirStaff.ts'
import { readMfn } from './readMfn.ts'
import { readStaffTable } from './readStaffTable.ts'
import { guessStaffColumns, looksLikeStaffHeadings } from './staffHeadings.ts'
import type { WrittenStaff } from './staffRecord.ts'

/** A staff list as it was read, and how. */
export type StaffFile = {
  readonly format: StaffFormat
  readonly encoding: string
  readonly columns: readonly string[]
  readonly examples: readonly string[]
  readonly mapping: Pick<StaffMapping, 'columns' | 'dateOrder' | 'source'>
  readonly questions: readonly 'date-order'[]
  readonly staff: WrittenStaff
}

// MLLP wraps a message in these (HL7 v2, appendix C); files saved from an interface still have them.
const unwrapped = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x0b ? bytes.map(byte => (byte === 0x0b || byte === 0x1c ? 0x0d : byte)) : bytes)

/** Reads a staff list, whichever of the formats it shows itself to be in; refused with a sentence when it is none. */
export async function readStaffFile(bytes: Uint8Array, said: Partial<StaffMapping>, today: PlainDate): Promise<Result<StaffFile, string>> {
  const read = csvText(unwrapped(bytes))
  if (!read.ok) return err(read.problem)
  const { encoding } = read.value
  const text = read.value.text.trimStart()
  const source = tidyLine(said.source ?? '') || staffImportedWords.source
  if (text.startsWith('<')) return err(staffFileSentence.xml)
  const isMessage = /^(?:MSH|FHS|BHS)[^A-Za-z0-9\s]/.test(text)
  if (isMessage || text.startsWith('{') || text.startsWith('[')) {
    const staff = isMessage ? await readMfn(text, source) : readFhirStaff(text, source)
    return staff.ok ? ok({ format: isMessage ? 'hl7v2' : 'fhir', encoding, columns: [], examples: [], mapping: { source, columns: [], dateOrder: null }, questions: [], staff: staff.value }) : staff
  }
  const table = csvTable(text, looksLikeStaffHeadings)
  if (!table.ok) return err(table.problem)
  const { headings, rows } = table.value
  const columns = said.columns === undefined || said.columns.length === 0 ? guessStaffColumns(headings) : headings.map((_, column) => said.columns?.[column] ?? null)
  const dates = columns.flatMap((field, column) => (field === 'issued' || field === 'effective' || field === 'expires' ? [column] : []))
  const dateOrder = said.dateOrder ?? proveOrder(rows.flatMap(row => dates.map(column => row.cells[column] ?? ''))).order
  const mapping = { source, columns, dateOrder }
  return ok({
    format: 'csv', encoding, columns: headings, examples: headings.map((_, column) => rows.find(row => (row.cells[column] ?? '').trim() !== '')?.cells[column]?.slice(0, 200) ?? ''),
    mapping, questions: dateOrder === null ? ['date-order'] : [], staff: readStaffTable(table.value, mapping, today),
  })
}
