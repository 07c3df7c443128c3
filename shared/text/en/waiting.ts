import type { Offer } from '../../domain/waiting/entry.ts'
import type { Obstacle } from '../../domain/waiting/rank.ts'
import type { WallDateTime, Weekday } from '../../domain/time/values.ts'
import { wallWords, weekdayShort } from './dates.ts'
import { counted, listWords } from './names.ts'

/** "2 hours' notice", "3 days' notice" */
function noticeWords(minutes: number): string {
  if (minutes < 60) return `${counted(minutes, 'minute')} of notice`
  return minutes < 1440 ? `${counted(Math.round(minutes / 60), 'hour')} of notice` : `${counted(Math.round(minutes / 1440), 'day')} of notice`
}

export const waitingText = {
  tab: 'Waiting list',
  tabs: 'Patients',
  all: 'All patients',
  list: 'Waiting list, longest wait first',
  empty: 'Nobody waits for an earlier place',
  emptyHint: 'Open a patient and choose “Would come sooner”. When a place becomes free, it is offered to whom it fits.',
  add: 'Would come sooner',
  none: 'Not on the waiting list.',
  formTitle: 'Waiting list',
  service: 'Service',
  injector: 'Injector',
  anyInjector: 'Whoever is certified',
  room: 'Room',
  anyRoom: 'Any room',
  weekdays: 'On',
  partOfDay: 'Part of the day',
  parts: { any: 'Any time', morning: 'Mornings', afternoon: 'Afternoons' },
  notice: 'Has to know before',
  notices: [
    { minutes: 0, words: 'at once' }, { minutes: 60, words: '1 hour' }, { minutes: 120, words: '2 hours' }, { minutes: 240, words: '4 hours' }, { minutes: 1440, words: '1 day' },
    { minutes: 2880, words: '2 days' }, { minutes: 10_080, words: '1 week' },
  ],
  visit: 'Visit to move',
  noVisit: 'None: book a new one',
  note: 'Note',
  save: 'Put on the list',
  change: 'Save',
  fillService: 'Choose the service.',
  saved: (patient: string) => `${patient} is on the waiting list`,
  changed: 'Waiting list saved',
  edit: (patient: string) => `Change what ${patient} asks for`,
  remove: (patient: string) => `Take ${patient} off the waiting list`,
  removed: (patient: string) => `${patient} taken off the waiting list`,
  mayNot: 'Your account may not book visits.',
  columns: { patient: 'Patient', service: 'Service', asks: 'Asks for', waited: 'Waits', visit: 'Has a visit', offers: 'Offered', steps: '' },
  waited: (days: number) => (days === 0 ? 'since today' : counted(days, 'day')),
  asks: (parts: { readonly injector: string; readonly weekdays: readonly Weekday[]; readonly partOfDay: string; readonly noticeMinutes: number; readonly room: string; readonly note: string }): string =>
    [
      parts.injector === '' ? '' : `with ${parts.injector}`, parts.weekdays.length === 0 ? '' : listWords(parts.weekdays.map(weekdayShort)), parts.partOfDay,
      parts.noticeMinutes === 0 ? '' : noticeWords(parts.noticeMinutes), parts.room, parts.note,
    ].filter(part => part !== '').join(' · '),
  anyTime: 'any time',
  lost: (when: WallDateTime) => `had to give up ${wallWords(when)}`,
  freeTitle: 'Offer this place',
  freeHint: (when: WallDateTime) => `${wallWords(when)} is free. Those for whom it is stand first; the longest wait comes first among them.`,
  freeNone: 'Nobody on the waiting list of this location.',
  findTitle: 'Offer a free place',
  findHint: 'Choose a day and a time: the list says for whom it is.',
  day: 'Day',
  time: 'Time',
  find: 'Show for whom',
  candidates: 'For whom the place is',
  more: (count: number) => `${count} more for whom it is not`,
  fits: (who: string, room: string) => ['fits', `with ${who}`, room].filter(part => part !== '').join(' · '),
  obstacles: {
    interval: 'too soon after another visit', injector: 'nobody certified is free then', room: 'no room is free', notice: 'too short a notice', weekday: 'not on this weekday',
    'part-of-day': 'not at this time of day', 'not-sooner': 'their visit is not later', other: 'cannot be booked there',
  } satisfies Readonly<Record<Obstacle, string>>,
  offer: 'Offer',
  offerTo: (patient: string) => `Offer it to ${patient}`,
  accept: 'Accepts',
  accepts: (patient: string) => `${patient} accepts`,
  decline: 'Declines',
  declines: (patient: string) => `${patient} declines`,
  open: (when: WallDateTime) => `Offered ${wallWords(when)}`,
  offered: (patient: string, when: WallDateTime) => `${wallWords(when)} offered to ${patient}`,
  declined: (patient: string) => `${patient} declined; still on the list`,
  accepted: (patient: string, when: WallDateTime) => `${patient} comes ${wallWords(when)}`,
  outcomes: { open: 'no answer yet', accepted: 'accepted', declined: 'declined', 'taken-back': 'taken back' } satisfies Readonly<Record<Offer['outcome'], string>>,
  offerLine: (when: WallDateTime, outcome: string) => `${wallWords(when)}: ${outcome}`,
  statuses: { waiting: 'waiting', settled: 'found a place', withdrawn: 'taken off' },
} as const
