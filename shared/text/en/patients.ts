import type { AppointmentStatus } from '../../domain/appointment.ts'
import type { Verdict } from '../../domain/staffing/types.ts'
import { counted } from './names.ts'

export const visitStatusWords: Readonly<Record<AppointmentStatus, string>> = {
  proposed: 'proposed',
  booked: 'booked',
  arrived: 'checked in',
  fulfilled: 'completed',
  cancelled: 'cancelled',
  noshow: 'did not come',
  'entered-in-error': 'entered in error',
}

/** The shortest words for what the engine says of a visit; null where there is nothing to say. */
export function verdictMark(verdict: Verdict | null): { readonly kind: 'fragile' | 'flag'; readonly words: string } | null {
  if (verdict === null) return null
  switch (verdict.state) {
    case 'uncovered':
      return { kind: 'flag', words: 'nobody certified' }
    case 'against-rule':
      return { kind: 'flag', words: 'against a rule' }
    case 'cannot-verify':
      return { kind: 'flag', words: 'cannot be verified' }
    case 'assignable':
      return { kind: 'fragile', words: 'name an injector' }
    case 'covered':
      return verdict.fragile === null ? null : { kind: 'fragile', words: 'hangs on one person' }
  }
}

/** "50 min", "2 h 10 min" */
export function travelWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(part => part !== '').join(' ')
}

/** Who gave a number; our own word for the practice's record number is written out. */
export const identifierSystemWords = (system: string): string => (system === 'record-number' ? 'Record number' : system)

export const patientsText = {
  title: 'Patients',
  search: 'Name, telephone or record number',
  register: 'Register a patient',
  list: 'Patients found',
  listLast: 'Patients seen last',
  name: 'Name',
  birthDate: 'Born',
  telephone: 'Telephone',
  numbers: 'Record numbers',
  state: 'State',
  nothing: (text: string) => `Nobody found for “${text}”`,
  nothingHint:
    'Typing errors are forgiven. Try part of the name, the telephone number or a record number, or register a new patient.',
  empty: 'No patients yet',
  emptyHint: 'Register the first one here, or bring them in from a file under Exchange.',
  registerNamed: (text: string) => `Register “${text}”`,
  mayNot: 'Your account may not register or change patients.',
  mayNotBook: 'Your account may not book visits.',
  inactive: 'not a patient any more',
  error: 'entered in error',
  results: (count: number) => counted(count, 'patient'),
  mayNotRead: 'Your account may not see patients.',
} as const

export const patientText = {
  newTitle: 'New patient',
  given: 'Given name',
  family: 'Family name',
  nameHint: 'As the patient writes it.',
  birthDate: 'Date of birth',
  telephone: 'Telephone',
  email: 'Email',
  identifiers: 'Record numbers',
  identifiersHint: 'Numbers that others gave: your practice system, a clinic, an insurer.',
  system: 'Given by',
  systemExample: 'for example PracticeSoft',
  value: 'Number',
  addNumber: 'Add a number',
  removeNumber: (value: string) => `Take the number ${value} away`,
  travel: 'Travel, one way, in minutes',
  travelHint: 'So that people who come far are booked with care.',
  note: 'Note',
  noteHint: 'For the desk. It is never printed.',
  card: 'Appointment card',
  largePrint: 'Large print',
  doNotPrint: 'Do not print a card',
  envelopeOnly: 'Only in a closed envelope',
  language: 'Language of the card',
  address: 'Address for letters',
  addressHint: 'For envelopes and letters. It stands on no card.',
  alternateName: 'Name to print instead',
  alternateNameHint: 'Only where the patient asked for it.',
  status: 'State',
  statuses: { active: 'Patient', inactive: 'Not a patient any more', 'entered-in-error': 'Entered in error' },
  save: 'Register',
  saved: (name: string) => `${name} registered`,
  amended: (name: string) => `${name} saved`,
  duplicates: 'Is it one of these?',
  duplicatesHint: 'Look before you register the same person twice.',
  open: 'Open',
  anyway: 'It is somebody else: register',
  amend: 'Change',
  book: 'Book a visit',
  coming: 'Coming visits',
  past: 'Earlier visits',
  noComing: 'None booked.',
  noPast: 'None on record.',
  details: 'Details',
  noBirthDate: 'not recorded',
  born: (date: string) => `born ${date}`,
  travelsFar: (words: string) => `comes ${words} each way`,
  travelShort: 'Travel',
  cardPlain: 'Standard',
  showAll: (count: number) => `Show all ${count}`,
  openVisit: (when: string) => `Open the visit of ${when}`,
  minutes: (minutes: number) => `${minutes} min`,
  noName: 'Write at least one of the two names.',
} as const
