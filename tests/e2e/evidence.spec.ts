import type { ElectronApplication, Page } from '@playwright/test'
import { evidenceFileSentence, evidenceText } from '../../shared/text/en/evidence.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { graveFaults } from '../support/accessibility.ts'
import { type Desk, expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

// One red pixel.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

/** A PDF of the given sheets (points), each with a line in a typeface that the file does not carry. */
function pdf(sheets: readonly (readonly [number, number])[]): Buffer {
  const line = 'BT /F1 36 Tf 60 500 Td (Certificate of competence) Tj ET'
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${sheets.length}/Kids[${sheets.map((_, at) => `${5 + at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', `<</Length ${line.length}>>stream\n${line}\nendstream`,
    ...sheets.map(([width, height]) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>`),
  ]
  // Without a table of places: a reader has to find its way, as with many a scanner's file.
  return Buffer.from(`%PDF-1.4\n${bodies.map((body, at) => `${at + 1} 0 obj${body}endobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`)
}

/** That a page was drawn: a picture in which a reader sees something dark on white. */
type Seen = { readonly sizes: readonly (readonly number[])[]; readonly ink: boolean }

async function seenInBrowser(page: Page): Promise<Seen> {
  const frame = page.locator('iframe.evidence-page')
  await expect(frame).toHaveAttribute('sandbox', '')
  const images = frame.contentFrame().locator('img')
  await expect(images.last()).toHaveJSProperty('complete', true)
  return await images.evaluateAll(all => {
    let ink = false
    const sizes = all.map(image => {
      if (!(image instanceof HTMLImageElement)) return []
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const bits = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      for (let at = 0; at < bits.length; at += 4) if ((bits[at] ?? 255) + (bits[at + 1] ?? 255) + (bits[at + 2] ?? 255) < 150) ink = true
      return [canvas.width, canvas.height]
    })
    return { sizes, ink }
  })
}

/** No script runs in the desktop's window, so it is looked at from outside. */
async function seenOnDesktop(electron: ElectronApplication): Promise<Pick<Seen, 'ink'> | null> {
  return await electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(each => each.webContents.getURL().startsWith('picture:'))
    if (window === undefined || window.webContents.isLoading() || window.getTitle() !== 'Evidence file' || window.webContents.session.storagePath !== null) return null
    const bits = (await window.webContents.capturePage()).toBitmap()
    let ink = false
    for (let at = 0; at < bits.length; at += 4) if ((bits[at] ?? 255) + (bits[at + 1] ?? 255) + (bits[at + 2] ?? 255) < 150) ink = true
    return { ink }
  })
}

async function expectSeen({ page, electron }: Desk, sizes: Seen['sizes'], ink: boolean): Promise<void> {
  if (electron === undefined) {
    await expect(page.locator('iframe.evidence-page')).toBeVisible()
    expect(await seenInBrowser(page)).toEqual({ sizes, ink })
  } else {
    await expect(page.getByText(evidenceText.ownWindow)).toBeVisible()
    await expect.poll(() => seenOnDesktop(electron())).toEqual({ ink })
  }
}

async function closeViewer({ page, electron }: Desk): Promise<void> {
  await electron?.().evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.webContents.getURL().startsWith('picture:')) window.close()
  })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

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

  const open = async (title: string): Promise<void> => await paper.getByRole('button', { name: evidenceText.openOf(title) }).click()
  await open('certificate.png')
  await expectSeen(desk, [[1, 1]], false)
  await closeViewer(desk)

  // Two sheets, upright and lengthwise, in a typeface that the file does not carry.
  await paper.locator('input[type=file]').setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf([[612, 792], [842, 595]]) })
  await open('certificate.pdf')
  await expectSeen(desk, [[1391, 1800], [1800, 1272]], true)
  await closeViewer(desk)
  await paper.locator('input[type=file]').setInputFiles({ name: 'damaged.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing more') })
  await open('damaged.pdf')
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(evidenceText.cannotShow)
  await closeViewer(desk)

  await paper.getByRole('button', { name: evidenceText.withdraw, exact: true }).first().click()
  await paper.getByRole('textbox', { name: evidenceText.reason }).fill('Another person’s')
  await paper.getByRole('button', { name: evidenceText.withdrawNow }).click()
  await expect(paper.getByText(evidenceText.inError('Another person’s'))).toBeVisible()
  await expect(paper.getByText('certificate.png').first()).toBeVisible()
})
