/** A longer file is shown up to here; its copy has the rest. */
export const mostPages = 40
// A page that takes longer than this is not drawn any more.
const patienceMs = 30_000

/** What the drawing thread says. */
export type PdfNews =
  | { readonly kind: 'page'; readonly image: string; readonly number: number; readonly of: number; readonly pages: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly locked: boolean }

/** How far the drawing has come. */
export type Drawing =
  | { readonly state: 'drawing'; readonly number: number; readonly of: number | null }
  | { readonly state: 'drawn'; readonly images: readonly string[]; readonly pages: number }
  | { readonly state: 'failed'; readonly locked: boolean }

/** Draws a PDF's pages as WebP pictures (base64) in a thread of its own; answers with how to stop it. */
export function drawPdf(bytes: ArrayBuffer, show: (drawing: Drawing) => void): () => void {
  const thread = new Worker(new URL('drawPdfWorker.ts', import.meta.url), { type: 'module' })
  const images: string[] = []
  let pages = 0
  let patience = 0
  const end = (drawing: Drawing | null): void => {
    window.clearTimeout(patience)
    thread.terminate()
    if (drawing !== null) show(drawing)
  }
  const wait = (): void => {
    window.clearTimeout(patience)
    patience = window.setTimeout(() => end({ state: 'failed', locked: false }), patienceMs)
  }
  thread.onerror = () => end({ state: 'failed', locked: false })
  thread.onmessage = ({ data: news }: MessageEvent<PdfNews>) => {
    wait()
    if (news.kind === 'failed') end({ state: 'failed', locked: news.locked })
    else if (news.kind === 'done') end({ state: 'drawn', images, pages })
    else {
      images.push(news.image)
      pages = news.pages
      show({ state: 'drawing', number: news.number, of: news.of })
    }
  }
  show({ state: 'drawing', number: 0, of: null })
  wait()
  thread.postMessage(bytes, [bytes])
  return () => end(null)
}
