import { z } from 'zod'
import { query } from '../define.ts'
import { list } from '../scalars.ts'
import { auditEvent } from './common.ts'

/** Requests about what was done by whom. */
export const auditRequests = {
  audit: {
    list: query({
      permission: 'audit.read', summary: 'What was done, by whom and when, latest first; and whether the chain of records is whole', problems: [],
      input: z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500), entityId: z.string().nullable() }),
      output: z.strictObject({ events: list(auditEvent), intact: z.boolean() }),
    }),
  },
} as const
