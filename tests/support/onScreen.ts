import type { Page } from '@playwright/test'
import { frameText } from '../../shared/text/en/frame.ts'
import { signInText } from '../../shared/text/en/signIn.ts'

export type DemoRole = 'front-desk' | 'injector' | 'clinical-lead' | 'administrator' | 'auditor'
const roleWords: Readonly<Record<DemoRole, RegExp>> = {
  'front-desk': /front.desk/i, injector: /injector/i, 'clinical-lead': /clinical.lead/i, administrator: /administrator/i, auditor: /auditor/i,
}

/** Signs in to the made-up practice as somebody in that role, and waits for the frame. */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  await page.getByRole('heading', { name: signInText.title }).waitFor()
  await page.getByRole('button', { name: roleWords[role] }).first().click()
  await page.getByRole('navigation', { name: frameText.rail }).waitFor()
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, route: keyof typeof frameText.routes): Promise<void> {
  await page.getByRole('navigation', { name: frameText.rail }).getByRole('button', { name: frameText.routes[route], exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The right-hand drawer. */
export const drawerOf = (page: Page) => page.getByRole('complementary')
