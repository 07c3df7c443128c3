import { ok } from '../../../shared/domain/result.ts'
import type { Handlers } from './types.ts'

/** The trail of what was done. */
export const auditHandlers: Handlers['audit'] = {
  list: async (input, { store }) => ok(await store.read(async tx => ({ events: await tx.audit.list(input), intact: await tx.audit.intact() }))),
}
