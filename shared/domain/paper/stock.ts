/** Lengths are whole micrometres: a table in tenths of a millimetre and one in 32nds of an inch are both exact enough in them. */
export type Microns = number

/** Kinds of paper: each printer setting is remembered for one of them. */
export const paperKinds = ['card', 'sheet', 'large', 'label', 'roll', 'list'] as const
export type PaperKind = (typeof paperKinds)[number]

/** One paper: its page, and the cards on it. A page of one card has it at its edges. */
export type Stock = {
  readonly id: string
  readonly kind: PaperKind
  /** What stands on the packet; the words of ours stand in shared/text. */
  readonly name: string
  readonly page: { readonly width: Microns; readonly height: Microns }
  readonly card: { readonly width: Microns; readonly height: Microns }
  readonly columns: number
  readonly rows: number
  /** From the page's edges to the first card's. */
  readonly left: Microns
  readonly top: Microns
  /** From one card's edge to the next one's. */
  readonly pitchX: Microns
  readonly pitchY: Microns
  /** Inside a card's edge, where nothing is printed. */
  readonly margin: Microns
  /** Where the measures come from. */
  readonly source: string
}

export type Box = { readonly left: Microns; readonly top: Microns; readonly width: Microns; readonly height: Microns }
/** Millimetres by which a printer's output is moved on the page, either way. */
export type Nudge = { readonly x: number; readonly y: number }
/** How the sheet is turned over to print its other side. */
export type Flip = 'none' | 'long-edge' | 'short-edge'

export const cellsOf = (stock: Stock): number => stock.columns * stock.rows
/** The most that a printer is nudged, in millimetres: beyond it, another stock lies in the tray. */
export const mostNudge = 5

const held = (millimetres: number): Microns => Math.round(Math.min(mostNudge, Math.max(-mostNudge, millimetres)) * 1000)

/** Where a card lies on its page: cells are counted along the rows from the top left, from 0. */
export function cellBox(stock: Stock, cell: number, nudge: Nudge = { x: 0, y: 0 }): Box {
  const column = cell % stock.columns
  const row = Math.floor(cell / stock.columns)
  return {
    left: stock.left + column * stock.pitchX + held(nudge.x), top: stock.top + row * stock.pitchY + held(nudge.y),
    width: stock.card.width, height: stock.card.height,
  }
}

/** Where a card's back lies on the other side of its sheet, so that both come to lie on each other. */
export function backBox(stock: Stock, cell: number, flip: Flip, nudge: Nudge = { x: 0, y: 0 }): Box {
  const front = cellBox(stock, cell)
  const [dx, dy] = [held(nudge.x), held(nudge.y)]
  // A portrait sheet turned over its long edge shows its columns from the other side; over its short edge, its rows.
  const overSide = stock.page.height >= stock.page.width ? 'long-edge' : 'short-edge'
  return flip === overSide
    ? { ...front, left: stock.page.width - front.left - front.width + dx, top: front.top + dy }
    : { ...front, left: front.left + dx, top: stock.page.height - front.top - front.height + dy }
}

/** How many cards go on each page when the first page's first cells are used up already. */
export function pagesFor(stock: Stock, cards: number, startCell: number): readonly { readonly from: number; readonly cells: readonly number[] }[] {
  const cells = cellsOf(stock)
  const pages: { from: number; cells: number[] }[] = []
  for (let done = 0; done < cards;) {
    const first = pages.length === 0 ? Math.min(Math.max(0, startCell), cells - 1) : 0
    const count = Math.min(cells - first, cards - done)
    pages.push({ from: done, cells: Array.from({ length: count }, (_, at) => first + at) })
    done += count
  }
  return pages
}
