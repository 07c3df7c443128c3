import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built screen, ready to be sent. */
export type StaticFile = { readonly body: Buffer; readonly type: string; readonly lasting: boolean }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json; charset=utf-8', '.webmanifest': 'application/manifest+json',
  '.ttf': 'font/ttf', '.pfb': 'application/x-font-type1', '.bcmap': 'application/octet-stream',
}

/** The file under `root` that an address's path names, or `null`: nothing outside of it, nothing hidden, no unknown kind. */
export async function staticFile(root: string, path: string): Promise<StaticFile | null> {
  const segments = decoded(path === '/' ? '/index.html' : path)
  const type = types[extname(segments?.at(-1) ?? '')]
  if (segments === null || type === undefined) return null
  const home = await realpath(root)
  const file = await realpath(join(home, ...segments)).catch(() => null)
  if (file === null || !file.startsWith(home + sep) || !(await stat(file)).isFile()) return null
  // Built names carry a hash of their content.
  return { body: await readFile(file), type, lasting: segments[0] === 'assets' }
}

function decoded(path: string): readonly string[] | null {
  const parts = path.split('/').slice(1).map(part => {
    try {
      return decodeURIComponent(part)
    } catch {
      return ''
    }
  })
  return parts.every(part => /^[\w][\w.\- ]*$/.test(part) && !part.includes('..')) ? parts : null
}
