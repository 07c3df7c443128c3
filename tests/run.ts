import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronExecutable } from './support/electronRuntime.ts'
import { machineProblem, say } from './support/machine.ts'

// `npm test` runs every step; names of steps run those only, and whatever else is said goes to their test runner,
// as in: npm run test:e2e -- day.spec.ts
type Tally = { readonly passed: number; readonly failed: number }
type Step = { readonly name: string; readonly title: string; readonly minutes: number; readonly run: (rest: readonly string[]) => Promise<Tally> }
type Words = readonly [string, ...string[]]

const projectDir = fileURLToPath(new URL('..', import.meta.url))
// The program is started some hundred times, mostly from its sources: it is compiled once.
const compiled = join(projectDir, 'node_modules/.cache/compiled')
const tool = (path: string): string => join(projectDir, 'node_modules', path)
const playwright = (project: string): Words => [tool('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts', `--project=${project}`]
const vitest: Words = [tool('vitest/vitest.mjs'), 'run', '-c', 'tests/vitest.config.ts']

const steps: readonly Step[] = [
  { name: 'machine', title: 'This machine has what the tests need', minutes: 25, run: prepareMachine },
  { name: 'types', title: 'Types', minutes: 6, run: () => check('types', [tool('typescript/bin/tsc'), '--noEmit']) },
  { name: 'lint', title: 'Lint', minutes: 6, run: () => check('lint', [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']) },
  { name: 'unused', title: 'Nothing unused', minutes: 6, run: () => check('unused', [tool('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors']) },
  { name: 'boundaries', title: 'Who imports whom', minutes: 6, run: () => counted('boundaries', [...vitest, '--project=unit', 'tests/unit/boundaries.test.ts'], []) },
  { name: 'unit', title: 'Unit tests', minutes: 15, run: rest => counted('unit', [...vitest, '--project=unit'], rest) },
  { name: 'integration', title: 'Integration tests on SQLite and PostgreSQL', minutes: 30, run: rest => counted('integration', [...vitest, '--project=integration'], rest) },
  { name: 'build', title: 'Build', minutes: 4, run: () => check('build', [tool('electron-vite/bin/electron-vite.js'), 'build', '-c', 'electron.config.ts', '--logLevel', 'warn']) },
  { name: 'browser', title: 'End to end in Chromium', minutes: 35, run: rest => counted('browser', playwright('browser'), rest) },
  { name: 'desktop', title: 'End to end in Electron', minutes: 35, run: inElectron }
]
// Part of `unit` when everything runs; by name it is the quick check.
const namedOnly = new Set(['boundaries'])

async function prepareMachine(): Promise<Tally> {
  const problem = machineProblem()
  if (problem !== undefined) {
    say(problem)
    return { passed: 0, failed: 1 }
  }
  await electronExecutable()
  return { passed: 1, failed: 0 }
}

async function inElectron(rest: readonly string[]): Promise<Tally> {
  // Two workers at once would each unpack it.
  await electronExecutable()
  const words = playwright('desktop')
  if (process.platform !== 'linux' || process.env['DESK_OWN_DISPLAY'] !== undefined) return await counted('desktop', words, rest)
  const display: Words = ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', process.execPath]
  return await counted('desktop', words, rest, display)
}

async function check(name: string, words: Words): Promise<Tally> {
  return await run(name, [process.execPath, ...words], {}) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function counted(name: string, words: Words, rest: readonly string[], before: Words = [process.execPath]): Promise<Tally> {
  const file = join(projectDir, 'test-results', `${name}.json`)
  rmSync(file, { force: true })
  const reporters = words[0] === vitest[0] ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : []
  const code = await run(name, [...before, ...words, ...reporters, ...rest], { DESK_RESULTS: name })
  const tally = readTally(file)
  // A runner that fails without a failed test, or runs nothing at all, has failed itself.
  if (tally.passed + tally.failed === 0 || (code !== 0 && tally.failed === 0)) return { passed: tally.passed, failed: 1 }
  return tally
}

function readTally(file: string): Tally {
  let report: unknown
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0 }
  }
  const stats = field(report, 'stats')
  return stats === undefined
    ? { passed: number(report, 'numPassedTests'), failed: number(report, 'numFailedTests') + unreadFiles(report) }
    : { passed: number(stats, 'expected'), failed: number(stats, 'unexpected') + number(stats, 'flaky') }
}

// A file that could not even be loaded has no failed test.
function unreadFiles(report: unknown): number {
  const files = field(report, 'testResults')
  if (!Array.isArray(files)) return 0
  return files.filter((file: unknown) => {
    const tests = field(file, 'assertionResults')
    return field(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0
  }).length
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}

function number(of: unknown, name: string): number {
  const found = field(of, name)
  return typeof found === 'number' ? found : 0
}

function run(name: string, [command, ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise(resolve => {
    const minutes = steps.find(step => step.name === name)?.minutes ?? 5
    // A group of its own, so that a step that hangs is ended with everything it started.
    const child = spawn(command ?? '', args, { cwd: projectDir, stdio: ['ignore', 'inherit', 'inherit'], detached: true, env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env } })
    const end = (): void => endGroup(child.pid)
    const patience = setTimeout(() => {
      say(`"${name}" did not end within ${minutes} minutes and was stopped.`)
      end()
    }, minutes * 60_000)
    process.once('exit', end)
    child.once('error', fault => say(`${command ?? ''} could not be started: ${fault.message}`))
    child.once('close', code => {
      clearTimeout(patience)
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
    return
  }
}

async function runSteps(words: readonly string[]): Promise<number> {
  const asked = words.filter(word => steps.some(step => step.name === word))
  const rest = words.filter(word => !asked.includes(word))
  const chosen = asked.length === 0 ? steps.filter(step => !namedOnly.has(step.name)) : steps.filter(step => asked.includes(step.name))
  let passed = 0
  for (const [index, step] of chosen.entries()) {
    say(`\n[${index + 1}/${chosen.length}] ${step.title}`)
    const began = performance.now()
    const tally = await step.run(rest)
    passed += tally.passed
    say(`${step.title}: ${tally.failed === 0 ? 'passed' : 'FAILED'} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
    if (tally.failed > 0) {
      say(`\n${passed} passed, ${tally.failed} failed`)
      return 1
    }
  }
  say(`\n${passed} passed, 0 failed`)
  return 0
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
process.exit(await runSteps(process.argv.slice(2)))
