import { readdirSync } from 'node:fs'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { overridesText } from '../../shared/text/en/overrides.ts'
import { sheetText } from '../../shared/text/en/paper.ts'
import { whatEndsText } from '../../shared/text/en/whatEnds.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

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
  expect(await graveFaults(desk, 'screen')).toEqual([])

  // A quarter has every kind of cell that a year has, and is looked through in a quarter of the time.
  expect(await graveFaults(desk, 'screen')).toEqual([])

  await page.getByRole('radiogroup', { name: aheadText.horizonLabel }).getByText(aheadText.weeks(52)).click()
  await expect(tables).toHaveCount(4)
  await expect(page.getByRole('heading', { name: aheadText.title(52) })).toBeVisible()
  if (desk.host === 'desktop') {
    await page.getByRole('button', { name: sheetText.savePdf }).click()
    await expect(page.getByRole('contentinfo').getByText(sheetText.saved)).toBeVisible()
    expect(readdirSync(desk.pdfDir).filter(name => name.endsWith('.pdf'))).toEqual([aheadText.sheetFile])
  }

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

test('what hangs on a certification that ends is told in visits and hours, and leads to the certification and to the visits', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'ahead')
  await page.getByRole('radiogroup', { name: aheadText.viewLabel }).getByText(aheadText.views.ends, { exact: true }).click()
  const table = page.getByRole('table', { name: whatEndsText.title(13) })
  const worst = table.getByRole('row').nth(1)
  await expect(worst).toContainText(/(Renew by .+ or|Renew it:|Verify it, or) \d+ visits/)
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await worst.locator('summary').click()
  await worst.getByRole('listitem').getByRole('button').first().click()
  const drawer = drawerOf(page)
  await expect(drawer.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await worst.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(drawer.locator('.held[data-sought]')).toBeFocused()
})

test('the lead sees which visits stand on somebody’s word and how long, and withdraws one: it is flagged as anybody’s', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'ahead')
  await page.getByRole('radiogroup', { name: aheadText.viewLabel }).getByText(aheadText.views.overrides, { exact: true }).click()
  const table = page.getByRole('table', { name: overridesText.title })
  const rows = table.getByRole('row').filter({ has: page.getByRole('button', { name: overridesText.withdraw }) })
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: 'until the visit' })).not.toHaveCount(0)
  await expect(rows.filter({ hasText: 'lapsed: the flag has another reason now' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'flagged as anybody’s' })).toHaveCount(1)
  expect(await graveFaults(desk, 'screen')).toEqual([])

  const standing = rows.filter({ hasText: 'A colleague of the other practice will be here' })
  await standing.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  const drawer = drawerOf(page)
  await expect(drawer.getByText('A colleague of the other practice will be here')).toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await drawer.getByRole('button', { name: overridesText.withdraw, exact: true }).click()
  await expect(rows).toHaveCount(3)
  await expect(drawer.getByText('A colleague of the other practice will be here', { exact: true })).toHaveCount(0)
  await expect(drawer.getByText(/nobody|certificate|away/i).first()).toBeVisible()
})
