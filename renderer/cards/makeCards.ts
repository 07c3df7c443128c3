import type { CardDesign } from '../../shared/domain/cardDesign.ts'
import type { AppointmentCard } from '../../shared/domain/card.ts'
import { allStocks, choiceFor, type Paper, type PrintSettings, settingOf } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { cardDocument } from '../paper/cardDocument.ts'
import { type CardBlock, composeBack, composeCard, composeLabel } from '../paper/composeCard.ts'
import { paperFor } from '../paper/fit.ts'
import { fontsFor } from '../paper/fonts.ts'
import type { Made } from '../paper/usePaper.ts'

/** Whether a card may be printed at all: wanted, and giving nothing away. */
export const mayPrint = (card: AppointmentCard): boolean => !card.doNotPrint && card.findings.length === 0

/** The paper that a card is really printed on. */
export const paperOf = (card: AppointmentCard, design: CardDesign, chosen: Stock, settings: PrintSettings): Stock =>
  paperFor(composeCard(card, design), chosen, allStocks(settings))

const textOf = (blocks: readonly CardBlock[]): string => blocks.flatMap(block => block.groups.flat().map(line => line.text)).join(' ')

/** The document that prints cards on one paper; null when none of them may be printed. */
export async function makeCards(
  cards: readonly AppointmentCard[], design: CardDesign, stock: Stock, settings: PrintSettings, startCell: number, paper: Extract<Paper, 'card' | 'label'> = 'card',
): Promise<Made | null> {
  const wanted = cards.filter(mayPrint)
  const fronts = wanted.map(card => (paper === 'label' ? composeLabel(card) : composeCard(card, design)))
  const { nudge, flip } = settingOf(settings, choiceFor(settings, stock.kind).printer)
  const backs = flip === 'none' || paper === 'label' ? [] : wanted.map(composeBack)
  const fonts = await fontsFor(textOf([...fronts, ...backs]))
  const job = cardDocument(fronts, { stock, startCell, nudge, flip, fonts }, backs)
  if (job === null) return null
  return {
    job, kind: stock.kind,
    request: { paper, appointmentIds: wanted.map(card => card.visit.id), stock: stock.id, startCell, day: null },
    done: paper === 'label'
      ? { printed: cardsText.sent(paperWords.label), saved: cardsText.savedPaper(paperWords.label) }
      : { printed: cardsText.printed(wanted.length), saved: cardsText.saved(wanted.length) },
  }
}
