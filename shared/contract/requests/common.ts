import { z } from 'zod'
import type { AccountId, LocationId, PractitionerId, RoomId } from '../../domain/ids.ts'
import { id, instant, line, type Schema, version, wallDateTime } from '../scalars.ts'
import { impact } from '../schedule.ts'

/** What a saved staffing edit answers: what it did to the visits, and the row (`null` while only previewing). */
export const withImpact = <T>(row: Schema<T>) => z.strictObject({ impact, saved: row.nullable() })
/** `true`: say what it would do, save nothing. */
export const preview = { preview: z.boolean() }
/** The version that the caller saw; another one is refused as stale. */
export const seen = <Id>(of: Schema<Id>) => ({ id: of, version })
export const where = { locationId: id<LocationId>(), start: wallDateTime, performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable() }
export const auditEvent = z.strictObject({
  sequence: z.int(), at: instant, accountName: line, accountId: id<AccountId>().nullable(), action: line, entity: line, entityId: z.string(),
  outcome: z.enum(['success', 'refused']), detail: z.string(),
})
