import type { StaffField, StaffMapping } from '../../../../shared/domain/staffImport.ts'
import type { HumanName } from '../../../../shared/domain/person.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { yearOf } from '../../../../shared/domain/time/plainDate.ts'
import { staffFieldWords, staffNotUnderstood, staffSentence } from '../../../../shared/text/en/staffImport.ts'
import type { CsvTable } from '../csvTable.ts'
import { readDate } from '../dates.ts'
import { folded, splitName, unguarded } from '../fields.ts'
import { plainWritten, type WrittenPaper, type WrittenPerson, type WrittenStaff } from './staffRecord.ts'

type Cell = (field: StaffField) => string
export type TableMapping = Pick<StaffMapping, 'columns' | 'dateOrder' | 'source'>

const standing: readonly (readonly [WrittenPaper['status'], RegExp])[] = [
  ['revoked', /revok|withdrawn|struck|cancel|surrender/], ['suspended', /suspend|inactive|lapsed|on hold|restricted/], ['active', /active|valid|current|verified|ok|yes|good|registered|licensed|certified|complete|pass|expire/],
]

function statusIn(word: string, messages: string[]): WrittenPaper['status'] {
  const text = folded(word)
  if (text === '') return 'active'
  // "Not valid" and "invalid" say the contrary of what they hold.
  const status = /\b(?:not|in|un)\b|\b(?:invalid|unverified|uncertified|unlicensed)/.test(text) ? undefined : standing.find(([, pattern]) => pattern.test(text))?.[0]
  if (status === undefined) messages.push(staffSentence.notAStatus(staffFieldWords.status, word))
  return status ?? 'suspended'
}

function paperIn(cell: Cell, { columns, dateOrder }: TableMapping, today: PlainDate, messages: string[]): WrittenPaper | null {
  const date = (field: StaffField): PlainDate | null => {
    const text = cell(field)
    const read = text === '' ? null : readDate(text, dateOrder ?? 'year-first', yearOf(today) + 50)
    if (text !== '' && read === null) own.push(staffSentence.notADate(staffFieldWords[field], text))
    return read
  }
  const own: string[] = []
  const type = cell('certification')
  const spoken = columns.some(field => field !== null && ['number', 'issuer', 'issued', 'expires'].includes(field) && cell(field) !== '')
  if (type === '' && !spoken) return null
  if (type === '') messages.push(staffSentence.noType)
  return {
    ...plainWritten, type, number: cell('number'), issuer: cell('issuer'), jurisdiction: cell('jurisdiction'), issued: date('issued'), effective: date('effective'), expires: date('expires'),
    status: statusIn(cell('status'), own), restrictions: cell('restrictions'), note: cell('note'), messages: own,
  }
}

function nameIn(cell: Cell): HumanName | null {
  const [given, family, full] = [cell('given-name'), cell('family-name'), cell('full-name')]
  if (given !== '' || family !== '') return { given, family }
  return full === '' ? null : splitName(full)
}

/** Reads a staff list written as a table: one certification a line, the person repeated on each. */
export function readStaffTable(table: CsvTable, mapping: TableMapping, today: PlainDate): WrittenStaff {
  const { columns, source } = mapping
  const people = table.rows.map((row): WrittenPerson => {
    const at = row.line
    const blank = { at, name: null, telephone: '', active: true, numbers: [], roles: [], papers: [] }
    if (row.fault !== null) return { ...blank, messages: [row.fault] }
    const cell: Cell = field => columns.flatMap((meaning, column) => (meaning === field ? [unguarded(row.cells[column] ?? '')] : [])).filter(text => text !== '').join(' ')
    const messages: string[] = []
    const number = cell('staff-number')
    const paper = paperIn(cell, mapping, today, messages)
    return {
      at, name: nameIn(cell), telephone: cell('telephone'), active: true, numbers: number === '' ? [] : [{ system: source, value: number }],
      roles: cell('role') === '' ? [] : [{ words: [cell('role')], from: null, through: null }], papers: paper === null ? [] : [paper], messages,
    }
  })
  const unused = table.headings.filter((heading, column) => columns[column] === null && heading !== '' && table.rows.some(row => (row.cells[column] ?? '').trim() !== ''))
  return { people, notUnderstood: unused.length === 0 ? [] : [staffNotUnderstood.columns(unused)] }
}
