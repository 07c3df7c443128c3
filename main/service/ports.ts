import type { Solve } from '../../shared/domain/program.ts'
import { type Instant } from '../../shared/domain/time/values.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { risingIds } from './ids.ts'
import { solveProgram } from './solver/solveProgram.ts'

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
  readonly solve: Solve
  /** Takes codes and counts only: nothing that could name a patient. */
  readonly log: (event: string, detail: Readonly<Record<string, string | number>>) => void
}

/** The real clock, real ids, and a log of one JSON line an event on the standard error stream. */
export function systemPorts(where: Pick<Ports, 'dataDir' | 'demo' | 'keyStore'>): Ports {
  const now = (): Instant => instant(Date.now())
  return {
    ...where,
    now,
    newId: risingIds(now),
    solve: solveProgram,
    log: (event, detail) => void process.stderr.write(`${JSON.stringify({ at: now(), event, ...detail })}\n`),
  }
}
