import { Menu, app, dialog } from 'electron'
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'

/** Installs the few menu entries a desk needs; nothing in it can reload the page or open developer tools. */
export function installMenu(window: () => BrowserWindow | undefined): void {
  const about = (): void => {
    const options = { type: 'info' as const, title: 'Injection Desk', message: `Injection Desk ${app.getVersion()}`, detail: 'Free software under the MIT licence.', buttons: ['Close'] }
    const parent = window()
    void (parent === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options))
  }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : [{ label: 'File', submenu: [{ role: 'quit' as const }] }]),
    { role: 'editMenu' },
    { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }] },
    { role: 'help', submenu: [{ label: 'About Injection Desk', click: about }] }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
