import type { PrintJob, PrintTarget } from '../../shared/contract/wire.ts'

const mostHtml = 20_000_000
// From a small label to a poster: anything else is a mistake in the caller.
const leastMicrons = 10_000
const mostMicrons = 1_500_000

/** A print job out of what the page sent, or nothing where it is not one. */
export function readPrintJob(raw: unknown): PrintJob | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  if (!('html' in raw) || !('widthMicrons' in raw) || !('heightMicrons' in raw) || !('fileName' in raw)) return undefined
  const { html, widthMicrons, heightMicrons, fileName } = raw
  if (typeof html !== 'string' || html.length > mostHtml || typeof fileName !== 'string') return undefined
  if (!isLength(widthMicrons) || !isLength(heightMicrons)) return undefined
  return { html, widthMicrons, heightMicrons, fileName }
}

const flips = ['none', 'long-edge', 'short-edge'] as const

/** Where a job goes out of what the page sent; anything else than a whole answer leaves it to the system's dialog. */
export function readPrintTarget(raw: unknown): PrintTarget {
  const asking: PrintTarget = { printer: null, silent: false, flip: 'none' }
  if (typeof raw !== 'object' || raw === null || !('printer' in raw) || !('silent' in raw) || !('flip' in raw)) return asking
  const flip = flips.find(each => each === raw.flip) ?? 'none'
  if (typeof raw.printer !== 'string' || raw.printer === '') return { ...asking, flip }
  return { printer: raw.printer, silent: raw.silent === true, flip }
}

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= leastMicrons && value <= mostMicrons

/** A name for a PDF that every file system takes and that cannot lead out of the folder it is offered in. */
export function pdfName(fileName: string): string {
  const plain = fileName.replace(/\.pdf$/iu, '').replace(/[^\p{L}\p{N} _-]+/gu, '-').replace(/^[-\s]+|[-\s]+$/gu, '').slice(0, 80)
  return `${plain === '' ? 'appointment-card' : plain}.pdf`
}
