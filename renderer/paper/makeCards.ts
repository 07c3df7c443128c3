import type { AppointmentCard } from '../../shared/domain/card.ts'
import type { CardDesign } from '../../shared/domain/cardDesign.ts'
import { allStocks, choiceFor, type PrintSettings, settingOf } from '../../shared/domain/paper/printing.ts'
import { cellsOf, type Stock } from '../../shared/domain/paper/stock.ts'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { cardDocument } from './cardDocument.ts'
import { type CardBlock, composeBack, composeCard, composeLabel } from './composeCard.ts'
import { fittingLineHeight, paperFor } from './fit.ts'
import { fontsFor } from './fonts.ts'

/** Whether a card may be printed at all: wanted, and giving nothing away. */
export const mayPrint = (card: AppointmentCard): boolean => !card.doNotPrint && card.findings.length === 0

/** What is settled about paper. */
export type Settled = { readonly design: CardDesign; readonly printing: PrintSettings }

type Kind = 'card' | 'label'
const blockOf = (card: AppointmentCard, design: CardDesign, kind: Kind): CardBlock => (kind === 'label' ? composeLabel(card) : composeCard(card, design))

/** The paper that a card, or an address, is really printed on. */
export const paperOf = (card: AppointmentCard, { design, printing }: Settled, chosen: Stock, kind: Kind = 'card'): Stock =>
  paperFor(blockOf(card, design, kind), chosen, allStocks(printing))

const textOf = (blocks: readonly CardBlock[]): string => blocks.flatMap(block => block.groups.flat().map(line => line.text)).join(' ')

/** The document that prints cards or addresses on one paper; `too-long` where one has outgrown its place on the sheet. */
export async function makeCards(
  cards: readonly AppointmentCard[], { design, printing }: Settled, stock: Stock, startCell: number, kind: Kind = 'card',
): Promise<PrintJob | 'too-long' | null> {
  const wanted = cards.filter(mayPrint)
  const fronts = wanted.map(card => blockOf(card, design, kind))
  if (cellsOf(stock) > 1 && fronts.some(block => fittingLineHeight(block, stock) === null)) return 'too-long'
  const { nudge, flip } = settingOf(printing, choiceFor(printing, stock.kind).printer)
  const backs = flip === 'none' || kind === 'label' ? [] : wanted.map(composeBack)
  const fonts = await fontsFor(textOf([...fronts, ...backs]))
  return cardDocument(fronts, { stock, startCell, nudge, flip, fonts }, backs)
}
