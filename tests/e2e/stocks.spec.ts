import { cardDocument, type Sheet } from '../../renderer/paper/cardDocument.ts'
import { composeBack, composeCard } from '../../renderer/paper/composeCard.ts'
import { firstDesign } from '../../shared/domain/cardDesign.ts'
import { backBox, type Box, cellBox, cellsOf, pagesFor, type Stock } from '../../shared/domain/paper/stock.ts'
import { stocks } from '../../shared/domain/paper/stocks.ts'
import { aCard } from '../support/cards.ts'
import { type Desk, expect, test } from '../support/desk.ts'
import { paperFonts } from '../support/paperFonts.ts'
import { pdfOf, type PdfBox, type PdfPage, readPdf, tinted } from '../support/pdf.ts'

/** Millimetres by which paper may be off: what a person sees, and less than any printer's own feed. */
const tolerance = 0.2
const measured: Stock = {
  id: 'own-1', kind: 'sheet', name: 'Own paper', page: { width: 200_000, height: 280_000 }, card: { width: 61_300, height: 41_700 }, columns: 3, rows: 6,
  left: 5_400, top: 8_100, pitchX: 63_900, pitchY: 43_300, margin: 2_500, source: 'measured here',
}
const short = { ...firstDesign, lines: firstDesign.lines.map(line => ({ ...line, shown: ['name', 'date'].includes(line.kind) })) }

const off = (box: PdfBox, wanted: Box): number =>
  Math.max(...[box.left - wanted.left / 1000, box.top - wanted.top / 1000, box.width - wanted.width / 1000, box.height - wanted.height / 1000].map(Math.abs))

/** Every card of a page lies where the table says, and everything that is written lies in a card. */
function expectPage(page: PdfPage, stock: Stock, wanted: readonly Box[], what: string): void {
  expect(Math.abs(page.width - stock.page.width / 1000), `${what}: width of the page`).toBeLessThan(tolerance)
  expect(Math.abs(page.height - stock.page.height / 1000), `${what}: height of the page`).toBeLessThan(tolerance)
  expect(page.boxes, what).toHaveLength(wanted.length)
  for (const [at, box] of page.boxes.entries()) {
    const place = wanted[at]
    expect(place === undefined ? Infinity : off(box, place), `${what}, card ${at + 1}`).toBeLessThan(tolerance)
  }
  for (const { text, left, right, top } of page.texts.filter(each => each.text.trim() !== '')) {
    expect(page.boxes.some(box => left >= box.left && right <= box.left + box.width && top >= box.top && top <= box.top + box.height), `${what}: “${text}” lies in a card`).toBe(true)
  }
}

async function printed(desk: Desk, sheet: Sheet, count: number) {
  const following = [aCard().visit]
  const cards = Array.from({ length: count }, (_, at) => aCard({ patientName: { given: 'Rosa', family: `No${at + 1}` }, following }))
  const backs = sheet.flip === 'none' ? [] : cards.map(composeBack)
  const job = cardDocument(cards.map(card => composeCard(card, short)), sheet, backs)
  if (job === null) throw new Error('no card, no paper')
  return readPdf(await pdfOf(desk, tinted(job)))
}

test('every stock comes out in its exact size, every card on it where the table says, as text in embedded type', async ({ desk }) => {
  test.setTimeout(300_000)
  for (const stock of [...stocks, measured]) {
    // A sheet is part-used and goes on to a second one; a single card is two pages.
    const count = cellsOf(stock) + 1
    const startCell = cellsOf(stock) > 1 ? 1 : 0
    const nudge = cellsOf(stock) > 1 ? { x: 1.5, y: -0.5 } : { x: 0, y: 0 }
    const pdf = await printed(desk, { stock, startCell, nudge, flip: 'none', fonts: paperFonts() }, count)
    const pages = pagesFor(stock, count, startCell)
    expect(pdf.pages, stock.id).toHaveLength(pages.length)
    for (const [at, { cells }] of pages.entries()) {
      const page = pdf.pages[at]
      if (page !== undefined) expectPage(page, stock, cells.map(cell => cellBox(stock, cell, nudge)), `${stock.id}, page ${at + 1}`)
    }
    const written = pdf.pages.flatMap(page => page.texts)
    expect(pdf.pages.map(page => page.text).join('\n').match(/Rosa No\d+/g), stock.id).toEqual(Array.from({ length: count }, (_, at) => `Rosa No${at + 1}`))
    expect(Math.min(...written.map(({ points }) => points)), `${stock.id}: smallest type`).toBeGreaterThan(11.9)
    expect(pdf.pages.flatMap(page => page.fonts).filter(font => !font.embedded), stock.id).toEqual([])
    expect(pdf.tagged, stock.id).toBe(true)
  }
})

test('a back comes to lie behind its front, whichever edge the sheet is turned over', async ({ desk }) => {
  const sheets = [...stocks, measured].filter(stock => stock.kind === 'sheet')
  for (const [at, stock] of sheets.entries()) {
    const flip = at % 2 === 0 ? 'long-edge' as const : 'short-edge' as const
    const pdf = await printed(desk, { stock, startCell: 1, nudge: { x: 0, y: 0 }, flip, fonts: paperFonts() }, cellsOf(stock) - 2)
    const [front, back] = pdf.pages
    expect(pdf.pages, stock.id).toHaveLength(2)
    if (front === undefined || back === undefined) continue
    const cells = pagesFor(stock, cellsOf(stock) - 2, 1)[0]?.cells ?? []
    expectPage(back, stock, cells.map(cell => backBox(stock, cell, flip)), `${stock.id}, back`)
    for (const [card, box] of front.boxes.entries()) {
      const behind = back.boxes[card]
      const gap = behind === undefined ? Infinity
        : flip === 'long-edge' ? Math.max(Math.abs(box.left + box.width + behind.left - front.width), Math.abs(box.top - behind.top))
          : Math.max(Math.abs(box.top + box.height + behind.top - front.height), Math.abs(box.left - behind.left))
      expect(gap, `${stock.id}, card ${card + 1} and its back`).toBeLessThan(2 * tolerance)
    }
  }
})
