import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['main', 'renderer', 'shared', 'electron.config.ts', 'package.json']
const built = ['out/main/app.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds the program if a source is newer than what was built, or nothing was; answers with a sentence if that fails. */
export function buildProblem(projectDir: string): string | undefined {
  const oldestBuilt = Math.min(...built.map(file => changedAt(join(projectDir, file))))
  if (Math.max(...sources.map(source => newest(join(projectDir, source)))) <= oldestBuilt) return undefined
  process.stdout.write('Preparing the program…\n')
  const electronVite = join(projectDir, 'node_modules/electron-vite/bin/electron-vite.js')
  const ended = spawnSync(process.execPath, [electronVite, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'], { cwd: projectDir, encoding: 'utf8' })
  if (ended.status === 0) return undefined
  process.stderr.write(`${ended.stdout}${ended.stderr}\n`)
  return 'The program could not be built; please run "npm ci" and try again.'
}

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))))
}
