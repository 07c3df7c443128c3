import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { PrintJob } from '../../shared/contract/wire.ts'
import type { Desk } from './desk.ts'

/** In millimetres, from the page's top left corner. */
export type PdfBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type PdfText = { readonly text: string; readonly left: number; readonly top: number; readonly right: number; readonly points: number }
export type PdfPage = { readonly width: number; readonly height: number; readonly boxes: readonly PdfBox[]; readonly texts: readonly PdfText[]; readonly text: string; readonly fonts: readonly PdfFont[] }
export type PdfFont = { readonly name: string; readonly embedded: boolean }
export type ReadPdf = { readonly tagged: boolean; readonly language: string | null; readonly pages: readonly PdfPage[] }

/** A tint that nothing else on paper has: what is filled with it is a card's box, to be read back out of the PDF. */
const tint = '#ffeedd'
export const tinted = (job: PrintJob): PrintJob => ({ ...job, html: job.html.replace('</style>', `.card{background:${tint}}</style>`) })

/** A job as the host that the test runs in writes it: Chromium's own PDF, or the file that the desktop's print window saved. */
export async function pdfOf(desk: Desk, job: PrintJob): Promise<Uint8Array> {
  if (desk.host === 'desktop') {
    const outcome = await desk.page.evaluate(sent => window.desk?.savePdf(sent), job)
    if (outcome?.kind !== 'done') throw new Error(`the PDF was not saved: ${JSON.stringify(outcome)}`)
    return new Uint8Array(readFileSync(join(desk.pdfDir, job.fileName)))
  }
  // A page of its own, as a print job has: the program's page would hold the document to its own policy.
  const page = await desk.page.context().newPage()
  await page.setContent(job.html)
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  await page.close()
  return new Uint8Array(bytes)
}

/** What a button that says "Save as PDF" saves: the desktop's file, or, where a browser would open its print window, the document that it would print. */
export async function savedBy(desk: Desk, button: Locator, fileName: string): Promise<ReadPdf> {
  const { page, host } = desk
  if (host === 'desktop') {
    const file = join(desk.pdfDir, fileName)
    rmSync(file, { force: true })
    await button.click()
    await expect.poll(() => existsSync(file) && readFileSync(file).subarray(-16).includes('%%EOF')).toBe(true)
    return readPdf(new Uint8Array(readFileSync(file)))
  }
  await page.evaluate(() => { Reflect.set(window, 'printed', null) })
  await page.addInitScript(() => {
    if (window === window.top) return
    window.print = () => {
      Reflect.set(window.top ?? window, 'printed', `<!doctype html>${document.documentElement.outerHTML}`)
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await button.click()
  const printed = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'printed'))
  await expect.poll(printed).not.toBeNull()
  return readPdf(await pdfOf(desk, { html: String(await printed()), widthMicrons: 0, heightMicrons: 0, fileName }))
}

const mmPerPoint = 25.4 / 72
type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3], a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
]
const numbers = (value: unknown): readonly number[] => (typeof value === 'object' && value !== null ? Object.values(value).filter(each => typeof each === 'number') : [])
const matrixOf = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(value)
  return [a, b, c, d, e, f]
}

/** What stands in a PDF: sizes, tinted boxes, texts with their places, fonts. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { OPS } = await getResolvedPDFJS()
  const pdf = await getDocumentProxy(bytes)
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
    const { fnArray, argsArray } = await page.getOperatorList()
    const boxes: PdfBox[] = []
    const fonts = new Map<string, PdfFont>()
    const kept: Matrix[] = []
    let matrix = identity
    let fill: unknown = null
    for (const [at, operator] of fnArray.entries()) {
      const args: readonly unknown[] = argsArray[at] ?? []
      if (operator === OPS.save) kept.push(matrix)
      else if (operator === OPS.restore) matrix = kept.pop() ?? identity
      else if (operator === OPS.transform) matrix = times(matrix, matrixOf(args))
      else if (operator === OPS.setFillRGBColor) [fill] = args
      else if (operator === OPS.setFont && typeof args[0] === 'string' && !fonts.has(args[0])) {
        const font: unknown = page.commonObjs.get(args[0])
        if (typeof font === 'object' && font !== null) fonts.set(args[0], { name: String(Reflect.get(font, 'name')), embedded: Reflect.get(font, 'missingFile') === false })
      } else if (operator === OPS.constructPath && fill === tint) {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbers(args[2])
        const corners = [[left, top], [right, bottom]].map(([x = 0, y = 0]) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
        const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)]
        boxes.push({ left: (Math.min(...xs) - x0) * mmPerPoint, top: (y1 - Math.max(...ys)) * mmPerPoint, width: (Math.max(...xs) - Math.min(...xs)) * mmPerPoint, height: (Math.max(...ys) - Math.min(...ys)) * mmPerPoint })
      }
    }
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item): readonly PdfText[] => {
      if (!('str' in item) || item.str === '') return []
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number)
      return [{ text: item.str, left: (x - x0) * mmPerPoint, top: (y1 - y) * mmPerPoint, right: (x - x0 + item.width) * mmPerPoint, points: Math.hypot(a, b) }]
    })
    pages.push({ width: (x1 - x0) * mmPerPoint, height: (y1 - y0) * mmPerPoint, boxes, texts, text: items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''), fonts: [...fonts.values()] })
  }
  const marks = await pdf.getMarkInfo()
  const { info } = await pdf.getMetadata()
  await pdf.cleanup()
  return { tagged: marks !== null && Reflect.get(marks, 'Marked') === true, language: String(Reflect.get(info, 'Language') ?? ''), pages }
}
