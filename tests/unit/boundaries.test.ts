import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cycles, readSource, readSources } from '../support/importGraph.ts'
import type { Source } from '../support/importGraph.ts'

// A room is a folder with its own rule; a file belongs to the innermost one. `may` names rooms and single files.
type Room = { readonly name: string; readonly may: readonly string[]; readonly packages: readonly string[] }

const shared = ['shared/domain', 'shared/contract', 'shared/text']
const screen = ['react', 'react-dom', '@mantine/core', '@mantine/dates', '@mantine/hooks', '@tanstack/react-query', 'zustand']
const type = ['', '-arabic', '-ethiopic', '-hebrew', '-kr', '-sc', '-thai'].map(script => `@fontsource/noto-sans${script}`)

const rooms: readonly Room[] = [
  { name: 'shared/domain', may: [], packages: [] },
  { name: 'shared/contract', may: ['shared/domain'], packages: ['zod', '@orpc/contract'] },
  { name: 'shared/text', may: ['shared/domain'], packages: [] },
  { name: 'main/service/store', may: ['shared/domain', 'main/service/ports.ts'], packages: ['node:', 'kysely', 'better-sqlite3', 'pg'] },
  { name: 'main/service/handlers', may: ['main/service/store', 'main/service/exchange', 'main/service/seed', ...shared], packages: ['node:'] },
  { name: 'main/service/exchange', may: ['main/service/store', ...shared], packages: ['node:', 'papaparse', 'ical-generator', '@medplum/core'] },
  { name: 'main/service/seed', may: ['shared/domain'], packages: [] },
  { name: 'main/service/demo', may: ['main/service/store', 'main/service/seed', 'main/service', 'shared/domain'], packages: ['node:'] },
  { name: 'main/service/solver', may: ['shared/domain'], packages: ['node:', 'highs'] },
  // The service is put together here, so this room knows all of it.
  { name: 'main/service', may: ['main/service/handlers', 'main/service/store', 'main/service/exchange', 'main/service/seed', 'main/service/demo', 'main/service/solver', 'package.json', ...shared], packages: ['node:', '@orpc/server', '@orpc/contract'] },
  { name: 'main/service/doors', may: ['main/service', 'main/service/store/storeHouse.ts', 'package.json', ...shared], packages: ['node:', '@orpc/server', '@orpc/openapi', '@orpc/zod'] },
  { name: 'main/service/cli', may: ['main/service', 'main/service/exchange', 'main/service/store/storeHouse.ts', 'main', ...shared], packages: ['node:'] },
  { name: 'main/shell', may: ['shared/contract/wire.ts', 'main/dataFolder.ts'], packages: ['node:', 'electron'] },
  { name: 'main/start', may: [], packages: ['node:'] },
  { name: 'main', may: ['main/start', 'main/service/doors/serve.ts', 'main/service/cli'], packages: ['node:'] },
  { name: 'renderer', may: shared, packages: [...screen, ...type, '@orpc/client', '@orpc/contract', 'uqr'] }
]

// Packages that a single file gives to all the others.
const soleImporters: Readonly<Record<string, string>> = {
  'pdfjs-dist': 'renderer/staff/evidence/drawPdfWorker.ts', 'temporal-polyfill': 'shared/domain/time/temporal.ts', 'rrule-temporal': 'shared/domain/time/recurrence.ts'
}

// Why a file is worth more than 300 lines.
const long: Readonly<Record<string, string>> = {
  'shared/contract/contract.ts': 'the table of every request, which is read in one piece'
}

const projectDir = fileURLToPath(new URL('../..', import.meta.url))
const sources = readSources(projectDir, ['main', 'renderer', 'shared'])

const roomOf = (path: string): Room | undefined =>
  rooms.filter(({ name }) => path.startsWith(`${name}/`)).toSorted((a, b) => b.name.length - a.name.length)[0]

const isOurs = (name: string): boolean => /^(main|renderer|shared|tests)\//u.test(name) || name === 'package.json' || name.startsWith('..')

const packageOf = (name: string): string => {
  if (name.startsWith('node:') || builtinModules.includes(name)) return 'node:'
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
}

function wrongImports(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === undefined) return [`${path} is in no room`]
    return imports.filter(name => !(isOurs(name) ? mayImport(room, name) : mayUse(room, path, packageOf(name)))).map(name => `${path} imports ${name}`)
  })
}

function mayImport(room: Room, name: string): boolean {
  if (name.endsWith('.css')) return room.name === 'renderer'
  const there = roomOf(name)?.name ?? name
  return there === room.name || room.may.includes(there) || room.may.includes(name)
}

function mayUse(room: Room, path: string, packageName: string): boolean {
  const only = soleImporters[packageName]
  return only === undefined ? room.packages.includes(packageName) : only === path
}

test('every file imports only what its room may import', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(wrongImports(sources)).toEqual([])
})

test('no files import each other in a circle, types included', () => {
  expect(cycles(sources)).toEqual([])
})

test('tests of the domain need nothing of the screen, so that mutation can run them alone', () => {
  const outside = readSources(projectDir, ['tests/unit/domain']).flatMap(({ path, imports }) =>
    imports.filter(name => isOurs(name) && !/^(shared|tests\/support|tests\/unit\/domain|main\/service\/solver)\//u.test(name)).map(name => `${path} imports ${name}`))
  expect(outside).toEqual([])
})

test('a file of more than 300 lines has a reason', () => {
  expect(sources.filter(({ path, lines }) => lines > 300 && long[path] === undefined).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
})

test('shared code compiles where there is neither a screen nor Node', { timeout: 240_000 }, () => {
  const { status, stdout } = compile('shared')
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('a wrong import is found, however it is written', () => {
  const wrong = [
    readSource('shared/domain/a.ts', "import type { Row } from '../../main/service/store/tables.ts'"),
    readSource('renderer/b.tsx', "const fs = await import('node:fs')"),
    readSource('main/service/handlers/c.ts', "export { app } from 'electron'"),
    readSource('main/service/d.ts', "type Database = import('better-sqlite3').Database"),
    readSource('main/shell/e.ts', "import { contract } from '../../shared/contract/contract.ts'"),
    readSource('shared/text/f.ts', "import { Temporal } from 'temporal-polyfill'"),
    readSource('elsewhere/g.ts', '')
  ]
  expect(wrongImports(wrong)).toEqual([
    'shared/domain/a.ts imports main/service/store/tables.ts',
    'renderer/b.tsx imports node:fs',
    'main/service/handlers/c.ts imports electron',
    'main/service/d.ts imports better-sqlite3',
    'main/shell/e.ts imports shared/contract/contract.ts',
    'shared/text/f.ts imports temporal-polyfill',
    'elsewhere/g.ts is in no room'
  ])
})

test('a circle is found, even one of types alone', () => {
  const circle = [
    readSource('shared/domain/a.ts', "import type { B } from './b.ts'"),
    readSource('shared/domain/b.ts', "export * from './time/c.ts'"),
    readSource('shared/domain/time/c.ts', "import { a } from '../a.ts'")
  ]
  expect(cycles(circle)).toEqual(['shared/domain/a.ts -> shared/domain/b.ts -> shared/domain/time/c.ts -> shared/domain/a.ts'])
})

test('shared code that reaches for the screen or for Node does not compile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-boundaries-'))
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(projectDir, 'shared/tsconfig.json'), include: ['.'] }))
    writeFileSync(join(folder, 'reaching.ts'), 'export const reached = [document.title, process.version]\n')
    const { status, stdout } = compile(folder)
    expect(stdout).toContain("Cannot find name 'document'")
    expect(stdout).toContain("Cannot find name 'process'")
    expect(status).not.toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 60_000)

function compile(project: string): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project], { cwd: projectDir, encoding: 'utf8' })
}
