import { cardsText, designText, listsText, printingText } from '../../shared/text/en/cards.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

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
