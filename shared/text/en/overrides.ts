import type { OverrideState } from '../../domain/override.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { dateWords } from './dates.ts'

export const overridesText = {
  title: 'Standing overrides',
  lead: 'Visits still to come that somebody let stand although they are flagged. They stay flagged; here is who answers for them, why, and how long. Only the clinical lead may.',
  none: 'No overrides',
  noneHint: 'No visit still to come was booked onto a flag.',
  visit: 'Visit',
  flag: 'Flagged now',
  given: 'Given',
  givenFor: 'Given for',
  reason: 'Reason',
  until: 'Stands',
  by: (name: string, when: string) => `${name}, ${when}`,
  withdraw: 'Withdraw',
  withdrawOf: (patient: string) => `Withdraw the override of ${patient}`,
  withdrawn: (patient: string) => `Override of ${patient} withdrawn`,
  mayNotWithdraw: 'Only the clinical lead may withdraw an override.',
  notFlagged: 'Staffed now',
  notKept: 'Not recorded',
  file: 'overrides.pdf',
  through: 'Stands through',
  throughHint: 'Empty: until the visit. It ends sooner if another reason for the flag comes up.',
} as const

const signWords: Readonly<Record<string, string>> = {
  uncovered: 'nobody certified on shift', assignable: 'nobody named who may do it', 'cannot-verify': 'could not be checked', 'against-rule': 'against a rule of the place',
  inactive: 'no longer works here', 'role-not-allowed': 'role not allowed', 'not-certified': 'not certified', expired: 'certificate ended', 'not-yet-effective': 'certificate not begun',
  suspended: 'certificate suspended', revoked: 'certificate revoked', superseded: 'certificate replaced', unverified: 'certificate not verified',
  'verification-overdue': 'verification overdue', 'expiry-unknown': 'end of the certificate unknown', 'prescriber-missing': 'no supervising prescriber', 'hours-short': 'too few hours',
  'off-shift': 'off shift', absent: 'away', busy: 'has another visit', 'supervisor-missing': 'no supervisor there', 'supervisor-busy': 'supervisor has enough visits', 'role-barred': 'role may not inject here',
  'company-missing': 'somebody else must be there',
}

/** What an override was given for, in words; rules, which are kept by their rows, are told by their state. */
export const signsInWords = (against: readonly string[] | null): string =>
  against === null ? overridesText.notKept : against.flatMap(sign => signWords[sign] ?? []).join(', ')

/** Until when an override stands, or why it does so no longer. */
export function standsWords(state: OverrideState, through: PlainDate | null): string {
  switch (state.kind) {
    case 'stands':
      return through === null ? 'until the visit' : `through ${dateWords(through)}`
    case 'ended':
      return `ended ${dateWords(state.through)}: flagged as anybody’s`
    case 'changed':
      return 'lapsed: the flag has another reason now'
    case 'unknown':
      return 'lapsed: it is not recorded which flag it was given for'
    case 'not-needed':
      return 'not needed now'
  }
}
