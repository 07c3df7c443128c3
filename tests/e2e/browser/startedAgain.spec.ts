import { frameText } from '../../../shared/text/en/frame.ts'
import { problemSentence } from '../../../shared/text/problems.ts'
import { expect, test } from '../../support/desk.ts'
import { signInAs } from '../../support/onScreen.ts'

test.use({ demo: true })

test('a page left open while the program was started again says where to go', async ({ desk: { page } }) => {
  await signInAs(page, 'front-desk')
  // The program makes another key at each start; to the page, its own then opens nothing.
  await page.context().clearCookies()
  await page.getByRole('button', { name: frameText.nextDay, exact: true }).click()
  await expect(page.getByText(problemSentence({ code: 'store-unavailable', why: 'door-closed' })).first()).toBeVisible()
})
