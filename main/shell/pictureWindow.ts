import { BrowserWindow, session } from 'electron'
import { readPicture } from './picture.ts'

const pageAddress = 'picture://evidence/'
const imageAddress = 'picture://evidence/image'
const policy = "default-src 'none'; img-src picture:; style-src 'unsafe-inline'"
const html = '<!doctype html><meta charset="utf-8"><title>Evidence file</title><style>body{margin:0;background:#fff}img{max-width:100%;display:block;margin:auto}</style><img alt="" src="image">'

let windows = 0

/**
 * Shows a picture that the page sent in a window and a memory-only session of its own: no script runs, nothing is fetched,
 * nothing touches the disk, and the window knows nothing of the program.
 */
export function showPicture(raw: unknown, parent: BrowserWindow): void {
  const picture = readPicture(raw)
  if (picture === undefined) return
  windows += 1
  const own = session.fromPartition(`picture-${windows}`, { cache: false })
  own.protocol.handle('picture', ({ url }) => {
    const body = url === imageAddress ? new Uint8Array(picture.bytes) : html
    const type = url === imageAddress ? picture.mediaType : 'text/html; charset=utf-8'
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' } })
  })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((request, decide) => decide({ cancel: request.url !== pageAddress && request.url !== imageAddress }))
  own.on('will-download', event => event.preventDefault())
  const window = new BrowserWindow({
    parent, width: 900, height: 760, autoHideMenuBar: true, title: 'Evidence file',
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false, devTools: false, navigateOnDragDrop: false }
  })
  window.setMenu(null)
  window.on('page-title-updated', event => event.preventDefault())
  window.on('closed', () => own.protocol.unhandle('picture'))
  void window.loadURL(pageAddress)
}
