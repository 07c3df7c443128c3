import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { AuditEntry } from '../store/store.ts'
import type { AuditNote } from './types.ts'

/** Whom the audit trail names; `null` where nobody is known to have asked. */
export type Actor = { readonly id: AccountId | null; readonly displayName: string } | null

/** One line of the audit trail about something that was done. */
export function auditRow(at: Instant, actor: Actor, note: AuditNote): Omit<AuditEntry, 'sequence'> {
  const { action, entity, entityId, before, after } = note
  return {
    at, accountId: actor?.id ?? null, accountName: actor?.displayName ?? '', action, entity, entityId, outcome: 'success',
    detail: JSON.stringify({ ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }),
  }
}

/** One line of the audit trail about something that was asked for and refused, with the refusal's code. */
export const refusalRow = (at: Instant, actor: Actor, note: Pick<AuditNote, 'action' | 'entity' | 'entityId'>, problem: string): Omit<AuditEntry, 'sequence'> =>
  ({ ...auditRow(at, actor, note), outcome: 'refused', detail: JSON.stringify({ problem }) })
