import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronExecutable, officialElectron } from './support/electronRuntime.ts'

// `npm run package` makes the program's folder for this machine; `npx electron-builder` makes the installers of its platform.
// Where the official Electron cannot be had, the folder is made around the tests' runtime, to show that packaging works.
const projectDir = fileURLToPath(new URL('..', import.meta.url))
const substitute = officialElectron() === undefined ? dirname(await electronExecutable()) : undefined
const around = substitute === undefined || officialElectron() !== undefined ? [] : [`-c.electronDist=${substitute}`, '-c.electronVersion=33.2.1']

const run = (words: readonly string[]): void => {
  const ended = spawnSync(process.execPath, words, { cwd: projectDir, stdio: 'inherit' })
  if (ended.status !== 0) process.exit(1)
}

run([join(projectDir, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'])
run([join(projectDir, 'node_modules/electron-builder/cli.js'), '--dir', '--publish', 'never', ...around])

// The tests' runtime carries its own little launcher, which a package must not.
const launcher = join(projectDir, 'dist/linux-unpacked/resources/app')
if (existsSync(launcher)) rmSync(launcher, { recursive: true })
