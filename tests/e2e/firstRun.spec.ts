import { aheadText } from '../../shared/text/en/ahead.ts'
import { stripText } from '../../shared/text/en/day.ts'
import { firstRunText } from '../../shared/text/en/firstRun.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { signInText } from '../../shared/text/en/signIn.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

const password = 'four calm green rivers'
const passphrase = 'seven quiet autumn harbours'

async function setUp(page: Page): Promise<string> {
  await page.getByLabel(firstRunText.name).fill('Harbour Clinic')
  await page.getByLabel(firstRunText.telephone).first().fill('+1 312 555 0199')
  await page.getByLabel(firstRunText.displayName).fill('Ada Winter')
  await page.getByRole('textbox', { name: firstRunText.password }).fill(password)
  await page.getByRole('textbox', { name: firstRunText.passphrase }).fill(passphrase)
  await page.getByRole('button', { name: firstRunText.create }).click()
  const key = await page.getByLabel(firstRunText.keyLabel).innerText()
  await page.getByLabel(firstRunText.keyConfirm).check()
  await page.getByRole('button', { name: firstRunText.keyGo }).click()
  await page.getByRole('navigation', { name: frameText.rail }).waitFor()
  return key
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel(signInText.username).fill('ada.winter')
  await page.getByRole('textbox', { name: signInText.password }).fill(password)
  await page.getByRole('button', { name: signInText.enter, exact: true }).click()
  await page.getByRole('navigation', { name: frameText.rail }).waitFor()
}

test('a practice is set up, shut, and opened again with its passphrase or with the recovery key', async ({ desk }) => {
  await expect(desk.page.getByRole('heading', { name: firstRunText.title })).toBeVisible()
  const key = await setUp(desk.page)
  expect(key.replace(/[^0-9A-Za-z]/g, '').length).toBeGreaterThanOrEqual(26)
  // Nothing is approved yet: no day may look staffed.
  const strip = desk.page.getByRole('navigation', { name: stripText.title })
  await expect(strip.getByRole('button', { name: /not checked/ }).first()).toBeVisible()
  await expect(strip.getByRole('button', { name: /, staffed,/ })).toHaveCount(0)
  await goTo(desk.page, 'ahead')
  await expect(desk.page.getByText(aheadText.noneApprovedTitle)).toBeVisible()

  await desk.restart()
  await desk.page.getByRole('textbox', { name: signInText.passphrase }).fill('a wrong passphrase altogether')
  await desk.page.getByRole('button', { name: signInText.open, exact: true }).click()
  await expect(desk.page.getByRole('alert')).toBeVisible()
  await desk.page.getByRole('textbox', { name: signInText.passphrase }).fill(passphrase)
  await desk.page.getByRole('button', { name: signInText.open, exact: true }).click()
  await signIn(desk.page)

  await desk.restart()
  await desk.page.getByRole('button', { name: signInText.useRecovery }).click()
  await desk.page.getByRole('textbox', { name: signInText.recoveryKey }).fill(key.toLowerCase())
  await desk.page.getByRole('button', { name: signInText.open, exact: true }).click()
  await signIn(desk.page)
})

test('what is missing is said beside the question, and nothing typed is lost', async ({ desk }) => {
  await desk.page.getByLabel(firstRunText.name).fill('Harbour Clinic')
  await desk.page.getByRole('button', { name: firstRunText.create }).click()
  await expect(desk.page.getByText(firstRunText.fillIn).first()).toBeVisible()
  await expect(desk.page.getByLabel(firstRunText.name)).toHaveValue('Harbour Clinic')
})

test('the other door is the demo practice, marked as made up', async ({ desk }) => {
  await desk.page.getByRole('button', { name: firstRunText.demoGo }).click()
  await signInAs(desk.page, 'front-desk')
  await expect(desk.page.getByText(frameText.demo).first()).toBeVisible()
  await expect(desk.page.getByRole('grid')).toBeVisible()
})
