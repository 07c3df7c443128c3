import { randomBytes } from 'node:crypto'
import { type Instant } from '../../shared/domain/time/values.ts'
import { instant } from '../../shared/domain/time/instant.ts'

/** The operating system's key store, reached through the desktop shell; `null` where there is none. Values are base64. */
export type KeyStore = {
  readonly wrap: (value: string) => Promise<string | null>
  readonly unwrap: (value: string) => Promise<string | null>
}

/** All that the service needs from outside. */
export type Ports = {
  readonly dataDir: string
  readonly demo: boolean
  readonly now: () => Instant
  readonly newId: () => string
  readonly keyStore: KeyStore | null
  /** Takes codes and counts only: nothing that could name a patient. */
  readonly log: (event: string, detail: Readonly<Record<string, string | number>>) => void
}

/** RFC 9562 UUID version 7: the time first, so that rows made one after the other lie side by side. */
export function uuidV7(at: number, random: Uint8Array): string {
  const hex = [...random].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const time = at.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}

/** The real clock, real ids, and a log of one JSON line an event on the standard error stream. */
export function systemPorts(where: Pick<Ports, 'dataDir' | 'demo' | 'keyStore'>): Ports {
  const now = (): Instant => instant(Date.now())
  return {
    ...where,
    now,
    newId: () => uuidV7(now(), randomBytes(10)),
    log: (event, detail) => void process.stderr.write(`${JSON.stringify({ at: now(), event, ...detail })}\n`),
  }
}
