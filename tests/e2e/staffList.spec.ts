import { exchangeText } from '../../shared/text/en/exchange.ts'
import { qualificationText } from '../../shared/text/en/staff.ts'
import { staffImportText, staffOutcomeWords } from '../../shared/text/en/staffImport.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const message = [
  'MSH|^~\\&|HR|CLINIC|DESK|DESK|20260501||MFN^M02^MFN_M02|1|P|2.5.1', 'MFI|PRA||UPD|||NE', 'MFE|MAD|||S1|CWE', 'STF|S1||Thornquist^Xenia^^^^RN|||19800101', 'PRA|S1|||||RN 77^SL^TX^20310630',
  'CER|1|L-77||Board of Nursing||||||INJ^Injector certificate|||||||||||||20240102', 'LAN|1|ES',
]
const file = { name: 'staff.hl7', mimeType: 'text/plain', buffer: Buffer.from(message.join('\r')) }

test('a staff list of HL7 is looked at, what was not understood is named, and it is recorded without counting', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'exchange')
  await page.getByRole('radiogroup', { name: staffImportText.tabsLabel }).getByText(staffImportText.tabs.staff, { exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(file)

  const recording = page.getByRole('button', { name: staffImportText.importButton(1, 2) })
  await expect(recording).toBeVisible()
  const table = page.getByRole('table', { name: staffImportText.rows })
  await expect(table.getByRole('row', { name: /State licence · RN 77/ })).toContainText(staffOutcomeWords['certification-new'])
  await expect(table.getByRole('row', { name: /Injector certificate · L-77/ })).toContainText('Expiry unknown')
  await expect(page.getByText('STF-6 (birth date) is not imported')).toBeVisible()
  await expect(page.getByText('Segment LAN (language) is not imported')).toBeVisible()
  await page.getByRole('tab', { name: staffImportText.parts.how }).click()
  await expect(page.getByRole('combobox', { name: staffImportText.typeOf('State licence') })).toHaveValue(staffImportText.newType)
  expect(await graveFaults(desk, 'screen')).toEqual([])

  await recording.click()
  await expect(page.getByText(staffImportText.saved(1, 2)).first()).toBeVisible()
  await page.getByRole('button', { name: exchangeText.anotherFile }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('button', { name: staffImportText.importButton(0, 0) })).toHaveAttribute('aria-disabled', 'true')

  await goTo(page, 'staff')
  await page.getByRole('button', { name: 'Xenia Thornquist' }).click()
  const card = page.getByRole('listitem').filter({ hasText: 'RN 77' })
  await expect(card).toContainText(qualificationText.unverified)
})

test('a front desk is told who may bring in a staff list', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'exchange')
  await page.getByRole('radiogroup', { name: staffImportText.tabsLabel }).getByText(staffImportText.tabs.staff, { exact: true }).click()
  await expect(page.getByText(staffImportText.mayNot)).toBeVisible()
})
