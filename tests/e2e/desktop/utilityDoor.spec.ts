import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { firstRunText } from '../../../shared/text/en/firstRun.ts'
import { frameText } from '../../../shared/text/en/frame.ts'
import { signInText } from '../../../shared/text/en/signIn.ts'
import { expect, test } from '../../support/desk.ts'
import { doorCases } from '../../support/doorCases.ts'
import { electronExecutable } from '../../support/electronRuntime.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { buildUtilityApp } from '../../support/utilityApp/buildUtilityApp.ts'

// An Electron that is too old for the SQLite driver has all that PostgreSQL needs: here the service runs as it does for users,
// in Electron's own utility process, on a real server. The variable is set but empty: Electron's own Node after all.
test.use({ env: { INJECTION_DESK_NODE: '' } })

const service = fileURLToPath(new URL('../../../out/main/utility.js', import.meta.url))

const weekday = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ \w+ \d{4}/

/** The processes that hold a service: Electron's own, and any other Node's. */
const servicesOf = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ app: shell }) => shell.getAppMetrics().flatMap(({ type, name }) => (type === 'Utility' && name === 'Injection Desk service' ? [type] : [])))

test('the utility process answers as every other door does', async ({ playwright }) => {
  test.slow()
  const postgresUrl = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-utility-'))
  await buildUtilityApp(join(folder, 'app'))
  const app = await playwright._electron.launch({
    executablePath: await electronExecutable(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(folder, 'app')],
    env: { ...process.env, UTILITY_APP_SERVICE: service, UTILITY_APP_DATA: join(folder, 'data'), UTILITY_APP_POSTGRES: postgresUrl },
  })
  const call = (name: string, ...args: readonly string[]): Promise<void> => app.evaluate(async (_, [called, given]) => {
    const isRequest = (value: unknown): value is (...words: readonly string[]) => Promise<void> => typeof value === 'function'
    const found: unknown = Reflect.get(globalThis, called)
    if (!isRequest(found)) throw new Error(`The app has no ${called}.`)
    await found(...given)
  }, [name, args] as const)
  try {
    for (const { name } of doorCases) await test.step(name, () => call('runDoorCase', name))
    expect(await servicesOf(app)).toEqual(['Utility'])
    await call('stopService')
    await expect.poll(() => servicesOf(app)).toEqual([])
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function signIn(page: Page): Promise<void> {
  await page.getByLabel(signInText.username).fill('ada.winter')
  await page.getByRole('textbox', { name: signInText.password }).fill('four calm green rivers')
  await page.getByRole('button', { name: signInText.enter, exact: true }).click()
  await page.getByRole('navigation', { name: frameText.rail }).waitFor()
}

test('a practice is set up on a server in the window itself, shows its day, and opens there again', async ({ desk }) => {
  test.slow()
  const postgresUrl = await freshDatabase()
  if (desk.electron === undefined) throw new Error('This test is about the desktop window.')
  await desk.page.getByLabel(firstRunText.name).fill('Harbour Clinic')
  await desk.page.getByLabel(firstRunText.telephone).first().fill('+1 312 555 0199')
  await desk.page.getByLabel(firstRunText.displayName).fill('Ada Winter')
  await desk.page.getByRole('textbox', { name: firstRunText.password }).fill('four calm green rivers')
  await desk.page.getByRole('textbox', { name: firstRunText.passphrase }).fill('seven quiet autumn harbours')
  await desk.page.getByText(firstRunText.severalTitle).click()
  await desk.page.getByRole('textbox', { name: firstRunText.postgres }).fill(postgresUrl)
  await desk.page.getByRole('button', { name: firstRunText.create }).click()
  await desk.page.getByLabel(firstRunText.keyConfirm).check()
  await desk.page.getByRole('button', { name: firstRunText.keyGo }).click()
  await expect(desk.page.getByRole('heading', { level: 1, name: weekday })).toBeVisible()
  await expect(desk.page.getByText(frameText.engine.postgresql)).toBeVisible()
  expect(await servicesOf(desk.electron())).toEqual(['Utility'])

  await desk.restart()
  await desk.page.getByRole('textbox', { name: signInText.passphrase }).fill('seven quiet autumn harbours')
  await desk.page.getByRole('button', { name: signInText.open, exact: true }).click()
  await signIn(desk.page)
  await expect(desk.page.getByRole('heading', { level: 1, name: weekday })).toBeVisible()
  await expect(desk.page.getByText(frameText.engine.postgresql)).toBeVisible()
  expect(readdirSync(desk.dataDir)).not.toContain('practice.db')
})
