import type { AppointmentCard, CardVisit } from '../../shared/domain/card.ts'
import type { CardDesign, CardLineKind, WordedLine } from '../../shared/domain/cardDesign.ts'
import { directionOf, directionOfText } from '../../shared/domain/language.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { cardWords, filled } from '../../shared/text/paper/cardWords.ts'
import { dateOn, joined, timeOn } from '../../shared/text/paper/paperDates.ts'
import { calendarEntry } from './calendarEntry.ts'

/** A line; `foreign` where it is in nobody knows what language: a name or an address, which keeps its own direction. */
export type PaperLine = { readonly text: string; readonly strong: boolean; readonly large: boolean; readonly foreign: boolean }
/** What stands on one card: lines in groups, a code to scan, a picture. */
export type CardBlock = {
  readonly language: AppointmentCard['language']
  readonly direction: ReturnType<typeof directionOf>
  readonly largePrint: boolean
  readonly groups: readonly (readonly PaperLine[])[]
  /** An iCalendar text to be drawn as a QR code. */
  readonly scan: string | null
  readonly logo: string | null
}

const mostFollowing = 6
const groupOf: Readonly<Record<CardLineKind, number>> = { title: 0, name: 1, date: 1, time: 1, place: 2, address: 2, askFor: 3, change: 3, note: 4, following: 5 }
const strongLines: readonly CardLineKind[] = ['title', 'name', 'date', 'time']
const foreignLines: readonly CardLineKind[] = ['name', 'place', 'address']

/** A telephone number is read off in one piece, from the left also between letters that run from the right. */
const telephoneOn = (card: AppointmentCard, telephone: string): string => {
  const unbroken = telephone.replaceAll(' ', '\u00a0')
  return directionOf(card.language) === 'rtl' ? `\u2066${unbroken}\u2069` : unbroken
}
/** A word of another script keeps its own direction and turns nothing round it. */
export const apart = (card: AppointmentCard, text: string): string => (directionOf(card.language) === 'rtl' ? `\u2068${text}\u2069` : text)

/** Date and time of each visit that follows. */
const laterOf = (card: AppointmentCard): readonly string[] =>
  card.following.slice(0, mostFollowing).map(visit => joined(card.language, [dateOn(card.language, dateOf(visit.start)), apart(card, timeOn(card.language, visit.start))]))

/** When a visit is, and by when to be there where that is earlier. */
export const whenOf = (card: AppointmentCard, visit: CardVisit): string => {
  const time = timeOn(card.language, visit.start)
  if (visit.arriveBy === visit.start) return time
  const arriveBy = filled(cardWords[card.language].arriveBy, { time: apart(card, timeOn(card.language, visit.arriveBy)) })
  return joined(card.language, [apart(card, time), arriveBy])
}
const onOneLine = (text: string): string => text.trim().split(/\s*\r?\n\s*/).join(', ')
/** The practice and its location, once where they are called the same. */
export const placeOf = (card: AppointmentCard): string =>
  card.locationName === card.practiceName ? card.practiceName : [card.practiceName, card.locationName].filter(part => part.trim() !== '').join(', ')

const worded = (card: AppointmentCard, design: CardDesign, line: WordedLine): string | undefined =>
  design.wording.find(each => each.language === card.language && each.line === line)?.text

/** How to change a visit; empty where there is no telephone. */
export const changeOf = (card: AppointmentCard, design: CardDesign): string =>
  card.telephone.trim() === '' ? '' : filled(worded(card, design, 'change') ?? cardWords[card.language].change, { telephone: telephoneOn(card, card.telephone) })

function textsOf(card: AppointmentCard, design: CardDesign, kind: CardLineKind): readonly string[] {
  const words = cardWords[card.language]
  const own = (line: WordedLine): string | undefined => worded(card, design, line)
  switch (kind) {
    case 'title': return [own('title') ?? words.title]
    case 'name': return [fullName(card.patientName)]
    case 'date': return [dateOn(card.language, dateOf(card.visit.start))]
    case 'time': return [whenOf(card, card.visit)]
    case 'place': return [placeOf(card)]
    case 'address': return [onOneLine(card.address)]
    case 'askFor': return card.askFor.trim() === '' ? [] : [filled(own('askFor') ?? words.askFor, { whom: apart(card, card.askFor) })]
    case 'change': return [changeOf(card, design)]
    case 'note': return [own('note') ?? '']
    case 'following': {
      const later = laterOf(card)
      return later.length === 0 ? [] : [`${words.following}:`, ...later]
    }
  }
}

/** What a card says, as its practice's design orders it; nothing else is ever added. */
export function composeCard(card: AppointmentCard, design: CardDesign): CardBlock {
  const groups: PaperLine[][] = []
  let last: number | null = null
  for (const { kind, shown, large } of design.lines) {
    if (!shown) continue
    const lines = textsOf(card, design, kind).filter(text => text.trim() !== '').map(text => ({ text, strong: strongLines.includes(kind), large, foreign: foreignLines.includes(kind) }))
    if (lines.length === 0) continue
    if (groupOf[kind] === last) groups.at(-1)?.push(...lines)
    else groups.push(lines)
    last = groupOf[kind]
  }
  return { language: card.language, direction: directionOf(card.language), largePrint: card.largePrint, groups, scan: design.qr ? calendarEntry(card) : null, logo: design.logo }
}

/** What goes on the other side of a card: the visits that follow. */
export function composeBack(card: AppointmentCard): CardBlock {
  const words = cardWords[card.language]
  const line = (text: string, strong: boolean): PaperLine => ({ text, strong, large: false, foreign: false })
  const later = laterOf(card).map(text => line(text, false))
  return { language: card.language, direction: directionOf(card.language), largePrint: card.largePrint, groups: later.length === 0 ? [] : [[line(words.following, true), ...later]], scan: null, logo: null }
}

/** What goes on an envelope: the name that the patient chose, and where post goes. It runs as the address does: it is for the post, whatever the patient reads. */
export const composeLabel = (card: AppointmentCard): CardBlock => ({
  language: card.language, direction: directionOfText(card.postalAddress), largePrint: false, scan: null, logo: null,
  groups: [[fullName(card.patientName), ...card.postalAddress.split('\n')].filter(text => text.trim() !== '').map(text => ({ text, strong: false, large: false, foreign: true }))],
})
