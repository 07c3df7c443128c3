import type { Locator, Page } from '@playwright/test'
import { type AccountRole, accountRoles } from '../../shared/domain/person.ts'
import { mayDo } from '../../shared/domain/permission.ts'
import { dayText, markText, visitText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { accountRoleWords } from '../../shared/text/en/names.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { signInText } from '../../shared/text/en/signIn.ts'
import { absenceText, exceptionText, shiftText } from '../../shared/text/en/shifts.ts'
import { qualificationText, staffText } from '../../shared/text/en/staff.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

type Screen = keyof typeof frameText.routes
const everywhere: readonly Screen[] = ['day', 'ahead', 'patients', 'staff', 'cards', 'exchange', 'settings']
const rail: Readonly<Record<AccountRole, readonly Screen[]>> = {
  'front-desk': everywhere,
  injector: ['day', 'ahead', 'patients', 'staff', 'cards', 'settings'],
  'clinical-lead': everywhere,
  administrator: everywhere,
  auditor: ['day', 'ahead', 'staff', 'settings'],
}
type Part = keyof typeof settingsText.parts
const open: readonly Part[] = ['practice', 'locations', 'services', 'rules']
const parts: Readonly<Record<AccountRole, readonly Part[]>> = {
  'front-desk': open,
  injector: open,
  'clinical-lead': [...open, 'accounts', 'calendar', 'audit', 'security'],
  administrator: [...open, 'accounts', 'calendar', 'audit', 'security'],
  auditor: [...open, 'audit'],
}

/** A button either works, or is there, can be reached, does nothing, and says why. */
async function offersOrSaysWhy(button: Locator, refusal: string | null): Promise<void> {
  await expect(button).toBeVisible()
  if (refusal === null) {
    await expect(button).toBeEnabled()
    await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    return
  }
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(refusal)
  const { keyboard } = button.page()
  await button.focus()
  await keyboard.press('Shift+Tab')
  await keyboard.press('Tab')
  await expect(button, 'the keyboard comes to it all the same').toBeFocused()
  // Where the mouse was left another button may say the same.
  await expect(button.page().getByRole('tooltip').filter({ hasText: refusal }).first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(button, 'nothing opens').toBeVisible()
}

async function staffOffers(page: Page, role: AccountRole): Promise<void> {
  await goTo(page, 'staff')
  await offersOrSaysWhy(page.getByRole('button', { name: staffText.addPerson }), mayDo(role, 'practitioner.write') ? null : staffText.mayNotEditStaff)
  await page.getByRole('button', { name: 'Lucía García de la Vega' }).click()
  const drawer = drawerOf(page)
  await drawer.getByRole('heading', { level: 2, name: 'Lucía García de la Vega' }).waitFor()
  await offersOrSaysWhy(drawer.getByRole('button', { name: staffText.editPerson }), mayDo(role, 'practitioner.write') ? null : staffText.mayNotEditStaff)
  const certify = mayDo(role, 'certification.write') ? null : staffText.mayNotCertify
  await offersOrSaysWhy(drawer.getByRole('button', { name: qualificationText.record }), certify)
  await offersOrSaysWhy(drawer.getByRole('button', { name: qualificationText.amend }).first(), certify)
  await offersOrSaysWhy(drawer.getByRole('button', { name: qualificationText.verify }), mayDo(role, 'certification.verify') ? null : staffText.mayNotVerify)
  const shifts = mayDo(role, 'shift.write') ? null : staffText.mayNotEditShifts
  await offersOrSaysWhy(drawer.getByRole('button', { name: shiftText.add, exact: true }), shifts)
  await offersOrSaysWhy(drawer.getByRole('button', { name: exceptionText.add }), shifts)
  await offersOrSaysWhy(drawer.getByRole('button', { name: absenceText.add }), shifts)
  await expect(drawer.getByRole('button', { name: /^(Change|Take) \w+day / })).toHaveCount(shifts === null ? 8 : 0)
  await drawer.getByRole('button', { name: frameText.closeDrawer }).click()
}

async function visitOffers(page: Page, role: AccountRole): Promise<void> {
  await goTo(page, 'day')
  await page.getByRole('gridcell', { name: new RegExp(markText.fragile) }).first().click()
  const drawer = drawerOf(page)
  await drawer.getByRole('region', { name: visitText.staffing }).waitFor()
  for (const [words, permission] of [[visitText.checkIn, 'appointment.write'], [visitText.cancel, 'appointment.write'], [visitText.printCard, 'card.print']] as const) {
    await expect(drawer.getByRole('button', { name: words, exact: true }), words).toHaveCount(mayDo(role, permission) ? 1 : 0)
  }
}

for (const role of accountRoles) {
  test(`${accountRoleWords[role]} sees what it may, and is told what it may not`, async ({ desk }) => {
    const { page } = desk
    await signInAs(page, role)
    await expect(page.getByRole('navigation', { name: frameText.rail }).getByRole('button')).toHaveText(rail[role].map(route => frameText.routes[route]))
    await visitOffers(page, role)
    await staffOffers(page, role)
    await goTo(page, 'settings')
    await expect(page.getByRole('tab')).toHaveText(parts[role].map(part => settingsText.parts[part]))
    if (!mayDo(role, 'practice.write')) await expect(page.getByRole('textbox', { name: settingsText.practice.name })).toBeDisabled()
    await page.getByRole('tab', { name: settingsText.parts.services }).click()
    await offersOrSaysWhy(page.getByRole('button', { name: settingsText.services.add }), mayDo(role, 'service.write') ? null : settingsText.services.onlyLead)
    if (!mayDo(role, 'patient.read')) return
    await goTo(page, 'patients')
    await offersOrSaysWhy(page.getByRole('button', { name: patientsText.register }), mayDo(role, 'patient.write') ? null : patientsText.mayNot)
    await page.getByRole('table').getByRole('button').first().click()
    await offersOrSaysWhy(drawerOf(page).getByRole('button', { name: patientText.amend, exact: true }), mayDo(role, 'patient.write') ? null : patientsText.mayNot)
    await offersOrSaysWhy(drawerOf(page).getByRole('button', { name: patientText.book }), mayDo(role, 'appointment.write') ? null : patientsText.mayNotBook)
  })
}

test('the auditor learns nothing about a patient, not even from what somebody else left open', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  const first = page.getByRole('table').getByRole('row').nth(1)
  await first.getByRole('button').click()
  const details = drawerOf(page).locator('dd')
  await expect(details.first()).toBeVisible()
  const heading = await drawerOf(page).getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: signInText.title })).toBeVisible()
  await expect(page.getByText(heading), 'a locked window names nobody').toBeHidden()

  await signInAs(page, 'auditor')
  await page.getByRole('grid').waitFor()
  await expect(drawerOf(page)).toHaveCount(0)
  await expect(page.getByText(heading)).toHaveCount(0)
  await expect(page.getByRole('button', { name: dayText.book })).toHaveCount(0)
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('grid'), 'the key leads nowhere either').toBeVisible()
  await page.getByRole('gridcell', { name: new RegExp(markText.fragile) }).first().click()
  await drawerOf(page).getByRole('region', { name: visitText.staffing }).waitFor()
  await expect(drawerOf(page).getByText(visitText.telephone, { exact: true })).toHaveCount(0)
  await expect(drawerOf(page).getByRole('button', { name: visitText.openPatient })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(heading.split(' ').at(-1) ?? heading)
  await expect(page.getByText(frameText.searchNothing)).toBeVisible()
})
