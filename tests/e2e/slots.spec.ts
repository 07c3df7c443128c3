import { bookingText } from '../../shared/text/en/booking.ts'
import { dayText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('what a patient asks for narrows the places, outlives an interruption, and brings the second visit along, from the keyboard', async ({ desk }) => {
  const { page } = desk
  const { keyboard } = page
  const drawer = drawerOf(page)
  await signInAs(page, 'front-desk')
  await page.getByRole('button', { name: dayText.book }).press('Enter')
  await expect(drawer.getByRole('combobox', { name: bookingText.patientLabel })).toBeFocused()
  await keyboard.type('Tamara Dowd')
  await expect(drawer.getByRole('option', { name: /Tamara O’Dowd|O’Dowd, Tamara/ }).first()).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Enter')
  await keyboard.type('migraine')
  await expect(drawer.getByRole('option', { name: /migraine/i }).first()).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Enter')
  const places = drawer.getByRole('listbox', { name: bookingText.slots })
  await expect(places.getByRole('option').first()).toBeVisible()

  const asked = drawer.getByRole('group', { name: bookingText.chips })
  await asked.getByRole('checkbox', { name: bookingText.afternoons }).press('Space')
  await asked.getByRole('checkbox', { name: 'Wednesday' }).press('Space')
  await asked.getByRole('combobox', { name: bookingText.room, exact: true }).selectOption({ label: 'Room 6' })
  await asked.getByRole('combobox', { name: bookingText.notice }).selectOption({ label: '2 hours’ notice' })
  await asked.getByRole('combobox', { name: bookingText.second, exact: true }).selectOption({ label: bookingText.withSecond('Physiotherapy') })
  await asked.getByRole('combobox', { name: bookingText.secondWhen }).selectOption({ label: 'within 7 days' })
  const all = /^(?!Wed)\w{3} \d+ \w{3} (1[2-9]|2\d):\d\d · .+ · Room 6Physiotherapy: free \w{3} \d+ \w{3} \d\d:\d\d · T\. Wiśniewski · Room \d$/
  await expect(places.getByRole('option').first()).toHaveText(all)
  const texts = await places.getByRole('option').allTextContents()
  expect(texts.filter(text => !all.test(text))).toEqual([])
  await expect(asked.getByRole('status')).toHaveText(bookingText.askedFor(5))
  await asked.getByRole('checkbox', { name: bookingText.closedToo }).press('Space')
  await expect(drawer.getByRole('region', { name: /^Not free on/ }).first().getByRole('listitem').first()).toHaveText(/\d\d:\d\d.+\./)
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  // The telephone rings.
  await drawer.getByRole('button', { name: frameText.closeDrawer }).press('Enter')
  await goTo(page, 'patients')
  await page.getByRole('button', { name: frameText.resumeBooking }).press('Enter')
  await expect(places.getByRole('option').first()).toHaveText(all)
  await expect(asked.getByRole('status')).toHaveText(bookingText.askedFor(5))

  await places.focus()
  await keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: bookingText.go, exact: true })).toBeFocused()
  await keyboard.press('Enter')
  await drawer.getByRole('button', { name: /^Book Physiotherapy \w{3} \d+/ }).press('Enter')
  await expect(drawer.getByRole('button', { name: bookingText.go, exact: true })).toBeFocused()
  await keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: bookingText.openVisit })).toBeVisible()
  await expect(drawer.getByRole('button', { name: /^Book Physiotherapy/ })).toHaveCount(0)
})
