import type { Page } from '@playwright/test'
import { frameText, impactText } from '../../shared/text/en/frame.ts'
import { availabilityText, minimumText, rotaText, suggestText } from '../../shared/text/en/rota.ts'
import { shiftText } from '../../shared/text/en/shifts.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

async function openRota(page: Page): Promise<void> {
  await goTo(page, 'staff')
  await page.getByRole('radiogroup', { name: staffText.title }).getByText(staffText.tabs.rota, { exact: true }).click()
  await page.getByRole('grid').waitFor()
}
const cellsOf = (page: Page, person: string) => page.getByRole('gridcell', { name: new RegExp(`^${person}, `) })
const undo = (page: Page, label: string) => page.getByRole('button', { name: frameText.undo(label) })

test('a week is painted, copied and taken back from the keyboard alone', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await openRota(page)
  // A receptionist performs nothing, so that no visit has a say in it. Two weeks on nothing of the story of today stands.
  await page.getByRole('button', { name: rotaText.next }).click()
  await page.getByRole('button', { name: rotaText.next }).click()
  const cells = cellsOf(page, 'Joan Fletcher')
  await expect(cells).toHaveCount(7)
  await page.getByRole('textbox', { name: rotaText.start }).fill('0700')
  await page.getByRole('textbox', { name: rotaText.end }).fill('0930')
  await cells.nth(0).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  for (const n of [0, 1]) await expect(cells.nth(n)).toHaveText('07:00–09:30')
  await expect(undo(page, rotaText.painted(2))).toBeVisible()

  await expect(cells.nth(1)).toBeFocused()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Control+c')
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await expect(cells.nth(3)).toHaveText('07:00–09:30')
  await page.keyboard.press('Delete')
  await expect(cells.nth(3)).toHaveText('')
  await page.keyboard.press('Control+z')
  await expect(cells.nth(3)).toHaveText('07:00–09:30')

  // On call beside the shift, then the whole week copied into every second week.
  await page.getByRole('combobox', { name: rotaText.presence }).selectOption({ label: shiftText.presences['on-call'] })
  await page.getByRole('textbox', { name: rotaText.start }).fill('1900')
  await page.getByRole('textbox', { name: rotaText.end }).fill('2200')
  await cells.nth(0).focus()
  await page.keyboard.press('a')
  await expect(cells.nth(0)).toHaveText(/07:00–09:3019:00–22:00 on call/)
  await page.getByRole('button', { name: rotaText.copyWeek }).click()
  await page.getByRole('combobox', { name: rotaText.copyEvery }).selectOption({ label: rotaText.copyEveryChoices[2] })
  await page.getByRole('textbox', { name: rotaText.copyUntil }).fill('+35')
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await page.getByRole('button', { name: rotaText.copyTitle, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: impactText.title })
  await expect(dialog.or(undo(page, rotaText.copyDone(1)))).toBeVisible()
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: /save/i }).click()
  await expect(undo(page, rotaText.copyDone(1))).toBeVisible()
  await page.getByRole('button', { name: rotaText.next }).click()
  await expect(cells.nth(0)).not.toHaveText(/07:00/)
  await page.getByRole('button', { name: rotaText.next }).click()
  await expect(cells.nth(0)).toHaveText(/07:00–09:3019:00–22:00 on call/)
  await undo(page, rotaText.copyDone(1)).click()
  await expect(cells.nth(0)).not.toHaveText(/07:00/)
})

test('a minimum that is not met shows on the rota and ahead, and is met by a suggestion that is accepted in part', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await openRota(page)
  await page.getByRole('button', { name: minimumText.add }).click()
  const main = page.getByRole('main')
  await main.getByRole('combobox', { name: minimumText.service }).selectOption({ label: 'Blepharospasm' })
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await main.getByRole('button', { name: frameText.save, exact: true }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'Blepharospasm' })).toBeVisible()
  await goTo(page, 'ahead')
  await main.getByText(/^Minimum staffing is not met on \d+ days$/).click()
  await expect(main.getByRole('button', { name: /Blepharospasm \d\d:\d\d–\d\d:\d\d: 0 of 1/ }).first()).toBeVisible()

  await goTo(page, 'staff')
  await page.getByRole('list', { name: staffText.people }).getByRole('button', { name: '春香 伊藤 (Ito)' }).click()
  const availability = drawerOf(page).getByRole('region', { name: availabilityText.title })
  await availability.getByRole('button', { name: availabilityText.record }).click()
  await availability.getByRole('textbox', { name: availabilityText.most }).fill('50')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await availability.getByRole('button', { name: frameText.save, exact: true }).click()
  await expect(availability.getByText(/At most 50 h a week, 11 h of rest/)).toBeVisible()
  await drawerOf(page).getByRole('button', { name: frameText.closeDrawer }).click()

  await openRota(page)
  await page.getByRole('button', { name: suggestText.button }).click()
  const month = page.getByRole('combobox', { name: suggestText.month })
  await month.selectOption({ index: 1 })
  await page.getByRole('button', { name: suggestText.ask, exact: true }).click()
  await expect(page.getByText(/new shifts? lowers? the hours short from/)).toBeVisible({ timeout: 60_000 })
  const shifts = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  const count = await shifts.count()
  expect(count).toBeGreaterThan(1)
  await shifts.first().getByRole('checkbox').uncheck()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await page.getByRole('button', { name: suggestText.accept(count - 1) }).click()
  const dialog = page.getByRole('dialog', { name: impactText.title })
  await expect(dialog.or(undo(page, suggestText.accepted(count - 1)))).toBeVisible()
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: /save/i }).click()
  await expect(undo(page, suggestText.accepted(count - 1))).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(frameText.undone(suggestText.accepted(count - 1)))).toBeVisible()
})
