// The smallest Electron program that shows a sandboxed window: what the desk's start is measured against.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL('data:text/html,<h1>Hello</h1>')
})
