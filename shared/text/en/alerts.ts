import type { AlertKind } from '../../domain/alert.ts'
import { dayNumber } from '../../domain/time/plainDate.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { dateWords } from './dates.ts'
import { counted } from './names.ts'

/** "ends in 14 days, on 8 Dec 2026"; what has ended says so. */
export function endWords(kind: AlertKind, ends: PlainDate, today: PlainDate): string {
  const left = dayNumber(ends) - dayNumber(today)
  const when = left === 0 ? `today, ${dateWords(ends)}` : left > 0 ? `in ${counted(left, 'day')}, on ${dateWords(ends)}` : `on ${dateWords(ends)}`
  return kind === 'certification' ? `${left < 0 ? 'ended' : 'ends'} ${when}` : `${left < 0 ? 'had to be verified again' : 'has to be verified again'} ${left < 0 ? when.replace('on ', 'by ') : when}`
}

/** What a calendar shows. */
export const calendarText = {
  name: 'Certifications',
  title: (kind: AlertKind, holder: string, certification: string) =>
    kind === 'certification' ? `${certification} of ${holder} ends` : `${certification} of ${holder} has to be verified again`,
} as const

/** Alerts on the day, under Staff and in the settings. */
export const alertText = {
  panel: 'Certifications to look after',
  more: (count: number) => `Show ${count} more`, fewer: 'Show fewer',
  sentence: (holder: string, certification: string, words: string) => `${certification} of ${holder} ${words}`,
  visits: (count: number) => (count === 0 ? 'no visits hang on it' : `${counted(count, 'visit hangs', 'visits hang')} on it`),
  acknowledge: 'Put away', acknowledgeOf: (what: string) => `Put away: ${what}`, acknowledgeAll: 'Put all away',
  acknowledged: 'Put away. It stays under Staff, Alerts.',
  open: 'Open', tab: 'Alerts',
  given: 'Ending certifications', givenHint: 'What was told to its holder and to the clinical lead and still stands, most visits at stake first. A verified renewal takes it away.',
  none: 'Nothing ends soon', noneHint: 'Alerts appear here as the days below come.',
  person: 'Person', certification: 'Certification', ends: 'Ends', atStake: 'Visits at stake',
  days: 'When to tell', daysHint: 'Days before the end, for each kind of certification. 0 is the last day itself.',
  daysOf: (name: string) => `Days before the end of ${name}`, daysUnreadable: 'Whole numbers from 0 to 730, at most 20 of them.',
  save: 'Save', saved: (name: string) => `Days for ${name} saved.`, addDay: 'Add days',
  calendar: 'Calendar', calendarHint: 'The ends of certifications as a calendar. It names staff and never a patient.',
  saveFile: 'Save as calendar file', fileName: 'certifications.ics',
  feedHint: 'Or let a calendar program on this computer read it under an address of its own. Whoever has the address can read it until it is revoked.',
  feedBrowserOnly: 'A calendar can subscribe where this practice is served to a browser. Here, save the file.',
  makeFeed: 'Make an address', address: 'Address for the calendar program', addressOnce: 'Copy it now: it is not shown again.',
  feeds: 'Addresses in use', noFeeds: 'No calendar reads along.', feed: (when: string, by: string) => `Made ${when} by ${by}`,
  revoke: 'Revoke', revokeOf: (what: string) => `Revoke: ${what}`, revoked: 'The address is closed.',
} as const
