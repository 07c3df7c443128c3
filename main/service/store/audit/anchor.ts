import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** The newest audit record that is known outside the database: its number and its hash. */
export type AuditHead = { readonly sequence: number; readonly hash: string }

/** Keeps the head in a file of its own: whoever cuts the newest records out of the database does not find them here. */
export type AuditAnchor = {
  /** Called after a commit: the file may lag behind the database, it must never be ahead of it. */
  readonly note: (head: AuditHead) => void
  readonly read: () => AuditHead | null
  /** From now on the file stays as it is: the database does not hold what it says, and that must not be written over. */
  readonly freeze: () => void
  /** Writes what has been noted; on closing. */
  readonly settle: () => void
}

const delayMs = 250

/** The anchor in `file`; writes are gathered, since a head that lags still proves all that came before it. */
export function createAnchor(file: string): AuditAnchor {
  let noted: AuditHead | null = null
  let timer: NodeJS.Timeout | null = null
  let frozen = false

  const settle = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (noted === null) return
    writeFileSync(`${file}.new`, JSON.stringify(noted), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    noted = null
  }
  return {
    note: (head) => {
      if (frozen) return
      noted = head
      timer ??= setTimeout(settleQuietly, delayMs).unref()
    },
    read: () => noted ?? readHead(file),
    freeze: () => { frozen = true },
    settle,
  }

  // A full or read-only disk shows itself where something is saved; the anchor only lags.
  function settleQuietly(): void {
    try {
      settle()
    } catch {
      timer = null
    }
  }
}

/** A file torn by a power cut proves nothing, but refutes nothing either. */
function readHead(file: string): AuditHead | null {
  try {
    const head: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof head !== 'object' || head === null || !('sequence' in head) || !('hash' in head)) return null
    const { sequence, hash } = head
    return typeof sequence === 'number' && typeof hash === 'string' ? { sequence, hash } : null
  } catch {
    return null
  }
}
