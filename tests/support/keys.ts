import { expect, type Locator, type Page } from '@playwright/test'

const longestWay = 80

/** Goes on with Tab until the keyboard is there; fails where no number of steps leads there, as a hand without a mouse would. */
export async function tabTo(page: Page, wanted: Locator, direction: 'forwards' | 'backwards' = 'forwards'): Promise<void> {
  const isThere = (): Promise<boolean> => wanted.evaluate(element => element === document.activeElement)
  for (let step = 0; step < longestWay && !(await isThere()); step++) await page.keyboard.press(direction === 'forwards' ? 'Tab' : 'Shift+Tab')
  await expect(wanted).toBeFocused()
}
