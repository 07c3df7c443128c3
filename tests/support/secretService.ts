import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A desktop's own key store, as a person who signed in to their computer has it. */
export type SecretService = {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

const firstLine = (of: ChildProcess): Promise<string> => new Promise((resolve, reject) => {
  if (of.stdout === null) reject(new Error('nothing to read from'))
  else createInterface({ input: of.stdout }).once('line', resolve)
  of.once('error', reject)
  of.once('exit', code => reject(new Error(`ended with ${code ?? 'a signal'} before it said anything`)))
})

/** Starts a message bus and the GNOME keyring on it, unlocked, with nothing in it; in a home of their own. */
export async function startSecretService(): Promise<SecretService> {
  const home = mkdtempSync(join(tmpdir(), 'injection-desk-keyring-'))
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<void>(resolve => bus.once('exit', () => resolve()))
  const env = {
    DBUS_SESSION_BUS_ADDRESS: await firstLine(bus), XDG_CURRENT_DESKTOP: 'GNOME', XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home,
  }
  // It goes to the background once it can be asked, and ends with the bus.
  const keyring = spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], { input: 'sesame', env: { ...process.env, ...env }, timeout: 30_000 })
  if (keyring.status !== 0) throw new Error(`the keyring did not start: ${keyring.stderr.toString()}`)
  return {
    env,
    stop: async () => {
      bus.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
