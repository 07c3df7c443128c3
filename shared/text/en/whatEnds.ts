import type { EndKind } from '../../domain/staffing/whatEnds.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { hoursWords } from './ahead.ts'
import { dateWords } from './dates.ts'
import { counted } from './names.ts'

type Told = { readonly kind: EndKind; readonly ends: PlainDate | null; readonly visits: number; readonly minutes: number }

const deed = (kind: EndKind): string => ({ certification: 'Renew', verification: 'Verify again', unverified: 'Verify' })[kind]

const stake = ({ visits, minutes }: Told): string =>
  [...(visits > 0 ? [counted(visits, 'visit')] : []), ...(minutes > 0 ? [`${hoursWords(minutes)} of opening`] : [])].join(' and ')

export const whatEndsText = {
  title: (weeks: number) => `What ends in the next ${weeks} weeks`,
  lead: 'Every certification that ends, has to be verified again, or does not count yet, at all locations; those with most visits at stake first.',
  none: 'Nothing ends',
  noneHint: 'No certification ends or waits to be verified in this time.',
  person: 'Person',
  certification: 'Certification',
  ends: 'Last day',
  what: 'What hangs on it',
  visits: 'Visits uncovered',
  hours: 'Opening hours without anybody',
  waiting: 'not verified yet',
  again: (date: PlainDate) => `${dateWords(date)}, to be verified again`,
  file: 'what-ends.pdf',
  service: (service: string, place: string, minutes: number) => `${service}, ${place}: ${hoursWords(minutes)}`,
  list: (count: number) => counted(count, 'visit'),
  /** "Renew by 3 Jan 2027 or 14 visits become uncovered." */
  sentence: (told: Told, today: PlainDate): string => {
    if (told.visits === 0 && told.minutes === 0) return 'Nothing hangs on it: others cover what it covers.'
    const one = told.visits === 1 && told.minutes === 0
    if (told.ends === null) return `${deed(told.kind)} it, or ${stake(told)} ${one ? 'stays' : 'stay'} uncovered.`
    if (told.ends < today) return `${deed(told.kind)} it: ${stake(told)} ${one ? 'is' : 'are'} uncovered since it ended.`
    return `${deed(told.kind)} by ${dateWords(told.ends)} or ${stake(told)} ${one ? 'becomes' : 'become'} uncovered.`
  },
  /** What doing it alone would clear, where that is not all. */
  clears: (visits: number, minutes: number) =>
    visits === 0 && minutes === 0 ? 'It would clear nothing by itself: something else ends as well.' : `By itself it would clear ${stake({ kind: 'certification', ends: null, visits, minutes })}.`,
} as const
