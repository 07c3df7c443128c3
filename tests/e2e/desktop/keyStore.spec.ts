import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstRunText } from '../../../shared/text/en/firstRun.ts'
import { frameText } from '../../../shared/text/en/frame.ts'
import { signInText } from '../../../shared/text/en/signIn.ts'
import { expect, test as base } from '../../support/desk.ts'
import { startSecretService } from '../../support/secretService.ts'

// The test of the first run has no key store: it asks for a passphrase. Here the computer keeps the key.
const test = base.extend({
  env: async ({ host: _host }, use) => {
    const service = await startSecretService()
    await use(service.env)
    await service.stop()
  },
})

const password = 'four calm green rivers'

test('where the computer keeps the key, the practice is made without a passphrase and opens by itself', async ({ desk }) => {
  expect(await desk.electron?.().evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('gnome_libsecret')
  await desk.page.getByLabel(firstRunText.name).fill('Harbour Clinic')
  await desk.page.getByLabel(firstRunText.telephone).first().fill('+1 312 555 0199')
  await desk.page.getByLabel(firstRunText.displayName).fill('Ada Winter')
  await desk.page.getByRole('textbox', { name: firstRunText.password }).fill(password)
  await desk.page.getByRole('button', { name: firstRunText.create }).click()
  const recoveryKey = await desk.page.getByLabel(firstRunText.keyLabel).innerText()
  await desk.page.getByLabel(firstRunText.keyConfirm).check()
  await desk.page.getByRole('button', { name: firstRunText.keyGo }).click()
  await desk.page.getByRole('navigation', { name: frameText.rail }).waitFor()

  const keys = readFileSync(join(desk.dataDir, 'keys.json'), 'utf8')
  expect(keys).toContain('"key-store"')
  expect(keys).not.toContain('"passphrase"')
  expect(keys).not.toContain(recoveryKey)

  await desk.restart()
  await desk.page.getByLabel(signInText.username).fill('ada.winter')
  await desk.page.getByRole('textbox', { name: signInText.password }).fill(password)
  await desk.page.getByRole('button', { name: signInText.enter, exact: true }).click()
  await desk.page.getByRole('navigation', { name: frameText.rail }).waitFor()
})
