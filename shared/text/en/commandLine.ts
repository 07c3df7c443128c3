import { counted } from './names.ts'

/** What the command line says, one plain line each. */
export const commandLineText = {
  noPractice: (folder: string) => `There is no practice in ${folder}.`,
  passphraseNeeded: 'This practice is locked. Give its passphrase in INJECTION_DESK_PASSPHRASE or with --passphrase-file FILE.',
  passwordNeeded: (user: string) => `Give the password of ${user} in INJECTION_DESK_PASSWORD or with --password-file FILE.`,
  cannotRead: (file: string) => `The file ${file} cannot be read.`,
  notJson: (file: string) => `The file ${file} is not a mapping as --help describes it.`,
  noCsv: 'Say which file to import: --csv FILE.',
  tooLarge: 'The file is larger than 32 MB. Split it.',
  noSuchLocation: (name: string) => `There is no location "${name}" here.`,
  noSuchColumn: (heading: string) => `The file has no column "${heading}".`,
  noSuchField: (field: string) => `"${field}" is nothing that a column can mean. See --help.`,
  noSuchService: (name: string) => `There is no service "${name}" here.`,
  noSuchStaff: (name: string) => `Nobody called "${name}" is on the staff here.`,
  answer: { 'date-order': 'Dates could be day first or month first: say --date-order day-first or --date-order month-first.', location: 'Say at which location these visits are: --location NAME.' },
  badDate: (option: string) => `${option} needs a date such as 2026-12-08.`,
  badOrder: '--date-order is day-first, month-first or year-first.',
  made: (patients: number, visits: number, kept: boolean) =>
    `${counted(patients, 'patient')} and ${counted(visits, 'visit')} ${kept ? 'imported' : 'would be imported; nothing was saved'}.`,
  line: (line: number, messages: string) => `Line ${line}: ${messages}`,
  notUnderstood: 'Not understood:',
  lines: 'Lines to look at:',
  period: (from: string, to: string) => `${from} to ${to}`,
  allStaffed: 'Every visit has somebody certified who is free to perform it.',
  flagged: (count: number) => `${counted(count, 'visit')} flagged:`,
  toAssign: (count: number) => `${counted(count, 'visit')} without a performer who can do it, though others can:`,
  gaps: (count: number) => `${counted(count, 'stretch', 'stretches')} of opening hours with nobody certified:`,
  noGaps: 'No opening hours without somebody certified.',
  gap: (when: string, location: string, service: string) => `  ${when}  ${location}  ${service}`,
  fragile: (count: number) => `${counted(count, 'stretch', 'stretches')} that hang on one person.`,
} as const
