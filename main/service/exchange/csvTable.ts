import Papa from 'papaparse'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { fileSentence, rowSentence } from '../../../shared/text/en/exchange.ts'

/** One record; `line` is the line of the file on which it begins, `fault` says why its cells cannot be trusted. */
type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly fault: string | null }
export type CsvTable = { readonly delimiter: string; readonly headings: readonly string[]; readonly rows: readonly CsvRow[] }

const delimiters = [',', ';', '\t', '|'] as const
const mostRows = 50_000
const mostColumns = 500

/** The delimiter that the first line with any of them has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const told = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (told !== undefined) return told
  const lines = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '').split('\n').slice(0, 10)
  for (const line of lines) {
    const counts = delimiters.map(delimiter => line.split(delimiter).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return delimiters[counts.indexOf(most)] ?? ','
  }
  return ','
}

/** Whether each quoted field of a record is closed before the next delimiter and no other field holds a quotation mark (RFC 4180, 2.5 to 2.7). */
function isWellQuoted(record: string, delimiter: string): boolean {
  if (!record.includes('"')) return true
  let at = 0
  for (;;) {
    if (record[at] === '"') {
      at += 1
      for (;;) {
        at = record.indexOf('"', at)
        if (at < 0) return false
        if (record[at + 1] !== '"') break
        at += 2
      }
      at += 1
      if (at >= record.length) return true
      if (record[at] !== delimiter) return false
    } else {
      const end = record.indexOf(delimiter, at)
      const field = end < 0 ? record.slice(at) : record.slice(at, end)
      if (field.includes('"')) return false
      if (end < 0) return true
      at = end
    }
    at += 1
  }
}

type RawRow = { readonly line: number; readonly cells: readonly string[]; readonly wellQuoted: boolean }

function records(text: string, delimiter: string, firstLine: number): Result<readonly RawRow[], string> {
  const rows: RawRow[] = []
  let from = 0
  let line = firstLine
  let unclosed: number | null = null
  let tooMany = false
  Papa.parse<string[]>(text, {
    delimiter, newline: '\n', skipEmptyLines: false,
    step: ({ data, errors, meta }, parser) => {
      const record = text.slice(from, meta.cursor).replace(/\n$/, '')
      if (errors.some(error => error.code === 'MissingQuotes')) unclosed ??= line
      if (data.some(cell => cell.trim() !== '')) rows.push({ line, cells: data, wellQuoted: isWellQuoted(record, delimiter) })
      for (let at = text.indexOf('\n', from); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1)) line += 1
      from = meta.cursor
      if (rows.length > mostRows + 1) {
        tooMany = true
        parser.abort()
      }
    },
  })
  if (unclosed !== null) return err(fileSentence.unclosedQuote(unclosed))
  return tooMany ? err(fileSentence.tooManyRows(mostRows)) : ok(rows)
}

function fault(row: RawRow, width: number): string | null {
  if (!row.wellQuoted) return rowSentence.quotes
  const extra = row.cells.slice(width)
  if (extra.some(cell => cell.trim() !== '')) return rowSentence.tooManyCells(row.cells.length, width)
  return row.cells.length < width ? rowSentence.tooFewCells(row.cells.length, width) : null
}

/**
 * Reads comma-separated text (RFC 4180; other delimiters and line ends too) into headings and records. `isHeadings` tells a
 * line of headings from a title line above it. A record that breaks the rules keeps its place and its fault.
 */
export function csvTable(text: string, isHeadings: (cells: readonly string[]) => boolean): Result<CsvTable, string> {
  const delimiter = delimiterOf(text)
  const plain = text.replaceAll(/\r\n?/g, '\n')
  const told = /^sep=.\n/.test(plain)
  const all = records(told ? plain.slice(plain.indexOf('\n') + 1) : plain, delimiter, told ? 2 : 1)
  if (!all.ok) return err(all.problem)
  const found = all.value.slice(0, 10).findIndex(row => isHeadings(row.cells))
  const at = Math.max(0, found)
  const first = all.value[at]
  if (first === undefined) return err(fileSentence.empty)
  if (!first.wellQuoted) return err(fileSentence.headingQuotes)
  if (first.cells.length > mostColumns) return err(fileSentence.tooManyColumns(mostColumns))
  const headings = first.cells.map(cell => cell.trim())
  const rows = all.value.slice(at + 1).map(row => ({ line: row.line, cells: row.cells, fault: fault(row, headings.length) }))
  return ok({ delimiter, headings, rows })
}
