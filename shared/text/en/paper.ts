import type { PaperKind } from '../../domain/paper/stock.ts'
import type { Paper } from '../../domain/paper/printing.ts'
import type { RevealingKind } from '../../domain/privacy/revealing.ts'

/** Words of the documents themselves, where they are not the patient's; and names of files, which name nobody. */
export const paperText = {
  cardTitle: 'Appointment card', cardFile: 'appointment-card.pdf', cardsFile: 'appointment-cards.pdf', letterTitle: 'Appointments', letterFile: 'appointments.pdf',
  scan: 'Scan to put the appointment into a calendar', staffOnly: 'For staff only. Not for patients.',
  rulerTitle: 'Ruler page', rulerFile: 'ruler-page.pdf',
  rulerWords: (stock: string) => `${stock}: lay the sheet over this page against a light`,
  daySheet: 'Day sheet', daySheetFile: 'day-sheet.pdf', tomorrow: 'Visits of the day', tomorrowFile: 'visits.pdf', callList: 'Call list', callListFile: 'call-list.pdf',
  unassigned: 'Nobody named', noRoom: 'No room',
  time: 'Time', patient: 'Patient', service: 'Service', room: 'Room', performer: 'With', state: 'Staffing', status: 'Status', telephone: 'Telephone', reached: 'Reached',
  language: 'Language', travel: 'Travel', noVisits: 'No visits.', ok: 'staffed', note: 'Note',
} as const

/** Buttons of a screen that can be had on paper, and what became of it. */
export const sheetText = {
  print: 'Print', savePdf: 'Save as PDF', printed: 'Printed', saved: 'Saved as PDF', notPrinted: 'Nothing was printed',
} as const

export const paperKindWords: Readonly<Record<PaperKind, string>> = {
  card: 'Single cards', sheet: 'Sheets of cards', large: 'Large print', label: 'Address labels', roll: 'Receipt roll', list: 'Lists and letters',
}
export const paperWords: Readonly<Record<Paper, string>> = {
  card: 'cards', 'series-letter': 'a letter', label: 'address labels', 'day-sheet': 'the day sheet', tomorrow: 'the list of visits', 'call-list': 'the call list', ruler: 'a ruler page',
}
export const revealingWords: Readonly<Record<RevealingKind, string>> = {
  condition: 'a condition', product: 'a product', specialty: 'a specialty', treatment: 'a treatment', dose: 'a dose', 'birth-date': 'a birth date',
  'record-number': 'a record number', insurer: 'an insurer', own: 'a word of your own list',
}
