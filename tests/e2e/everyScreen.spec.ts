import { AxeBuilder } from '@axe-core/playwright'
import { frameText } from '../../shared/text/en/frame.ts'
import { expect, test } from '../support/desk.ts'
import { goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

const routes = ['day', 'ahead', 'patients', 'staff', 'cards', 'exchange', 'settings'] as const
const grave = (impact: string | null | undefined): boolean => impact === 'serious' || impact === 'critical'

for (const scheme of ['light', 'dark'] as const) {
  // One desk for all of them: a start costs more than a screen.
  test(`no screen has a serious accessibility fault in ${scheme}`, async ({ desk }) => {
    test.setTimeout(300_000)
    await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await signInAs(desk.page, 'clinical-lead')
    for (const route of routes) {
      await goTo(desk.page, route)
      await expect(desk.page.getByText(frameText.loading)).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(desk.host === 'desktop').analyze()
      const faults = violations.filter(fault => grave(fault.impact)).map(fault => `${fault.id}: ${fault.nodes.map(node => node.target.join(' ')).join(' | ')}`)
      expect.soft(faults, frameText.routes[route]).toEqual([])
    }
  })
}

test('every screen says who may not see it instead of showing nothing', async ({ desk }) => {
  await signInAs(desk.page, 'auditor')
  for (const route of routes) {
    const entry = desk.page.getByRole('navigation', { name: frameText.rail }).getByRole('button', { name: frameText.routes[route], exact: true })
    if (await entry.count() === 0) continue
    await entry.click()
    await expect(desk.page.getByRole('main')).not.toBeEmpty()
    await expect(desk.page.getByText(frameText.brokenTitle)).toHaveCount(0)
  }
})
