import { type Unavailable, type Violation, errorCode } from '../engine.ts'
import { overlapColumns } from '../schema/dialect.ts'

const constraintOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : ''

/** The rule that a statement broke, by SQLSTATE and constraint name. */
export function postgresViolation(error: unknown): Violation | null {
  const constraint = constraintOf(error)
  switch (errorCode(error)) {
    case '23505': return { kind: constraint.endsWith('_pkey') ? 'primary-key' : 'unique' }
    case '23P01': {
      const found = overlapColumns.find(({ overlap }) => constraint === `overlap_${overlap}`)
      return found === undefined ? null : { kind: 'overlap', overlap: found.overlap }
    }
    default: return null
  }
}

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT'])

// The driver gives its own errors about a lost connection no code; nothing of the server's text is read here.
const lostConnection = new Set([
  'Connection terminated', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout', 'timeout expired',
  'timeout exceeded when trying to connect', 'Client has encountered a connection error and is not queryable', 'Client was closed and is not queryable',
])

/** Why the server cannot be used, where that is what the error says. */
export function postgresUnavailable(error: unknown): Unavailable | null {
  const code = errorCode(error)
  // Class 08: connection; 28: not let in; 3D000: no such database; 57P0x: the server is going down or starting.
  if (networkCodes.has(code) || /^(08|28|3D000|57P0)/.test(code)) return 'offline'
  if (code === '' && error instanceof Error && lostConnection.has(error.message)) return 'offline'
  if (code === '53100') return 'full'
  if (code === '25006') return 'read-only'
  if (code.startsWith('XX00')) return 'corrupt'
  return null
}
