import { getDocumentProxy } from 'unpdf'
import { cardDocument } from '../../../renderer/paper/cardDocument.ts'
import { composeCard } from '../../../renderer/paper/composeCard.ts'
import { firstDesign } from '../../../shared/domain/cardDesign.ts'
import { cellBox, cellsOf } from '../../../shared/domain/paper/stock.ts'
import { stocks } from '../../../shared/domain/paper/stocks.ts'
import { aCard } from '../../support/cards.ts'
import { expect, test } from '../../support/desk.ts'

const mmPerPoint = 25.4 / 72
const mmPerPixel = 25.4 / 96

test('every stock comes out in its exact size, and every card on it lies where the table says, to 0.2 mm', async ({ desk }) => {
  // A page of its own, as a print job has: the program's page would hold the document to its own policy.
  const page = await desk.page.context().newPage()
  const block = composeCard(aCard({ address: '' }), { ...firstDesign, lines: firstDesign.lines.map(line => ({ ...line, shown: ['name', 'date'].includes(line.kind) })) })
  for (const stock of stocks) {
    const blocks = Array.from({ length: cellsOf(stock) }, () => block)
    await page.setContent(cardDocument(blocks, { stock, startCell: 0, nudge: { x: 1.5, y: -0.5 }, flip: 'none', fonts: '' })?.html ?? '')
    const boxes = await page.locator('.card').evaluateAll(cards => cards.map(card => { const { x, y, width, height } = card.getBoundingClientRect(); return { x, y, width, height } }))
    expect(boxes).toHaveLength(cellsOf(stock))
    for (const [cell, box] of boxes.entries()) {
      const wanted = cellBox(stock, cell, { x: 1.5, y: -0.5 })
      const off = [box.x * mmPerPixel - wanted.left / 1000, box.y * mmPerPixel - wanted.top / 1000, box.width * mmPerPixel - wanted.width / 1000, box.height * mmPerPixel - wanted.height / 1000]
      expect(Math.max(...off.map(Math.abs)), `${stock.id}, card ${cell + 1}`).toBeLessThan(0.2)
    }
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true })))
    expect(pdf.numPages, stock.id).toBe(1)
    const sheet = await pdf.getPage(1)
    const [left = 0, top = 0, right = 0, bottom = 0] = sheet.view
    expect(Math.abs((right - left) * mmPerPoint - stock.page.width / 1000), `${stock.id}: width`).toBeLessThan(0.2)
    expect(Math.abs((bottom - top) * mmPerPoint - stock.page.height / 1000), `${stock.id}: height`).toBeLessThan(0.2)
    const { items } = await sheet.getTextContent()
    const written = items.map(item => ('str' in item ? item.str : '')).join(' ')
    expect(written.match(/Rosa Ortega/g), stock.id).toHaveLength(cellsOf(stock))
  }
  await page.close()
})
