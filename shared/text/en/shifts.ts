import type { Absence } from '../../domain/shift.ts'
import type { Repeat } from '../../domain/time/recurrenceRule.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { dateWords } from './dates.ts'

export const absenceReasons: Readonly<Record<Absence['reason'], string>> = {
  sick: 'Sick',
  leave: 'Leave',
  training: 'Training',
  other: 'Other',
}

const whichWords = { 1: 'First', 2: 'Second', 3: 'Third', 4: 'Fourth', [-1]: 'Last' } as const

/** "Every second week", "Last of the month" */
export function repeatWords(repeat: Repeat): string {
  if (repeat.kind === 'month') return `${whichWords[repeat.which]} of the month`
  if (repeat.every === 1) return 'Every week'
  return repeat.every === 2 ? 'Every second week' : `Every ${repeat.every} weeks`
}

export const shiftText = {
  title: 'Weekly shifts',
  none: 'No weekly shifts: not on shift on any day.',
  add: 'Add a shift',
  newTitle: 'New weekly shift',
  editTitle: 'Change the shift',
  weekday: 'Weekday',
  start: 'Starts',
  end: 'Ends',
  location: 'Location',
  presence: 'Present',
  presences: { 'on-site': 'On site', 'on-call': 'On call' },
  from: 'From',
  through: 'Through',
  throughHint: 'Leave it empty to go on without end.',
  saved: 'Shift saved',
  removed: 'Shift taken away',
  added: 'Shift added',
  edit: (words: string) => `Change ${words}`,
  remove: (words: string) => `Take ${words} away`,
  badTimes: 'Write a start and an end, for example 08:00 and 16:00.',
  fillFrom: 'Choose the first day.',
  until: (date: PlainDate) => `until ${dateWords(date)}`,
  since: (date: PlainDate) => `from ${dateWords(date)}`,
  nextDay: 'next day',
  weekdays: 'Weekdays',
  over: 'over',
  repeats: 'Repeats',
  repeatsHint: 'Weeks are counted from the one that holds the first day.',
  fillWeekday: 'Choose at least one weekday.',
} as const

export const exceptionText = {
  title: 'Single days',
  hint: 'Hours added to one date, or taken out of it.',
  none: 'None from today on.',
  add: 'Add a single day',
  newTitle: 'One day differs',
  date: 'Date',
  kind: 'What changes',
  kinds: { added: 'Works extra hours', removed: 'Does not work these hours' },
  kindWords: { added: 'extra', removed: 'not at work' },
  note: 'Note',
  saved: 'Single day saved',
  removed: 'Single day taken back',
  remove: (words: string) => `Take ${words} back`,
  fillDate: 'Choose the date.',
} as const

export const absenceText = {
  title: 'Absences',
  none: 'None from today on.',
  add: 'Record an absence',
  newTitle: 'New absence',
  editTitle: 'Change the absence',
  allDay: 'Whole days',
  firstDay: 'First day',
  lastDay: 'Last day',
  from: 'From',
  until: 'Until',
  at: 'at',
  reason: 'Reason',
  note: 'Note',
  saved: 'Absence saved',
  removed: 'Absence taken back',
  edit: (words: string) => `Change ${words}`,
  remove: (words: string) => `Take ${words} back`,
  fillDates: 'Choose the first and the last day.',
  whichZone: (zone: string) => `Times are those of ${zone}.`,
  now: 'now',
} as const
