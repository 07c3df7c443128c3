import type { ExpiryRule, QualificationStatus, VerificationMethod } from '../../domain/certification.ts'
import { assertNever } from '../../domain/result.ts'
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

/** "Ends after 24 months" */
export function expiryRuleWords(rule: ExpiryRule): string {
  if (rule.kind === 'never') return 'Never ends'
  if (rule.kind === 'months') return `Ends after ${counted(rule.months, 'month')}`
  return `Ends each ${rule.day} ${monthWords[rule.month - 1] ?? ''}`
}

export const staffText = {
  title: 'Staff',
  tabs: { people: 'People', rota: 'Rota', types: 'Certification types', register: 'Register' },
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
  verifyAgain: 'Verify again',
  due: 'Verify again by',
  dueHint: 'The last day for which this answer vouches. After it, the certification does not count. Empty: until it ends.',
  dueLine: (date: PlainDate) => `to be verified again by ${dateWords(date)}`,
  renew: 'Record renewal',
  renewTitle: (name: string) => `Renewal of ${name}`,
  renewHint: 'Both are kept. It may be entered ahead, counts from its own first day, and has to be verified like any other.',
  renews: 'Renews an earlier one, which is kept',
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

export const paperText = {
  more: 'More that the paper says',
  jurisdiction: 'Good in',
  jurisdictionHint: 'For example US-AL, GB-ENG or CA-ON.',
  effective: 'Counts from',
  effectiveHint: 'Only when that is not the day of issue.',
  covers: 'Covers only',
  coversHint: 'Indications and techniques. Empty: everything that this kind certifies for.',
  products: 'Only these products',
  productsHint: 'As written on the paper. Shown beside the visit; which product is used is not known before.',
  youngest: 'Patients from age',
  oldest: 'Patients to age',
  hours: 'Hours shown',
  hoursHint: (hours: number) => `Counts from ${hours} hours.`,
  prescriber: 'Supervising prescriber',
  prescriberNeeded: 'This kind does not count without one.',
  restrictions: 'Restrictions that the issuer attached',
  note: 'Note',
  numberForm: (form: string) => `Has the form of: ${form}. The right form is not proof that the number is real; ask the issuer.`,
  underPrescriber: (name: string) => `Supervising prescriber: ${name}`,
  showsHours: (hours: number) => `Shows ${counted(hours, 'hour')}`,
  limits: (limits: string) => `Limited: ${limits}`,
  askedAtVisit: 'Product and age are not known from the schedule: whoever books or injects has to mind them.',
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
  kind: 'Kind',
  numberForm: 'Form of its numbers',
  noForm: 'Not checked',
  numberFormHint: 'Finds typing errors. The right form is not proof.',
  reverify: 'Ask again every',
  reverifyHint: 'Counted in months. Empty: once is enough until it ends.',
  needsPrescriber: 'Needs a supervising prescriber',
  hours: 'Hours it has to show',
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
