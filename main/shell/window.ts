import { BrowserWindow, app, nativeTheme } from 'electron'
import { pageOrigin } from './pageAddress.ts'
import { keepBounds, readBounds, smallest } from './windowBounds.ts'

type Look = { readonly title: string; readonly preload: string; readonly boundsFile: string; readonly icon: string }

// The page's own surface colours, so that nothing flashes before it is painted.
const paper = { light: '#f4f6f5', dark: '#0f1312' } as const

/** Opens the one window: sandboxed, without Node, shown once it has something to show. */
export function openWindow({ title, preload, boundsFile, icon }: Look): BrowserWindow {
  const window = new BrowserWindow({
    ...readBounds(boundsFile),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title,
    icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The dictionaries would be fetched from the internet.
      spellcheck: false,
      devTools: !app.isPackaged
    }
  })
  // The page must not put a patient's name where every passer-by and the window list can read it.
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepBounds(boundsFile, window.getNormalBounds()))
  void window.loadURL(`${pageOrigin}/`)
  return window
}
