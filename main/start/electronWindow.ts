import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** How an attempt to open the window ended: it was open and is closed now, or why there was none. */
export type WindowEnd = { readonly kind: 'closed'; readonly exitCode: number } | { readonly kind: 'not-opened'; readonly because: string }

// A window that ends with an error this soon was never usable.
const startMs = 15_000
const probeMs = 4_000
const downloadMs = 600_000

// Chromium reports every missing desktop service of the system; none of it is for the person at the desk.
const chromiumNoise = /^\[\d+:\d+\/|^\s*$|^libva |^MESA|^dbus/u

/** Opens the desktop window and waits until it is closed. */
export async function openElectronWindow(projectDir: string, args: readonly string[]): Promise<WindowEnd> {
  if (!hasDisplay()) return { kind: 'not-opened', because: 'This machine has no display' }
  const binary = await electronBinary(projectDir)
  if (binary === undefined) return { kind: 'not-opened', because: 'The Electron program could not be downloaded' }
  // Chromium refuses to start for root on Linux unless told so; everyone else keeps its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await runUntilClosed(binary, [...asRoot, projectDir, ...args])
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
}

function runUntilClosed(binary: string, args: readonly string[]): Promise<WindowEnd> {
  return new Promise(resolve => {
    let early = true
    let told = false
    let lastWords = ''
    const soon = setTimeout(() => { early = false }, startMs)
    const window = spawn(binary, args, { stdio: ['ignore', 'inherit', 'pipe'] })
    const end = (ending: WindowEnd): void => {
      clearTimeout(soon)
      resolve(ending)
    }
    window.stderr.setEncoding('utf8')
    window.stderr.on('data', (text: string) => {
      for (const line of text.split('\n')) {
        if (!chromiumNoise.test(line)) lastWords = line
      }
    })
    window.on('error', () => end({ kind: 'not-opened', because: 'The Electron program could not be started' }))
    window.on('exit', (code, signal) => {
      if (code === 0 || told || signal === 'SIGINT' || signal === 'SIGTERM') end({ kind: 'closed', exitCode: 0 })
      else if (early) end({ kind: 'not-opened', because: `The Electron window could not open${lastWords === '' ? '' : ` (${lastWords.trim()})`}` })
      else end({ kind: 'closed', exitCode: 1 })
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        told = true
        window.kill(signal)
      })
    }
  })
}

async function electronBinary(projectDir: string): Promise<string | undefined> {
  const packageDir = join(projectDir, 'node_modules/electron')
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const binary = join(elsewhere ?? join(packageDir, 'dist'), binaryName())
  if (existsSync(binary)) return binary
  if (elsewhere !== undefined || !existsSync(packageDir) || !(await downloadReachable())) return undefined
  process.stdout.write('Fetching Electron for the desktop window (about 120 MB, once)…\n')
  spawnSync(process.execPath, [join(packageDir, 'install.js')], { stdio: 'ignore', timeout: downloadMs })
  return existsSync(binary) ? binary : undefined
}

function binaryName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

// The download itself retries for minutes where nothing answers; asking first keeps an offline start quick.
async function downloadReachable(): Promise<boolean> {
  const source = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/'
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return true
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) })
    return true
  } catch {
    return false
  }
}
