import { visitText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('somebody who would come sooner gets the place of a visit that is cancelled, and it is taken back; the place of a visit that is moved is theirs too', async ({ desk }) => {
  const { page } = desk
  const drawer = drawerOf(page)
  const name = 'Wendeline Quill'
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  await page.getByRole('button', { name: patientsText.register }).click()
  await page.getByRole('textbox', { name: patientText.given }).fill('Wendeline')
  await page.getByRole('textbox', { name: patientText.family }).fill('Quill')
  await page.getByRole('textbox', { name: patientText.birthDate }).fill('4 Jul 1961')
  await page.getByRole('main').getByRole('button', { name: patientText.save, exact: true }).click()
  await drawer.getByRole('button', { name: waitingText.add }).press('Enter')
  const service = drawer.getByRole('combobox', { name: waitingText.service })
  await expect(service).toBeFocused()
  await service.selectOption({ label: 'Chronic migraine (31 sites)' })
  await drawer.getByRole('combobox', { name: waitingText.notice }).selectOption({ label: 'at once' })
  await drawer.getByRole('button', { name: waitingText.save }).press('Enter')
  await expect(drawer.getByRole('button', { name: waitingText.remove(name) })).toBeVisible()
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  await page.getByRole('radiogroup', { name: waitingText.tabs }).getByText(waitingText.tab, { exact: true }).click()
  const waits = page.getByRole('table', { name: waitingText.list })
  await expect(waits.getByRole('button', { name: 'Quill, Wendeline' })).toBeVisible()
  await drawer.getByRole('button', { name: frameText.closeDrawer }).click()
  expect(await graveFaults(desk, 'screen')).toEqual([])

  // Tomorrow, so that the place is still to come whatever the hour.
  await goTo(page, 'day')
  await page.getByRole('button', { name: frameText.nextDay }).click()
  const ofKhan = page.getByRole('gridcell', { name: /^(?=.*migraine)(?=.*with A\. Khan)/i })
  await expect(ofKhan).toHaveCount(2)
  const [early, late] = (await ofKhan.evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label') ?? ''))).toSorted()
  await page.getByRole('gridcell', { name: early ?? '', exact: true }).click()
  await drawer.getByRole('button', { name: visitText.cancel, exact: true }).click()
  await drawer.getByText(visitText.cancelReasons[0]).click()
  await drawer.getByRole('button', { name: visitText.cancelGo }).click()
  const free = drawer.getByRole('region', { name: waitingText.freeTitle })
  await free.getByRole('button', { name: waitingText.offerTo(name) }).press('Enter')
  await free.getByRole('button', { name: waitingText.declines(name) }).press('Enter')
  await free.getByRole('button', { name: waitingText.offerTo(name) }).press('Enter')
  expect(await graveFaults(desk, 'drawer')).toEqual([])
  await free.getByRole('button', { name: waitingText.accepts(name) }).press('Enter')
  const undo = page.getByRole('button', { name: new RegExp(`^Undo: ${name} comes `) })
  await expect(undo).toBeVisible()
  await expect(page.getByRole('gridcell', { name: new RegExp(name) })).toBeVisible()
  await undo.click()
  await expect(page.getByRole('gridcell', { name: new RegExp(name) })).toHaveCount(0)
  await expect(free.getByRole('button', { name: waitingText.offerTo(name) })).toBeVisible()

  // The later visit comes at the hour that is free now, and leaves its own.
  await page.getByRole('gridcell', { name: late ?? '', exact: true }).click()
  await drawer.getByRole('button', { name: visitText.move, exact: true }).click()
  await drawer.getByRole('textbox', { name: visitText.time }).fill(/\d\d:\d\d/.exec(early ?? '')?.[0] ?? '')
  await drawer.getByRole('combobox', { name: visitText.room }).selectOption({ label: visitText.anyRoom })
  await expect(free).toHaveCount(0)
  await drawer.getByRole('button', { name: visitText.moveGo, exact: true }).click()
  await free.getByRole('button', { name: waitingText.offerTo(name) }).press('Enter')
  await free.getByRole('button', { name: waitingText.accepts(name) }).press('Enter')
  await expect(page.getByRole('gridcell', { name: new RegExp(name) })).toBeVisible()
  await expect(free).toHaveCount(0)
})
