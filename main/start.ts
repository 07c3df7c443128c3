import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dataFolder } from './dataFolder.ts'
import { serveInBrowser } from './start/browserDesk.ts'
import { openElectronWindow } from './start/electronWindow.ts'
import { buildProblem } from './start/freshBuild.ts'

const usage = `npm start -- [--demo] [--data DIR] [--browser]

Opens Injection Desk in its own window, or in the browser where there can be none.

  --demo      a made-up practice to try everything in, kept apart from real records
  --data DIR  the folder to keep everything in
  --browser   use the browser even where a window could be opened
`

const projectDir = fileURLToPath(new URL('..', import.meta.url))

async function start(): Promise<number> {
  let asked
  try {
    asked = parseArgs({ options: { demo: { type: 'boolean' }, data: { type: 'string' }, browser: { type: 'boolean' }, help: { type: 'boolean' } } }).values
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'These words were not understood.'}\n\n${usage}`)
    return 2
  }
  if (asked.help === true) {
    process.stdout.write(usage)
    return 0
  }
  const problem = buildProblem(projectDir)
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`)
    return 1
  }
  const demo = asked.demo === true
  const passedOn = ['--data', dataFolder(asked.data, demo), ...(demo ? ['--demo'] : [])]
  if (asked.browser !== true) {
    const ended = await openElectronWindow(projectDir, passedOn)
    if (ended.kind === 'closed') return ended.exitCode
    process.stdout.write(`${ended.because}, so Injection Desk runs in the browser instead.\n`)
  }
  return await serveInBrowser(join(projectDir, 'out/main/cli.js'), passedOn)
}

process.exitCode = await start()
