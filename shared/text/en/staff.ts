import type { ExpiryRule, QualificationStatus, VerificationMethod } from '../../domain/certification.ts'
import type { Absence } from '../../domain/shift.ts'
import { assertNever } from '../../domain/result.ts'
import type { Repeat } from '../../domain/time/recurrenceRule.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { dateWords, monthWords } from './dates.ts'
import { counted } from './names.ts'

/** Where one certification stands today. */
export type CertificationStanding =
  | { readonly kind: 'counts'; readonly through: PlainDate | null; readonly days: number | null }
  | { readonly kind: 'ends-soon' | 'due-soon'; readonly through: PlainDate; readonly days: number }
  | { readonly kind: 'not-started'; readonly from: PlainDate }
  | { readonly kind: 'ended'; readonly on: PlainDate }
  | {
      readonly kind:
        | 'unverified'
        | 'verification-overdue'
        | 'prescriber-missing'
        | 'hours-short'
        | 'suspended'
        | 'revoked'
        | 'superseded'
        | 'expiry-unknown'
        | 'type-retired'
        | 'entered-in-error'
    }

/** Where a certification stands, in words that need no colour. */
export function standingWords(standing: CertificationStanding): string {
  switch (standing.kind) {
    case 'counts':
      return standing.through === null ? 'counts, never ends' : `counts until ${dateWords(standing.through)}`
    case 'ends-soon':
      return standing.days === 0
        ? `ends today, ${dateWords(standing.through)}`
        : `ends in ${counted(standing.days, 'day')}, on ${dateWords(standing.through)}`
    case 'due-soon':
      return `to be verified again by ${dateWords(standing.through)}`
    case 'not-started':
      return `counts from ${dateWords(standing.from)}`
    case 'ended':
      return `ended ${dateWords(standing.on)}`
    case 'unverified':
      return 'not verified: does not count yet'
    case 'verification-overdue':
      return 'verification overdue: does not count'
    case 'prescriber-missing':
      return 'no supervising prescriber: does not count'
    case 'hours-short':
      return 'too few hours: does not count'
    case 'superseded':
      return 'renewed: the newer one counts'
    case 'suspended':
      return 'suspended: does not count'
    case 'revoked':
      return 'revoked: does not count'
    case 'expiry-unknown':
      return 'end date unknown: does not count'
    case 'type-retired':
      return 'this kind is no longer used: does not count'
    case 'entered-in-error':
      return 'entered in error'
    default:
      return assertNever(standing)
  }
}

export const verificationMethods: Readonly<Record<VerificationMethod, string>> = {
  'issuer-website': 'Issuer’s website',
  letter: 'Letter from the issuer',
  telephone: 'Telephone call to the issuer',
  'original-seen': 'Original document seen',
}
const methodInSentence: Readonly<Record<VerificationMethod, string>> = {
  'issuer-website': 'on the issuer’s website',
  letter: 'by letter',
  telephone: 'by telephone',
  'original-seen': 'on the original document',
}
export const qualificationStatuses: Readonly<Record<QualificationStatus, string>> = {
  active: 'Active',
  suspended: 'Suspended',
  revoked: 'Revoked',
  'entered-in-error': 'Entered in error',
}
export const absenceReasons: Readonly<Record<Absence['reason'], string>> = {
  sick: 'Sick',
  leave: 'Leave',
  training: 'Training',
  other: 'Other',
}

/** "Ends after 24 months" */
export function expiryRuleWords(rule: ExpiryRule): string {
  if (rule.kind === 'never') return 'Never ends'
  if (rule.kind === 'months') return `Ends after ${counted(rule.months, 'month')}`
  return `Ends each ${rule.day} ${monthWords[rule.month - 1] ?? ''}`
}

export const staffText = {
  title: 'Staff',
  tabs: { people: 'People', types: 'Certification types' },
  addPerson: 'Add a staff member',
  newPerson: 'New staff member',
  filter: 'Find by name or role',
  showLeft: 'Show those who left',
  empty: 'Nobody on the staff list yet',
  emptyHint: 'Add the people who inject. Their certifications and shifts decide which visits are safe.',
  noMatch: 'Nobody fits. Try fewer letters.',
  people: 'Staff, those with something at stake first',
  person: 'Name and role',
  certifications: 'Certifications, from issue to end',
  visitsHang: 'Visits',
  noCertifications: 'No certification recorded',
  visitsWord: 'visits need it',
  visitsAtStakeLong: (count: number) => `${counted(count, 'coming visit')} ${count === 1 ? 'needs' : 'need'} it`,
  today: 'today',
  barWords: (name: string, from: PlainDate, through: PlainDate | null) =>
    `${name}: issued ${dateWords(from)}, ${through === null ? 'no end date' : `last day ${dateWords(through)}`}`,
  left: 'not working here any more',
  mayNotEditStaff: 'Your account may not change the staff list.',
  mayNotEditShifts: 'Your account may not change shifts.',
  mayNotCertify: 'Your account may not change certifications.',
  mayNotVerify: 'Only a clinical lead may verify.',
  mayNotVerifyOwn: 'Nobody verifies their own certification.',
  onlyActiveVerified: 'Only an active certification can be verified.',
  performs: (count: number) => (count === 0 ? 'No coming visits' : `Performs ${counted(count, 'coming visit')}`),
  editPerson: 'Change name and roles',
} as const

export const personText = {
  given: 'Given name',
  family: 'Family name',
  telephone: 'Telephone',
  roles: 'Roles here',
  rolesHint: 'What somebody may perform depends on the role as well as on the certification.',
  role: 'Role',
  at: 'At',
  everywhere: 'Every location',
  from: 'From',
  through: 'Through',
  addRole: 'Add a role',
  removeRole: (role: string) => `Take the role ${role} away`,
  active: 'Works here',
  activeHint: 'Whoever no longer works here counts for no visit; what they did stays on record.',
  saved: (name: string) => `${name} saved`,
} as const

export const qualificationText = {
  title: 'Certifications',
  record: 'Record a certification',
  none: 'None recorded. Without one, this person counts for no service that asks for a competence.',
  newTitle: 'New certification',
  amendTitle: 'Amend the certification',
  type: 'Certification',
  number: 'Number',
  issuer: 'Issued by',
  issued: 'Issued on',
  expires: 'Last day on which it counts',
  expiresHint: 'From the certification’s rule. Change it to what the paper says.',
  expiresNever: 'Leave it empty: this kind never ends.',
  expiresEmpty: 'Left empty, the end is unknown and it does not count.',
  status: 'State',
  amend: 'Amend',
  amendHint: 'Another type, number or date means verifying it again.',
  verify: 'Verify',
  verifyTitle: (name: string) => `Verify ${name}`,
  verifyHint: 'Ask the issuer, not the holder. What you write here is what an auditor will read.',
  method: 'How',
  source: 'Where exactly',
  sourceHints: {
    'issuer-website': 'The address of the page you looked at.',
    letter: 'The letter’s reference and date.',
    telephone: 'Whom you spoke to, and their number.',
    'original-seen': 'Which document, and where a copy is kept.',
  } satisfies Record<VerificationMethod, string>,
  verified: (by: string, on: string, method: VerificationMethod) => `Verified ${on} by ${by}, ${methodInSentence[method]}`,
  unverified: 'Nobody has verified it',
  suspend: 'Suspend',
  revoke: 'Revoke',
  reinstate: 'Make active again',
  error: 'Entered in error',
  saved: (name: string) => `${name}: saved`,
  recorded: (name: string) => `${name} recorded. Verify it to make it count`,
  verifiedDone: (name: string) => `${name} verified`,
  grants: 'Counts for',
  fillDate: 'Choose the date of issue.',
  fillType: 'Choose what was certified.',
  noTypes: 'There are no certification types yet. Add one first.',
  numberLine: (number: string) => `No. ${number}`,
} as const

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

export const typeText = {
  title: 'Certification types',
  add: 'Add a certification type',
  newTitle: 'New certification type',
  name: 'Name',
  nameHint: 'As it is written on the certificate.',
  issuer: 'Issued by',
  competences: 'What it certifies for',
  competencesHint: 'Services ask for these. Type to find one.',
  newCompetence: 'Add a competence',
  competenceLabel: 'New competence',
  competenceHint: 'Something a person can be certified to do, for example “Cervical dystonia”.',
  competenceSaved: (label: string) => `Competence ${label} added`,
  expiry: 'How it ends',
  expiryKinds: { never: 'Never', months: 'After some months', 'fixed-date': 'On the same day each year' },
  months: 'Months',
  day: 'Day',
  month: 'Month',
  active: 'In use',
  activeHint: 'A kind no longer in use counts for nothing.',
  inactive: 'not in use',
  empty: 'No certification types yet',
  emptyHint: 'A certification type says what it certifies for, who issues it and how it ends.',
  saved: (name: string) => `${name} saved`,
  list: 'Certification types',
  state: 'State',
  holders: 'Held by',
  held: (count: number) => counted(count, 'person', 'people'),
} as const
