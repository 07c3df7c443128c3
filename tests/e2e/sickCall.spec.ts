import { readdirSync } from 'node:fs'
import { dayText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { sheetText } from '../../shared/text/en/paper.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('a sick call is answered from the keyboard: planned together, changed by hand, applied, called through, and taken back', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: sickCallText.open }).press('Enter')
  // From tomorrow on: none of the visits is over, whatever the hour.
  const who = page.getByRole('combobox', { name: sickCallText.who })
  await expect(who).toBeFocused()
  await page.keyboard.type('Ortiz')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(who).toHaveValue(/Ortiz/)
  await page.getByRole('textbox', { name: sickCallText.from }).fill('+1')
  await page.getByRole('textbox', { name: sickCallText.through }).fill('+6')
  await page.getByRole('button', { name: sickCallText.look }).press('Enter')

  const table = page.getByRole('table', { name: sickCallText.table })
  await expect(page.getByText(sickCallText.proven(12)).or(page.getByText(sickCallText.proven(48))).or(page.getByText(sickCallText.bestFound))).toBeVisible()
  const count = await table.getByRole('checkbox', { disabled: false }).count()
  expect(count).toBeGreaterThan(1)
  const chosen = page.getByRole('checkbox', { name: await table.getByRole('checkbox', { disabled: false }).first().getAttribute('aria-label') ?? '', exact: true })
  const place = table.getByRole('row').filter({ has: chosen }).getByRole('combobox')
  expect(await graveFaults(desk, 'screen')).toEqual([])

  // By hand: one visit is left where it is, and the others are planned around it.
  await place.selectOption({ label: sickCallText.leave })
  await expect(table.getByText(sickCallText.byHand, { exact: true })).toHaveCount(1)
  await expect(chosen).toBeDisabled()
  await page.getByRole('button', { name: sickCallText.resetAll }).press('Enter')
  await expect(table.getByText(sickCallText.byHand, { exact: true })).toHaveCount(0)
  await expect(chosen).toBeEnabled()

  // Somebody interrupts; everything is found as it was.
  await goTo(page, 'patients')
  await goTo(page, 'day')
  await page.getByRole('button', { name: sickCallText.open }).press('Enter')
  const apply = page.getByRole('button', { name: sickCallText.apply(count, true) })
  await expect(apply).toBeEnabled()
  // One patient would rather wait for the next place.
  await place.selectOption({ label: sickCallText.wait })
  await expect(table.getByText(sickCallText.byHand, { exact: true })).toHaveCount(1)
  await expect(apply).toBeEnabled()
  await apply.press('Enter')
  const calls = page.getByRole('table', { name: sickCallText.calls })
  await expect(calls.getByRole('checkbox')).toHaveCount(count)
  await expect(calls.getByText(sickCallText.waiting, { exact: true })).toHaveCount(1)
  await expect(page.getByRole('region', { name: sickCallText.freedTitle })).toBeVisible()
  await calls.getByRole('checkbox').first().press('Space')
  await expect(page.getByText(sickCallText.toldCount(1, count))).toBeVisible()
  await expect(page.getByRole('heading', { name: sickCallText.cardsTitle })).toBeVisible()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  if (desk.host === 'desktop') {
    await page.getByRole('button', { name: sheetText.savePdf, exact: true }).press('Enter')
    await expect.poll(() => readdirSync(desk.pdfDir).filter(name => name.endsWith('.pdf'))).toEqual([sickCallText.fileName])
  }

  await page.getByRole('button', { name: /^Undo: Sick call of / }).press('Enter')
  await expect(page.getByText(sickCallText.recentUndone, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: sickCallText.another }).press('Enter')
  await expect(page.getByRole('button', { name: /Ortiz.+moved/ })).toBeVisible()
})

test('the sick call of somebody is begun from their own drawer and from the search, and means nothing where nothing is booked', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  await page.getByRole('button', { name: 'Joan Fletcher' }).first().click()
  await drawerOf(page).getByRole('button', { name: sickCallText.open }).click()
  await expect(page.getByRole('combobox', { name: sickCallText.who })).toHaveValue('Joan Fletcher')
  await page.getByRole('button', { name: sickCallText.look }).click()
  await expect(page.getByText(sickCallText.nobodyAffected)).toBeVisible()
  await expect(page.getByRole('button', { name: sickCallText.apply(0, true) })).toBeEnabled()
  await goTo(page, 'day')
  await expect(page.getByRole('button', { name: dayText.book })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: frameText.search }).fill('sick')
  await page.getByRole('option', { name: sickCallText.action }).click()
  await expect(page.getByRole('heading', { level: 1, name: sickCallText.title })).toBeVisible()
})
