import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Need = { readonly package: string; readonly present: () => boolean }

const onPath = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, name)))

const library = (name: string) => (): boolean => {
  const listed = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/sbin:/usr/sbin` } })
  return typeof listed.stdout === 'string' && listed.stdout.includes(name)
}

const program = (name: string) => (): boolean => onPath(name)

const needs: readonly Need[] = [
  { package: 'chromium-headless-shell', present: () => systemChromium() !== undefined },
  { package: 'xvfb', present: program('xvfb-run') },
  { package: 'xauth', present: program('xauth') },
  { package: 'unzip', present: program('unzip') },
  { package: 'poppler-utils', present: program('pdftoppm') },
  { package: 'dbus', present: program('dbus-daemon') },
  { package: 'gnome-keyring', present: program('gnome-keyring-daemon') },
  { package: 'libsecret-1-0', present: library('libsecret-1.so.0') },
  { package: 'libgtk-3-0', present: library('libgtk-3.so.0') },
  { package: 'libnss3', present: library('libnss3.so') },
  { package: 'libasound2', present: library('libasound.so.2') },
  { package: 'libgbm1', present: library('libgbm.so.1') },
  { package: 'libxss1', present: library('libXss.so.1') }
]

/** Prints one line of progress. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/**
 * Makes sure that this machine has what the end-to-end tests need, installing Debian packages where that is allowed.
 * Answers with a sentence that names what is missing, or nothing when all is there.
 */
export function machineProblem(): string | undefined {
  if (process.platform !== 'linux') {
    return playwrightChromium()
  }
  const missing = needs.filter(need => !need.present()).map(need => need.package)
  if (missing.length === 0) return undefined
  const byHand = `apt-get install -y ${missing.join(' ')}`
  if (!onPath('apt-get')) return `The tests need ${missing.join(', ')} (named as Debian names them); please install them and run the tests again.`
  if (process.getuid?.() !== 0) return `The tests need ${missing.join(', ')}; please run: sudo ${byHand}`
  say(`Installing ${missing.join(', ')}`)
  const apt = (args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 900_000 }).status === 0
  if (!apt(['update', '-qq']) || !apt(['install', '-y', '-qq', '--no-install-recommends', ...missing])) {
    return `The tests need ${missing.join(', ')}, and installing them did not work; please run: ${byHand}`
  }
  const still = needs.filter(need => !need.present()).map(need => need.package)
  return still.length === 0 ? undefined : `The tests need ${still.join(', ')}, which are still missing after installing them.`
}

function playwrightChromium(): string | undefined {
  say("On this system the tests use Playwright's own Chromium")
  const ended = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 900_000, shell: process.platform === 'win32' })
  return ended.status === 0 ? undefined : "Playwright's Chromium could not be installed; please run: npx playwright install chromium"
}

/** Debian's Chromium where there is one, without a window by choice: it starts a page in half the time. Otherwise nothing, which means Playwright's own. */
export function systemChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  return ['chromium-headless-shell', 'chromium'].flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path))
}
