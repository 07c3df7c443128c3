import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'

const here = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../..', import.meta.url))
const benches = ['staffing', 'booking', 'patientSearch', 'slots', 'suggestRota', 'sickCall', 'grid/run', 'startup'] as const

/** Every file below a folder. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)).filter(path => statSync(path).isFile())

function bundleSize(): void {
  const parts = filesBelow(join(project, 'out/renderer')).filter(path => /\.(js|css)$/.test(path)).map(path => readFileSync(path))
  const raw = parts.reduce((sum, part) => sum + part.length, 0)
  const gzip = parts.reduce((sum, part) => sum + gzipSync(part).length, 0)
  console.log(`\nRenderer bundle, scripts and styles of all screens: ${(raw / 1024).toFixed(0)} KiB, gzipped ${(gzip / 1024).toFixed(0)} KiB`)
}

const wanted = process.argv.slice(2)
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue
  // The window needs a display; where there is none, a virtual one does.
  const windowed = bench === 'startup' && process.platform === 'linux' && process.env['DISPLAY'] === undefined
  const command = windowed ? 'xvfb-run' : process.execPath
  const args = [...(windowed ? ['-a', process.execPath] : []), join(here, `${bench}.ts`)]
  const { status } = spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 })
  if (status !== 0) process.exitCode = 1
}
if (wanted.length === 0) bundleSize()
