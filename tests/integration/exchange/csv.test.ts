import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { csvTable } from '../../../main/service/exchange/csvTable.ts'
import { csvText } from '../../../main/service/exchange/csvText.ts'
import { guessMapping } from '../../../main/service/exchange/guessMapping.ts'
import { looksLikeHeadings } from '../../../main/service/exchange/headings.ts'
import { readMinutes, readStatus, several, splitName, unguarded } from '../../../main/service/exchange/fields.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/csv/', import.meta.url))
const filesIn = (folder: string): readonly string[] => readdirSync(samples + folder).filter(file => file.endsWith('.csv')).map(file => `${samples}${folder}/${file}`)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(content: Uint8Array) {
  const text = csvText(content)
  if (!text.ok) throw new Error(text.problem)
  const table = csvTable(text.value.text, looksLikeHeadings)
  if (!table.ok) throw new Error(table.problem)
  return { ...table.value, encoding: text.value.encoding }
}
const refused = (content: Uint8Array): string | null => {
  const text = csvText(content)
  if (!text.ok) return text.problem
  const table = csvTable(text.value.text, looksLikeHeadings)
  return table.ok ? null : table.problem
}
const columnsOf = (content: Uint8Array): readonly string[] => {
  const table = read(content)
  const { mapping } = guessMapping(table, {}, { locations: [], serviceTypes: [], practitioners: [] })
  return table.headings.flatMap((heading, column) => { const field = mapping.columns[column] ?? null; return field === null ? [] : [`${heading} = ${field}`] })
}

describe('RFC 4180, as the published cases have it', () => {
  it.each(filesIn('dialect-csv-spectrum').map(file => [basename(file), file] as const))('%s', (_, file) => {
    const table = read(readFileSync(file))
    const expected: unknown = JSON.parse(readFileSync(file.replace(/csv$/, 'json'), 'utf8'))
    expect(table.rows.map(row => Object.fromEntries(table.headings.map((heading, column) => [heading, row.cells[column]])))).toEqual(expected)
    expect(table.rows.every(row => row.fault === null)).toBe(true)
  })
  it.each(filesIn('dialect-csv-test-data').map(file => [basename(file), file] as const))('%s', (_, file) => {
    const table = read(readFileSync(file))
    const expected: unknown = JSON.parse(readFileSync(file.replace(/csv$/, 'json'), 'utf8'))
    const lines = table.rows.map(row => row.cells)
    // Files named for their heading list only the rows below it.
    expect(basename(file).startsWith('header-') ? lines.map(cells => Object.fromEntries(table.headings.map((heading, column) => [heading, cells[column]]))) : [table.headings, ...lines]).toEqual(expected)
  })
})

describe('a malformed file', () => {
  const heading = 'First Name,Last Name,Email\n'
  const faultsOf = (rows: string): readonly (readonly [number, boolean])[] => read(bytes(heading + rows)).rows.map(row => [row.line, row.fault === null])

  it('is refused where a quotation mark is never closed, with the line on which it is opened', () => {
    expect(refused(bytes(`${heading}Ada,Moss,a@b.c\nBo,"Lee,b@b.c\nCy,Ito,c@b.c\n`))).toContain('line 3')
  })
  it('is reported line by line where it is malformed only there', () => {
    expect(faultsOf('Ada,"Mo"ss",a@b.c\nBo,Lee,b@b.c\n')).toEqual([[2, false], [3, true]])
    expect(faultsOf('Ada,Mo"ss,a@b.c\nBo,Lee,b@b.c\n')).toEqual([[2, false], [3, true]])
    expect(faultsOf('Ada,Moss\nBo,Lee,b@b.c\n')).toEqual([[2, false], [3, true]])
    expect(faultsOf('Ada,Moss,a@b.c,more\nBo,Lee,b@b.c,\n')).toEqual([[2, false], [3, true]])
  })
  it('keeps the line numbers of the file, across entries of several lines and empty lines', () => {
    expect(faultsOf('Ada,"Mo\nss\n",a@b.c\n\n\r\nBo,Lee,b@b.c').map(([line]) => line)).toEqual([2, 7])
  })
  it.each([
    ['nothing', ''], ['only blanks', ' \n\r\n'], ['a workbook', 'PK\u0003\u0004xxxx'], ['a PDF', '%PDF-1.7'], ['control characters', 'First Name,Last Name\nA\u0000\u0001da,Moss'],
  ])('is refused when it is %s', (_, content) => {
    expect(refused(bytes(content))).not.toBeNull()
  })
  it('is refused when it is broken UTF-16', () => {
    expect(refused(new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).not.toBeNull()
  })
})

describe('an encoding', () => {
  const text = 'Vorname;Nachname\r\nJürgen;Œuvre\r\n'
  const utf16 = (big: boolean): Uint8Array => new Uint8Array([...text].flatMap(letter => {
    const unit = letter.charCodeAt(0)
    return big ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8]
  }))
  const western = new Uint8Array([...text].map(letter => (letter === 'Œ' ? 0x8c : letter.charCodeAt(0))))
  it.each<readonly [string, Uint8Array]>([
    ['UTF-8', bytes(text)], ['UTF-8 with byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(text)])], ['UTF-16LE', new Uint8Array([0xff, 0xfe, ...utf16(false)])],
    ['UTF-16BE', new Uint8Array([0xfe, 0xff, ...utf16(true)])], ['UTF-16LE', utf16(false)], ['UTF-16BE', utf16(true)], ['Windows-1252', western],
  ])('of %s is recognised', (encoding, content) => {
    const table = read(content)
    expect({ encoding: table.encoding, headings: table.headings, cells: table.rows[0]?.cells }).toEqual({ encoding, headings: ['Vorname', 'Nachname'], cells: ['Jürgen', 'Œuvre'] })
  })
  it('with a byte order mark does not change the first heading', () => {
    expect(columnsOf(readFileSync(`${samples}encodings/utf8_bom.csv`))).toEqual(['Client Name = full-name', 'Client Email = email'])
  })
})

describe('a delimiter', () => {
  it.each([[',', ','], [';', ';'], ['\t', '\t'], ['|', '|']])('of %j is recognised', (delimiter, expected) => {
    const table = read(bytes(['First Name', 'Last Name', 'Note'].join(delimiter) + '\n' + ['Ada', 'Moss', '"one, two; three"'].join(delimiter)))
    expect([table.delimiter, table.rows[0]?.cells]).toEqual([expected, ['Ada', 'Moss', 'one, two; three']])
  })
  it('named in the first line, as Excel does, is taken', () => {
    expect(read(bytes('sep=;\r\nFirst Name;Last Name\r\nAda;Moss\r\n')).rows).toMatchObject([{ line: 3, cells: ['Ada', 'Moss'] }])
  })
  it('is found below a title', () => {
    expect(columnsOf(bytes('Report of 3 March\n\nClient;Provider;Date;Time\nAda Moss;Dr Ito;14/03/2026;9:00\n'))).toEqual(['Client = full-name', 'Provider = staff', 'Date = visit-date', 'Time = visit-time'])
  })
})

describe('headings of other programs', () => {
  it.each<readonly [string, readonly string[]]>([
    ['booking-exports/acuity_appointments_open.csv', [
      'Start Time = visit-start', 'End Time = visit-end', 'Timezone = zone', 'First Name = given-name', 'Last Name = family-name', 'Phone = telephone', 'Email = email', 'Type = service',
      'Calendar = staff', 'Notes = note', 'Appointment ID = visit-number',
    ]],
    ['booking-exports/fresha_appointments_headers.csv', [
      'Appointment reference = visit-number', 'Client = full-name', 'Team member = staff', 'Resource = room', 'Scheduled date = visit-date', 'Scheduled time = visit-time',
      'Duration = visit-minutes', 'Services = service', 'Status = status',
    ]],
    ['booking-exports/fresha_clients_headers.csv', [
      'Client ID = patient-number', 'First Name = given-name', 'Last Name = family-name', 'Email = email', 'Mobile Number = mobile', 'Telephone = telephone', 'Date of Birth = birth-date', 'Note = note',
    ]],
    ['booking-exports/mindbody_uk_clients.csv', ['Client ID = patient-number', 'First Name = given-name', 'Last Name = family-name', 'Email = email', 'Mobile Phone = mobile']],
    ['patients/practiceq_import.csv', ['first_name = given-name', 'last_name = family-name', 'email = email', 'phone = telephone', 'date_of_birth = birth-date', 'pq_client_id = patient-number']],
    ['patients/reservation_studio_headers.csv', ['First Name = given-name', 'Last Name = family-name', 'Phone number = telephone', 'Email = email', 'Birthdate = birth-date', 'Address = address', 'Note = note']],
    ['emr-exports/openemr_patient_data.csv', ['pid = patient-number', 'fname = given-name', 'mname = given-name', 'lname = family-name', 'DOB = birth-date', 'phone_cell = mobile', 'email = email']],
    ['contacts/google_contacts_old_headers.csv', [
      'Given Name = given-name', 'Additional Name = given-name', 'Family Name = family-name', 'Birthday = birth-date', 'Notes = note', 'E-mail 1 - Value = email', 'Phone 1 - Value = telephone',
    ]],
    ['contacts/outlook_headers.csv', [
      'First Name = given-name', 'Middle Name = given-name', 'Last Name = family-name', 'Birthday = birth-date', 'Notes = note', 'E-mail Address = email', 'Primary Phone = telephone',
      'Mobile Phone = mobile', 'Home Address = address',
    ]],
  ])('of %s are understood', (file, expected) => {
    expect(columnsOf(readFileSync(samples + file))).toEqual(expected)
  })
  it('that say "date" or "time" mean what their cells hold', () => {
    expect(columnsOf(bytes('Name,Date,Service\nAda Moss,2026-05-04 09:00,Botox\n'))).toContain('Date = visit-start')
    expect(columnsOf(bytes('Name,Start,Day\nAda Moss,9:00 am,4 May 2026\n'))).toEqual(['Name = full-name', 'Start = visit-time', 'Day = visit-date'])
    expect(columnsOf(bytes('Name,Scheduled date,Scheduled time\nAda Moss,04/05/2026,04/05/2026 09:00\n'))).toEqual(['Name = full-name', 'Scheduled time = visit-start'])
  })
})

describe('a cell', () => {
  it.each([["'+447700900000", '+447700900000'], ['="0123"', '0123'], ["'t Hooft", "'t Hooft"], [' 5 ', '5'], ["'0171 1", '0171 1'], ["'", "'"]])('%s loses its guard only', (cell, text) => {
    expect(unguarded(cell)).toBe(text)
  })
  it('with several values gives the first and the others', () => {
    expect(several('+1 415 555 0134 ::: +1 415 555 0135')).toEqual(['+1 415 555 0134', ['+1 415 555 0135']])
  })
  it.each<readonly [string, number | null]>([
    ['45', 45], ['45 min', 45], ['1h 15min', 75], ['1:15', 75], ['01:15:00', 75], ['1.5 hours', 90], ['1 hr', 60], ['90 minutes', 90], ['45.0', 45], ['soon', null], ['', null], ['-5', null],
  ])('%s is a length of %s minutes', (cell, minutes) => {
    expect(readMinutes(cell)).toBe(minutes)
  })
  it.each<readonly [string, string | null]>([
    ['', 'booked'], ['Confirmed', 'booked'], ['Not confirmed', 'proposed'], ['CANCELLED', 'cancelled'], ['Canceled by client', 'cancelled'], ['Late Cancel', 'cancelled'], ['No-show', 'noshow'], ['no_show', 'noshow'],
    ['Did not attend', 'noshow'], ['Completed', 'fulfilled'], ['Checked in', 'arrived'], ['Pending', 'proposed'], ['Started', 'arrived'], ['New', 'booked'], ['???', null],
  ])('%s is the status %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status)
  })
  it.each<readonly [string, string, string]>([
    ['Ada Moss', 'Ada', 'Moss'], ['Moss, Ada Jane', 'Ada Jane', 'Moss'], ['Ludwig van der Berg', 'Ludwig', 'van der Berg'], ['Cher', 'Cher', ''], ['María del Carmen Ruiz', 'María del Carmen', 'Ruiz'],
    ['佐々木美咲', '佐々木美咲', ''],
  ])('%s is taken apart as a name', (cell, given, family) => {
    expect(splitName(cell)).toEqual({ given, family })
  })
})
