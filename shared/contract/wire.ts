import type { Flip } from '../domain/paper/stock.ts'

/** What the desktop shell says to the service process. Requests of the contract do not travel here but over the ports. */
export type ToService =
  | { readonly kind: 'start'; readonly dataDir: string; readonly demo: boolean; readonly keyStore: 'available' | 'unavailable' }
  /** A window's port: transferred with the message (utility process), or relayed as `port-message` under its number (child process). */
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly port: number }
  | { readonly kind: 'key-answer'; readonly request: number; readonly value: string | null }
  | { readonly kind: 'stop' }

/** What the service process says to the desktop shell. `value` is base64. */
export type FromService =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  /** Asks the operating system's key store to wrap a new key, or to unwrap the one it wrapped. */
  | { readonly kind: 'key-request'; readonly request: number; readonly action: 'wrap' | 'unwrap'; readonly value: string }
  | { readonly kind: 'stopped' }

/** One printed document: complete HTML with its own `@page`, no scripts, no outside references. Sizes in micrometres. */
export type PrintJob = { readonly html: string; readonly widthMicrons: number; readonly heightMicrons: number; readonly fileName: string }

/** Where a job goes. Without a printer the system's own dialog asks; only a named one can be printed on without it. */
export type PrintTarget = { readonly printer: string | null; readonly silent: boolean; readonly flip: Flip }

export type PrintOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string }

/** What the preload script gives the window under `window.desk`; absent in a browser. */
export type DeskBridge = {
  readonly host: 'desktop'
  /** The names of the printers that this computer knows. */
  readonly printers: () => Promise<readonly string[]>
  readonly print: (job: PrintJob, target?: PrintTarget) => Promise<PrintOutcome>
  readonly savePdf: (job: PrintJob) => Promise<PrintOutcome>
  /** Tells on the desktop that so many certifications want a look; a number, so that no name can get there. */
  readonly notifyOfCertifications: (count: number) => void
  /** Shows images, as base64, one below the other in a sandboxed window of its own that knows nothing of the program. */
  readonly showPictures: (pictures: { readonly mediaType: string; readonly pages: readonly string[] }) => void
}

/** The window message that hands over the service's port. */
export const portMessage = 'injection-desk-port'

/** The header that carries the signed-in session on every request, over ports and HTTP alike. */
export const sessionHeader = 'x-desk-session'
