import type { CardTemplate } from '../../domain/card.ts'
import type { WallDateTime } from '../../domain/time/values.ts'
import { timeOf } from '../../domain/time/wallClock.ts'
import { counted } from './names.ts'

/** "14:20 (2:20 pm)": nobody should have to work out which half of the day is meant. */
export function timeForEverybody(wall: WallDateTime): string {
  const time = timeOf(wall)
  const hour = Number(time.slice(0, 2))
  if (hour >= 1 && hour <= 11) return time
  return `${time} (${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)} ${hour < 12 ? 'am' : 'pm'})`
}

/** What is printed on a card, beside the practice's own words. */
export const cardText = {
  documentTitle: 'Appointment card',
  fileName: 'appointment-card.pdf',
  manyFileName: 'appointment-cards.pdf',
  timeAndArrival: (time: string, arriveBy: string | null) => (arriveBy === null ? time : `${time}, arrive by ${arriveBy}`),
  askFor: (whom: string) => `Ask for ${whom}`,
  change: (telephone: string) => `To change, phone ${telephone}`,
} as const

export const stockText: Readonly<Record<CardTemplate, string>> = {
  'card-us': 'Card 3.5 × 2 in', 'card-eu': 'Card 85 × 55 mm', 'a6-large-print': 'A6, large print',
}

/** The preview of a card, and the screen that prints a day's cards. */
export const cardsText = {
  title: 'Cards',
  preview: 'Appointment card',
  stock: 'Card stock',
  print: 'Print',
  printKey: 'P',
  savePdf: 'Save as PDF',
  browserHint: 'In the print window, choose “Save as PDF” as the printer.',
  printed: 'The card is at the printer.',
  printedMany: (count: number) => `${counted(count, 'card')} sent to the printer.`,
  saved: 'The card is saved as PDF.',
  savedMany: (count: number) => `${counted(count, 'card')} saved as PDF.`,
  notPrinted: 'Nothing was printed.',
  notNoted: 'The card went out, but that it did could not be noted. Please tell your administrator.',
  doNotPrint: 'This patient asked for no printed card. Tell them the date and time instead.',
  movedToA6: 'The text does not fit on the smaller card, so A6 is used.',
  largePrint: 'This patient asked for large print.',
  forDay: 'Cards for',
  today: 'Today',
  tomorrow: 'Tomorrow',
  all: 'All',
  none: 'None',
  include: (patient: string, time: string) => `Card for ${patient} at ${time}`,
  time: 'Time',
  patient: 'Patient',
  place: 'Stock',
  noPaper: 'No printed card wanted',
  printStock: (count: number, stock: string) => `Print ${counted(count, 'card')} · ${stock}`,
  saveStock: (count: number) => `Save ${counted(count, 'card')} as PDF`,
  chosen: (count: number, of: number) => `${count} of ${of} chosen`,
  emptyTitle: 'No visits on this day',
  emptyHint: 'Choose another day, or book a visit first.',
  goToDay: 'Go to the day',
  notPermitted: 'Your account may not print cards.',
} as const
