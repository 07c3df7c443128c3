import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from '@playwright/test'
import type { Browser, ElectronApplication, Page, PlaywrightWorkerArgs } from '@playwright/test'
import { electronExecutable } from './electronRuntime.ts'
import { systemChromium } from './machine.ts'

export { expect }

/** A running Injection Desk, in a browser or in its own window: the same to a test. */
export type Desk = {
  /** The window; another one after `restart`. */
  readonly page: Page
  readonly host: Host
  readonly dataDir: string
  /** Where the desktop's "Save as PDF" writes instead of asking. */
  readonly pdfDir: string
  /** Ends the program as a user would and starts it again on the same data. */
  readonly restart: () => Promise<void>
  /** Another window on the same program; the desktop has only one. */
  readonly openSecondWindow?: () => Promise<Page>
  /** The desktop's main process, for tests of the shell itself. */
  readonly electron?: () => ElectronApplication
}

export type Host = 'browser' | 'desktop'

/** What a project sets once for all its tests. */
export type DeskSetup = { readonly host: Host }

type Running = Pick<Desk, 'page' | 'openSecondWindow' | 'electron'> & { readonly stop: () => Promise<void> }
type Environment = Readonly<Record<string, string>>
type Start = (dataDir: string, pdfDir: string, demo: boolean, env: Environment) => Promise<Running>

const projectDir = fileURLToPath(new URL('../..', import.meta.url))
const program = join(projectDir, 'out/main/cli.js')
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Tests written against `desk` run in both hosts; `test.use({ demo: true })` opens the made-up practice, `env` is set for the desktop alone. */
export const test = base.extend<{ readonly demo: boolean; readonly env: Environment; readonly desk: Desk }, DeskSetup & { readonly startDesk: Start; readonly madeDemo: string }>({
  host: ['browser', { option: true, scope: 'worker' }],
  demo: [false, { option: true }],
  env: [{}, { option: true }],
  startDesk: [async ({ host, playwright }, use) => {
    if (host === 'desktop') {
      const executablePath = await electronExecutable()
      await use((dataDir, pdfDir, demo, env) => startDesktop(playwright, executablePath, dataDir, pdfDir, demo, env))
      return
    }
    const executablePath = systemChromium()
    const browser = await playwright.chromium.launch({ args: asRoot, ...(executablePath === undefined ? {} : { executablePath }) })
    await use((dataDir, _pdfDir, demo) => startBrowser(browser, dataDir, demo))
    await browser.close()
  }, { scope: 'worker', timeout: 600_000 }],
  // The made-up practice takes longer to make than to copy.
  madeDemo: [async ({ host }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `injection-desk-${host}-demo-`))
    execFileSync(process.execPath, [program, 'staffing', '--demo', '--data', folder, '--from', '2026-01-01', '--to', '2026-01-01'], { stdio: ['ignore', 'ignore', 'inherit'] })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  }, { scope: 'worker' }],
  desk: async ({ startDesk, madeDemo, host, demo, env }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'injection-desk-e2e-'))
    if (demo) cpSync(madeDemo, join(folder, 'data'), { recursive: true })
    const faults: Error[] = []
    const watch = (page: Page): Page => page.on('pageerror', fault => faults.push(fault))
    const start = async (): Promise<Running> => {
      const started = await startDesk(join(folder, 'data'), folder, demo, env)
      watch(started.page)
      return started
    }
    let running = await start()
    const { openSecondWindow, electron } = running
    await use({
      get page() { return running.page },
      host,
      dataDir: join(folder, 'data'),
      pdfDir: folder,
      restart: async () => {
        await running.stop()
        running = await start()
      },
      ...(openSecondWindow === undefined ? {} : { openSecondWindow: async () => watch(await running.openSecondWindow?.() ?? running.page) }),
      ...(electron === undefined ? {} : { electron: () => running.electron?.() ?? electron() })
    })
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(faults, 'the page met no unexpected error').toEqual([])
  }
})

async function startBrowser(browser: Browser, dataDir: string, demo: boolean): Promise<Running> {
  const service = spawn(process.execPath, [program, 'serve', '--data', dataDir, ...(demo ? ['--demo'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>(resolve => service.once('exit', () => resolve()))
  const { link, url } = await new Promise<{ link: string; url: string }>((resolve, reject) => {
    createInterface({ input: service.stdout }).once('line', line => {
      const ready: unknown = JSON.parse(line)
      if (typeof ready === 'object' && ready !== null && 'link' in ready && 'url' in ready) resolve({ link: String(ready.link), url: String(ready.url) })
      else reject(new Error(`The service said something unexpected: ${line}`))
    })
    void ended.then(() => reject(new Error('The service ended before it was ready.')))
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(link)
  return {
    page,
    openSecondWindow: async () => {
      const second = await context.newPage()
      await second.goto(url)
      return second
    },
    stop: async () => {
      await context.close()
      service.kill('SIGTERM')
      await ended
    }
  }
}

async function startDesktop({ _electron }: PlaywrightWorkerArgs['playwright'], executablePath: string, dataDir: string, pdfDir: string, demo: boolean, env: Environment): Promise<Running> {
  const app = await _electron.launch({
    executablePath,
    args: [...asRoot, projectDir, '--data', dataDir, ...(demo ? ['--demo'] : [])],
    env: { ...environment(), INJECTION_DESK_PDF_DIR: pdfDir, ...env }
  })
  return { page: await app.firstWindow(), electron: () => app, stop: () => app.close() }
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]))
}
