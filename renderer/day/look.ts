import type { Visit } from '../../shared/contract/schedule.ts'
import type { AppointmentStatus } from '../../shared/domain/appointment.ts'
import { overrideState } from '../../shared/domain/override.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { timeOf, wallAt } from '../../shared/domain/time/wallClock.ts'
import { gridText, markShort, markText, shortName, statusText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { type StaffingNames, staffingSentence } from '../../shared/text/staffing.ts'
import type { DayNames } from './names.ts'

/** The one mark that a visit may carry; a covered visit carries none. */
export type Mark = 'none' | 'fragile' | 'assignable' | 'flagged'

/** Which mark a visit carries. Anything that is not known to be staffed is flagged. */
export function markOf(visit: Visit): Mark {
  if (visit.verdict === null) return 'none'
  switch (visit.verdict.state) {
    case 'covered':
      return visit.verdict.fragile === null ? 'none' : 'fragile'
    case 'assignable':
      return 'assignable'
    default:
      return 'flagged'
  }
}

/** The few words beside a mark. */
export function markWords(visit: Visit): string {
  if (visit.verdict === null) return ''
  switch (visit.verdict.state) {
    case 'covered':
      return visit.verdict.fragile === null ? '' : markText.fragile
    default:
      return markText[visit.verdict.state]
  }
}

/** The same, as short as a visit's own place asks. */
function shortWords(visit: Visit, kept: boolean): string {
  if (visit.verdict === null || visit.verdict.state === 'covered') return ''
  const flag = markShort[visit.verdict.state]
  return kept ? gridText.kept(flag) : flag
}

/** Whether somebody answers for the flag that a visit carries today. */
function isKept({ appointment: { override, performerId }, verdict, findings }: Visit, today: PlainDate): boolean {
  return override !== null && verdict !== null && overrideState(override, { verdict, findings }, performerId, today).kind === 'stands'
}

function whyOf(visit: Visit, staffing: StaffingNames, kept: boolean): string {
  const { appointment, verdict } = visit
  if (markOf(visit) === 'none' || verdict === null) return ''
  const why = staffingSentence(verdict, appointment, staffing)
  return kept && appointment.override !== null ? `${why} ${gridText.keptOnWord(appointment.override.byName, appointment.override.reason)}` : why
}

/** Everything that is shown of a visit, ready as text, so that drawing it asks nothing more. */
export type Look = {
  readonly time: string
  readonly until: string
  readonly patient: string
  readonly patientShort: string
  readonly service: string
  readonly initials: string
  readonly person: string
  readonly room: string
  readonly status: AppointmentStatus
  readonly mark: Mark
  readonly words: string
  readonly short: string
  readonly sentence: string
  readonly label: string
}

/** How a visit looks and sounds. */
export function lookOf(visit: Visit, names: DayNames, staffing: StaffingNames): Look {
  const { appointment } = visit
  const mark = markOf(visit)
  const time = timeOf(appointment.start)
  const until = timeOf(wallAt(instant(appointment.interval.end), appointment.zone))
  const patient = fullName(visit.patientName)
  const service = names.service(appointment.serviceTypeId)
  const person = appointment.performerId === null ? '' : names.person(appointment.performerId)
  const room = appointment.roomId === null ? '' : names.room(appointment.roomId)
  const words = markWords(visit)
  const kept = isKept(visit, staffing.today)
  const sentence = whyOf(visit, staffing, kept)
  const status = appointment.status
  return {
    time,
    until,
    patient,
    patientShort: shortName(visit.patientName),
    service,
    person,
    room,
    status,
    mark,
    words,
    sentence,
    short: shortWords(visit, kept),
    initials: appointment.performerId === null ? '' : names.initials(appointment.performerId),
    label: gridText.visit([
      gridText.range(time, until),
      patient,
      service,
      person === '' ? gridText.nobodyNamed : gridText.withPerson(person),
      room === '' ? '' : gridText.room(room),
      status === 'booked' ? '' : statusText[status],
      words === '' ? '' : `${words}: ${sentence}`,
    ]),
  }
}
