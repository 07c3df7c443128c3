import type { CertificationType } from '../../domain/certification.ts'
import { counted } from './names.ts'

/** Places: shared by first run and settings. */
export const placeText = {
  name: 'Name of the location',
  nameHint: 'As patients know it. It is printed on the card.',
  address: 'Address',
  addressHint: 'Printed on the card, line by line.',
  telephone: 'Telephone',
  telephoneHint: 'Printed on the card; patients call it to change a visit.',
  zone: 'Time zone',
  zoneHint: 'Every visit and shift here is kept by this clock.',
  zoneNone: 'No such time zone. Try the nearest large city.',
  hours: 'Opening hours',
  hoursHint: 'Visits are offered within them, and they are where somebody certified has to be on shift.',
  open: (weekday: string) => `Open on ${weekday}`,
  closed: 'closed',
  opens: (weekday: string) => `${weekday} opens`,
  closes: (weekday: string) => `${weekday} closes`,
  to: 'to',
  addBreak: 'Add hours',
  addBreakFor: (weekday: string) => `Add hours on ${weekday}`,
  removeHours: (weekday: string) => `Take these hours on ${weekday} away`,
  copy: 'Same on every open day',
  hoursBad: 'Each open day needs a time at which it opens and one at which it closes.',
  nextDay: 'closes the next day',
  rooms: 'Rooms',
  roomsHint: 'Type a name and press Enter. Services that need a room are booked into one of them.',
  roomsPlaceholder: 'Room 1',
} as const

/** The settings screen. */
export const settingsText = {
  title: 'Settings',
  parts: {
    practice: 'Practice', locations: 'Locations', services: 'Services', accounts: 'Accounts', audit: 'Audit trail', security: 'Passphrase',
  },
  notAllowed: 'Your account may look but not change this.',
  practice: {
    name: 'Name of the practice', nameHint: 'Printed on every card.',
    telephone: 'Telephone', telephoneHint: 'Used where a location has none of its own.',
    askFor: 'Ask for', askForHint: 'Whom patients ask for when they call, for example “the front desk”.',
    arrive: 'Ask patients to come early, in minutes', arriveHint: 'The card says when to arrive.',
    saved: 'Practice saved',
  },
  locations: {
    add: 'Add a location', edit: (name: string) => `Location ${name}`, newTitle: 'New location', saved: (name: string) => `${name} saved`,
    active: 'In use', inactive: 'not in use', exceptions: 'Dated exceptions',
    exceptionsHint: 'Holidays and single days with other hours. They win over the weekly hours.',
    noExceptions: 'None. Add holidays, so that no visit is offered on them.',
    addException: 'Add a date', closedAllDay: 'Closed all day', otherHours: 'Open at other hours', reason: 'Reason', reasonExample: 'for example a public holiday',
    exceptionDate: 'Date', removeException: (date: string) => `Take the exception on ${date} away`,
    rooms: 'Rooms', addRoom: 'Add a room', roomName: 'Name of the room', noRooms: 'No rooms. Services that need one cannot be booked here.',
    retireRoom: 'Take out of use', useRoom: 'Put back in use', roomSaved: (name: string) => `Room ${name} saved`, rename: 'Rename',
    list: 'Locations', hours: 'Opening hours', zone: 'Time zone', state: 'State',
    exceptionTwice: 'This date is already in the list.', exceptionBad: 'Choose a date, and times when it is open.',
  },
  services: {
    add: 'Add a service', list: 'Services', newTitle: 'New service', name: 'Name', nameHint: 'As the front desk calls it. It is never printed on a card.',
    minutes: 'Duration in minutes', competences: 'Competences required', competencesHint: 'Whoever performs it needs all of these, certified and verified.',
    noCompetences: 'No competence required: anybody in an allowed role would count as certified.',
    roles: 'Roles that may perform it here', rolesHint: 'Nobody else counts, however well certified. No role chosen means nobody.',
    supervision: 'A second person has to be there', supervisionHint: 'Supervision by somebody else during the whole visit.',
    supervisorRoles: 'Supervisor’s roles', supervisorRolesHint: 'None chosen means any role.', supervisorCompetences: 'Supervisor’s competences',
    presence: 'Where the supervisor is', presences: { 'on-site': 'On site', 'on-call': 'On call' },
    needsRoom: 'Needs a room', label: 'Label status',
    labels: { 'on-label': 'On label', 'off-label': 'Off label', cosmetic: 'Cosmetic' }, note: 'Note and source',
    noteHint: 'Where the requirements come from: statute, label, guideline, your own rule.',
    statuses: { draft: 'Draft', approved: 'Approved', retired: 'Retired' },
    statusHint: {
      draft: 'A draft cannot be booked. Read what it requires; then approve it, or change it first.',
      approved: 'Approved by your practice. Visits of this kind can be booked.', retired: 'No longer offered. Visits that stand stay flagged until they are changed.',
    },
    approve: 'Approve', retire: 'Retire', toDraft: 'Back to draft', saved: (name: string) => `${name} saved`,
    statusSaved: (name: string, status: string) => `${name}: ${status.toLowerCase()}`, requires: 'Requires', minutesShort: (minutes: number) => `${minutes} min`,
    empty: 'No services yet', emptyHint: 'A service says how long a visit takes and what the injector must be certified for.',
    onlyLead: 'Only a clinical lead may change what a service requires.',
  },
  accounts: {
    add: 'Add an account', list: 'Accounts', newTitle: 'New account', displayName: 'Name', displayNameHint: 'As colleagues see it, also in the audit trail.',
    username: 'Sign-in name', role: 'Account’s role', practitioner: 'Is this staff member', noPractitioner: 'Nobody on the staff list',
    practitionerHint: 'So that nobody can verify their own certification.', active: 'May sign in', inactive: 'may not sign in', password: 'Password',
    passwordHint: 'At least 8 characters; four words in a row are good. Tell it in person.', newPassword: 'New password', setPassword: 'Set a new password', passwordSaved: (name: string) => `New password set for ${name}`,
    saved: (name: string) => `Account of ${name} saved`, state: 'State',
    roleHints: {
      'front-desk': 'Books visits, registers patients, prints cards.', injector: 'Sees the day, checks in and completes visits.',
      'clinical-lead': 'Everything, also verifying certifications and approving services.', administrator: 'The staff list, shifts, accounts and settings; verifies nothing.',
      auditor: 'Reads the staff list, the visits and the audit trail; changes nothing.',
    },
  },
  audit: {
    title: 'Audit trail', whole: 'The chain of records is whole: nothing was changed or taken out.',
    broken: 'The chain of records is broken: something was changed or taken out from outside the program. Keep this file as it is and ask for help.',
    when: 'When', who: 'Who', what: 'What', on: 'On', detail: 'Detail', refused: 'refused', more: 'Show earlier ones', empty: 'Nothing recorded yet.', list: 'What was done, latest first',
    sequence: 'No.',
  },
  security: {
    title: 'Passphrase', hint: 'It opens the practice on a computer without a key store, and after moving the file to another computer. The recovery key from first run goes on working.',
    passphrase: 'New passphrase', passphraseHint: 'At least 12 characters; four words in a row are good.', again: 'Once more', differs: 'The two are not the same.', save: 'Set the passphrase', saved: 'Passphrase set',
    has: 'A passphrase is set.', hasNot: 'No passphrase is set. This computer’s key store opens the practice by itself.',
  },
} as const

/** "ends after 24 months" */
export function expiryWords(rule: CertificationType['expiry'], months: readonly string[]): string {
  if (rule.kind === 'never') return 'never ends'
  if (rule.kind === 'months') return `ends after ${counted(rule.months, 'month')}`
  return `ends on ${rule.day} ${months[rule.month - 1] ?? ''}`
}
