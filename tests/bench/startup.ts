import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from '../support/electronRuntime.ts'
import { printFigures, quantile } from './measure.ts'
import { memoryOf } from './processTree.ts'

const executablePath = await electronExecutable()
const project = fileURLToPath(new URL('../..', import.meta.url))
const hello = fileURLToPath(new URL('hello', import.meta.url))
const demoDir = mkdtempSync(join(tmpdir(), 'desk-bench-'))

type Started = { readonly milliseconds: number; readonly mebibytes: number }

async function start(args: readonly string[], usable: (page: Page) => Promise<void>): Promise<Started> {
  const begin = performance.now()
  const app: ElectronApplication = await _electron.launch({
    executablePath, args: ['--no-sandbox', ...args], env: { ...process.env, INJECTION_DESK_NODE: process.execPath },
  })
  const page = await app.firstWindow()
  await usable(page)
  const milliseconds = performance.now() - begin
  // At rest: nothing asked of it for a while.
  await new Promise(resolve => setTimeout(resolve, 4000))
  const pid = app.process().pid
  const mebibytes = pid === undefined ? Number.NaN : memoryOf(pid)
  await app.close()
  return { milliseconds, mebibytes }
}

const startHello = (): Promise<Started> => start([hello], async page => page.locator('h1').waitFor())

/** From nothing to the demo practice's day on screen: the sign-in click is a person's, its answer is ours. */
const startDesk = (): Promise<Started> =>
  start([project, '--demo', '--data', demoDir], async page => {
    await page.getByRole('button', { name: /clinical lead/i }).first().click()
    await page.getByRole('grid').first().waitFor()
  })

await startDesk() // makes the demo practice, so that what follows is an ordinary start
const ours: Started[] = []
const theirs: Started[] = []
for (let run = 0; run < 5; run++) {
  theirs.push(await startHello())
  ours.push(await startDesk())
}
rmSync(demoDir, { recursive: true, force: true })

const median = (started: readonly Started[], key: keyof Started): number => quantile(started.map(one => one[key]), 0.5)
printFigures('Start and rest, against a bare Electron window (5 runs each, in turn)', [
  { name: 'cold start to a usable day', ours: median(ours, 'milliseconds'), peer: median(theirs, 'milliseconds'), unit: 'ms', aim: 'within 2x' },
  { name: 'memory of all processes at rest', ours: median(ours, 'mebibytes'), peer: median(theirs, 'mebibytes'), unit: 'MiB', aim: 'within 2x' },
])
