import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { app, protocol } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent, Session, WebContents } from 'electron'
import { pageFile, pageOrigin, stoppedAddress } from './pageAddress.ts'

// Mantine writes style tags while it runs, hence 'unsafe-inline' for styles; scripts come from our own files only.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self'", "frame-src 'self' blob: about:", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json', '.ttf': 'font/ttf', '.pfb': 'application/x-font-type1',
  '.bcmap': 'application/octet-stream'
}

/** Names the page's scheme; has to run before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the page out of `root`, and `stoppedPage` where the service is not running. */
export function servePage(session: Session, root: string, stoppedPage: () => string): void {
  session.protocol.handle('app', async request => {
    if (request.method !== 'GET') return answer(405, 'text/plain', 'Not allowed.')
    if (request.url === stoppedAddress) return answer(200, 'text/html; charset=utf-8', stoppedPage())
    const file = pageFile(root, request.url)
    const type = file === undefined ? undefined : types[extname(file)]
    if (file === undefined || type === undefined) return answer(404, 'text/plain', 'Not found.')
    try {
      return answer(200, type, await readFile(file))
    } catch {
      return answer(404, 'text/plain', 'Not found.')
    }
  })
}

function answer(status: number, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
  })
}

/** Refuses a session everything a page can ask for: permissions, devices, and any address that is not the page's own. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) => decide(mayAsk(contents, permission)))
  session.setPermissionCheckHandler((contents, permission) => contents !== null && mayAsk(contents, permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isOurs(request.url) }))
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) event.preventDefault()
  })
}

// Copying the recovery key is the one thing a page may do outside itself.
const mayAsk = (contents: WebContents, permission: string): boolean =>
  permission === 'clipboard-sanitized-write' && contents.getURL().startsWith(`${pageOrigin}/`)

const isOurs = (address: string): boolean =>
  address.startsWith(`${pageOrigin}/`) || address.startsWith(`blob:${pageOrigin}/`) || address.startsWith('data:') || address.startsWith('devtools:')

/** Denies every page of the program navigation, new windows and embedded views, except where `follow` takes the address up. */
export function confineContents(follow: (address: string) => void): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-navigate', event => {
      event.preventDefault()
      follow(event.url)
    })
    contents.on('will-frame-navigate', event => {
      // The previews of cards are frames that the page writes itself.
      if (!event.isMainFrame && !event.url.startsWith('about:') && !event.url.startsWith(`blob:${pageOrigin}/`)) event.preventDefault()
    })
  })
}

/** Whether a message comes from the page itself, in the top frame of the given window. */
export function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame
  return contents !== undefined && event.sender === contents && frame !== null && frame === contents.mainFrame
    && frame.url.startsWith(`${pageOrigin}/`)
}
