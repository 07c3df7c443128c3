import { cardDocument } from '../../renderer/paper/cardDocument.ts'
import { composeCard } from '../../renderer/paper/composeCard.ts'
import { paperFor } from '../../renderer/paper/fit.ts'
import { firstDesign } from '../../shared/domain/cardDesign.ts'
import { firstPrintSettings, stockNamed } from '../../shared/domain/paper/printing.ts'
import { stocks } from '../../shared/domain/paper/stocks.ts'
import { isNamed, tidyName } from '../../shared/domain/typed.ts'
import { aCard } from '../support/cards.ts'
import { expect, test } from '../support/desk.ts'
import { fetchingNames, hostileNames, workedNames } from '../support/hostileNames.ts'
import { outsideServer } from '../support/outsideServer.ts'
import { paperFonts } from '../support/paperFonts.ts'
import { pdfOf, readPdf, tinted } from '../support/pdf.ts'

/** What can be compared letter by letter: shaping, ligatures and writing from the right come out of a PDF in other orders. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[^\u0021-\u007e]/g, '')
const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text)

test('more than 515 hostile strings and 32 worked names are printed as text, uncut, each on its card, and nothing leaves the page', async ({ desk }) => {
  test.setTimeout(300_000)
  const { address, asked, close } = await outsideServer()
  expect(asked, 'a request would be seen').toEqual(['/control'])

  expect(hostileNames.length).toBeGreaterThanOrEqual(515)
  expect(workedNames).toHaveLength(32)
  const names = [...hostileNames, ...fetchingNames(address), ...workedNames].map(family => tidyName({ given: '', family })).filter(isNamed)
  const cards = names.map(name => ({ name, block: composeCard(aCard({ patientName: name, address: '' }), firstDesign) }))
  const wanted = stockNamed(firstPrintSettings, 'zweckform-32010')
  const papers = new Map(cards.map(card => [card, paperFor(card.block, wanted, stocks)]))
  let written = 0
  for (const stock of new Set(papers.values())) {
    const here = cards.filter(card => papers.get(card) === stock)
    const job = cardDocument(here.map(card => card.block), { stock, startCell: 0, nudge: { x: 0, y: 0 }, flip: 'none', fonts: paperFonts() })
    if (job === null) throw new Error('no cards')
    const { pages } = await readPdf(await pdfOf(desk, tinted(job)))
    expect(pages.flatMap(page => page.boxes), `${stock.id}: a box for every card, on no more pages than they need`).toHaveLength(here.length)
    const said = pages.flatMap(page => page.boxes.map((box) => {
      const inside = page.texts.filter(({ left, top }) => left >= box.left - 0.1 && left <= box.left + box.width && top >= box.top && top <= box.top + box.height)
      for (const { text, right } of inside) expect(right, `“${text}” is not cut off`).toBeLessThanOrEqual(box.left + box.width)
      return plain(inside.map(each => each.text).join(''))
    }))
    const beside = pages.flatMap(page => page.texts.filter(({ text, left, top }) => text.trim() !== '' && !page.boxes.some(box => left >= box.left - 0.1 && left <= box.left + box.width && top >= box.top && top <= box.top + box.height)))
    expect(beside, 'nothing lies beside a card').toEqual([])
    for (const [at, { name }] of here.entries()) {
      // The name, then the rest of the card: whole, whatever the name was.
      if (isPlain(name.family)) expect(said[at], name.family).toContain(plain(name.family))
      expect(said[at], name.family).toContain(plain('Tuesday 8 December 2026'))
      expect(said[at], name.family).toContain(plain('To change, phone +1 312 555 0101'))
      written += 1
    }
  }
  expect(written).toBe(names.length)
  expect(asked, 'nothing was fetched').toEqual(['/control'])
  await close()
})
