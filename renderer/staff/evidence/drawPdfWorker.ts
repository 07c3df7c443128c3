import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { base64Of } from '../../exchange/base64Of.ts'
import { mostPages, type PdfNews } from './drawPdf.ts'

// A thread without a document, a window or a session in reach: whatever a hostile file brings pdf.js to do, it can only draw.

const longestSide = 1800
const quality = 0.92

type Surface = { readonly canvas: OffscreenCanvas; readonly context: OffscreenCanvasRenderingContext2D | null }

class Canvases {
  create(width: number, height: number): Surface {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d') }
  }
  reset({ canvas }: Surface, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }
  destroy({ canvas }: Surface): void {
    canvas.width = 0
    canvas.height = 0
  }
}

/** Filters are SVG elements of a document, which there is none of. */
class NoFilters {
  addFilter(): string { return 'none' }
  addHCMFilter(): string { return 'none' }
  addAlphaFilter(): string { return 'none' }
  addLuminosityFilter(): string { return 'none' }
  addHighlightHCMFilter(): string { return 'none' }
  destroy(): void {}
}

const tell = (news: PdfNews): void => self.postMessage(news)

async function draw(bytes: ArrayBuffer): Promise<void> {
  const beside = new URL('/pdf/', self.location.href).href
  const parser = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), { type: 'module' })
  const document = await getDocument({
    data: bytes, worker: PDFWorker.create({ port: parser }), CanvasFactory: Canvases, FilterFactory: NoFilters, useWorkerFetch: true, useWasm: false, disableFontFace: true, isImageDecoderSupported: false,
    enableXfa: false, stopAtErrors: false, cMapUrl: `${beside}cmaps/`, standardFontDataUrl: `${beside}standard_fonts/`, wasmUrl: `${beside}wasm/`, verbosity: 0,
  }).promise
  const shown = Math.min(document.numPages, mostPages)
  for (let number = 1; number <= shown; number += 1) {
    const page = await document.getPage(number)
    const whole = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: longestSide / Math.max(whole.width, whole.height) })
    const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('nothing to draw on')
    // oxlint-disable-next-line typescript/consistent-type-assertions -- pdf.js draws on either kind of context and declares only the one of a document
    await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
    const image = await base64Of(await canvas.convertToBlob({ type: 'image/webp', quality }))
    if (image === null) throw new Error('the picture could not be read')
    tell({ kind: 'page', image, number, of: shown, pages: document.numPages })
    page.cleanup()
  }
}

self.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
  draw(data).then(() => tell({ kind: 'done' }), (fault: unknown) => tell({ kind: 'failed', locked: fault instanceof Error && fault.name === 'PasswordException' }))
}
