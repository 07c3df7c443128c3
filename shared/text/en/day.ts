import type { StripCell } from '../../domain/strip.ts'
import type { AppointmentStatus } from '../../domain/appointment.ts'
import type { HumanName } from '../../domain/person.ts'
import { counted, fullName, listWords } from './names.ts'

const firstLetter = (text: string): string => [...text.trim()][0] ?? ''

/** "A. Khan" where the given name is written in Latin letters, the whole name elsewhere. */
export const shortName = (name: HumanName): string =>
  name.family !== '' && /^\p{Script=Latin}/u.test(name.given.trim())
    ? `${firstLetter(name.given).toLocaleUpperCase()}. ${name.family}`
    : fullName(name)

/** "CD" of "Cervical dystonia", "MIG" of "Migraine": what fits on a badge; the legend spells it out. */
export function badgeLetters(label: string): string {
  const words = (label.split(/[,(]/)[0] ?? label).split(/[\s-]+/).filter(word => word !== '')
  const letters = words.length === 1 ? (words[0] ?? '').slice(0, 3) : words.slice(0, 4).map(firstLetter).join('')
  return letters.toLocaleUpperCase()
}

/** Where a visit stands, in words. */
export const statusText: Readonly<Record<AppointmentStatus, string>> = {
  proposed: 'Proposed',
  booked: 'Booked',
  arrived: 'Checked in',
  fulfilled: 'Completed',
  cancelled: 'Cancelled',
  noshow: 'Did not come',
  'entered-in-error': 'Entered in error',
}

/** What a mark on a visit means. */
export const markText = {
  covered: 'Staffed',
  fragile: 'Hangs on one person',
  uncovered: 'Nobody certified',
  'cannot-verify': 'Cannot be checked',
  'against-rule': 'Against a rule',
  assignable: 'Name somebody',
} as const

/** The same on a visit's own few square centimetres. */
export const markShort = { uncovered: 'Not staffed', 'cannot-verify': 'Not checked', 'against-rule': 'Against a rule', assignable: 'Needs a name' } as const

const stripStates = {
  unchecked: 'not checked: no service is approved',
  closed: 'closed',
  safe: 'staffed',
  fragile: 'hangs on one person',
  gap: 'hours without anybody certified',
  flagged: 'visits flagged',
} as const

export const stripText = {
  title: 'Coming days',
  cell: (day: string, strip: StripCell) =>
    [
      day,
      stripStates[strip.state],
      ...(strip.flagged > 0 ? [`${counted(strip.flagged, 'visit')} flagged`] : []),
      ...(strip.state === 'closed' ? [] : [counted(strip.visits, 'visit')]),
    ].join(', '),
  count: (count: number) => (count === 0 ? '' : String(count)),
  gapWord: 'gap',
  closedWord: 'closed',
  uncheckedWord: '?',
  earlier: 'Earlier days',
  later: 'Later days',
} as const

export const gridText = {
  label: (day: string, kind: 'people' | 'rooms') => `${day}, one column per ${kind === 'people' ? 'person' : 'room'}`,
  time: 'Time',
  unassigned: 'Unassigned',
  unassignedHint: 'Nobody at work is named',
  noRoom: 'No room',
  noRoomHint: 'No room is named',
  onCall: 'on call',
  gaps: 'Hours without anybody certified',
  gapHead: 'Nobody certified',
  now: (time: string) => `Now ${time}`,
  badge: (label: string, until: string | null) => (until === null ? label : `${label}, ends ${until}`),
  certified: (labels: readonly string[]) =>
    labels.length === 0 ? 'no certification that counts today' : `certified for ${listWords(labels)}`,
  none: 'not certified',
  empty: (time: string, column: string, offShift: boolean) =>
    `${time}, ${column}, ${offShift ? 'not on shift' : 'empty'}. N books here`,
  visit: (parts: readonly string[]) => parts.filter(part => part !== '').join(', '),
  range: (from: string, to: string) => `${from} to ${to}`,
  withPerson: (person: string) => `with ${person}`,
  nobodyNamed: 'nobody named',
  room: (room: string) => `in ${room}`,
  hereMark: 'here',
  bookedAnyway: 'booked all the same',
  kept: (flag: string) => `${flag}, kept`,
  keptOnWord: (by: string, reason: string) => `Kept on the word of ${by}: ${reason.replace(/[.!?]$/, '')}.`,
  pickedUp: (patient: string) => `Picked up ${patient}. Arrows carry, Enter puts down, Escape puts back.`,
  putBack: (patient: string) => `${patient} stays where it was.`,
  carrying: (time: string, column: string, words: string) => `${time}, ${column}. ${words}`,
  checking: 'Checking …',
  closedThen: 'This lies outside the opening hours.',
  roomTaken: 'No room is free then.',
  notMovable: (status: string) => `This visit is ${status.toLocaleLowerCase()} and stays where it is.`,
  notNow: (from: string, to: string) => `This visit is ${from.toLocaleLowerCase()} and cannot become ${to.toLocaleLowerCase()}.`,
  offered: (time: string, person: string) => `${time} with ${person}, free`,
} as const

export const dayText = {
  title: 'Day',
  views: { day: 'Day', week: 'Week' },
  view: 'View',
  columns: 'Columns',
  columnKinds: { people: 'People', rooms: 'Rooms' },
  zoom: 'Zoom',
  zoomIs: (zoom: string) => `Zoom: ${zoom}`,
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  zooms: { day: 'Whole day', hour: 'Hours', quarter: '15 minutes', five: '5 minutes' },
  showCancelled: 'Cancelled',
  showCancelledLong: 'Show cancelled visits',
  book: 'Book a visit',
  bookKey: 'N',
  closed: (day: string) => `The practice is closed on ${day}.`,
  closedReason: (day: string, reason: string) => `The practice is closed on ${day}: ${reason}.`,
  closedHint: 'Choose another day above, or change the opening hours in Settings.',
  nextOpen: (day: string) => `Go to ${day}`,
  nobody: 'Nobody is on shift on this day.',
  nobodyHint: 'Give somebody a shift in Staff, or choose another day above.',
  toStaff: 'Open Staff',
  noRooms: 'No room is set up at this location.',
  attention: (count: number) => `${counted(count, 'visit')} ${count === 1 ? 'needs' : 'need'} attention`,
  attentionShort: (count: number) => `${count} ${count === 1 ? 'needs' : 'need'} attention`,
  toNameShort: (count: number) => `${count} ${count === 1 ? 'wants' : 'want'} a name`,
  attentionNone: 'Every visit has somebody certified',
  attentionNoVisits: 'No visits yet',
  toName: (count: number) => `${counted(count, 'visit')} ${count === 1 ? 'wants' : 'want'} somebody named`,
  gapCount: (count: number) => `${counted(count, 'gap')} in the opening hours`,
  flaggedList: 'Visits that need attention',
  legend: 'What the marks mean',
  legendShort: 'Marks',
  legendCovered: 'Staffed',
  legendAssignable: 'Somebody can do it and wants naming',
  legendOff: 'Not on shift',
  loading: 'Reading the day …',
  loadingWeek: 'Reading the week …',
  weekVisits: (count: number) => (count === 0 ? 'No visits' : counted(count, 'visit')),
  weekClosed: 'Closed',
  weekMore: (count: number) => `${count} more`,
  weekGap: (count: number) => counted(count, 'gap'),
  weekTitle: (from: string, to: string) => `${from} – ${to}`,
  today: 'today',
  placing: 'Choose a free place on the schedule, or one from the list.',
} as const

/** What was just done, as the undo button names it. */
export const doneText = {
  moved: (patient: string, when: string) => `${patient} moved to ${when}`,
  named: (patient: string, person: string) => `${person} named for ${patient}`,
  arrived: (patient: string) => `${patient} checked in`,
  fulfilled: (patient: string) => `Visit of ${patient} completed`,
  noshow: (patient: string) => `${patient} did not come`,
  cancelled: (patient: string) => `Visit of ${patient} cancelled`,
  booked: (patient: string, when: string) => `${patient} booked, ${when}`,
} as const

export const overrideText = {
  title: 'Nobody certified then',
  explain: 'It may be booked all the same if you say why. The visit stays flagged, and your name and reason are kept with it.',
  reason: 'Reason',
  reasonHint: 'For example who will be there although the schedule does not say so',
  go: 'Put it there all the same',
  back: 'Leave it where it was',
} as const

export const visitText = {
  when: 'When',
  service: 'Service',
  performer: 'Performer',
  nobody: 'Nobody named',
  room: 'Room',
  noRoom: 'None',
  patient: 'Patient',
  telephone: 'Telephone',
  note: 'Note',
  status: 'Status',
  minutes: (minutes: number) => `${minutes} minutes`,
  openPatient: 'Open the patient',
  staffing: 'Staffing',
  notNeeded: 'No longer to be performed, so nobody is checked.',
  override: (name: string, when: string, reason: string) => `Booked all the same by ${name}, ${when}: ${reason}`,
  cancelledBecause: (reason: string) => `Cancelled: ${reason}`,
  moveTo: (when: string, person: string) => `Move to ${when} with ${person}`,
  nameAs: (person: string) => `Name ${person} as performer`,
  openCertification: (person: string) => `Open ${person}’s certifications`,
  lookingForPlace: 'Looking for the next free place …',
  noPlace: 'No eligible place in the next 13 weeks. Somebody has to be certified, or put on shift, first.',
  others: 'Everybody else, and why not',
  checkIn: 'Check in',
  complete: 'Complete',
  noShow: 'Did not come',
  tooEarly: (to: 'arrived' | 'noshow', when: { readonly day: string; readonly time: string }) =>
    to === 'arrived' ? `Can be checked in on the day itself, ${when.day}.` : `Can be marked once the visit was to begin: ${when.day}, ${when.time}.`,
  cancel: 'Cancel visit',
  cancelTitle: 'Cancel this visit',
  cancelReason: 'Reason',
  cancelReasons: ['Patient cancelled', 'Patient unwell', 'Practice cancelled', 'Booked by mistake'],
  cancelGo: 'Cancel the visit',
  keep: 'Keep it',
  move: 'Move',
  moveHold: 'Choose a date and a time.',
  anyRoom: 'Any free room',
  moveTitle: 'Move this visit',
  moveGo: 'Move the visit',
  moveAnyway: 'Move it all the same',
  date: 'Date',
  time: 'Time',
  fold: 'This time comes twice that night',
  folds: { earlier: 'The earlier one', later: 'The later one' },
  card: 'Card',
  printCard: 'Print card',
  history: 'History',
  noHistory: 'Nothing recorded yet.',
  refused: 'refused',
  assessing: 'Checking who could do it …',
} as const

/** What was done to a visit, by the name of the request. */
export const visitActionText: Readonly<Record<string, string>> = {
  'appointment.book': 'Booked',
  'series.book': 'Booked with its series',
  'series.cancelRest': 'Cancelled with the rest of its series',
  'series.undo': 'Taken back with its series',
  'appointment.move': 'Moved',
  'appointment.cancel': 'Cancelled',
  'appointment.mark': 'Marked',
  'appointment.undo': 'Taken back',
  'appointment.withdrawOverride': 'Override withdrawn',
  'paper.printed': 'Card printed',
  'exchange.importCsv': 'Imported',
}
