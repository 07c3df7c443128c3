import { readdirSync } from 'node:fs'
import { bookingText } from '../../shared/text/en/booking.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { dayText, markText, overrideText, visitText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('a visit is booked by keyboard alone in five actions: patient, service, place, confirm, card', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('grid').waitFor()
  await page.getByRole('button', { name: dayText.book }).press('Enter')
  const drawer = drawerOf(page)
  // 1: the patient, found in spite of a typing error.
  await expect(drawer.getByRole('combobox', { name: bookingText.patientLabel })).toBeFocused()
  await page.keyboard.type('Curtis Marhs')
  await expect(drawer.getByRole('option', { name: /Curtis Marsh|Marsh, Curtis/ }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  // 2: the service.
  await page.keyboard.type('dystonia')
  await expect(drawer.getByRole('option', { name: /dystonia/i }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  // 3: the earliest eligible place, with its injector.
  await expect(drawer.getByRole('listbox', { name: bookingText.slots }).getByRole('option').first()).toHaveText(/\w{3} \d+ \w{3} \d\d:\d\d · .+/)
  await page.keyboard.press('Enter')
  // 4: confirm.
  await expect(drawer.getByRole('button', { name: bookingText.go, exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  // 5: the card.
  await expect(drawer.getByRole('region', { name: cardsText.preview }).or(drawer.getByLabel(cardsText.preview)).first()).toBeVisible()
  const paper = drawer.frameLocator('iframe')
  await expect(paper.getByText(/Marsh/)).toBeVisible()
  await expect(paper.getByText(/dystonia|toxin|botox/i)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeVisible()

  // The same again comes only when the interval has passed.
  await drawer.getByRole('button', { name: bookingText.samePatient }).press('Enter')
  await page.keyboard.type('dystonia')
  await expect(drawer.getByRole('option', { name: /dystonia/i }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const soon = drawer.getByText(/needs 84 days from one visit to the next/).first()
  await expect(soon).toBeVisible()
  await drawer.getByRole('button', { name: bookingText.lookFrom }).press('Enter')
  await expect(soon).toHaveCount(0)
  await expect(drawer.getByRole('listbox', { name: bookingText.slots }).getByRole('option').first()).toBeVisible()
  await expect(drawer.getByRole('listbox', { name: bookingText.slots }), 'the keyboard is at the places').toBeFocused()
})

test('an interrupted booking is found as it was', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: dayText.book }).click()
  const drawer = drawerOf(page)
  await drawer.getByRole('combobox', { name: bookingText.patientLabel }).fill('Dowd')
  await drawer.getByRole('option', { name: /Dowd/ }).first().click()
  await goTo(page, 'patients')
  await drawer.getByRole('button', { name: frameText.closeDrawer }).click()
  await goTo(page, 'day')
  await page.getByRole('button', { name: frameText.resumeBooking }).click()
  await expect(drawer.getByText(/Dowd/).first()).toBeVisible()
  await expect(drawer.getByRole('combobox', { name: bookingText.serviceLabel })).toBeVisible()
})

test('the desk may not book onto a gap; the lead may, with a reason, and it stays flagged', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await page.getByRole('button', { name: dayText.book }).click()
  const drawer = drawerOf(page)
  await drawer.getByRole('combobox', { name: bookingText.patientLabel }).fill('Dowd')
  await drawer.getByRole('option', { name: /Dowd/ }).first().click()
  await drawer.getByRole('combobox', { name: bookingText.serviceLabel }).fill('dystonia')
  await drawer.getByRole('option', { name: /dystonia/i }).first().click()
  await drawer.getByText(bookingText.closedToo, { exact: true }).click()
  await drawer.getByRole('button', { name: /all the same$/ }).first().click()
  await drawer.getByRole('button', { name: bookingText.go, exact: true }).click()
  await expect(drawer.getByRole('alert')).toBeVisible()
  await drawer.getByRole('textbox', { name: overrideText.reason }).fill('Dr. Ortiz comes in for this patient')
  await drawer.getByRole('button', { name: bookingText.goAnyway }).click()
  await drawer.getByRole('button', { name: bookingText.openVisit }).click()
  await expect(drawer.getByText(/Booked all the same by .+ Dr\. Ortiz comes in/)).toBeVisible()
  await expect(drawer.getByText(markText.uncovered).or(drawer.getByText(/certified|on shift/)).first()).toBeVisible()
})

test('what is not free is shown with its reason, and the desk is told why it may not choose it', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: dayText.book }).click()
  const drawer = drawerOf(page)
  await drawer.getByRole('combobox', { name: bookingText.patientLabel }).fill('Dowd')
  await drawer.getByRole('option', { name: /Dowd/ }).first().click()
  await drawer.getByRole('combobox', { name: bookingText.serviceLabel }).fill('dystonia')
  await drawer.getByRole('option', { name: /dystonia/i }).first().click()
  await drawer.getByText(bookingText.closedToo, { exact: true }).click()
  await expect(drawer.getByRole('region', { name: /^Not free on/ }).first().getByRole('listitem').first()).toHaveText(/\d\d:\d\d.+/)
  await expect(drawer.getByRole('button', { name: /all the same$/ })).toHaveCount(0)
})

test('a visit is moved by keyboard: M picks it up, arrows carry it, Enter puts it down, and undo puts it back', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  // Tomorrow, so that no visit of it is over yet.
  await page.getByRole('button', { name: frameText.nextDay }).click()
  const visit = page.getByRole('gridcell', { name: /with / }).first()
  await visit.waitFor()
  const id = await visit.getAttribute('data-visit')
  const moved = page.locator(`[data-visit="${id}"]`)
  const before = await moved.getAttribute('aria-label')
  await moved.focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(moved).toHaveAttribute('aria-label', before ?? '')
  await moved.focus()
  await page.keyboard.press('m')
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: overrideText.title })
  const undo = page.getByRole('button', { name: /^Undo: .+ moved to/ })
  await expect(undo.or(dialog)).toBeVisible()
  if (await dialog.isVisible()) {
    await dialog.getByRole('textbox', { name: overrideText.reason }).fill('Agreed on the telephone')
    await dialog.getByRole('button', { name: overrideText.go }).click()
  }
  await undo.click()
  await expect(moved).toHaveAttribute('aria-label', before ?? '')
})

test('a visit is moved by dragging it', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await page.getByRole('button', { name: frameText.nextDay }).click()
  const visit = page.getByRole('gridcell', { name: /with / }).first()
  await visit.waitFor()
  const id = await visit.getAttribute('data-visit')
  const moved = page.locator(`[data-visit="${id}"]`)
  const before = await moved.getAttribute('aria-label')
  const box = await moved.boundingBox()
  if (box === null) throw new Error('the visit is not on screen')
  await page.mouse.move(box.x + box.width / 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 40, { steps: 6 })
  await page.mouse.move(box.x + box.width / 2, box.y + 100, { steps: 6 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: overrideText.title })
  const undo = page.getByRole('button', { name: /^Undo: .+ moved to/ })
  const refused = page.getByRole('contentinfo').getByRole('status')
  await expect(undo.or(dialog).or(refused.filter({ hasText: /\w/ })).first()).toBeVisible()
  if (await dialog.isVisible()) {
    await dialog.getByRole('textbox', { name: overrideText.reason }).fill('Agreed on the telephone')
    await dialog.getByRole('button', { name: overrideText.go }).click()
  }
  await undo.click()
  await expect(moved).toHaveAttribute('aria-label', before ?? '')
})

test('a place on the schedule is booked by double click, and N books where the keyboard is', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: frameText.nextDay }).click()
  const visit = page.locator('[data-visit]').first()
  await visit.waitFor()
  await visit.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('n')
  await expect(drawerOf(page).getByRole('combobox', { name: bookingText.patientLabel })).toBeFocused()
})

test('a card is saved as a PDF of exactly the card’s size', async ({ desk }) => {
  test.skip(desk.host === 'browser', 'A browser has no “save as PDF” but the one in its own print window.')
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'day')
  await page.getByRole('gridcell', { name: new RegExp(markText.fragile, 'i') }).first().click()
  await drawerOf(page).getByRole('button', { name: visitText.printCard }).click()
  await drawerOf(page).getByRole('button', { name: cardsText.savePdf }).click()
  await expect.poll(() => readdirSync(desk.pdfDir).filter(name => name.endsWith('.pdf')).length).toBe(1)
  await expect(page.getByRole('status').filter({ hasText: cardsText.saved(1) })).toBeVisible()
})
