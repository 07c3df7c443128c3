import type { Affected } from '../../shared/contract/sickCall.ts'
import { farMinutes } from '../../shared/domain/sickCall/affected.ts'
import type { Option } from '../../shared/domain/sickCall/option.ts'
import type { WallDateTime } from '../../shared/domain/time/values.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { travelWords } from '../../shared/text/en/patients.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'

/** What people and rooms are called. */
export type Called = { readonly person: (id: string) => string; readonly room: (id: string) => string; readonly service: (id: string) => string }

/** The marks that make a visit worse than another, in words. */
export const troubleWords = ({ visit, uncovered, travelMinutes, overdueDays }: Affected): readonly string[] => [
  ...(uncovered ? [sickCallText.uncovered] : []),
  ...(travelMinutes !== null && travelMinutes >= farMinutes ? [sickCallText.far(travelWords(travelMinutes))] : []),
  ...(overdueDays !== null && overdueDays > 0 ? [sickCallText.overdue(overdueDays)] : []),
  ...(visit.appointment.status === 'arrived' ? [sickCallText.arrived] : []),
]

/** An option as one reads it beside the visit that it is for: the day only where it is another one. */
export function optionWords(option: Option, start: WallDateTime, called: Called): string {
  if (option.kind === 'refer' || option.kind === 'wait') return sickCallText[option.kind]
  if (option.kind === 'ask') return sickCallText.ask(called.person(option.performerId), timeOf(option.start))
  const when = dateOf(option.start) === dateOf(start) ? timeOf(option.start) : wallWords(option.start)
  return sickCallText.place(when, called.person(option.performerId), option.roomId === null ? '' : called.room(option.roomId))
}

/** Two options that put a visit to the same place are the same. */
export const optionKey = (option: Option): string => option.kind === 'refer' || option.kind === 'wait' ? option.kind : `${option.kind} ${option.start} ${option.performerId} ${option.roomId ?? ''}`
