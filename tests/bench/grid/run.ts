import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type Plugin, preview } from 'vite'
import { systemChromium } from '../../support/machine.ts'
import { printFigures, quantile } from '../measure.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const times = 15
const warmUp = 3

const isInstalled = (name: string): boolean => {
  try {
    return import.meta.resolve(name) !== ''
  } catch {
    return false
  }
}

const fullCalendarModule = [
  `export { Calendar } from 'fullcalendar'`,
  `import timeGrid from 'fullcalendar/timegrid'`,
  `import theme from 'fullcalendar/themes/classic'`,
  ...['skeleton.css', 'themes/classic/theme.css', 'themes/classic/palette.css'].map(style => `import 'fullcalendar/${style}'`),
  'export const plugins = [timeGrid, theme]',
].join('\n')

/** FullCalendar when it is there; the page does without it when not. */
const peers: Plugin = {
  name: 'peers',
  enforce: 'pre',
  load: id => (id.endsWith('/fullCalendarPackage.ts') && isInstalled('fullcalendar') ? fullCalendarModule : null),
}

const outDir = mkdtempSync(join(tmpdir(), 'injection-desk-grid-'))
await build({
  root: here,
  configFile: false,
  logLevel: 'error',
  plugins: [react(), peers],
  build: { outDir, emptyOutDir: true, minify: true, target: 'chrome130' },
})
const server = await preview({
  root: here,
  configFile: false,
  logLevel: 'error',
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
})
// Frames are not held back to the beat of a screen: what is measured is the work, not the wait for the next frame.
const executablePath = systemChromium()
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  ...(executablePath === undefined ? {} : { executablePath }),
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  const results = await page.evaluate(([runs, warm]) => window.bench(runs, warm), [times, warmUp] as const)
  const [own, ...others] = results.map(({ name, runs }) => ({
    name,
    first: quantile(
      runs.map(run => run.first),
      0.5,
    ),
    update: quantile(
      runs.map(run => run.update),
      0.5,
    ),
  }))
  if (own === undefined) throw new Error('the page measured nothing')
  printFigures(
    `Day grid with 200 visits in ten columns, median of ${times} runs in Chromium`,
    others.flatMap(other => [
      { name: `first paint, against ${other.name}`, ours: own.first, peer: other.first, unit: 'ms', aim: 'ahead' },
      { name: `one visit changed, against ${other.name}`, ours: own.update, peer: other.update, unit: 'ms', aim: 'ahead' },
    ]),
  )
  if (!isInstalled('fullcalendar')) console.log('FullCalendar is not installed, so it was not measured.')
} finally {
  await browser.close()
  await new Promise(resolve => server.httpServer.close(resolve))
  rmSync(outDir, { recursive: true, force: true })
}
