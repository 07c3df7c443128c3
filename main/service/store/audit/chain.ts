import { createHash } from 'node:crypto'
import type { AuditRow } from '../tables.ts'

/** Text as the database will give it back: without what UTF-8 or PostgreSQL cannot hold. */
export const asStored = (text: string): string => Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD')

/** A record's hash: over the one before it and its own fields in fixed order, so that none can be altered, cut out or moved. */
export function hashOf(previous: string, row: Omit<AuditRow, 'hash'>): string {
  const fields = [
    previous, row.sequence, row.at, row.account_id, row.account_name, row.action, row.entity, row.entity_id, row.outcome, row.detail,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
