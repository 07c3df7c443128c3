import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, app, dialog, session } from 'electron'
import type { WebContents } from 'electron'
import type { PrintJob, PrintOutcome, PrintTarget } from '../../shared/contract/wire.ts'
import { pdfName } from './printJob.ts'

const paperAddress = 'paper://job/'
const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
const noMargin = { top: 0, bottom: 0, left: 0, right: 0 } as const

let jobs = 0

const duplex = { none: 'simplex', 'long-edge': 'longEdge', 'short-edge': 'shortEdge' } as const

/** Sends a job to a printer: through the system's own dialog, or straight to the one that was chosen for such paper. */
export function printOnPaper(job: PrintJob, { printer, silent, flip }: PrintTarget): Promise<PrintOutcome> {
  return withSheet(job, contents => new Promise<PrintOutcome>(resolve => {
    const options = {
      silent: silent && printer !== null, ...(printer === null ? {} : { deviceName: printer }), duplexMode: duplex[flip], printBackground: true, margins: { marginType: 'none' as const },
      pageSize: { width: job.widthMicrons, height: job.heightMicrons }
    }
    contents.print(options, (printed, reason) => {
      if (printed) resolve({ kind: 'done' })
      else if (/cancel/iu.test(reason)) resolve({ kind: 'cancelled' })
      else resolve({ kind: 'failed', sentence: 'The printer did not take the job. Check that it is on and connected, or save the card as a PDF.' })
    })
  }))
}

/** Saves a job as a PDF where the person says, or straight into `folder` where one is given. */
export function saveAsPdf(job: PrintJob, parent: BrowserWindow, folder: string | undefined): Promise<PrintOutcome> {
  return withSheet(job, async contents => {
    const pdf = await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, margins: noMargin })
    const file = folder === undefined ? await askWhere(parent, pdfName(job.fileName)) : join(folder, pdfName(job.fileName))
    if (file === undefined) return { kind: 'cancelled' }
    try {
      await writeFile(file, pdf)
    } catch {
      return { kind: 'failed', sentence: 'The PDF could not be written there. Choose another folder, or free some space.' }
    }
    return { kind: 'done' }
  })
}

async function askWhere(parent: BrowserWindow, name: string): Promise<string | undefined> {
  const asked = await dialog.showSaveDialog(parent, {
    title: 'Save as PDF',
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }]
  })
  return asked.canceled || asked.filePath === '' ? undefined : asked.filePath
}

// Every job has a window and a memory-only session of its own: no script runs, nothing is fetched, nothing touches the disk.
async function withSheet(job: PrintJob, use: (contents: WebContents) => Promise<PrintOutcome>): Promise<PrintOutcome> {
  jobs += 1
  const own = session.fromPartition(`print-${jobs}`, { cache: false })
  own.protocol.handle('paper', () => new Response(job.html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': paperPolicy }
  }))
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((request, decide) => decide({ cancel: request.url !== paperAddress && !request.url.startsWith('data:') }))
  own.on('will-download', event => event.preventDefault())
  const sheet = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false, devTools: false }
  })
  try {
    await sheet.loadURL(paperAddress)
    return await use(sheet.webContents)
  } catch {
    return { kind: 'failed', sentence: 'The page could not be prepared for printing. Please try again.' }
  } finally {
    sheet.destroy()
    own.protocol.unhandle('paper')
  }
}
