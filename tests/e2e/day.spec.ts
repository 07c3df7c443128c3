import type { Page } from '@playwright/test'
import { absenceText } from '../../shared/text/en/shifts.ts'
import { dayText, markText, statusText, stripText, visitText } from '../../shared/text/en/day.ts'
import { frameText, impactText } from '../../shared/text/en/frame.ts'
import { cannotVerifyText } from '../../shared/text/staffing.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('today shows every verdict in words, and the hours in which nobody is certified', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  const grid = desk.page.getByRole('grid')
  await expect(grid).toBeVisible()
  for (const words of [markText.uncovered, markText['cannot-verify'], markText.assignable, markText.fragile]) {
    await expect(grid.getByRole('gridcell', { name: new RegExp(words, 'i') }).first()).toBeAttached()
  }
  await expect(desk.page.getByText(/^No one certified for .+ \d\d:\d\d–\d\d:\d\d$/).first()).toBeAttached()
  await expect(desk.page.getByRole('button', { name: /visits? needs? attention/ })).toBeVisible()
})

test('a flagged visit says in one sentence why, and offers the obvious way out', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  await desk.page.getByRole('gridcell', { name: new RegExp(markText.uncovered, 'i') }).first().click()
  const drawer = drawerOf(desk.page)
  await expect(drawer.getByText(/certificat|certified/i).first()).toBeVisible()
  await expect(drawer.getByRole('button', { name: /^(Move to|Open|Name) / }).first()).toBeVisible()
})

test('an unknown is flagged, never green', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  await desk.page.getByRole('gridcell', { name: new RegExp(markText['cannot-verify'], 'i') }).first().click()
  await expect(drawerOf(desk.page).getByText(cannotVerifyText['service-type-not-approved']).first()).toBeVisible()
})

test('the week and the strip show the same days; a cell of the strip goes to its day', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  await desk.page.getByRole('radiogroup', { name: dayText.view }).getByText(dayText.views.week, { exact: true }).click()
  await expect(desk.page.getByText(/visit/).first()).toBeVisible()
  await desk.page.getByRole('radiogroup', { name: dayText.view }).getByText(dayText.views.day, { exact: true }).click()
  const strip = desk.page.getByRole('navigation', { name: stripText.title }).or(desk.page.getByRole('list', { name: stripText.title })).or(desk.page.getByRole('group', { name: stripText.title }))
  const before = await desk.page.getByRole('heading', { level: 1 }).innerText()
  await strip.first().getByRole('button').filter({ hasNotText: stripText.closedWord }).last().click()
  await expect(desk.page.getByRole('heading', { level: 1 })).not.toHaveText(before)
})

test('the head of the day keeps the keyboard while another day, or the week, is read', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  const book = page.getByRole('button', { name: dayText.book })
  await book.focus()
  const before = await page.getByRole('heading', { level: 1 }).innerText()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before)
  await expect(page.getByText(dayText.loading)).toBeHidden()
  await expect(book).toBeFocused()
  const week = page.getByRole('radio', { name: dayText.views.week, exact: true })
  await page.getByRole('radio', { name: dayText.views.day, exact: true }).press('ArrowRight')
  await expect(page.getByText(dayText.loadingWeek)).toBeHidden()
  await expect(week).toBeFocused()
  await expect(week).toBeChecked()
})

test('columns are people, or rooms', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  await expect(desk.page.getByRole('grid', { name: /one column per person/ })).toBeVisible()
  await desk.page.getByText(dayText.columnKinds.rooms, { exact: true }).click()
  await expect(desk.page.getByRole('grid', { name: /one column per room/ })).toBeVisible()
  await expect(desk.page.getByRole('columnheader', { name: /room/i }).first()).toBeVisible()
})

/** How many visits the strip of coming days calls flagged, all its days together. */
async function flaggedAhead(page: Page): Promise<number> {
  const cells = await page.getByRole('button', { name: /\d visits? flagged/ }).evaluateAll(found => found.map(cell => cell.getAttribute('aria-label') ?? ''))
  return cells.reduce((sum, words) => sum + Number(/(\d+) visits? flagged/.exec(words)?.[1] ?? 0), 0)
}

const isoDay = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('an absence first shows the visits that it flags; saved, the flags stand in every open window', async ({ desk }) => {
  const other = desk.openSecondWindow === undefined ? null : await desk.openSecondWindow()
  await signInAs(desk.page, 'clinical-lead')
  if (other !== null) await signInAs(other, 'front-desk')
  const watching = other ?? desk.page
  await expect(watching.getByRole('grid')).toBeVisible()
  const before = await flaggedAhead(watching)

  await goTo(desk.page, 'staff')
  await desk.page.getByRole('button', { name: 'Mateo Ortiz' }).first().click()
  const drawer = drawerOf(desk.page)
  await drawer.getByRole('button', { name: absenceText.add }).click()
  await drawer.getByRole('textbox', { name: absenceText.firstDay }).fill(isoDay(1))
  await drawer.getByRole('textbox', { name: absenceText.lastDay }).fill(isoDay(20))
  await drawer.getByRole('button', { name: frameText.save, exact: true }).click()
  const dialog = desk.page.getByRole('dialog', { name: impactText.title })
  await expect(dialog.getByText(/^This flags \d+ visit/)).toBeVisible()
  expect(other === null ? before : await flaggedAhead(other), 'nothing is saved while it is only shown').toBe(before)
  await dialog.getByRole('button', { name: impactText.save }).click()
  await expect(dialog).toHaveCount(0)

  if (other === null) await goTo(desk.page, 'day')
  await expect.poll(() => flaggedAhead(watching)).toBeGreaterThan(before)
  await desk.page.keyboard.press('Control+z')
  await expect.poll(() => flaggedAhead(watching)).toBe(before)
})

test('a visit is checked in and completed, and each step can be taken back', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  const covered = desk.page.getByRole('gridcell', { name: new RegExp(markText.fragile, 'i') }).first()
  await covered.click()
  const drawer = drawerOf(desk.page)
  await drawer.getByRole('button', { name: visitText.checkIn }).click()
  await expect(drawer.getByRole('button', { name: visitText.complete })).toBeVisible()
  await desk.page.keyboard.press('Control+z')
  await expect(drawer.getByRole('button', { name: visitText.checkIn })).toBeVisible()
  await drawer.getByRole('button', { name: visitText.checkIn }).click()
  await drawer.getByRole('button', { name: visitText.complete }).click()
  await expect(drawer.getByText(statusText.fulfilled, { exact: true })).toBeVisible()
  await desk.page.getByRole('button', { name: /^Undo: / }).click()
  await expect(drawer.getByRole('button', { name: visitText.complete })).toBeVisible()
})

test('nobody is checked in on an earlier day or missed before the hour, and the buttons say so', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: /\d visits? flagged/ }).last().click()
  await page.getByRole('gridcell', { name: new RegExp(markText.uncovered, 'i') }).first().click()
  for (const [words, says] of [[visitText.checkIn, /on the day itself/], [visitText.noShow, /once the visit was to begin/]] as const) {
    const button = drawerOf(page).getByRole('button', { name: words, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(says)
  }
})

test('a visit is cancelled with a reason, and taken back', async ({ desk }) => {
  await signInAs(desk.page, 'front-desk')
  await desk.page.getByRole('gridcell', { name: new RegExp(markText.fragile, 'i') }).first().click()
  const drawer = drawerOf(desk.page)
  await drawer.getByRole('button', { name: visitText.cancel, exact: true }).click()
  await drawer.getByText(visitText.cancelReasons[0]).click()
  await drawer.getByRole('button', { name: visitText.cancelGo }).click()
  await expect(drawer.getByText(visitText.cancelReasons[0]).first()).toBeVisible()
  await desk.page.keyboard.press('Control+z')
  await expect(drawer.getByRole('button', { name: visitText.checkIn })).toBeVisible()
})
