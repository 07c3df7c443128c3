import { AxeBuilder } from '@axe-core/playwright'
import type { Desk } from './desk.ts'

const parts = { screen: 'main', drawer: 'aside', dialog: '[role=dialog]' } as const

/** Serious and critical accessibility faults of one part of what is on the screen now; none is the only good answer. */
export async function graveFaults({ page }: Desk, part: keyof typeof parts): Promise<readonly string[]> {
  // What is still fading in would be measured at half its contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
  // Not into the card's paper: no script runs in there, axe's own included. Without frames the one-page mode will do.
  const { violations } = await new AxeBuilder({ page }).include(parts[part]).options({ iframes: false }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`)
}
