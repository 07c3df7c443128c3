import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { cardsText, printingText } from '../../../shared/text/en/cards.ts'
import { paperKindWords } from '../../../shared/text/en/paper.ts'
import { type Desk, expect, test } from '../../support/desk.ts'
import { goTo, signInAs } from '../../support/onScreen.ts'
import { outsideServer } from '../../support/outsideServer.ts'

const ownTemp = mkdtempSync(join(tmpdir(), 'injection-desk-temp-'))
test.use({ demo: true, env: { TMPDIR: ownTemp } })

function shellOf(desk: Desk): ElectronApplication {
  if (desk.electron === undefined) throw new Error('These tests are about the desktop window.')
  return desk.electron()
}

/** Every file below a folder; what cannot be looked into, such as a socket, has no content. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : []
  })
}
const written = (text: string): readonly Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
function holding(folders: readonly string[], text: string): readonly string[] {
  return [...new Set(folders)].flatMap(filesIn).filter((path) => {
    if (statSync(path).size > 50_000_000) return false
    const content = readFileSync(path)
    return written(text).some(words => content.includes(words))
  })
}

test('a print window is a sandbox of its own, without scripts or network, and leaves nothing in any folder', async ({ desk }) => {
  const shell = shellOf(desk)
  await shell.evaluate(({ app }) => {
    const seen: unknown[] = []
    Reflect.set(globalThis, 'printWindows', seen)
    app.on('browser-window-created', (_event, window) => {
      const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences')
      const preferences: unknown = typeof read === 'function' ? read.call(window.webContents) : undefined
      seen.push({ preferences, visible: window.isVisible(), onDisk: window.webContents.session.storagePath })
    })
  })
  const folders = await shell.evaluate(({ app }) => [app.getPath('userData'), app.getPath('temp'), app.getPath('crashDumps'), app.getPath('logs')])
  const known = [...folders, ownTemp, desk.dataDir].filter(folder => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
  const before = filesIn(ownTemp)

  // Whatever gets through to here has left the print window.
  const { address: outside, asked, close } = await outsideServer()

  const secret = 'Zebulonia Marker-Quillfeather'
  const html = `<link rel="stylesheet" href="${outside}/sheet"><style>@page{size:90mm 50mm;margin:0}@font-face{font-family:F;src:url(${outside}/font)}p{font-family:F;background:url(${outside}/back)}</style>
    <script>fetch('${outside}/script')</script><img src="${outside}/picture" onerror="fetch('${outside}/handler')"><iframe src="${outside}/frame"></iframe><p>${secret}</p>`
  const job = { html, widthMicrons: 90_000, heightMicrons: 50_000, fileName: 'appointment-card.pdf' }
  expect(await desk.page.evaluate(sent => window.desk?.savePdf(sent), job)).toEqual({ kind: 'done' })
  expect(await desk.page.evaluate(sent => window.desk?.print(sent, { printer: 'No such printer', silent: true, flip: 'none' }), job)).toMatchObject({ kind: 'failed' })

  expect(asked, 'nothing was run, and nothing fetched').toEqual(['/control'])
  await close()

  const windows = await shell.evaluate(() => Reflect.get(globalThis, 'printWindows'))
  expect(windows).toHaveLength(2)
  for (const window of windows) expect(window).toMatchObject({ visible: false, onDisk: null, preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false } })
  expect(await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 'both are closed again').toBe(1)

  const left = holding(known, secret)
  expect(left, 'nothing but the PDF that was asked for says what was printed').toEqual([])
  expect(filesIn(ownTemp).filter(path => !before.includes(path) && !path.includes('/.org.chromium.')), 'no file was left in the temporary folder').toEqual([])
})

/** The computer knows two printers, by their names alone. */
const knowPrinters = (shell: ElectronApplication) => shell.evaluate(({ webContents }) => {
  const printers = ['Front desk', 'Back office'].map(name => ({ name, displayName: name, description: '', options: {} }))
  for (const contents of webContents.getAllWebContents()) contents.getPrintersAsync = () => Promise.resolve(printers)
})

/** Every sort of single card goes to one printer without asking. */
async function printSilentlyAtTheFrontDesk(page: Page): Promise<void> {
  await page.getByRole('tab', { name: cardsText.tabs.paper }).click()
  for (const kind of ['card', 'large'] as const) {
    await expect(page.getByRole('checkbox', { name: printingText.silentOf(paperKindWords[kind]) })).toBeDisabled()
    await page.getByRole('combobox', { name: paperKindWords[kind], exact: true }).click()
    await page.getByRole('option', { name: 'Front desk' }).click()
    await page.getByRole('checkbox', { name: printingText.silentOf(paperKindWords[kind]) }).check()
  }
  // This printer pulls its paper two millimetres too far; another one does not.
  await page.getByRole('textbox', { name: `${printingText.right}: Front desk` }).fill('2')
  await page.getByRole('button', { name: printingText.save, exact: true }).click()
  await expect(page.getByRole('contentinfo').getByText(printingText.saved)).toBeVisible()
  await page.getByRole('tab', { name: cardsText.tabs.cards, exact: true }).click()
}

const printCards = (page: Page) => page.getByRole('button', { name: /^Print \d+ cards? · 3\.5/ }).click()

test('a printer that fails keeps the job and says so; it is tried again, and thrown away, and never printed silently without a printer', async ({ desk }) => {
  const { page } = desk
  await knowPrinters(shellOf(desk))
  await signInAs(page, 'front-desk')
  await goTo(page, 'cards')
  await printSilentlyAtTheFrontDesk(page)
  await printCards(page)
  await expect(page.getByRole('alert').getByText(cardsText.kept)).toBeVisible()
  const waiting = page.getByRole('region', { name: cardsText.waiting })
  await expect(waiting.getByRole('listitem')).toHaveCount(1)
  await waiting.getByRole('button', { name: new RegExp(`^${cardsText.printAgain}`) }).click()
  await expect(waiting.getByRole('alert')).toBeVisible()
  await expect(waiting.getByRole('listitem'), 'kept once').toHaveCount(1)
  await desk.restart()
  await signInAs(desk.page, 'front-desk')
  await goTo(desk.page, 'cards')
  const still = desk.page.getByRole('region', { name: cardsText.waiting })
  await expect(still.getByRole('listitem'), 'kept through a restart').toHaveCount(1)
  await still.getByRole('button', { name: new RegExp(`^${cardsText.throwAway}`) }).click()
  await expect(still).toHaveCount(0)
})

type Sent = { readonly options: { readonly silent: boolean; readonly deviceName?: string; readonly duplexMode: string }; readonly html: string }

test('a job that its printer did not take goes to another one, which the system’s dialog asks for, as that one needs it', async ({ desk }) => {
  const { page } = desk
  const shell = shellOf(desk)
  await knowPrinters(shell)
  // What the program hands to a printer, kept; only where the dialog is asked for does a printer answer, once somebody has chosen it.
  await shell.evaluate(({ app }) => {
    const sent: unknown[] = []
    Reflect.set(globalThis, 'sentToPrinters', sent)
    Reflect.set(globalThis, 'dialogAnswers', ['Print job canceled', 'The printer is out of paper', null])
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (options, told) => {
        void contents.session.fetch('paper://job/').then(answer => answer.text()).then((html) => {
          sent.push({ options, html })
          const answers: unknown = Reflect.get(globalThis, 'dialogAnswers')
          const reason: unknown = options?.silent === true || !Array.isArray(answers) ? 'The printer is off' : answers.shift()
          told?.(typeof reason !== 'string', typeof reason === 'string' ? reason : '')
        })
      }
    })
  })
  const sent = (): Promise<readonly Sent[]> => shell.evaluate(() => Reflect.get(globalThis, 'sentToPrinters'))
  await signInAs(page, 'front-desk')
  await goTo(page, 'cards')
  await printSilentlyAtTheFrontDesk(page)
  await printCards(page)
  await expect(page.getByRole('alert').getByText(cardsText.kept)).toBeVisible()
  const waiting = page.getByRole('region', { name: cardsText.waiting })
  const other = waiting.getByRole('button', { name: new RegExp(`^${cardsText.otherPrinter}`) })

  // Thought better of it: nothing is lost. Another one that fails as well: still kept, once, and said.
  await other.click()
  await expect(page.getByRole('contentinfo').getByText(cardsText.notPrinted)).toBeVisible()
  await expect(waiting.getByRole('listitem')).toHaveCount(1)
  await other.click()
  await expect(waiting.getByRole('alert')).toBeVisible()
  await expect(waiting.getByRole('listitem')).toHaveCount(1)
  await other.click()
  await expect(waiting, 'printed: it waits no longer').toHaveCount(0)
  await expect(page.getByRole('contentinfo').getByText(/sent to the printer|at the printer/)).toBeVisible()

  const [first, ...later] = await sent()
  expect(first?.options).toMatchObject({ silent: true, deviceName: 'Front desk' })
  expect(later).toHaveLength(3)
  for (const { options } of later) {
    expect(options.silent).toBe(false)
    expect(options.deviceName, 'the dialog asks which').toBeUndefined()
  }
  const placed = (html = ''): string | undefined => /transform:translate\(([^)]*)\)/.exec(html)?.[1]
  expect(placed(first?.html)).toBe('2mm,0mm')
  expect(later.map(({ html }) => placed(html)), 'set right for the printer that it was meant for, not for this one').toEqual(['0mm,0mm', '0mm,0mm', '0mm,0mm'])
  const bare = (html = ''): string => html.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]*>/g, '\n')
  expect(bare(later[2]?.html), 'the same cards').toBe(bare(first?.html))
})
