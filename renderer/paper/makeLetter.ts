import type { PrintJob } from '../../shared/contract/wire.ts'
import type { AppointmentCard, CardVisit } from '../../shared/domain/card.ts'
import type { CardDesign } from '../../shared/domain/cardDesign.ts'
import type { PageName } from '../../shared/domain/paper/stocks.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { cardWords, filled } from '../../shared/text/paper/cardWords.ts'
import { dateOn, joined } from '../../shared/text/paper/paperDates.ts'
import { apart, changeOf, placeOf, whenOf } from './composeCard.ts'
import { fontsFor } from './fonts.ts'
import { letterDocument } from './listDocument.ts'

const timeOfVisit = (card: AppointmentCard, visit: CardVisit): string => joined(card.language, [dateOn(card.language, dateOf(visit.start)), whenOf(card, visit)])

/** A letter with all the times of a patient's cards, soonest first; each place once where there is but one. */
export async function makeLetter(cards: readonly AppointmentCard[], design: CardDesign, page: PageName, today: PlainDate): Promise<PrintJob | null> {
  const sorted = cards.toSorted((a, b) => (a.visit.start < b.visit.start ? -1 : 1))
  const [first] = sorted
  if (first === undefined) return null
  const words = cardWords[first.language]
  const places = [...new Map(sorted.map(card => [placeOf(card), card])).values()]
  const placeLines = (card: AppointmentCard): readonly string[] => [placeOf(card), ...card.address.split(/\r?\n/), changeOf(card, design)]
  const times = sorted.map(card => (places.length === 1 ? timeOfVisit(card, card.visit) : `${timeOfVisit(card, card.visit)} · ${apart(card, card.locationName)}`))
  const name = fullName(first.patientName)
  const letter = {
    language: first.language, largePrint: first.largePrint, logo: design.logo, sender: first.practiceName, date: dateOn(first.language, today), title: words.letterTitle, times,
    address: [name, ...first.postalAddress.split(/\r?\n/)],
    before: [filled(words.greeting, { name: apart(first, name) }), words.expected],
    places: places.map(placeLines),
  }
  const fonts = await fontsFor([letter.sender, letter.date, letter.title, ...letter.address, ...letter.before, ...times, ...letter.places.flat()].join(' '))
  return letterDocument(letter, page, fonts)
}
