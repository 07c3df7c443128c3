import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, ipcMain, session } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import type { PrintJob, PrintOutcome, PrintTarget } from '../../shared/contract/wire.ts'
import { dataFolder } from '../dataFolder.ts'
import { channel } from './channels.ts'
import { errorScreen } from './errorScreen.ts'
import { answerKeyRequest, keyStoreState } from './keychain.ts'
import { installMenu } from './menu.ts'
import { printOnPaper, saveAsPdf } from './print.ts'
import { showPictures } from './pictureWindow.ts'
import { readPrintJob, readPrintTarget } from './printJob.ts'
import { pageOrigin, startAgainAddress, stoppedAddress } from './pageAddress.ts'
import { closeSession, confineContents, declareScheme, isTrusted, servePage } from './security.ts'
import { startService } from './serviceHost.ts'
import type { ServiceHost } from './serviceHost.ts'
import { tellOfCertifications } from './notice.ts'
import { openWindow } from './window.ts'

const out = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

// Chromium's own switches stand among the arguments, hence not strict.
const { values } = parseArgs({ args: process.argv.slice(1), strict: false, options: { data: { type: 'string' }, demo: { type: 'boolean' } } })
const demo = values['demo'] === true
const dataDir = dataFolder(typeof values['data'] === 'string' ? values['data'] : undefined, demo)
const shellDir = join(dataDir, 'window')
const testOnly = (name: string): string | undefined => app.isPackaged ? undefined : process.env[name]

let window: BrowserWindow | undefined
let service: ServiceHost | undefined
let stoppedBecause = ''
let leaving = false

// Chromium's profile lies inside the data folder, so the single-instance lock is one per data folder: the demo can run beside the real one.
mkdirSync(shellDir, { recursive: true, mode: 0o700 })
app.setPath('userData', shellDir)
// Chromium refuses to start at all for root with its sandbox on; the starter passes the switch then, and only then.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', event => {
    if (leaving) return
    leaving = true
    event.preventDefault()
    void (service?.stop() ?? Promise.resolve()).finally(() => app.quit())
  })
  confineContents(address => {
    if (address === startAgainAddress && window?.webContents.getURL() === stoppedAddress) startAgain()
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  closeSession(session.defaultSession)
  servePage(session.defaultSession, out('renderer'), () => errorScreen(stoppedBecause))
  listen()
  installMenu(() => window)
  window = openWindow({
    title: demo ? 'Injection Desk: demo practice' : 'Injection Desk',
    preload: out('preload/preload.cjs'),
    boundsFile: join(shellDir, 'bounds.json'),
    icon: join(app.getAppPath(), 'build/icon.png')
  })
  // After the window, whose own start takes longer; its page waits for the service's port.
  startTheService()
  window.on('closed', () => {
    window = undefined
    // A print window may still be open behind it.
    app.quit()
  })
}

function startTheService(): void {
  service = startService({
    utilityFile: out('main/utility.js'),
    childFile: out('main/child.js'),
    node: otherNode(),
    dataDir,
    demo,
    keyStore: keyStoreState(),
    answerKeyRequest,
    onFailed: sentence => {
      service = undefined
      stoppedBecause = sentence
      void window?.loadURL(stoppedAddress)
    }
  })
}

// The database driver needs Node-API 10; an older Electron, as the tests have, runs the service under the project's own Node.
// INJECTION_DESK_NODE names another one; set but empty, it means Electron's own after all.
function otherNode(): string | undefined {
  const asked = testOnly('INJECTION_DESK_NODE')
  if (asked !== undefined) return asked === '' ? undefined : asked
  const beside = join(app.getAppPath(), 'node_modules/.bin/node')
  return Number(process.versions['napi']) < 10 && !app.isPackaged && existsSync(beside) ? beside : undefined
}

function startAgain(): void {
  startTheService()
  void window?.loadURL(`${pageOrigin}/`)
}

function listen(): void {
  ipcMain.on(channel.portWanted, event => {
    if (service !== undefined && isTrusted(event, window?.webContents)) event.sender.postMessage(channel.port, null, [service.connect()])
  })
  ipcMain.on(channel.notify, (event, count: unknown) => {
    if (isTrusted(event, window?.webContents)) tellOfCertifications(count, () => window)
  })
  ipcMain.on(channel.showPictures, (event, pictures: unknown) => {
    if (window !== undefined && isTrusted(event, window.webContents)) showPictures(pictures, window)
  })
  ipcMain.handle(channel.printers, async event => {
    if (window === undefined || !isTrusted(event, window.webContents)) return []
    return (await window.webContents.getPrintersAsync()).map(({ name }) => name)
  })
  answerPrint(channel.print, (job, _parent, target) => printOnPaper(job, target))
  answerPrint(channel.savePdf, (job, parent) => saveAsPdf(job, parent, testOnly('INJECTION_DESK_PDF_DIR')))
}

function answerPrint(name: string, perform: (job: PrintJob, parent: BrowserWindow, target: PrintTarget) => Promise<PrintOutcome>): void {
  ipcMain.handle(name, async (event: IpcMainInvokeEvent, raw: unknown, target: unknown): Promise<PrintOutcome> => {
    const job = readPrintJob(raw)
    if (window === undefined || job === undefined || !isTrusted(event, window.webContents)) {
      return { kind: 'failed', sentence: 'This page cannot be printed.' }
    }
    return await perform(job, window, readPrintTarget(target))
  })
}
