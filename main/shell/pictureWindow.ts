import { BrowserWindow, session } from 'electron'
import { type Pictures, readPictures } from './picture.ts'

const pageAddress = 'picture://evidence/'
const policy = "default-src 'none'; img-src picture:; style-src 'unsafe-inline'"
const styles = 'body{margin:0;background:#fff}img{max-width:100%;display:block;margin:auto}img+img{border-top:8px solid #ddd}'

let windows = 0

const html = ({ pages }: Pictures): string =>
  `<!doctype html><meta charset="utf-8"><title>Evidence file</title><style>${styles}</style>${pages.map((_, at) => `<img alt="" src="${at}">`).join('')}`

/**
 * Shows pictures that the page sent in a window and a memory-only session of its own: no script runs, nothing is fetched,
 * nothing touches the disk, and the window knows nothing of the program.
 */
export function showPictures(raw: unknown, parent: BrowserWindow): void {
  const pictures = readPictures(raw)
  if (pictures === undefined) return
  windows += 1
  const own = session.fromPartition(`picture-${windows}`, { cache: false })
  const pageAt = (url: string): Buffer | undefined => pictures.pages.find((_, at) => url === `${pageAddress}${at}`)
  own.protocol.handle('picture', ({ url }) => {
    const page = pageAt(url)
    const body = page === undefined ? html(pictures) : new Uint8Array(page)
    const type = page === undefined ? 'text/html; charset=utf-8' : pictures.mediaType
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' } })
  })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((request, decide) => decide({ cancel: request.url !== pageAddress && pageAt(request.url) === undefined }))
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
