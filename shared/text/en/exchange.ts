import { counted, listWords } from './names.ts'

const delimiterWords: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** Why a whole file cannot be read. */
export const fileSentence = {
  empty: 'This file is empty.',
  notText: 'This is not a text file that can be read. Save it as CSV (UTF-8) in the other program and try again.',
  workbook: 'This is an Excel workbook, not a CSV file. Open it in Excel and save it as "CSV UTF-8".',
  pdf: 'This is a PDF, not a CSV file. Export the list as CSV in the other program.',
  headingQuotes: 'The line of headings has a quotation mark in the wrong place. Open the file in a spreadsheet and save it again.',
  unclosedQuote: (line: number) => `A quotation mark is opened on line ${line} and never closed, so it cannot be told where that entry ends. Nothing was read.`,
  tooManyColumns: (most: number) => `This file has more than ${most} columns. Export only those that are needed.`,
  tooManyRows: (most: number) => `This file has more than ${most} lines. Split it into smaller files.`,
} as const

/** What is wrong with one line of a file, or worth knowing about it. */
export const rowSentence = {
  quotes: 'A quotation mark is in the wrong place in this line, so its entries cannot be told apart.',
  tooManyCells: (found: number, expected: number) => `This line has ${found} entries where the headings have ${expected}, so it cannot be told which is which.`,
  tooFewCells: (found: number, expected: number) => `This line has ${found} entries where the headings have ${expected}.`,
  noName: 'No name in this line.',
  tooLong: (what: string) => `The ${what} is longer than 200 characters.`,
  birthDate: (text: string) => `"${text}" is not a birth date that can be read; it was left out.`,
  email: (text: string) => `"${text}" is not an e-mail address; it was left out.`,
  noVisitTime: 'No date and time of a visit in this line.',
  visitTime: (text: string) => `"${text}" is not a date and time that can be read.`,
  visitEnd: (text: string) => `"${text}" is not an end that fits the visit's start.`,
  minutes: (text: string) => `"${text}" is not a length that can be read.`,
  noMinutes: 'It is not said how long this visit lasts.',
  visitLength: (minutes: number) => `A visit of ${minutes} minutes cannot be right.`,
  zone: (text: string) => `"${text}" is not a time zone that is known here.`,
  noSuchTime: (time: string, zone: string) => `${time} does not exist in ${zone}: the clocks go forward over it.`,
  ambiguousTime: (time: string, zone: string) => `${time} happens twice in ${zone}: the clocks go back.`,
  status: (text: string) => `The status "${text}" is not known; the visit counts as booked.`,
  notYet: (text: string) => `The status "${text}" cannot be true of a visit to come; it counts as booked.`,
  serviceLeftOut: (name: string) => `"${name}" is left out, so this visit is too.`,
  roomUnknown: (name: string) => `There is no room "${name}" here; the visit has none yet.`,
  roomTaken: (name: string) => `${name} is taken at that time; the visit has no room yet.`,
  numberOfAnother: (number: string, name: string) => `Number ${number} belongs to ${name} already, who has another name and nothing in common with this line. If the numbers come from another program, give this file a name of its own.`,
  numberTaken: (number: string) => `Number ${number} is somebody else’s here, whose record is closed. Nobody was registered.`,
  likely: (names: string) => `Looks like ${names}, who is registered already. Registered as another patient; compare the two.`,
  nameOnly: 'Only a name, and somebody else in this file or here has the same one. Registered as another patient; compare the two.',
  differs: (what: string) => `The ${what} differs from the one registered here, which was kept.`,
  sameVisitNumber: (line: number) => `The visit's number is the same as on line ${line}, which was taken; this line was not.`,
  visitMoved: 'This visit is in the book at another time, which was kept.',
  visitChanged: (status: string) => `This visit is "${status}" in the file; the book was not changed.`,
  doubleInFile: (who: 'patient' | 'staff', name: string, line: number, other: number) =>
    `${name} has ${who === 'patient' ? 'another visit' : 'another patient'} at that time: lines ${other} and ${line} overlap. Line ${other} was taken, line ${line} was not.`,
  doubleInBook: (who: 'patient' | 'performer' | 'room', line: number) =>
    `${who === 'patient' ? 'This patient' : who === 'performer' ? 'This injector' : 'This room'} has another visit in the book at that time; line ${line} was not taken.`,
} as const

/** What of a whole file was not understood. */
export const notUnderstood = {
  columns: (headings: readonly string[]) => `Not imported: ${headings.length === 1 ? 'column' : 'columns'} ${listWords(headings.map(heading => `"${heading}"`))}.`,
  noColumns: 'No column was recognised. Is the first line of the file its headings? Say below what each column means.',
  noName: 'No column says the patients’ names.',
  western: 'The file does not say how its letters are written; Windows-1252 was taken. Look at names with accents.',
  brokenLetters: 'Some letters were lost before this file was written (�). Export it again as UTF-8.',
  contradictoryDates: 'Some dates can only be read day first and others only month first.',
  zone: (zone: string) => `"${zone}" is not a time zone that is known here.`,
  status: (status: string, count: number) => `Status "${status}" (${counted(count, 'line')}) is not known and counts as booked.`,
  staff: (name: string, count: number) => `"${name}" (${counted(count, 'visit')}) is nobody on the staff here; these visits name no injector.`,
  service: (name: string, count: number) => `"${name}" (${counted(count, 'visit')}) is left out.`,
} as const

/** Names and reasons that an import gives to what it makes. */
export const importedWords = { ownNumber: (hash: string) => `no number (${hash})`, service: 'Imported visit', cancelReason: 'Cancelled in the other program', address: (address: string) => `Address: ${address}`, otherTelephone: (telephone: string) => `Other telephone: ${telephone}` } as const

/** What a column means, for choosing. */
export const fieldWords = {
  'patient-number': 'Patient’s number', 'given-name': 'Given name', 'family-name': 'Family name', 'full-name': 'Full name', 'birth-date': 'Birth date', telephone: 'Telephone',
  mobile: 'Mobile telephone', email: 'E-mail', address: 'Address', note: 'Note', 'visit-number': 'Visit’s number', 'visit-start': 'Visit: start (date and time)',
  'visit-end': 'Visit: end', 'visit-date': 'Visit: date', 'visit-time': 'Visit: time', 'visit-minutes': 'Visit: length', zone: 'Time zone', service: 'Service', staff: 'Injector',
  room: 'Room', status: 'Status',
} as const

/** What a line becomes, in a word or two. */
export const outcomeWords = {
  'patient-new': 'new patient', 'patient-known': 'patient known', 'patient-possible-duplicate': 'possible duplicate', 'visit-new': 'new visit', 'visit-known': 'visit known',
  'double-booking': 'double booking', 'against-rule': 'against a rule', 'too-soon': 'too soon', 'service-left-out': 'service left out', unreadable: 'not understood', 'no-such-time': 'time does not exist', 'ambiguous-time': 'time happens twice',
} as const

/** How many lines become what. */
export const outcomeCounts = {
  'patient-new': (count: number) => counted(count, 'new patient'), 'patient-known': (count: number) => counted(count, 'line of a known patient', 'lines of known patients'),
  'patient-possible-duplicate': (count: number) => counted(count, 'possible duplicate'), 'visit-new': (count: number) => counted(count, 'new visit'),
  'visit-known': (count: number) => counted(count, 'known visit'), 'double-booking': (count: number) => counted(count, 'double booking'),
  'against-rule': (count: number) => counted(count, 'visit against a rule', 'visits against a rule'), 'too-soon': (count: number) => counted(count, 'visit too soon after another', 'visits too soon after another'),
  'service-left-out': (count: number) => counted(count, 'visit left out', 'visits left out'), unreadable: (count: number) => `${count} not understood`,
  'no-such-time': (count: number) => counted(count, 'time that does not exist', 'times that do not exist'), 'ambiguous-time': (count: number) => counted(count, 'time that happens twice', 'times that happen twice'),
} as const

/** What a file leaves open. */
export const questionSentence = {
  'date-order': 'Dates in this file could be day first or month first. Say which before importing.',
  location: 'Say at which location these visits are before importing.',
} as const

/** The exchange screen. */
export const exchangeText = {
  title: 'Exchange',
  start: 'Patients and visits from another program',
  startHint: 'Export them there as CSV, then open the file here. You see what each line becomes before anything is saved.',
  choose: 'Choose a CSV file',
  drop: 'or drop it here',
  tooLarge: 'This file is larger than 32 MB. Split it, or export fewer years.',
  unreadable: 'The file could not be read from the disk. Try again.',
  reading: 'Reading the file …',
  importing: 'Importing …',
  anotherFile: 'Another file',
  facts: (lines: number, encoding: string, delimiter: string) => `${counted(lines, 'line')} · ${encoding} · separated by ${delimiterWords[delimiter] ?? `"${delimiter}"`}`,
  importButton: (patients: number, visits: number) =>
    patients === 0 && visits === 0 ? 'Nothing new to import' : `Import ${[...(patients === 0 ? [] : [counted(patients, 'patient')]), ...(visits === 0 ? [] : [counted(visits, 'visit')])].join(' and ')}`,
  nothingNew: 'Every patient and visit of this file is here already, or could not be read.',
  answerFirst: 'Answer the question above first.',
  questions: 'Before it can be imported',
  saved: (patients: number, visits: number) => `${counted(patients, 'patient')} and ${counted(visits, 'visit')} imported.`,
  savedLabel: 'Import',
  savedHint: 'The lines below say what was not taken. Visits of draft services stay flagged until the clinical lead approves the service.',
  counts: 'What the lines become',
  notUnderstood: 'Not understood',
  source: 'The other program is called',
  sourceHint: 'Its numbers are remembered under this name, so that importing again finds the same patients and visits.',
  dateOrder: 'Dates are written',
  dateOrders: { 'day-first': 'day first (31/12/2026)', 'month-first': 'month first (12/31/2026)', 'year-first': 'year first, or with the month in letters' },
  parts: { lines: 'Lines', how: 'How this file is read' },
  zone: 'Time zone of the times',
  zoneHint: 'For lines that do not say it themselves.',
  location: 'Location of the visits', choose1: 'Choose one',
  columns: 'Columns',
  columnsHint: 'What each column of the file means.',
  heading: 'Column', example: 'First entry', meaning: 'Meaning',
  meaningOf: (heading: string) => `Meaning of column ${heading}`,
  leftOut: 'not imported',
  services: 'Services',
  servicesHint: 'A draft is shown and flagged, and not bookable, until the clinical lead approves it.',
  service: 'In the file', serviceHere: 'Here',
  serviceOf: (name: string) => `What ${name || 'a visit without a service'} is here`,
  noService: 'no service named',
  draft: 'a new draft of that name',
  serviceLeftOut: 'leave these visits out',
  staff: 'Staff',
  staffHint: 'Only somebody of exactly that name is suggested: a wrong name would count as covered.',
  staffOf: (name: string) => `Who ${name} is here`,
  nobody: 'nobody (no injector named)',
  rows: 'Lines of the file',
  show: 'Show',
  views: { look: 'lines to look at', all: 'all lines' },
  noLines: 'This file has headings and no lines below them.',
  noneToLookAt: 'Every line was understood.',
  line: 'Line', patient: 'Patient', visit: 'Visit', becomes: 'Becomes', remarks: 'Remarks',
  more: (count: number) => `Show ${count} more`,
  summary: (shown: number, all: number) => `${shown} of ${counted(all, 'line')}`,
} as const
