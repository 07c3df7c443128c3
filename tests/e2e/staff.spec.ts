import type { Page } from '@playwright/test'
import { markText } from '../../shared/text/en/day.ts'
import { frameText, impactText } from '../../shared/text/en/frame.ts'
import { roleWords } from '../../shared/text/en/names.ts'
import { absenceReasons, absenceText, exceptionText, shiftText } from '../../shared/text/en/shifts.ts'
import { expiryRuleWords, personText, qualificationText, staffText, standingWords, typeText, verificationMethods } from '../../shared/text/en/staff.ts'
import { date } from '../support/builders.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const typeName = 'Salivary gland course'
const competence = 'Sialorrhea under ultrasound'
const notYet = standingWords({ kind: 'unverified' })
const impactOf = (page: Page) => page.getByRole('dialog', { name: impactText.title })
const save = (of: ReturnType<typeof drawerOf>) => of.getByRole('button', { name: frameText.save, exact: true }).click()
const tab = (page: Page, words: string) => page.getByRole('radiogroup', { name: staffText.title }).getByText(words, { exact: true }).click()

async function openPerson(page: Page, name: string): Promise<void> {
  await goTo(page, 'staff')
  await page.getByRole('list', { name: staffText.people }).getByRole('button', { name }).click()
  await drawerOf(page).getByRole('heading', { level: 2, name }).waitFor()
}

test('a new colleague is certified step by step, and counts only once somebody has asked the issuer', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  const main = page.getByRole('main')
  await page.getByRole('button', { name: staffText.addPerson }).click()
  await main.getByRole('textbox', { name: personText.given }).fill('Signe')
  await main.getByRole('textbox', { name: personText.family }).fill('Ravnsborg')
  await main.getByRole('combobox', { name: personText.role, exact: true }).selectOption({ label: roleWords.physician })
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await save(main)
  const drawer = drawerOf(page)
  await expect(drawer.getByRole('heading', { level: 2, name: 'Signe Ravnsborg' })).toBeVisible()
  await expect(drawer.getByText(roleWords.physician)).toBeVisible()
  await expect(drawer.getByText(qualificationText.none)).toBeVisible()
  await expect(main.getByRole('list', { name: staffText.people }).getByRole('button', { name: 'Signe Ravnsborg' })).toBeVisible()

  await tab(page, staffText.tabs.types)
  await page.getByRole('button', { name: typeText.add }).click()
  await main.getByRole('textbox', { name: typeText.name }).fill(typeName)
  await main.getByRole('textbox', { name: typeText.issuer }).fill('Demo Salivary Society')
  await main.getByRole('button', { name: typeText.newCompetence }).click()
  await main.getByRole('textbox', { name: typeText.competenceLabel }).fill(competence)
  await page.keyboard.press('Enter')
  await expect(main.getByRole('textbox', { name: typeText.competenceLabel })).toHaveCount(0)
  await main.getByRole('textbox', { name: typeText.months }).fill('240')
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await save(main)
  const kind = main.getByRole('table', { name: typeText.list }).getByRole('row', { name: typeName })
  await expect(kind).toContainText(competence)
  await expect(kind).toContainText(expiryRuleWords({ kind: 'months', months: 240 }))
  await expect(kind).toContainText(typeText.held(0))

  await drawer.getByRole('button', { name: qualificationText.record }).click()
  await drawer.getByRole('combobox', { name: qualificationText.type }).click()
  await page.getByRole('option', { name: typeName }).click()
  await drawer.getByRole('textbox', { name: qualificationText.issued }).fill('2024-03-01')
  await drawer.getByRole('textbox', { name: qualificationText.number }).fill('SG-77')
  await expect(drawer.getByRole('textbox', { name: qualificationText.expires })).toHaveValue('Mon 29 Feb 2044')
  await expect(drawer.getByRole('textbox', { name: qualificationText.issuer })).toHaveValue('Demo Salivary Society')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await save(drawer)
  const held = drawer.getByRole('listitem').filter({ hasText: typeName })
  await expect(held).toContainText(notYet)
  await expect(held).toContainText(qualificationText.unverified)
  await expect(held).toContainText(competence)

  await held.getByRole('button', { name: qualificationText.verify }).click()
  await held.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await expect(held.getByRole('textbox', { name: qualificationText.source }), 'where it was verified cannot be left out').toBeFocused()
  await held.getByRole('combobox', { name: qualificationText.method }).selectOption({ label: verificationMethods.telephone })
  await expect(held.getByText(qualificationText.sourceHints.telephone)).toBeVisible()
  await held.getByRole('textbox', { name: qualificationText.source }).fill('Registrar Holm, +1 312 555 0144')
  await held.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await expect(held).toContainText(standingWords({ kind: 'counts', through: date('2044-02-29'), days: null }))
  await expect(held).toContainText(/Verified .+ by Dr\. Rosalind Achterberg, by telephone: Registrar Holm, \+1 312 555 0144/)
  await tab(page, staffText.tabs.people)
  const line = main.getByRole('list', { name: staffText.people }).getByRole('listitem').filter({ hasText: 'Signe Ravnsborg' }).first()
  await expect(line).toContainText('counts until 29 Feb 2044')

  // Whatever is changed about what was verified has to be verified again.
  await held.getByRole('button', { name: qualificationText.amend }).click()
  await held.getByRole('textbox', { name: qualificationText.number }).fill('SG-78')
  await save(held)
  await expect(held).toContainText(notYet)
})

test('suspending the only certificate shows first which visits it flags; going back saves nothing', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  const visit = page.getByRole('gridcell', { name: /^09:00 to 09:30, .+, Blepharospasm, / })
  await expect(visit).toHaveAccessibleName(new RegExp(markText.fragile))
  await openPerson(page, '春香 伊藤 (Ito)')
  const drawer = drawerOf(page)
  const held = drawer.getByRole('listitem').filter({ hasText: 'Periocular injector certificate' })
  const setStatus = async (from: string, to: string) => {
    await held.getByRole('button', { name: from, exact: true }).click()
    await page.getByRole('menuitem', { name: to }).click()
  }
  const dialog = impactOf(page)
  await setStatus('Active', qualificationText.suspend)
  await expect(dialog.getByRole('heading', { name: /^This flags \d+ visits$/ })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Blepharospasm' }).first()).toContainText(/\w{3} \d+ \w{3} \d\d:\d\d/)
  expect(await graveFaults(desk, 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: impactText.back }).click()
  await expect(dialog).toHaveCount(0)
  await expect(held).toContainText('counts until')
  await goTo(page, 'day')
  await expect(visit).toHaveAccessibleName(new RegExp(markText.fragile))

  await goTo(page, 'staff')
  await setStatus('Active', qualificationText.suspend)
  await dialog.getByRole('button', { name: impactText.save }).click()
  await expect(held).toContainText(standingWords({ kind: 'suspended' }))
  await goTo(page, 'day')
  await expect(visit).toHaveAccessibleName(new RegExp(markText.uncovered))
  await expect(visit).toHaveAccessibleName(/certificate is suspended/)

  await goTo(page, 'staff')
  await setStatus('Suspended', qualificationText.reinstate)
  await expect(held, 'the issuer is asked anew').toContainText(notYet)
  await held.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await held.getByRole('textbox', { name: qualificationText.source }).fill('https://register.example.org/1005')
  await held.getByRole('button', { name: qualificationText.verify, exact: true }).click()
  await expect(dialog.getByRole('heading', { name: /^This clears \d+ visits$/ })).toBeVisible()
  await dialog.getByRole('button', { name: impactText.saveClears, exact: true }).click()
  await expect(held).toContainText('counts until')
  await goTo(page, 'day')
  await expect(visit).toHaveAccessibleName(new RegExp(markText.fragile))
})

test('shifts, single days and absences are added, taken away, and taken back', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  // A receptionist performs nothing, so that no visit has a say in it.
  await openPerson(page, 'Joan Fletcher')
  const drawer = drawerOf(page)
  const shifts = drawer.getByRole('region', { name: shiftText.title })
  await shifts.getByRole('button', { name: shiftText.add }).click()
  await shifts.getByRole('radiogroup', { name: shiftText.weekday }).getByText('Sat', { exact: true }).click()
  await shifts.getByRole('textbox', { name: shiftText.start }).fill('1915')
  await shifts.getByRole('textbox', { name: shiftText.end }).fill('21')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await save(shifts)
  await expect(shifts.getByText('19:15–21:00')).toBeVisible()
  await shifts.getByRole('button', { name: shiftText.edit('Saturday 19:15–21:00') }).click()
  await shifts.getByRole('textbox', { name: shiftText.end }).fill('2230')
  await save(shifts)
  await expect(shifts.getByText('19:15–22:30')).toBeVisible()
  await shifts.getByRole('button', { name: shiftText.remove('Saturday 19:15–22:30') }).click()
  await expect(shifts.getByText('19:15–22:30')).toHaveCount(0)
  await page.getByRole('button', { name: frameText.undo(`${shiftText.removed}: Saturday 19:15–22:30`) }).click()
  await expect(shifts.getByText('19:15–22:30')).toBeVisible()

  const single = drawer.getByRole('region', { name: exceptionText.title })
  for (const [kind, hours] of [['added', '19:00–20:00'], ['removed', '10:00–11:00']] as const) {
    await single.getByRole('button', { name: exceptionText.add }).click()
    await single.getByRole('textbox', { name: exceptionText.date }).fill('+9')
    await single.getByRole('combobox', { name: exceptionText.kind }).selectOption({ label: exceptionText.kinds[kind] })
    await single.getByRole('textbox', { name: shiftText.start }).fill(hours.slice(0, 5))
    await single.getByRole('textbox', { name: shiftText.end }).fill(hours.slice(6))
    await save(single)
    const line = single.getByRole('listitem').filter({ hasText: `${hours}, ${exceptionText.kindWords[kind]}` })
    await expect(line).toBeVisible()
    if (kind === 'removed') {
      await line.getByRole('button').click()
      await expect(line).toHaveCount(0)
    }
  }
  await expect(single.getByRole('listitem')).toHaveCount(1)

  const away = drawer.getByRole('region', { name: absenceText.title })
  await away.getByRole('button', { name: absenceText.add }).click()
  await away.getByRole('combobox', { name: absenceText.reason }).selectOption({ label: absenceReasons.training })
  await away.getByRole('textbox', { name: absenceText.firstDay }).fill('+3')
  await away.getByRole('textbox', { name: absenceText.lastDay }).fill('+4')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await save(away)
  const line = away.getByRole('listitem').filter({ hasText: absenceReasons.training.toLowerCase() })
  await expect(line).toHaveText(/\w{3} \d+ \w{3} \d{4} – \w{3} \d+ \w{3} \d{4}, training/)
  await page.keyboard.press('Control+z')
  await expect(line).toHaveCount(0)
  await expect(away.getByText(absenceText.none)).toBeVisible()
})
