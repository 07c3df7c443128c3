import type { Page } from '@playwright/test'
import { firstPrintSettings, stockNamed } from '../../shared/domain/paper/printing.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { visitText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { shiftText } from '../../shared/text/en/shifts.ts'
import { personText, staffText } from '../../shared/text/en/staff.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'
import { tabTo } from '../support/keys.ts'

test.use({ demo: true })

const title = (page: Page, name: string) => drawerOf(page).getByRole('heading', { level: 2, name, exact: true })
const rows = (page: Page) => page.getByRole('table', { name: patientsText.list }).getByRole('row')
const find = (page: Page, text: string) => page.getByRole('searchbox', { name: patientsText.search }).fill(text)

async function amend(page: Page, change: () => Promise<void>): Promise<void> {
  const drawer = drawerOf(page)
  await drawer.getByRole('button', { name: patientText.amend, exact: true }).click()
  await change()
  await drawer.getByRole('button', { name: frameText.save, exact: true }).click()
  await expect(drawer.getByRole('heading', { level: 3, name: patientText.details })).toBeVisible()
}

test('a patient is registered, found by whatever is known of them, never twice unnoticed, and amended', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  const main = page.getByRole('main')
  await find(page, 'Zebulon Quillfeather')
  await expect(main.getByText(patientsText.nothing('Zebulon Quillfeather'))).toBeVisible()
  await main.getByRole('button', { name: patientsText.registerNamed('Zebulon Quillfeather') }).click()
  await expect(main.getByRole('textbox', { name: patientText.given })).toHaveValue('Zebulon')
  await expect(main.getByRole('textbox', { name: patientText.family })).toHaveValue('Quillfeather')
  await main.getByRole('textbox', { name: patientText.birthDate }).fill('4 Jul 1961')
  await main.getByRole('textbox', { name: patientText.telephone }).fill('+1 (309) 555-8123')
  await main.getByRole('button', { name: patientText.addNumber }).click()
  await main.getByRole('textbox', { name: patientText.system }).fill('PracticeSoft')
  await main.getByRole('textbox', { name: patientText.value, exact: true }).fill('QX-4711')
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await main.getByRole('button', { name: patientText.save, exact: true }).click()
  await expect(title(page, 'Zebulon Quillfeather')).toBeVisible()
  await expect(drawerOf(page).getByText('4 Jul 1961')).toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  for (const known of ['Qillfeather', 'Quilfether Zebulon', '309 555 8123', '5558123', 'QX-4711', 'qx4711']) {
    await find(page, known)
    await expect(rows(page).nth(1), `found by ${known}`).toContainText('Quillfeather, Zebulon')
  }

  // The same person again, as another colleague would write it.
  await main.getByRole('button', { name: patientsText.register }).click()
  await main.getByRole('textbox', { name: patientText.given }).fill('Zebulon')
  await main.getByRole('textbox', { name: patientText.family }).fill('Quilfeather')
  await main.getByRole('textbox', { name: patientText.birthDate }).fill('1961-07-04')
  await main.getByRole('button', { name: patientText.save, exact: true }).click()
  const likely = main.getByRole('alert', { name: patientText.duplicates })
  await expect(likely.getByRole('listitem')).toContainText('Zebulon Quillfeather')
  await expect(likely.getByRole('listitem')).toContainText(patientText.born('4 Jul 1961'))
  expect(await graveFaults(desk, 'screen')).toEqual([])
  await drawerOf(page).waitFor({ state: 'hidden' })
  await likely.getByRole('button', { name: patientText.open }).click()
  await expect(title(page, 'Zebulon Quillfeather'), 'the likely one opens beside what was typed').toBeVisible()
  await expect(main.getByRole('textbox', { name: patientText.family })).toHaveValue('Quilfeather')
  await main.getByRole('button', { name: patientText.anyway }).click()
  await expect(title(page, 'Zebulon Quilfeather')).toBeVisible()
  await find(page, 'Zebulon')
  await expect(rows(page).filter({ hasText: /Quil+feather, Zebulon/ }), 'two records, nothing merged').toHaveCount(2)

  await amend(page, async () => {
    await drawerOf(page).getByRole('textbox', { name: patientText.given }).fill('Zacharias')
    await drawerOf(page).getByRole('textbox', { name: patientText.email }).fill('zacharias@example.org')
  })
  await expect(title(page, 'Zacharias Quilfeather')).toBeVisible()
  await expect(drawerOf(page).getByText('zacharias@example.org')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(title(page, 'Zebulon Quilfeather')).toBeVisible()

  // Nothing but a name that can be read is asked for, and it is asked for in words.
  await drawerOf(page).getByRole('button', { name: patientText.amend, exact: true }).click()
  await drawerOf(page).getByRole('textbox', { name: patientText.given }).fill('')
  await drawerOf(page).getByRole('textbox', { name: patientText.family }).fill('  ')
  await drawerOf(page).getByRole('button', { name: frameText.save, exact: true }).click()
  await expect(drawerOf(page).getByRole('alert')).toHaveText(problemSentence({ code: 'invalid', issues: [{ path: 'name', message: '' }] }))
  await expect(drawerOf(page).getByRole('textbox', { name: patientText.given })).toBeFocused()
})

test('what a patient asked of the card is kept: large print, another name, or none at all', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  await page.getByRole('button', { name: patientsText.register }).click()
  await page.getByRole('textbox', { name: patientText.given }).fill('Philippa')
  await page.getByRole('textbox', { name: patientText.family }).fill('Underhill-Gamwich')
  await page.getByRole('main').getByRole('button', { name: patientText.save, exact: true }).click()
  await expect(title(page, 'Philippa Underhill-Gamwich')).toBeVisible()
  const drawer = drawerOf(page)
  await drawer.getByRole('button', { name: patientText.book }).click()
  await drawer.getByRole('combobox', { name: bookingText.serviceLabel }).fill('migraine')
  await drawer.getByRole('option', { name: /migraine/i }).first().click()
  await drawer.getByRole('listbox', { name: bookingText.slots }).getByRole('option').first().click()
  await drawer.getByRole('button', { name: bookingText.go, exact: true }).click()
  const paper = drawer.frameLocator('iframe')
  await expect(paper.getByText('Philippa Underhill-Gamwich')).toBeVisible()
  await expect(drawer.getByRole('combobox', { name: cardsText.stock })).toHaveValue(stockNamed(firstPrintSettings, 'card-us').name)

  await drawer.getByRole('button', { name: bookingText.openVisit }).click()
  const toPatient = () => drawer.getByRole('button', { name: visitText.openPatient }).click()
  const toCard = async () => {
    await drawer.getByRole('button', { name: /^Open the visit of / }).click()
    await drawer.getByRole('button', { name: visitText.printCard }).click()
  }
  await toPatient()
  await amend(page, async () => {
    await drawer.getByRole('checkbox', { name: patientText.largePrint }).check()
    await drawer.getByRole('textbox', { name: patientText.alternateName }).fill('P. Gamwich')
  })
  await toCard()
  await expect(paper.getByText('P. Gamwich', { exact: true })).toBeVisible()
  await expect(paper.getByText('Philippa')).toHaveCount(0)
  await expect(drawer.getByText(cardsText.largePrint)).toBeVisible()
  await expect(drawer.getByRole('combobox', { name: cardsText.stock })).toHaveValue(stockNamed(firstPrintSettings, 'a6-large-print').name)
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  await toPatient()
  await amend(page, () => drawer.getByRole('checkbox', { name: patientText.doNotPrint }).check())
  await toCard()
  await expect(drawer.getByText(cardsText.doNotPrint)).toBeVisible()
  await expect(drawer.locator('iframe')).toHaveCount(0)
  await expect(drawer.getByRole('button', { name: cardsText.print, exact: true })).toHaveCount(0)
})

test('without a mouse: a patient is registered and amended, a colleague is added and given a shift, and a step is taken back', async ({ desk }) => {
  const { page } = desk
  const { keyboard } = page
  await tabTo(page, page.getByRole('button', { name: /clinical.lead/i }))
  await keyboard.press('Enter')
  await page.getByRole('navigation', { name: frameText.rail }).waitFor()
  await keyboard.press('Alt+3')
  await expect(page.getByRole('searchbox', { name: patientsText.search })).toBeFocused()
  await keyboard.type('Ottoline Vex')
  const offer = page.getByRole('button', { name: patientsText.registerNamed('Ottoline Vex') })
  await offer.waitFor()
  await tabTo(page, offer)
  await keyboard.press('Enter')
  const main = page.getByRole('main')
  await expect(main.getByRole('textbox', { name: patientText.given })).toBeFocused()
  await tabTo(page, main.getByRole('textbox', { name: patientText.telephone }))
  await keyboard.type('312 555 0188')
  await keyboard.press('Enter')
  await expect(title(page, 'Ottoline Vex')).toBeVisible()
  const drawer = drawerOf(page)
  await tabTo(page, drawer.getByRole('button', { name: patientText.amend, exact: true }))
  await keyboard.press('Enter')
  await expect(drawer.getByRole('textbox', { name: patientText.given })).toBeFocused()
  await tabTo(page, drawer.getByRole('checkbox', { name: patientText.largePrint }))
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await expect(drawer.getByText(patientText.largePrint)).toBeVisible()
  await expect(drawer.getByRole('textbox', { name: patientText.given })).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(drawer.getByText(patientText.cardPlain, { exact: true })).toBeVisible()
  await tabTo(page, drawer.getByRole('button', { name: frameText.closeDrawer }), 'backwards')
  await keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)

  await keyboard.press('Control+k')
  await keyboard.type('312 555 0188')
  await expect(page.getByRole('option', { name: /Ottoline Vex/ })).toHaveAttribute('data-combobox-selected', 'true')
  await keyboard.press('Enter')
  await expect(title(page, 'Ottoline Vex')).toBeVisible()
  await keyboard.press('Escape')

  await keyboard.press('Alt+4')
  await tabTo(page, page.getByRole('button', { name: staffText.addPerson }))
  await keyboard.press('Enter')
  await expect(main.getByRole('textbox', { name: personText.given })).toBeFocused()
  await keyboard.type('Ansel')
  await keyboard.press('Tab')
  await keyboard.type('Thorne')
  await tabTo(page, main.getByRole('combobox', { name: personText.role, exact: true }))
  await keyboard.type('Physician')
  await tabTo(page, main.getByRole('button', { name: frameText.save, exact: true }))
  await keyboard.press('Enter')
  await expect(title(page, 'Ansel Thorne')).toBeVisible()
  const shifts = drawer.getByRole('region', { name: shiftText.title })
  await tabTo(page, shifts.getByRole('button', { name: shiftText.add }))
  await keyboard.press('Enter')
  await tabTo(page, shifts.getByRole('radio', { name: 'Mon' }))
  await keyboard.press('ArrowRight')
  await keyboard.press('Tab')
  await expect(shifts.getByRole('textbox', { name: shiftText.start })).toBeFocused()
  await keyboard.type('930')
  await keyboard.press('Tab')
  await keyboard.type('1615')
  await keyboard.press('Enter')
  await expect(shifts.getByText('09:30–16:15')).toBeVisible()
  await tabTo(page, shifts.getByRole('button', { name: shiftText.remove('Tuesday 09:30–16:15') }))
  await keyboard.press('Enter')
  await expect(shifts.getByText(shiftText.none)).toBeVisible()
  await keyboard.press('Control+z')
  await expect(shifts.getByText('09:30–16:15')).toBeVisible()
})
