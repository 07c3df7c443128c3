import { bookingText } from '../../shared/text/en/booking.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('a series is reviewed visit by visit, booked, cancelled from a visit on and taken back, from the keyboard', async ({ desk }) => {
  const { page } = desk
  const { keyboard } = page
  const drawer = drawerOf(page)
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  await page.getByRole('button', { name: patientsText.register }).press('Enter')
  await page.getByRole('textbox', { name: patientText.given }).fill('Petronella')
  await page.getByRole('textbox', { name: patientText.family }).fill('Thistlewood')
  await keyboard.press('Enter')
  await expect(drawer.getByRole('heading', { name: 'Petronella Thistlewood' })).toBeVisible()
  await drawer.getByRole('button', { name: seriesText.plan }).press('Enter')
  await expect(drawer.getByRole('combobox', { name: bookingText.serviceLabel })).toBeFocused()
  await keyboard.type('dystonia')
  await expect(drawer.getByRole('option', { name: /dystonia/i })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Enter')

  // Four visits twelve weeks apart. The last dystonia certificate ends before the fourth, and the review says so.
  const row = (number: number) => drawer.getByRole('listitem', { name: seriesText.row(number), exact: true })
  await expect(row(4)).toContainText(/^4No legal place within the days allowed\. \w/)
  for (const number of [1, 2, 3]) await expect(row(number)).toContainText(/(As planned|Moved from \w{3} \d+ \w{3} \d{4} \d\d:\d\d\. \w).*certified through \d+ \w{3} \d{4}/)
  const book = (visits: number) => drawer.getByRole('button', { name: seriesText.book(visits), exact: true })
  await expect(book(3)).toBeDisabled()
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  // Chosen by hand and given back again.
  await drawer.getByRole('textbox', { name: seriesText.timeOf(2) }).fill('1500')
  await expect(row(2)).toContainText(seriesText.asPlanned)
  await row(2).getByRole('button', { name: seriesText.resetRow(2) }).press('Enter')
  await expect(row(2).getByRole('button', { name: seriesText.resetRow(2) })).toHaveCount(0)
  await row(4).getByRole('button', { name: seriesText.leaveOut(4) }).press('Enter')
  await expect(book(3)).toBeEnabled()
  await book(3).press('Enter')

  await expect(drawer.getByText(seriesText.left(3, 3))).toBeVisible()
  for (const number of [1, 2, 3]) await expect(drawer.getByText(seriesText.place(number, 3))).toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await drawer.getByRole('button', { name: seriesText.cancelRest }).press('Enter')
  await expect(drawer.getByRole('textbox', { name: seriesText.reason })).toBeFocused()
  await keyboard.type('Moves away')
  await keyboard.press('Enter')
  await expect(drawer.getByText(seriesText.left(0, 3))).toBeVisible()
  await page.getByRole('button', { name: frameText.undo(seriesText.cancelled('Petronella Thistlewood', 3)) }).press('Enter')
  await expect(drawer.getByText(seriesText.left(3, 3))).toBeVisible()
})
