import type { AppointmentCard } from '../../shared/domain/card.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { cardText, timeForEverybody } from '../../shared/text/en/cards.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'

export type CardLine = { readonly text: string; readonly strong: boolean }

const plain = (text: string): CardLine => ({ text, strong: false })
const strong = (text: string): CardLine => ({ text, strong: true })
const written = (lines: readonly CardLine[]): readonly CardLine[] => lines.filter(line => line.text.trim() !== '')

/** A telephone number is read off in one piece. */
const unbroken = (telephone: string): string => telephone.replaceAll(' ', '\u00a0')

/** What a card says, in three groups: who and when, where, and how to reach us. Nothing else may ever be added. */
export function cardLines(card: AppointmentCard): readonly (readonly CardLine[])[] {
  const when = cardText.timeAndArrival(timeForEverybody(card.start), card.arriveBy === card.start ? null : timeOf(card.arriveBy))
  const place =
    card.locationName === card.practiceName
      ? card.practiceName
      : [card.practiceName, card.locationName].filter(part => part.trim() !== '').join(', ')
  return [
    [strong(fullName(card.patientName)), strong(dayInFull(dateOf(card.start))), strong(when)],
    [
      plain(place),
      plain(
        card.address
          .trim()
          .split(/\s*\r?\n\s*/)
          .join(', '),
      ),
    ],
    [
      ...(card.askFor.trim() === '' ? [] : [plain(cardText.askFor(card.askFor))]),
      ...(card.telephone.trim() === '' ? [] : [plain(cardText.change(unbroken(card.telephone)))]),
    ],
  ]
    .map(written)
    .filter(group => group.length > 0)
}
