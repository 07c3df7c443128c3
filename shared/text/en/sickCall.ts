import type { Option } from '../../domain/sickCall/option.ts'
import type { Unplaced } from '../../domain/sickCall/planSickCall.ts'
import { addDays } from '../../domain/time/plainDate.ts'
import type { WallDateTime } from '../../domain/time/values.ts'
import { dateOf, timeOf } from '../../domain/time/wallClock.ts'
import { dayWords, wallWords } from './dates.ts'
import { counted } from './names.ts'

/** "12 visits", "1 visit" */
const visits = (count: number): string => counted(count, 'visit')

const isMidnight = (wall: WallDateTime): boolean => timeOf(wall) === '00:00'

/** "Thu 26 Nov 07:40 – 17:00", "Thu 26 Nov – Fri 27 Nov" for whole days. */
export function spellWords(start: WallDateTime, end: WallDateTime): string {
  if (!isMidnight(start) || !isMidnight(end)) return `${wallWords(start)} – ${dateOf(start) === dateOf(end) ? timeOf(end) : wallWords(end)}`
  const [first, last] = [dateOf(start), addDays(dateOf(end), -1)]
  return first === last ? dayWords(first) : `${dayWords(first)} – ${dayWords(last)}`
}

export const sickCallText = {
  title: 'Sick call',
  action: 'Answer a sick call',
  open: 'Sick call …',
  who: 'Who called in sick',
  whoPlaceholder: 'Choose a person',
  from: 'Away from',
  fromTime: 'at',
  through: 'Last day away',
  untilTime: 'until',
  restOfDay: 'Whole days',
  look: 'Show what it means',
  change: 'Another person or time',
  fill: 'Choose who called and the first and last day.',
  recorded: 'This absence is on record already; only the visits are still to be settled.',
  mayNot: 'Your account may not move visits.',
  heading: (name: string, spell: string) => `${name}, ${spell}`,
  affected: (count: number, uncovered: number) => `${visits(count)} affected${uncovered === 0 ? '' : `, ${uncovered} with nobody else there at that time`}.`,
  nobodyAffected: 'No visit is affected. The absence can be recorded all the same.',
  planning: (count: number) => `Finding places for ${visits(count)} together`,
  proven: (weighed: number) => `No plan leaves fewer visits without a place or moves fewer patients, among the ${weighed} nearest places of each on its own day and on later ones.`,
  bestFound: 'This is the best that was found; a better one may exist.',
  gaveUp: 'Time ran out before a plan was found. Choose by hand, or plan again.',
  again: 'Plan again',
  resetAll: 'Forget what was chosen by hand',
  table: 'Visits before and after',
  columns: { apply: '', before: 'Now', patient: 'Patient', why: 'What weighs', after: 'New place' },
  include: (patient: string, time: string) => `Move ${patient}, ${time}`,
  includeAll: 'All',
  includeNone: 'None',
  chosen: (count: number, all: number) => `${count} of ${all} chosen`,
  optionOf: (patient: string) => `New place for ${patient}`,
  uncovered: 'nobody else then',
  far: (travel: string) => `travels ${travel}`,
  overdue: (days: number) => `${counted(days, 'day')} past the interval`,
  arrived: 'has arrived',
  byHand: 'chosen by hand',
  leave: 'Leave it where it is, flagged',
  referReason: 'Referred to another practice',
  referLabel: (patient: string) => `Where ${patient} is referred to`,
  groups: {
    'same-time': 'Same time', 'same-day': 'Same day', 'another-day': 'Another day', wait: 'Waiting list', ask: 'Off shift, to be asked', refer: 'Elsewhere',
  } satisfies Readonly<Record<Option['kind'], string>>,
  place: (when: string, who: string, room: string) => [when, `with ${who}`, room].filter(part => part !== '').join(' · '),
  ask: (who: string, time: string) => `Ask ${who} to come in at ${time}`,
  wait: 'Cancel it and put the patient first on the waiting list',
  refer: 'Refer to another practice',
  unplaced: {
    none: 'Nobody certified has a free place on this day or in the three weeks after it.',
    taken: 'Every free place went to another visit of this plan.',
    'no-time': 'No place was found in the time allowed.',
  } satisfies Readonly<Record<Unplaced, string>>,
  chooseByHand: 'Choose by hand, or leave it flagged.',
  apply: (moves: number, absence: boolean) => moves === 0 ? 'Record the absence' : absence ? `Record the absence and move ${visits(moves)}` : `Move ${visits(moves)}`,
  nothingToApply: 'Choose at least one visit to move.',
  applied: (name: string, count: number) => `Sick call of ${name}: ${visits(count)} moved`,
  undoAll: 'Take it all back',
  undone: 'Everything was taken back.',
  callsTitle: 'Whom to call',
  callsHint: 'Whoever has to leave home first stands first.',
  calls: 'Call list',
  call: { called: 'Told', patient: 'Patient', telephone: 'Telephone', language: 'Language', travel: 'Travel', old: 'Was', new: 'Is now' },
  told: (patient: string) => `${patient} was told`,
  toldCount: (told: number, all: number) => `${told} of ${all} told`,
  referred: 'Referred elsewhere',
  waiting: 'On the waiting list, first of all',
  with: (when: string, who: string) => `${when} with ${who}`,
  changedSince: 'changed since',
  noCalls: 'Nobody has to be called.',
  printCalls: 'Print the call list',
  cardsTitle: 'Cards to print again',
  freedTitle: 'Places that fell free',
  freedHint: 'Places that the moved visits left and that somebody certified can use, for those on the waiting list.',
  freedNone: 'None that somebody certified could use.',
  recentTitle: 'Sick calls of the last two weeks',
  recentNone: 'None.',
  recent: (name: string, spell: string, count: number) => `${name}, ${spell}: ${visits(count)} moved`,
  recentUndone: 'taken back',
  another: 'Another sick call',
  sheetHeading: (name: string, spell: string) => `Sick call of ${name}, ${spell}`,
  fileName: 'sick-call-list.pdf',
  when: (wall: WallDateTime) => wallWords(wall),
} as const
