import { AxeBuilder } from '@axe-core/playwright'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const lines = [
  'Appointment ID,Client,Phone,Service,Provider,Date,Time,Duration,Status', 'a1,Wilma Thornquist,555 010 7001,Chronic migraine (31 sites),Ayesha Khan,2031-03-04,9:00 am,30,Confirmed',
  'a2,Wilma Thornquist,555 010 7001,Chronic migraine (31 sites),Kwame Mensah,2031-03-04,9:00 am,30,Confirmed', 'a3,Xaver Thornquist,555 010 7002,Scalp massage,Somebody Else,2031-03-05,half past nine,30,Confirmed',
]
const file = { name: 'bookings.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }

test('an export is looked at, its question answered, imported, and its double booking reported', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'exchange')
  await page.locator('input[type=file]').setInputFiles(file)

  const importing = page.getByRole('button', { name: /^Import/ })
  await expect(importing).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('combobox', { name: exchangeText.location }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Lakeside' }).click()
  await expect(importing).toHaveText(exchangeText.importButton(2, 1))

  const table = page.getByRole('table', { name: exchangeText.rows })
  await expect(table.getByRole('row', { name: /Wilma Thornquist/ })).toContainText('lines 2 and 3 overlap')
  await expect(table.getByRole('row', { name: /Xaver Thornquist/ })).toContainText('half past nine')
  await page.getByRole('tab', { name: exchangeText.parts.how }).click()
  await expect(page.getByRole('combobox', { name: exchangeText.serviceOf('Scalp massage') })).toHaveValue(exchangeText.draft)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(desk.host === 'desktop').analyze()
  expect(violations.filter(fault => fault.impact === 'serious' || fault.impact === 'critical').map(fault => `${fault.id}: ${fault.nodes.map(node => node.target.join(' ')).join(' | ')}`)).toEqual([])

  await importing.click()
  await expect(page.getByText(exchangeText.saved(2, 1)).first()).toBeVisible()
  await page.getByRole('button', { name: exchangeText.anotherFile }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('combobox', { name: exchangeText.location }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Lakeside' }).click()
  await expect(page.getByRole('button', { name: exchangeText.importButton(0, 0) })).toHaveAttribute('aria-disabled', 'true')
})

test('an import waits while the telephone is answered, and what is no CSV file is refused in words', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'exchange')
  await page.locator('input[type=file]').setInputFiles({ name: 'book.xlsx', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004nothing') })
  await expect(page.getByRole('alert')).toContainText('Excel')
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('bookings.csv')).toBeVisible()
  await goTo(page, 'patients')
  await goTo(page, 'exchange')
  await expect(page.getByText('bookings.csv')).toBeVisible()
})
