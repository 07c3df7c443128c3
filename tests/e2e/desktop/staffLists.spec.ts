import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardsText } from '../../../shared/text/en/cards.ts'
import { expect, test } from '../../support/desk.ts'
import { goTo, signInAs } from '../../support/onScreen.ts'
import { readPdf } from '../../support/pdf.ts'

test.use({ demo: true })

test('day sheet, list with flags and call list are saved as PDFs that say whom they are for', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'cards')
  await page.getByRole('tab', { name: cardsText.tabs.lists }).click()
  const buttons = page.getByRole('button', { name: cardsText.savePdf })
  await expect(buttons).toHaveCount(3)
  const pdfs = (): readonly string[] => readdirSync(desk.pdfDir).filter(name => name.endsWith('.pdf')).toSorted()
  for (const at of [0, 1, 2]) {
    await buttons.nth(at).click()
    await expect.poll(() => pdfs().length).toBe(at + 1)
  }
  for (const name of pdfs()) {
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(desk.pdfDir, name))))
    const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ')
    expect(words, name).toContain('For staff only')
    expect(words, name).toMatch(/\d\d: ?\d\d/)
  }
})
