import type { ImportField } from '../../../shared/domain/importReport.ts'
import { readDate, readDateTime, readTimes } from './dates.ts'
import { fieldOfHeading, isMiddleName, plainHeading } from './headings.ts'

type Kind = 'date-time' | 'date' | 'time' | 'other' | 'blank'

const orders = ['day-first', 'month-first'] as const
const sampleYear = 2100

function kindOf(text: string): Kind {
  if (text.trim() === '') return 'blank'
  if (orders.some(order => readDateTime(text, order, sampleYear) !== null)) return 'date-time'
  if (orders.some(order => readDate(text, order, sampleYear) !== null)) return 'date'
  return readTimes(text) === null ? 'other' : 'time'
}

/** What most of a column's cells are; the few that cannot be read are reported row by row later. */
function columnKind(rows: readonly (readonly string[])[], column: number): Kind {
  const counts = new Map<Kind, number>()
  for (const row of rows.slice(0, 200)) {
    const kind = kindOf(row[column] ?? '')
    if (kind !== 'blank') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'blank'
}

/** A start, date or time is what its cells say it is; its heading only says that it is about the visit's beginning. */
function beginning(field: ImportField, kind: Kind): ImportField | null {
  if (kind === 'blank') return field
  if (kind === 'date-time') return 'visit-start'
  if (kind === 'date') return 'visit-date'
  return kind === 'time' ? 'visit-time' : null
}

const visitOnly: readonly ImportField[] = ['visit-number', 'visit-end', 'visit-time', 'visit-minutes', 'zone', 'service', 'staff', 'room', 'status']

/** What each column most likely means, from its heading and its cells; null for those that mean nothing here. */
export function guessColumns(headings: readonly string[], rows: readonly (readonly string[])[]): readonly (ImportField | null)[] {
  const fields = headings.map((heading, column): ImportField | null => {
    const field = fieldOfHeading(heading)
    return field === 'visit-start' || field === 'visit-date' || field === 'visit-time' ? beginning(field, columnKind(rows, column)) : field
  })
  const has = (field: ImportField): boolean => fields.includes(field)
  // Without cells to look at, a "start time" beside a date column is the time of that date.
  const startIsTime = has('visit-start') && has('visit-date') && !headings.some((_, column) => fields[column] === 'visit-start' && columnKind(rows, column) === 'date-time')
  const taken = new Set<ImportField>()
  const settled = fields.map((field): ImportField | null => (field === 'visit-start' && startIsTime ? 'visit-time' : field))
  const visits = settled.includes('visit-start') || settled.includes('visit-date')
  const whole = settled.includes('visit-start')
  const named = settled.includes('given-name') && settled.includes('family-name')
  return settled.map((field, column): ImportField | null => {
    if (field === null && isMiddleName(headings[column] ?? '')) return settled.includes('given-name') ? 'given-name' : null
    if (field === null) return loneNumber(headings[column] ?? '', settled, visits)
    if (taken.has(field)) return null
    if (visitOnly.includes(field) && !visits) return null
    if (whole && (field === 'visit-date' || field === 'visit-time')) return null
    if (named && field === 'full-name') return null
    taken.add(field)
    return field
  })
}

/** A column called just "ID" numbers whatever the rows are. */
function loneNumber(heading: string, fields: readonly (ImportField | null)[], visits: boolean): ImportField | null {
  if (plainHeading(heading) !== 'id') return null
  const field = visits ? 'visit-number' : 'patient-number'
  return fields.includes(field) ? null : field
}
