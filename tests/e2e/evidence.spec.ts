import { evidenceFileSentence, evidenceText } from '../../shared/text/en/evidence.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { graveFaults } from '../support/accessibility.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

// One red pixel.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

test('the scan of a certificate is attached, opened in a viewer of its own, and withdrawn without being deleted', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'clinical-lead')
  await goTo(page, 'staff')
  await page.getByRole('main').getByRole('list', { name: staffText.people }).getByRole('button', { name: 'Petra Nováková' }).click()
  const paper = drawerOf(page).getByRole('listitem').filter({ hasText: 'DEMO-1008' }).first()
  await paper.getByRole('button', { name: evidenceText.show, exact: true }).click()
  await expect(paper.getByText(evidenceText.none)).toBeVisible()

  await paper.locator('input[type=file]').setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>not a picture') })
  await expect(paper.getByRole('alert')).toContainText(evidenceFileSentence.kind)
  await paper.locator('input[type=file]').setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: png })
  await expect(paper.getByText('certificate.png')).toBeVisible()
  await expect(paper.getByRole('alert')).toHaveCount(0)
  expect(await graveFaults(desk, 'drawer')).toEqual([])

  const open = paper.getByRole('button', { name: evidenceText.openOf('certificate.png') })
  if (desk.electron === undefined) {
    await open.click()
    const frame = page.locator('iframe.evidence-page')
    await expect(frame).toHaveAttribute('sandbox', '')
    await expect(frame.contentFrame().locator('img')).toHaveJSProperty('naturalWidth', 1)
    await page.keyboard.press('Escape')
    await expect(frame).toHaveCount(0)
  } else {
    await open.click()
    const electron = desk.electron()
    await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().flatMap(window =>
      (window.webContents.getURL().startsWith('picture:') ? [{ title: window.getTitle(), memoryOnly: window.webContents.session.storagePath === null, loading: window.webContents.isLoading() }] : [])),
    )).toEqual([{ title: 'Evidence file', memoryOnly: true, loading: false }])
    await electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.webContents.getURL().startsWith('picture:')) window.close()
    })
  }

  await paper.getByRole('button', { name: evidenceText.withdraw, exact: true }).click()
  await paper.getByRole('textbox', { name: evidenceText.reason }).fill('Another person’s')
  await paper.getByRole('button', { name: evidenceText.withdrawNow }).click()
  await expect(paper.getByText(evidenceText.inError('Another person’s'))).toBeVisible()
  await expect(paper.getByText('certificate.png').first()).toBeVisible()
})
