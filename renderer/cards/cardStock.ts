import type { AppointmentCard, CardTemplate } from '../../shared/domain/card.ts'
import { cardLines } from './cardLines.ts'

/** A card stock: outer size, margin and type size. 1 pt is 25.4/72 mm. */
export type CardStock = {
  readonly widthMicrons: number
  readonly heightMicrons: number
  readonly marginMm: number
  readonly pointSize: number
}

export const cardStocks: Readonly<Record<CardTemplate, CardStock>> = {
  // 3.5 × 2 in.
  'card-us': { widthMicrons: 88_900, heightMicrons: 50_800, marginMm: 2.5, pointSize: 12 },
  'card-eu': { widthMicrons: 85_000, heightMicrons: 55_000, marginMm: 2.5, pointSize: 12 },
  // 18 pt: clear print for people with low sight (RNIB, "large print" starts at 16 pt).
  'a6-large-print': { widthMicrons: 105_000, heightMicrons: 148_000, marginMm: 8, pointSize: 18 },
}

/** Line heights to try, in em: only the gaps between lines may shrink, never the type. */
const lineHeights = [1.35, 1.25, 1.15, 1.1] as const
const mmPerPoint = 25.4 / 72
/** Between the three groups of lines, in em. */
export const groupGap = 0.3

const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

/** How wide a letter is at most, in em, in the system fonts that cards are set in; the widest of them, DejaVu Sans, is the measure. */
function emOf(letter: string): number {
  if (wide.test(letter)) return 1.05
  if (/\p{M}/u.test(letter)) return 0
  if (/[WMm@%]/.test(letter)) return 1
  if (/[fijlrtI\s.,:;'’()|-]/.test(letter)) return 0.42
  return /[\p{Lu}w&]/u.test(letter) ? 0.82 : /[\p{Ll}\p{N}]/u.test(letter) ? 0.64 : 0.75
}
/** Bold letters are wider by so much. */
const boldWidth = 1.13

/** Lines that a text takes at most: words move down whole, longer ones are broken. */
function linesOf(text: string, emPerLine: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const width = [...word].reduce((sum, letter) => sum + emOf(letter), 0)
    if (used > 0 && used + 0.3 + width > emPerLine) {
      lines += 1
      used = 0
    }
    if (width > emPerLine) {
      const more = Math.ceil(width / (emPerLine - 1.05)) - 1
      lines += more
      used = emPerLine
    } else used += (used > 0 ? 0.3 : 0) + width
  }
  return lines
}

/** The widest line gap with which a card fits one page of a stock, or null when it fits with none. */
export function fittingLineHeight(card: AppointmentCard, template: CardTemplate): number | null {
  const stock = cardStocks[template]
  const em = stock.pointSize * mmPerPoint
  const across = (stock.widthMicrons / 1000 - 2 * stock.marginMm) / em
  const down = (stock.heightMicrons / 1000 - 2 * stock.marginMm) / em
  const groups = cardLines(card)
  const lines = groups.flat().reduce((sum, line) => sum + linesOf(line.text, line.strong ? across / boldWidth : across), 0)
  return lineHeights.find(height => lines * height + (groups.length - 1) * groupGap <= down) ?? null
}

/** The stock that a card is really printed on: A6 for large print, and for what would not fit on less. */
export const stockFor = (card: AppointmentCard, chosen: CardTemplate): CardTemplate =>
  card.largePrint || fittingLineHeight(card, chosen) === null ? 'a6-large-print' : chosen

/** The line gap to print a card with; on A6 a card that is longer still goes on to a second page. */
export const lineHeightFor = (card: AppointmentCard, template: CardTemplate): number =>
  fittingLineHeight(card, template) ?? lineHeights[1]
