import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { frameText } from '../../shared/text/en/frame.ts'
import { registerText, stateWords } from '../../shared/text/en/register.ts'
import { paperText, qualificationText, staffText } from '../../shared/text/en/staff.ts'
import { standingWords } from '../../shared/text/en/standing.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('a renewal is entered ahead, verified for a year, and the register tells each day from what was known', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  const main = page.getByRole('main')
  await main.getByRole('list', { name: staffText.people }).getByRole('button', { name: 'Petra Nováková' }).click()
  const drawer = drawerOf(page)
  const paper = (number: string): Locator => drawer.getByRole('listitem').filter({ hasText: number })
  const old = paper('DEMO-1008').first()
  await old.getByRole('button', { name: qualificationText.renew }).click()
  const form = drawer.locator('form').first()
  await expect(form.getByText(qualificationText.renewHint)).toBeVisible()
  await form.getByRole('textbox', { name: qualificationText.number }).fill('RENEW-1')
  await form.getByRole('textbox', { name: paperText.jurisdiction }).fill('US-IL')
  await form.getByRole('textbox', { name: paperText.restrictions }).fill('Only with a second pair of eyes')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await form.getByRole('button', { name: frameText.save, exact: true }).click()
  const renewal = paper('RENEW-1').first()
  await expect(renewal).toContainText(standingWords({ kind: 'unverified' }))
  await expect(renewal).toContainText('Only with a second pair of eyes')
  await expect(old.getByRole('button', { name: qualificationText.renew })).toHaveCount(0)

  await renewal.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await renewal.getByRole('textbox', { name: qualificationText.source }).fill('Letter 12')
  await renewal.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await expect(renewal).toContainText('Letter 12')
  await renewal.getByRole('button', { name: registerText.history }).click()
  await expect(renewal.getByText(registerText.version(2))).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('radiogroup', { name: staffText.title }).getByText(staffText.tabs.register, { exact: true }).click()
  const table = main.getByRole('table', { name: registerText.title })
  const line = table.getByRole('row').filter({ hasText: 'RENEW-1' })
  await expect(line).toContainText(stateWords['not-yet-effective'])
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await main.getByRole('textbox', { name: registerText.asOf }).fill('2020-01-01')
  await page.keyboard.press('Enter')
  await expect(main.getByText(registerText.none)).toBeVisible()
})

test('the register is signed off with a hash, and the file that was signed can be had again', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  const main = page.getByRole('main')
  await page.getByRole('radiogroup', { name: staffText.title }).getByText(staffText.tabs.register, { exact: true }).click()
  await main.getByRole('button', { name: registerText.sign, exact: true }).click()
  await main.locator('form').getByRole('button', { name: registerText.sign, exact: true }).click()
  await expect(main.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible()
  if (desk.host === 'browser') {
    const download = page.waitForEvent('download')
    await main.getByRole('button', { name: registerText.snapshotOpen }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text).toContain('Nováková')
  }
})

test('a visit says who was certified for it that day', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await page.getByRole('gridcell', { name: /^09:00 to 09:30, .+, Blepharospasm, / }).press('Enter')
  const drawer = drawerOf(page)
  await drawer.getByRole('button', { name: `${registerText.show}: ${registerText.whoWasCertified}` }).click()
  const ito = drawer.getByRole('listitem').filter({ hasText: '春香' }).last()
  await expect(ito).toContainText(registerText.certifiedBy('Periocular injector certificate'))
  await expect(drawer.getByText(/is not certified for blepharospasm/i).first()).toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])
})
