import type { PrintJob } from '../../shared/contract/wire.ts'
import type { ScheduleDay, Visit } from '../../shared/contract/schedule.ts'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { PrintRequest, PrintSettings } from '../../shared/domain/paper/printing.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { ok, type Result } from '../../shared/domain/result.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { timeOf } from '../../shared/domain/time/wallClock.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { statusText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { paperText } from '../../shared/text/en/paper.ts'
import { travelWords } from '../../shared/text/en/patients.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import type { DeskClient } from '../client.ts'
import { lookOf, markOf } from '../day/look.ts'
import { dayNames, staffingNames } from '../day/names.ts'
import type { Names } from '../day/useDayNames.ts'
import { fontsFor } from './fonts.ts'
import { listDocument, type PaperTable } from './listDocument.ts'

type Day = NonNullable<PrintRequest['day']>
type Whose = PractitionerId | null

const byTime = (a: Visit, b: Visit): number => a.appointment.interval.start - b.appointment.interval.start
// A visit that was cancelled or entered in error is no work for anybody.
const isWork = ({ appointment }: Visit): boolean => !['cancelled', 'entered-in-error'].includes(appointment.status)
const theirs = (whose: Whose) => ({ appointment }: Visit): boolean => whose === null || appointment.performerId === whose

const sheetColumns = (other: string): readonly string[] => [paperText.time, paperText.patient, paperText.service, other, paperText.status, paperText.state, paperText.note]
const sheetRow = (visit: Visit, names: Names, other: string): readonly string[] => {
  const look = lookOf(visit, names.names, names.staffing)
  return [`${look.time}–${look.until}`, look.patient, look.service, other, statusText[visit.appointment.status], look.words, visit.appointment.note]
}

/** One table for each person at work or with visits, one for visits that name nobody, and one for each room. */
export function daySheet(day: ScheduleDay, names: Names, whose: Whose): readonly PaperTable[] {
  const visits = day.visits.filter(isWork).filter(theirs(whose)).toSorted(byTime)
  const room = (visit: Visit): string => (visit.appointment.roomId === null ? '' : names.names.room(visit.appointment.roomId))
  const person = (visit: Visit): string => (visit.appointment.performerId === null ? '' : names.names.person(visit.appointment.performerId))
  const table = (heading: string, other: string, rows: readonly Visit[], cell: (visit: Visit) => string): PaperTable =>
    ({ heading, columns: sheetColumns(other), rows: rows.map(visit => sheetRow(visit, names, cell(visit))) })
  const people = [...new Set([...day.working.map(each => each.practitionerId), ...visits.flatMap(visit => visit.appointment.performerId ?? [])])]
  const rooms = [...new Set(visits.flatMap(visit => visit.appointment.roomId ?? []))]
  const unnamed = visits.filter(visit => visit.appointment.performerId === null)
  return [
    ...people.filter(id => whose === null || id === whose).map(id => table(names.names.person(id), paperText.room, visits.filter(visit => visit.appointment.performerId === id), room)),
    ...(unnamed.length === 0 ? [] : [table(paperText.unassigned, paperText.room, unnamed, room)]),
    ...rooms.map(id => table(names.names.room(id), paperText.performer, visits.filter(visit => visit.appointment.roomId === id), person)),
  ]
}

/** The visits of a day, flagged ones first, each with the sentence that says why. */
export function flaggedVisits(day: ScheduleDay, names: Names, whose: Whose): PaperTable {
  const visits = day.visits.filter(isWork).filter(theirs(whose)).toSorted(byTime)
  const isFlagged = (visit: Visit): boolean => ['flagged', 'assignable'].includes(markOf(visit))
  const rows = [...visits.filter(isFlagged), ...visits.filter(visit => !isFlagged(visit))].map((visit) => {
    const look = lookOf(visit, names.names, names.staffing)
    return [look.time, look.patient, look.service, look.person === '' ? paperText.unassigned : look.person, look.sentence === '' ? paperText.ok : look.sentence]
  })
  return { heading: dayInFull(day.date), columns: [paperText.time, paperText.patient, paperText.service, paperText.performer, paperText.state], rows }
}

async function scheduleOf(client: DeskClient, { locationId, date }: Day, today: PlainDate, mayReadStaff: boolean): Promise<Result<{ readonly day: ScheduleDay; readonly names: Names; readonly heading: string }, Problem>> {
  const read = await client.schedule.read({ locationId, from: date, days: 1 })
  if (!read.ok) return read
  const staff = mayReadStaff ? await client.staff.read({}) : null
  const [day] = read.value.days
  if (day === undefined) return { ok: false, problem: { code: 'not-found', what: 'location' } }
  const names = dayNames(read.value, staff?.ok === true ? staff.value : { practitioners: [], competences: [] })
  return ok({ day, names: { names, staffing: staffingNames(names, read.value.days, today) }, heading: `${dayInFull(date)}, ${read.value.location.name}` })
}

async function callList(client: DeskClient, day: Day): Promise<Result<PaperTable, Problem>> {
  const read = await client.paper.callList(day)
  if (!read.ok) return read
  return ok({
    heading: dayInFull(day.date), columns: [paperText.time, paperText.patient, paperText.telephone, paperText.language, paperText.travel, paperText.reached],
    rows: read.value.map(({ start, patientName, telephone, language, travelMinutes }) =>
      [timeOf(start), fullName(patientName), telephone, cardWords[language].itself, travelMinutes === null ? '' : travelWords(travelMinutes), '☐']),
  })
}

async function written(title: string, tables: readonly PaperTable[], { page }: PrintSettings, fileName: string): Promise<PrintJob> {
  const fonts = await fontsFor([title, ...tables.flatMap(table => [table.heading, ...table.columns, ...table.rows.flat()])].join(' '))
  return listDocument(title, tables, page, fonts, fileName)
}

/** A list for the staff as the store has it now. */
export async function makeList(
  client: DeskClient, paper: 'day-sheet' | 'tomorrow' | 'call-list', day: Day, printing: PrintSettings, today: PlainDate, mayReadStaff: boolean,
): Promise<Result<PrintJob, Problem>> {
  if (paper === 'call-list') {
    const list = await callList(client, day)
    return list.ok ? ok(await written(paperText.callList, [list.value], printing, paperText.callListFile)) : list
  }
  const read = await scheduleOf(client, day, today, mayReadStaff)
  if (!read.ok) return read
  const { names, heading } = read.value
  if (paper === 'tomorrow') return ok(await written(paperText.tomorrow, [flaggedVisits(read.value.day, names, day.practitionerId)], printing, paperText.tomorrowFile))
  const tables = daySheet(read.value.day, names, day.practitionerId)
  const dated = tables.map(table => ({ ...table, heading: `${table.heading} · ${heading}` }))
  return ok(await written(paperText.daySheet, dated.length > 0 ? dated : [{ heading, columns: [], rows: [] }], printing, paperText.daySheetFile))
}
