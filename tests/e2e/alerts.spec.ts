import { alertText } from '../../shared/text/en/alerts.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

test('the lead is told once what ends, puts it away, finds it under Staff, and gives a calendar an address', async ({ desk }) => {
  if (desk.electron !== undefined) {
    await desk.electron().evaluate(({ Notification }) => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      Notification.isSupported = () => true
      Notification.prototype.show = function show() { told.push(`${this.title} ${this.body}`) }
    })
  }
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  const panel = page.getByRole('region', { name: alertText.panel })
  await expect(panel).toBeVisible()
  if (desk.electron !== undefined) {
    const told: unknown = await desk.electron().evaluate(() => Reflect.get(globalThis, 'told'))
    expect(told).toEqual([expect.stringMatching(/^Injection Desk (One certification wants|\d+ certifications want) a look\.$/)])
  }
  // The day below is what the desk works on: the many are folded to the gravest, and none is out of reach.
  const more = panel.getByRole('button', { name: /^Show \d+ more$/ })
  if (await more.isVisible()) {
    await expect(panel.getByRole('listitem')).toHaveCount(2)
    await expect(panel.getByRole('button', { name: alertText.acknowledgeAll }), 'nothing is put away unseen').toHaveCount(0)
    await more.press('Enter')
    await expect(panel.getByRole('button', { name: alertText.fewer })).toBeFocused()
  }
  const all = await panel.getByRole('listitem').count()
  await panel.getByRole('button', { name: new RegExp(`^${alertText.acknowledge}:`) }).first().click()
  await expect(panel.getByRole('listitem')).toHaveCount(all - 1)
  const rest = panel.getByRole('button', { name: alertText.acknowledgeAll })
  if (all > 2) await rest.click()
  else if (all === 2) await panel.getByRole('button', { name: new RegExp(`^${alertText.acknowledge}:`) }).click()
  await expect(panel).toHaveCount(0)

  await goTo(page, 'staff')
  await page.getByRole('radiogroup').getByText(alertText.tab).click()
  await expect(page.getByRole('table', { name: alertText.given }).getByRole('row')).toHaveCount(all + 1)

  await goTo(page, 'settings')
  await page.getByRole('tab', { name: settingsText.parts.calendar }).click()
  await expect(page.getByRole('button', { name: alertText.saveFile })).toBeVisible()
  if (desk.host === 'desktop') return
  await page.getByRole('button', { name: alertText.makeFeed }).click()
  const address = await page.getByLabel(alertText.address).inputValue()
  expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR')
  await page.getByRole('button', { name: new RegExp(`^${alertText.revoke}:`) }).click()
  await expect(page.getByText(alertText.noFeeds)).toBeVisible()
  expect((await fetch(address)).status).toBe(404)
})
