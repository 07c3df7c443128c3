import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { bookingText } from '../shared/text/en/booking.ts'
import { cardsText } from '../shared/text/en/cards.ts'
import { dayText, markText } from '../shared/text/en/day.ts'
import { frameText } from '../shared/text/en/frame.ts'
import { systemChromium } from './support/machine.ts'
import { drawerOf, goTo, signInAs } from './support/onScreen.ts'

// Takes the pictures of the README and the user's guide from the made-up practice, as the program looks today.
const projectDir = fileURLToPath(new URL('..', import.meta.url))
const docs = join(projectDir, 'docs')
mkdirSync(docs, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'injection-desk-pictures-'))
const service = spawn(process.execPath, [join(projectDir, 'out/main/cli.js'), 'serve', '--data', join(folder, 'demo'), '--demo'], { stdio: ['ignore', 'pipe', 'inherit'] })
const { link } = await new Promise<{ readonly link: string }>(resolve => {
  createInterface({ input: service.stdout }).once('line', line => resolve(JSON.parse(line)))
})
const executablePath = systemChromium()
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath === undefined ? {} : { executablePath }) })
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage()

const picture = async (name: string, of: Page = page): Promise<void> => {
  await of.getByText(frameText.loading).waitFor({ state: 'detached' })
  await of.screenshot({ path: join(docs, `${name}.png`) })
}

await page.goto(link)
await signInAs(page, 'clinical-lead')
await page.getByRole('grid').waitFor()
await page.getByRole('gridcell', { name: new RegExp(markText.uncovered, 'i') }).first().click()
await drawerOf(page).getByRole('button', { name: /^Move to / }).first().waitFor()
await page.mouse.move(640, 180)
await picture('day')
await drawerOf(page).getByRole('button', { name: frameText.closeDrawer }).click()

await page.getByRole('button', { name: dayText.book }).click()
await drawerOf(page).getByRole('combobox', { name: bookingText.patientLabel }).fill('Marhs')
await drawerOf(page).getByRole('option', { name: /Marsh/ }).first().click()
await drawerOf(page).getByRole('option', { name: /dystonia/i }).first().click()
await drawerOf(page).getByRole('listbox', { name: bookingText.slots }).getByRole('option').first().waitFor()
await picture('booking')
await page.keyboard.press('Enter')
await drawerOf(page).getByRole('button', { name: bookingText.go, exact: true }).click()
await drawerOf(page).locator('iframe').waitFor()
await picture('card')
await drawerOf(page).getByRole('button', { name: frameText.closeDrawer }).click()

await goTo(page, 'staff')
await page.getByRole('button', { name: 'Ayesha Khan' }).first().click()
await drawerOf(page).getByRole('heading', { level: 2 }).first().waitFor()
await picture('staff')
await drawerOf(page).getByRole('button', { name: frameText.closeDrawer }).click()
await goTo(page, 'cards')
await page.getByRole('tab', { name: cardsText.tabs.design }).click()
await page.locator('iframe').waitFor()
await picture('cards')
await page.emulateMedia({ colorScheme: 'dark' })
await goTo(page, 'ahead')
await page.getByRole('table').waitFor()
await picture('ahead')

await browser.close()
service.kill('SIGTERM')
await new Promise(resolve => service.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
