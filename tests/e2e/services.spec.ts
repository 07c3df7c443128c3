import type { Page } from '@playwright/test'
import { bookingText } from '../../shared/text/en/booking.ts'
import { dayText, markText } from '../../shared/text/en/day.ts'
import { frameText, impactText } from '../../shared/text/en/frame.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { cannotVerifyText } from '../../shared/text/staffing.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const text = settingsText.services
const { draft, approved } = text.statuses
const impactOf = (page: Page) => page.getByRole('dialog', { name: impactText.title })
const rowOf = (page: Page, service: string) => page.getByRole('table', { name: text.list }).getByRole('row', { name: service })

async function openService(page: Page, service: string): Promise<void> {
  await goTo(page, 'settings')
  await page.getByRole('tab', { name: settingsText.parts.services }).click()
  await rowOf(page, service).getByRole('button', { name: service }).click()
  await page.getByRole('heading', { level: 3, name: service }).waitFor()
}

test('a draft cannot be booked and its visit says why; once approved, the flag goes in the day view at once', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  const watching = await desk.openSecondWindow?.() ?? page
  if (watching !== page) await signInAs(watching, 'front-desk')
  const visit = watching.getByRole('gridcell', { name: /^15:30 to 16:00, .+, Chronic sialorrhea, / })
  await expect(visit).toHaveAccessibleName(new RegExp(`${markText['cannot-verify']}: ${cannotVerifyText['service-type-not-approved']}`))

  await page.getByRole('button', { name: dayText.book }).click()
  const drawer = drawerOf(page)
  await drawer.getByRole('combobox', { name: bookingText.patientLabel }).fill('Dowd')
  await drawer.getByRole('option', { name: /Dowd/ }).first().click()
  const offered = drawer.getByRole('option', { name: 'Chronic sialorrhea' })
  await expect(offered).toHaveAttribute('aria-disabled', 'true')
  await expect(offered).toContainText(bookingText.draft)
  await offered.click({ force: true })
  await expect(drawer.getByRole('combobox', { name: bookingText.serviceLabel }), 'it cannot be chosen').toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  // Nobody is certified for it, and the lead finds that the migraine course covers it.
  await openService(page, 'Chronic sialorrhea')
  await expect(page.getByText(text.statusHint.draft)).toBeVisible()
  await page.getByRole('combobox', { name: text.competences }).click()
  await page.getByRole('option', { name: 'Chronic migraine, 31 sites' }).click()
  await page.getByRole('option', { name: 'Chronic sialorrhea' }).click()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: frameText.save, exact: true }).click()
  await expect(rowOf(page, 'Chronic sialorrhea')).toContainText('Chronic migraine, 31 sites')
  await rowOf(page, 'Chronic sialorrhea').getByRole('button').click()
  await page.getByRole('button', { name: text.approve, exact: true }).click()
  // The visit of this afternoon is counted for as long as it is still to come.
  const dialog = impactOf(page)
  await expect(dialog.or(page.getByText(text.statusSaved('Chronic sialorrhea', approved))).first()).toBeVisible()
  if (await dialog.isVisible()) {
    await expect(dialog.getByRole('heading', { name: impactText.clears(1) })).toBeVisible()
    await dialog.getByRole('button', { name: impactText.saveClears, exact: true }).click()
  }
  await expect(rowOf(page, 'Chronic sialorrhea')).toContainText(approved)
  if (watching === page) await goTo(page, 'day')
  await expect(visit).not.toHaveAccessibleName(new RegExp(markText['cannot-verify']))
  await expect(visit).toHaveAccessibleName(/ in Room \d$/)
})

test('a service taken back to draft flags its visits, and approved again clears the same ones; each is shown before it is saved', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  const visit = page.getByRole('gridcell', { name: /^14:30 to 15:00, .+, Blepharospasm, / })
  await expect(visit).toHaveAccessibleName(new RegExp(markText.fragile))
  await openService(page, 'Blepharospasm')
  await page.getByRole('button', { name: text.toDraft }).click()
  const dialog = impactOf(page)
  const flags = dialog.getByRole('heading', { name: /^This flags \d+ visits$/ })
  await expect(flags).toBeVisible()
  const count = Number(/\d+/.exec(await flags.innerText())?.[0])
  expect(await graveFaults(desk, 'dialog')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(rowOf(page, 'Blepharospasm'), 'nothing is saved by looking').toContainText(approved)

  await page.getByRole('button', { name: text.toDraft }).click()
  await dialog.getByRole('button', { name: impactText.save }).click()
  await expect(rowOf(page, 'Blepharospasm')).toContainText(draft)
  await goTo(page, 'day')
  await expect(visit).toHaveAccessibleName(new RegExp(cannotVerifyText['service-type-not-approved']))

  await openService(page, 'Blepharospasm')
  await page.getByRole('button', { name: text.approve, exact: true }).click()
  await expect(dialog.getByRole('heading', { name: impactText.clears(count) })).toBeVisible()
  await dialog.getByRole('button', { name: impactText.saveClears, exact: true }).click()
  await expect(rowOf(page, 'Blepharospasm')).toContainText(approved)
  await goTo(page, 'day')
  await expect(visit).toHaveAccessibleName(new RegExp(markText.fragile))
})
