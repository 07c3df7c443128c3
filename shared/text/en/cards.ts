import type { CardLineKind, WordedLine } from '../../domain/cardDesign.ts'
import type { RevealingWord } from '../../domain/privacy/lint.ts'
import type { WallDateTime } from '../../domain/time/values.ts'
import { timeOf } from '../../domain/time/wallClock.ts'
import { counted } from './names.ts'
import { revealingWords } from './paper.ts'

/** "14:20 (2:20 pm)": nobody should have to work out which half of the day is meant. */
export function timeForEverybody(wall: WallDateTime): string {
  const time = timeOf(wall)
  const hour = Number(time.slice(0, 2))
  if (hour >= 1 && hour <= 11) return time
  return `${time} (${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)} ${hour < 12 ? 'am' : 'pm'})`
}

const offending = (findings: readonly RevealingWord[]): string => findings.map(({ kind, word }) => `“${word}” (${revealingWords[kind]})`).join(', ')

/** The preview of a card, and the screen that prints a day's cards. */
export const cardsText = {
  title: 'Cards',
  preview: 'Appointment card',
  stock: 'Paper',
  print: 'Print',
  printKey: 'P',
  savePdf: 'Save as PDF',
  browserHint: 'In the print window, choose “Save as PDF” as the printer.',
  printed: (count: number) => (count === 1 ? 'The card is at the printer.' : `${counted(count, 'card')} sent to the printer.`),
  saved: (count: number) => (count === 1 ? 'The card is saved as PDF.' : `${counted(count, 'card')} saved as PDF.`),
  sent: (what: string) => `Sent to the printer: ${what}.`,
  savedPaper: (what: string) => `Saved as PDF: ${what}.`,
  notPrinted: 'Nothing was printed.',
  notNoted: 'The paper went out, but that it did could not be noted. Please tell your administrator.',
  kept: 'The job is kept under “Not printed yet” on the Cards screen.',
  doNotPrint: 'This patient asked for no printed card. Tell them the date and time instead.',
  envelope: 'This patient’s card goes out in a closed envelope only.',
  envelopes: (count: number) => `${counted(count, 'card')} of these go out in a closed envelope only.`,
  reveals: (findings: readonly RevealingWord[]) =>
    `Not printed: ${offending(findings)} would tell whoever finds the card what the visit is for. Change the practice’s name, address or wording in Settings.`,
  movedTo: (stock: string) => `The text does not fit on the smaller card, so ${stock} is used.`,
  onBigger: (stock: string) => `${stock} is used: the text does not fit on less.`,
  largePrint: 'This patient asked for large print.',
  largePrintOn: (stock: string) => `Large print, on ${stock}`,
  inEnvelope: 'In an envelope',
  forDay: 'Cards for',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'These 7 days',
  oneDay: 'One day',
  range: 'Which visits',
  all: 'All',
  none: 'None',
  include: (patient: string, time: string) => `Card for ${patient} at ${time}`,
  time: 'Time',
  patient: 'Patient',
  printedBefore: 'Printed',
  never: '–',
  noPaper: 'No printed card wanted',
  blocked: 'Gives the visit away',
  printStock: (count: number, stock: string) => `Print ${counted(count, 'card')} · ${stock}`,
  chosen: (count: number, of: number) => `${count} of ${of} chosen`,
  startCell: 'First free card on the sheet',
  startLabel: 'First free label on the sheet',
  cell: (row: number, column: number) => `Row ${row}, column ${column}`,
  printLabels: (count: number, stock: string) => `Print ${counted(count, 'address', 'addresses')} · ${stock}`,
  emptyTitle: 'No visits on this day',
  emptyHint: 'Choose another day, or book a visit first.',
  goToDay: 'Go to the day',
  notPermitted: 'Your account may not print cards.',
  tabs: { cards: 'Cards', lists: 'Lists', design: 'Design', paper: 'Printers and papers' },
  waiting: 'Not printed yet',
  printAgain: 'Print again',
  otherPrinter: 'On another printer …',
  throwAway: 'Throw away',
  waitingWhat: (what: string, visits: number) => (visits === 0 ? what : `${what} · ${counted(visits, 'visit')}`),
  waitingSince: (when: string, who: string) => `${when}, ${who}`,
  tooLong: 'A text has become too long for its place on this sheet. Choose the paper again; long ones move to a bigger one by themselves.',
  gone: 'None of these visits takes place any more. The job can be thrown away.',
} as const

/** Printing again asks why. */
export const reprintText = {
  title: 'Printed before',
  question: (count: number) => (count === 1 ? 'This card was printed before. Why again?' : `${counted(count, 'card')} of these were printed before. Why again?`),
  reasons: ['The card was lost', 'The visit was changed', 'It came out badly', 'A second copy was asked for'],
  reasonsLabel: 'Usual reasons',
  reason: 'Reason',
  go: 'Print again',
  cancel: 'Do not print',
} as const

/** The lists for the staff, and the letter. */
export const listsText = {
  print: (what: string) => `Print ${what}`,
  daySheet: 'Day sheet',
  daySheetHint: 'One page for each person and each room, with the visits in order.',
  tomorrow: 'Visits of the day with their flags',
  tomorrowHint: 'Flagged visits first, with the sentence that says why. Press Tomorrow above to prepare the next day.',
  callList: 'Call list',
  callListHint: 'Names and telephone numbers, in the order of the visits.',
  everybody: 'Everybody',
  whose: 'Whose visits',
  staffOnly: 'These lists are for staff: every page says so.',
  letter: 'Print a letter with all coming visits',
  seriesCards: (count: number) => `Print ${counted(count, 'card')}`,
} as const

const lineWords: Readonly<Record<CardLineKind, string>> = {
  title: 'Heading', name: 'Patient’s name', date: 'Date', time: 'Time and arrival', place: 'Practice and location', address: 'Address', askFor: 'Whom to ask for',
  change: 'How to change', note: 'A line of your own', following: 'Visits after that',
}

/** How cards look and what they say. */
export const designText = {
  lines: 'What the card says',
  linesHint: 'In this order. Name, date and time are always there.',
  line: lineWords,
  up: (line: string) => `Move up: ${line}`,
  down: (line: string) => `Move down: ${line}`,
  large: 'Larger',
  largeOf: (line: string) => `Larger: ${line}`,
  wording: 'Wording',
  wordingHint: 'Leave a field empty to keep our words. {whom} and {telephone} are filled in.',
  language: 'Language',
  worded: { title: lineWords.title, askFor: lineWords.askFor, change: lineWords.change, note: lineWords.note } satisfies Record<WordedLine, string>,
  qr: 'QR code for the patient’s calendar',
  qrHint: 'Its title is “Appointment”; it names nobody and no place.',
  logo: 'Practice logo',
  logoHint: 'PNG or JPEG, up to 250 kB.',
  chooseLogo: 'Choose a picture',
  removeLogo: 'Remove the logo',
  wrongLogo: 'This is no PNG or JPEG picture of at most 250 kB. Choose another file.',
  ownWords: 'Words that may be on no card',
  ownWordsHint: 'Besides conditions, products, specialties, doses and insurers, which are always checked. Type one and press Enter.',
  reveals: (findings: readonly RevealingWord[]) => `${offending(findings)} would tell what the visit is for.`,
  preview: 'Preview',
  previewOn: 'Shown on',
  previewLarge: 'For a patient who needs large print',
  example: { given: 'Maria', family: 'Example' },
  save: 'Save the design',
  saved: 'The design is saved.',
  mayNot: 'Only the clinical lead and administrators change how cards look.',
} as const

/** Printers, and papers that the practice measured. */
export const printingText = {
  usual: 'Paper offered first',
  page: 'Paper for lists and letters',
  pages: { a4: 'A4', letter: 'Letter' },
  byKind: 'Where each kind of paper is printed',
  ask: 'Ask each time',
  silent: 'Without asking',
  silentHint: 'Only where a printer is chosen.',
  browserPrinters: 'In a browser the print window asks each time. The nudge below still counts.',
  nudge: 'Set printers right',
  nudgeHint: 'Print a ruler page, measure how far it is off, and move it by that much (at most 5 mm either way).',
  right: 'To the right, mm',
  downward: 'Down, mm',
  flip: 'Both sides',
  flips: { none: 'One side', 'long-edge': 'Long edge', 'short-edge': 'Short edge' },
  anyPrinter: 'Any other printer',
  silentOf: (kind: string) => `Without asking: ${kind}`,
  rulers: 'Ruler page',
  rulersHint: 'Shows where the cards of a paper are expected, with the settings as they are saved.',
  ruler: 'Print a ruler page',
  newName: 'Own paper',
  measuredHere: 'measured here',
  measured: 'Papers of your own',
  measuredHint: 'Lay a sheet over a ruler page and type what you read. All in millimetres.',
  add: 'Add a paper',
  remove: (name: string) => `Remove ${name}`,
  name: 'Name on the packet',
  fields: { pageWidth: 'Page width', pageHeight: 'Page height', cardWidth: 'Card width', cardHeight: 'Card height', columns: 'Cards across', rows: 'Cards down', left: 'Left edge to first card', top: 'Top edge to first card', pitchX: 'Card to card, across', pitchY: 'Card to card, down' },
  impossible: 'With these measures cards would lie on each other or beyond the page. Measure again.',
  save: 'Save',
  saved: 'Printers and papers are saved.',
} as const
