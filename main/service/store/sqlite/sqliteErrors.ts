import { type Unavailable, type Violation, errorCode } from '../engine.ts'
import { overlapColumns } from '../schema/dialect.ts'

/** The rule that a statement broke; triggers tell theirs by the exact word that they raise. */
export function sqliteViolation(error: unknown): Violation | null {
  switch (errorCode(error)) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY': return { kind: 'primary-key' }
    case 'SQLITE_CONSTRAINT_UNIQUE': return { kind: 'unique' }
    case 'SQLITE_CONSTRAINT_TRIGGER': {
      const raised = error instanceof Error ? error.message : ''
      const found = overlapColumns.find(({ overlap }) => raised === `overlap:${overlap}`)
      return found === undefined ? null : { kind: 'overlap', overlap: found.overlap }
    }
    default: return null
  }
}

/** Why the file cannot be used, where that is what the error says. */
export function sqliteUnavailable(error: unknown): Unavailable | null {
  const code = errorCode(error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return 'corrupt'
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'read-only'
  return null
}
