import { AxeBuilder } from '@axe-core/playwright'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('ahead shows each service for up to a year in words, and leads to the day by keyboard', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'ahead')
  await page.getByRole('radiogroup', { name: aheadText.viewLabel }).getByText(aheadText.views.services).click()
  const tables = page.locator('table.service-strip')
  await expect(tables).toHaveCount(1)
  await expect(page.getByRole('button', { name: /hangs on .+ alone, certified until/ }).first()).toBeAttached()
  await expect(page.getByRole('button', { name: /nobody for \d+ (h|min)/ }).first()).toBeAttached()

  // A quarter has every kind of cell that a year has, and is looked through in a quarter of the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(desk.host === 'desktop').include('.ahead').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])

  await page.getByRole('radiogroup', { name: aheadText.horizonLabel }).getByText(aheadText.weeks(52)).click()
  await expect(tables).toHaveCount(4)
  await expect(page.getByRole('heading', { name: aheadText.title(52) })).toBeVisible()

  await page.locator('.service-cell[tabindex="0"]').focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key)
  const focused = page.locator('.service-cell:focus')
  const [day] = (await focused.getAttribute('aria-label') ?? '').split('. ')
  await expect(page.locator('.service-said')).toHaveText(await focused.getAttribute('aria-label') ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: day ?? '' })).toBeVisible()
  await expect(page.getByRole('grid')).toBeVisible()

  await goTo(page, 'ahead')
  await expect(tables, 'the window remembers how far one looked').toHaveCount(4)
})
