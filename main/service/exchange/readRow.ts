import type { AppointmentStatus } from '../../../shared/domain/appointment.ts'
import type { ImportField, ImportMapping, RowOutcome } from '../../../shared/domain/importReport.ts'
import type { HumanName } from '../../../shared/domain/person.ts'
import { yearOf } from '../../../shared/domain/time/plainDate.ts'
import { instant, minuteMs } from '../../../shared/domain/time/instant.ts'
import type { Instant, PlainDate, WallTime, ZoneId } from '../../../shared/domain/time/values.ts'
import { instantsOf, wallDateTime } from '../../../shared/domain/time/wallClock.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { wallWordsWithYear } from '../../../shared/text/en/dates.ts'
import { importedWords, rowSentence } from '../../../shared/text/en/exchange.ts'
import { type DateOrder, readDate, readDateTime, readTime, readTimes } from './dates.ts'
import { readMinutes, readStatus, several, splitName, unguarded } from './fields.ts'

/** A patient as a line of a file describes one. */
export type PersonFacts = {
  readonly number: string | null
  readonly name: HumanName
  readonly birthDate: PlainDate | null
  readonly telephone: string
  readonly email: string
  readonly note: string
}
/** A visit as a line describes one; `minutes` null when the line does not say. */
export type VisitFacts = {
  readonly number: string | null
  readonly start: Instant
  readonly minutes: number | null
  readonly service: string
  readonly staff: string
  readonly room: string
  readonly status: AppointmentStatus
  readonly statusWord: string
  readonly note: string
}
export type RowFacts = { readonly person: PersonFacts | null; readonly visit: VisitFacts | null; readonly outcomes: readonly RowOutcome[]; readonly messages: readonly string[] }

/** How this file is read: the mapping, with what it says in words turned into values. */
export type Reading = { readonly columns: ImportMapping['columns']; readonly dateOrder: DateOrder; readonly zone: ZoneId; readonly today: PlainDate; readonly now: Instant }

type Told = { readonly outcomes: RowOutcome[]; readonly messages: string[] }
type Cell = (field: ImportField) => string

const longest = 200

/** Whether a mapping looks for visits at all. */
export const readsVisits = (columns: Reading['columns']): boolean => columns.includes('visit-start') || columns.includes('visit-date')

const nameIn = (cell: Cell): HumanName => {
  const [given, family] = [cell('given-name'), cell('family-name')]
  return given === '' && family === '' ? splitName(cell('full-name')) : { given, family }
}

function birthDateIn(cell: Cell, reading: Reading, told: Told): PlainDate | null {
  const text = cell('birth-date')
  if (text === '') return null
  // Records systems write a birth date with midnight behind it.
  const date = readDate(text, reading.dateOrder, yearOf(reading.today)) ?? readDateTime(text, reading.dateOrder, yearOf(reading.today))?.date ?? null
  if (date !== null && date <= reading.today) return date
  told.messages.push(rowSentence.birthDate(text))
  return null
}

function emailIn(cell: Cell, told: Told): string {
  const [email] = several(cell('email'))
  if (email === '' || (/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= longest)) return email
  told.messages.push(rowSentence.email(email.slice(0, longest)))
  return ''
}

function personIn(cell: Cell, reading: Reading, told: Told): PersonFacts | null {
  const name = nameIn(cell)
  const [mobile, mobiles] = several(cell('mobile'))
  const [landline, landlines] = several(cell('telephone'))
  const telephone = mobile === '' ? landline : mobile
  const others = [...(mobile === '' || landline === mobile ? [] : [landline]), ...mobiles, ...landlines].filter(text => text !== '')
  const number = tidyLine(cell('patient-number'))
  const tooLong = name.given.length > longest || name.family.length > longest ? 'name' : telephone.length > longest ? 'telephone number' : number.length > longest ? 'number' : null
  if ((name.given === '' && name.family === '') || tooLong !== null) {
    told.outcomes.push('unreadable')
    told.messages.push(tooLong === null ? rowSentence.noName : rowSentence.tooLong(tooLong))
    return null
  }
  const address = cell('address')
  const note = [
    ...(readsVisits(reading.columns) ? [] : [cell('note')]), ...(address === '' ? [] : [importedWords.address(address)]), ...others.map(importedWords.otherTelephone),
  ].filter(text => text !== '').join('\n').slice(0, 4000)
  return { number: number === '' ? null : number, name, birthDate: birthDateIn(cell, reading, told), telephone, email: emailIn(cell, told), note }
}

type Start = { readonly date: PlainDate; readonly time: WallTime; readonly end: WallTime | null; readonly offsetMinutes: number | null }

function startIn(cell: Cell, reading: Reading): Start | null {
  const latestYear = yearOf(reading.today) + 20
  const whole = cell('visit-start')
  if (whole !== '') {
    const found = readDateTime(whole, reading.dateOrder, latestYear)
    return found === null ? null : { ...found, end: null }
  }
  const date = readDate(cell('visit-date'), reading.dateOrder, latestYear) ?? readDateTime(cell('visit-date'), reading.dateOrder, latestYear)?.date ?? null
  const times = readTimes(cell('visit-time'))
  return date === null || times === null ? null : { date, time: times.start, end: times.end, offsetMinutes: null }
}

/** The instant that a wall time names; a time that does not exist or comes twice is told and not guessed. */
function instantOf(date: PlainDate, time: WallTime, zone: ZoneId, offsetMinutes: number | null, told: Told): Instant | null {
  const wall = wallDateTime(date, time)
  if (offsetMinutes !== null) {
    const utc = parseZoneId('UTC')
    const [read] = utc === null ? [] : instantsOf(wall, utc)
    return read === undefined ? null : instant(read - offsetMinutes * minuteMs)
  }
  const [first, second] = instantsOf(wall, zone)
  if (first !== undefined && second === undefined) return first
  told.outcomes.push(first === undefined ? 'no-such-time' : 'ambiguous-time')
  told.messages.push((first === undefined ? rowSentence.noSuchTime : rowSentence.ambiguousTime)(wallWordsWithYear(wall), zone))
  return null
}

const unreadable = (told: Told, message: string): null => {
  told.outcomes.push('unreadable')
  told.messages.push(message)
  return null
}

/** The visit's length from its end or its duration: null when neither is given, undefined when what is given cannot be read. */
function minutesIn(cell: Cell, start: Start, at: Instant, zone: ZoneId, reading: Reading, told: Told): number | null | undefined {
  const ends = cell('visit-end')
  const length = cell('visit-minutes')
  if (ends === '' && start.end === null) {
    if (length === '') return null
    const minutes = readMinutes(length)
    return minutes ?? unreadable(told, rowSentence.minutes(length)) ?? undefined
  }
  const whole = readDateTime(ends, reading.dateOrder, yearOf(reading.today) + 20)
  const time = start.end ?? whole?.time ?? readTime(ends)
  if (time === null) return unreadable(told, rowSentence.visitEnd(ends)) ?? undefined
  const end = instantOf(whole?.date ?? start.date, time, zone, whole?.offsetMinutes ?? start.offsetMinutes, told)
  if (end === null) return undefined
  return end > at ? Math.round((end - at) / minuteMs) : unreadable(told, rowSentence.visitEnd(ends === '' ? time : ends)) ?? undefined
}

function statusIn(cell: Cell, at: Instant, now: Instant, told: Told): AppointmentStatus {
  const word = cell('status')
  const status = readStatus(word)
  if (status === null) told.messages.push(rowSentence.status(word))
  // A visit to come that is said to be over would escape every check.
  if (at > now && (status === 'fulfilled' || status === 'noshow' || status === 'arrived')) {
    told.messages.push(rowSentence.notYet(word))
    return 'booked'
  }
  return status ?? 'booked'
}

function visitIn(cell: Cell, reading: Reading, told: Told): VisitFacts | null {
  const written = cell('visit-start') === '' ? `${cell('visit-date')} ${cell('visit-time')}`.trim() : cell('visit-start')
  if (written === '') {
    told.messages.push(rowSentence.noVisitTime)
    return null
  }
  const start = startIn(cell, reading)
  if (start === null) return unreadable(told, rowSentence.visitTime(written))
  const named = cell('zone')
  const zone = named === '' ? reading.zone : parseZoneId(named)
  if (zone === null) return unreadable(told, rowSentence.zone(named))
  const at = instantOf(start.date, start.time, zone, start.offsetMinutes, told)
  if (at === null) return null
  const minutes = minutesIn(cell, start, at, zone, reading, told)
  if (minutes === undefined) return null
  if (minutes !== null && (minutes < 1 || minutes > 1440)) return unreadable(told, rowSentence.visitLength(minutes))
  const [service, staff, room, number] = [cell('service'), cell('staff'), cell('room'), tidyLine(cell('visit-number'))]
  const long = service.length > longest ? 'service' : staff.length > longest ? 'injector’s name' : number.length > longest ? 'number' : null
  if (long !== null) return unreadable(told, rowSentence.tooLong(long))
  return {
    number: number === '' ? null : number, start: at, minutes, service, staff, room, status: statusIn(cell, at, reading.now, told), statusWord: cell('status'),
    note: cell('note').slice(0, 4000),
  }
}

/** Reads one line under a mapping: a patient, a visit, and what could not be read. */
export function readRow(cells: readonly string[], reading: Reading): RowFacts {
  const told: Told = { outcomes: [], messages: [] }
  // Several columns may mean one thing: a given and a middle name.
  const texts = new Map<ImportField, string>()
  for (const [column, field] of reading.columns.entries()) {
    const text = unguarded(cells[column] ?? '')
    if (field !== null && text !== '') texts.set(field, texts.has(field) ? `${texts.get(field) ?? ''} ${text}` : text)
  }
  const cell: Cell = field => texts.get(field) ?? ''
  const person = personIn(cell, reading, told)
  const visit = person !== null && readsVisits(reading.columns) ? visitIn(cell, reading, told) : null
  return { person, visit, ...told }
}
