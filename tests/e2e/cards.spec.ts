import { cardsText, designText, listsText, printingText } from '../../shared/text/en/cards.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { languages } from '../../shared/domain/language.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'
import { pdfOf, readPdf } from '../support/pdf.ts'

test.use({ demo: true })

test('the lead changes what cards say, sees it at once, and a wording that tells of the treatment is refused with its words', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'cards')
  await expect(page.getByRole('table', { name: cardsText.title })).toBeVisible()
  await page.getByRole('tab', { name: cardsText.tabs.lists }).click()
  await expect(page.getByRole('button', { name: listsText.print(paperWords['day-sheet']), exact: true })).toBeVisible()
  expect(await graveFaults(desk, 'screen')).toEqual([])

  await page.getByRole('tab', { name: cardsText.tabs.design }).click()
  const wording = page.getByRole('textbox', { name: designText.worded.askFor })
  await wording.fill('Ring twice for {whom}')
  await expect(page.frameLocator(`iframe[title="${designText.preview}"]`).getByText('Ring twice for')).toBeVisible()
  await wording.fill('Ask the Botox nurse')
  await expect(page.getByText(/“Botox”/)).toBeVisible()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await wording.fill('Ring twice for {whom}')
  await page.getByRole('button', { name: designText.save }).click()
  await expect(page.getByRole('contentinfo').getByText(designText.saved)).toBeVisible()

  await page.getByRole('tab', { name: cardsText.tabs.paper }).click()
  await page.getByRole('button', { name: printingText.add }).click()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await page.getByRole('button', { name: printingText.save, exact: true }).click()
  await expect(page.getByRole('contentinfo').getByText(printingText.saved)).toBeVisible()
})

test('a card in every language carries its own type into the PDF, and nothing lies beyond its paper', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'cards')
  await page.getByRole('tab', { name: cardsText.tabs.design }).click()
  const preview = page.locator(`iframe[title="${designText.preview}"]`)
  for (const language of languages) {
    await page.getByRole('combobox', { name: designText.language }).click()
    await page.getByRole('option', { name: cardWords[language].itself, exact: true }).click()
    await expect.poll(() => preview.getAttribute('srcdoc')).toContain(`<article class="card" lang="${language}"`)
    const html = await preview.getAttribute('srcdoc') ?? ''
    const [, width = '', height = ''] = /@page{size:([\d.]+)mm ([\d.]+)mm/.exec(html) ?? []
    const { pages, tagged } = await readPdf(await pdfOf(desk, { html, widthMicrons: Number(width) * 1000, heightMicrons: Number(height) * 1000, fileName: 'appointment-card.pdf' }))
    expect([pages.length, tagged], language).toEqual([1, true])
    const fonts = pages.flatMap(each => each.fonts)
    expect(fonts.filter(font => !font.embedded || !font.name.includes('NotoSans')), language).toEqual([])
    for (const { text, left, right, top } of pages.flatMap(each => each.texts)) expect(left >= 2 && right <= Number(width) - 2 && top <= Number(height) - 2, `${language}: “${text}”`).toBe(true)
  }
})
