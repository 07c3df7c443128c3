import { join, normalize, sep } from 'node:path'

/** Where the window's page lives; nothing else is ever loaded into it. */
export const pageOrigin = 'app://desk'

/** The address of the screen that says why the service is not running. */
export const stoppedAddress = `${pageOrigin}/stopped`

/** The one link on that screen; following it starts the service again. */
export const startAgainAddress = `${pageOrigin}/start-again`

/** The file of `root` that a page address means, or nothing where it would lead outside of it. */
export function pageFile(root: string, address: string): string | undefined {
  // URL.parse would be shorter, but the Node inside Electron 33 has none.
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== pageOrigin) return undefined
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : undefined
}
