import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Surroundings = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>>; readonly home: string }

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/** The folder everything is kept in: the one asked for, else where this system keeps a user's programs' files, the demo beside it. */
export function dataFolder(asked: string | undefined, demo: boolean, around: Surroundings = here()): string {
  if (asked !== undefined && asked !== '') return resolve(asked)
  return join(usersFolder(around), demo ? 'injection-desk-demo' : 'injection-desk')
}

function usersFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
}
