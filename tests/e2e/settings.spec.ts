import type { Page } from '@playwright/test'
import { dayText } from '../../shared/text/en/day.ts'
import { auditActionWords } from '../../shared/text/en/audit.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { accountRoleWords } from '../../shared/text/en/names.ts'
import { placeText, settingsText } from '../../shared/text/en/settings.ts'
import { signInText } from '../../shared/text/en/signIn.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const wrong = problemSentence({ code: 'wrong-credentials', waitSeconds: 0 })
const save = (page: Page) => page.getByRole('button', { name: frameText.save, exact: true }).click()

async function openPart(page: Page, part: keyof typeof settingsText.parts): Promise<void> {
  await goTo(page, 'settings')
  await page.getByRole('tab', { name: settingsText.parts[part] }).click()
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: signInText.username }).fill(username)
  await page.getByRole('textbox', { name: signInText.password }).fill(password)
  await page.getByRole('button', { name: signInText.enter, exact: true }).click()
}

test('practice and opening hours are changed, and what depends on them shows it', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'administrator')
  await goTo(page, 'settings')
  const askFor = page.getByRole('textbox', { name: settingsText.practice.askFor })
  await expect(askFor).toHaveValue('the front desk')
  await askFor.fill('Joan at the desk')
  await page.getByRole('tab', { name: settingsText.parts.locations }).click()
  const leave = page.getByRole('dialog', { name: frameText.loseTitle })
  await expect(leave).toContainText(frameText.lose(settingsText.parts.practice))
  expect(await graveFaults(desk, 'dialog')).toEqual([])
  await leave.getByRole('button', { name: frameText.loseNo, exact: true }).last().click()
  await expect(askFor).toHaveValue('Joan at the desk')
  await save(page)
  const undo = page.getByRole('button', { name: frameText.undo(settingsText.practice.saved) })
  await expect(undo).toBeVisible()
  await page.getByRole('tab', { name: settingsText.parts.locations }).click()
  await page.getByRole('tab', { name: settingsText.parts.practice }).click()
  await expect(askFor).toHaveValue('Joan at the desk')
  await undo.click()
  await expect(askFor).toHaveValue('the front desk')
  await page.getByRole('textbox', { name: settingsText.practice.name }).fill('')
  await save(page)
  await expect(page.getByRole('textbox', { name: settingsText.practice.name }), 'the field that needs another look has the cursor').toBeFocused()
  await page.getByRole('textbox', { name: settingsText.practice.name }).fill('Lakeside and Riverbend')
  await save(page)

  await openPart(page, 'locations')
  await page.getByRole('table', { name: settingsText.locations.list }).getByRole('button', { name: 'Lakeside' }).click()
  await page.getByRole('textbox', { name: placeText.closes('Monday') }).fill('')
  await save(page)
  await expect(page.getByText(placeText.hoursBad)).toBeVisible()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
    await page.getByRole('textbox', { name: placeText.closes(day) }).fill('1930')
  }
  await page.getByRole('textbox', { name: settingsText.locations.reason }).fill('Founders’ day')
  await page.getByRole('button', { name: settingsText.locations.addException }).click()
  await expect(page.getByRole('main').getByRole('textbox', { name: settingsText.locations.exceptionDate })).toBeFocused()
  await expect(page.getByText(settingsText.locations.exceptionBad)).toBeVisible()
  await page.getByRole('main').getByRole('textbox', { name: settingsText.locations.exceptionDate }).fill('+1')
  // Saved with the rest although nobody pressed “Add a date” again.
  await save(page)
  await expect(page.getByRole('row', { name: /^Lakeside/ })).toContainText('08:00–19:30')
  await goTo(page, 'day')
  await expect(page.getByRole('rowheader', { name: '19:00' })).toBeAttached()
  await page.getByRole('button', { name: frameText.nextDay }).click()
  await expect(page.getByText(/^The practice is closed on .+: Founders’ day\.$/), 'though visits stand on it').toBeVisible()
})

test('an account is added and signs in; a wrong guess is not told which part was wrong; the audit trail says who did what', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await openPart(page, 'accounts')
  const text = settingsText.accounts
  await page.getByRole('button', { name: text.add }).click()
  await page.getByRole('textbox', { name: text.displayName, exact: true }).fill('Nell Farrow')
  await page.getByRole('textbox', { name: text.username }).fill('nell')
  await page.getByRole('combobox', { name: text.role }).selectOption({ label: accountRoleWords['front-desk'] })
  await page.getByRole('textbox', { name: text.password }).fill('short')
  await save(page)
  await expect(page.getByRole('textbox', { name: text.password }), 'too short a password is sent back').toBeFocused()
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await page.getByRole('textbox', { name: text.password }).fill('green boats at noon')
  await save(page)
  await expect(page.getByRole('table', { name: text.list }).getByRole('row', { name: 'Nell Farrow' })).toContainText(accountRoleWords['front-desk'])

  await page.getByRole('button', { name: frameText.lockLong }).click()
  await expect(page.getByRole('heading', { name: signInText.title })).toBeVisible()
  await signIn(page, 'nell', 'green boats at nine')
  await expect(page.getByRole('alert')).toHaveText(wrong)
  await signIn(page, 'nobody at all', 'green boats at noon')
  await expect(page.getByRole('alert')).toHaveText(wrong)
  await signIn(page, 'NELL', 'green boats at noon')
  await expect(page.getByRole('button', { name: `${frameText.account}: Nell Farrow, ${accountRoleWords['front-desk']}` })).toBeVisible()
  await expect(page.getByRole('grid', { name: /one column per person/ })).toBeVisible()
  await goTo(page, 'settings')
  await expect(page.getByRole('tab', { name: settingsText.parts.accounts })).toHaveCount(0)
  await expect(page.getByRole('tab', { name: settingsText.parts.audit })).toHaveCount(0)

  // Put out of use, the account opens nothing any more, and the answer is the same again.
  await page.getByRole('button', { name: frameText.lockLong }).click()
  await signInAs(page, 'clinical-lead')
  await openPart(page, 'accounts')
  await page.getByRole('button', { name: 'Nell Farrow' }).click()
  await page.getByRole('switch', { name: text.active }).click({ force: true })
  await save(page)
  await expect(page.getByRole('row', { name: 'Nell Farrow' })).toContainText(text.inactive)

  await page.getByRole('tab', { name: settingsText.parts.audit }).click()
  await expect(page.getByRole('status').filter({ hasText: settingsText.audit.whole })).toBeVisible()
  const events = page.getByRole('table', { name: settingsText.audit.list }).getByRole('row')
  const lead = 'Dr. Rosalind Achterberg'
  await expect(events.filter({ hasText: lead }).filter({ hasText: auditActionWords('account.record') })).toContainText('display name: Nell Farrow')
  await expect(events.filter({ hasText: lead }).filter({ hasText: auditActionWords('account.amend') })).toContainText('active: yes → no')
  await expect(events.filter({ hasText: 'Nell Farrow' }).filter({ hasText: auditActionWords('session.signIn') }).first()).toBeVisible()
  await expect(events.filter({ hasText: auditActionWords('session.signIn') }).filter({ hasText: settingsText.audit.refused })).toHaveCount(2)
  await expect(page.getByText('green boats'), 'no password is kept in it').toHaveCount(0)
  expect(await graveFaults(desk, 'screen')).toEqual([])

  await page.getByRole('button', { name: frameText.lockLong }).click()
  await expect(page.getByRole('heading', { name: signInText.title })).toBeVisible()
  await signIn(page, 'nell', 'green boats at noon')
  await expect(page.getByRole('alert')).toHaveText(wrong)
  await expect(page.getByText(dayText.book)).toBeHidden()
})
