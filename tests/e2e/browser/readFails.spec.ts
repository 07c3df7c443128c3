import { frameText } from '../../../shared/text/en/frame.ts'
import { registerText } from '../../../shared/text/en/register.ts'
import { staffText } from '../../../shared/text/en/staff.ts'
import { problemSentence, readingSentence } from '../../../shared/text/problems.ts'
import { expect, test } from '../../support/desk.ts'
import { goTo, signInAs } from '../../support/onScreen.ts'

test.use({ demo: true })

test('a register that could not be read is not printed, saved or signed as if it were empty', async ({ desk: { page } }) => {
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  const answer = { status: 500, contentType: 'application/json', body: '{}' }
  await page.route('**/rpc/register/**', route => route.fulfill(answer))
  await page.getByRole('radiogroup', { name: staffText.title }).getByText(staffText.tabs.register, { exact: true }).click()
  const main = page.getByRole('main')
  await expect(main.getByText(readingSentence({ code: 'fault', incident: '' })).first()).toBeVisible()
  const buttons = [registerText.print, registerText.savePdf, registerText.csv, registerText.sign].map(name => main.getByRole('button', { name, exact: true }))
  for (const button of buttons) await expect(button).toHaveAttribute('aria-disabled', 'true')
  await page.unroute('**/rpc/register/**')
  await main.getByRole('button', { name: frameText.tryAgain }).first().click()
  await expect(main.getByRole('table', { name: registerText.title })).toBeVisible()
  for (const button of buttons) await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  // What the file's own reading says is told as well.
  await page.route('**/rpc/register/csv', route => route.fulfill(answer))
  await main.getByRole('button', { name: registerText.csv, exact: true }).click()
  await expect(main.getByText(problemSentence({ code: 'fault', incident: '' }))).toBeVisible()
})
