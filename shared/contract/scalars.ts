import { z } from 'zod'
import type { AnyId, Branded } from '../domain/ids.ts'
import type { Competence } from '../domain/certification.ts'
import type { RecurrenceRule } from '../domain/time/recurrenceRule.ts'
import type { Instant, Interval, PlainDate, WallDateTime, WallTime, Weekday, ZoneId } from '../domain/time/values.ts'
import { parseWallDateTime } from '../domain/time/wallClock.ts'

/** A schema whose parsed value is exactly the domain's value. */
export type Schema<T> = z.ZodType<T, T>

const branded = <T extends Branded<string | number, string>>(schema: z.ZodType): Schema<T> => schema as unknown as Schema<T>

/** The id of one kind of thing. */
export const id = <Id extends AnyId>(): Schema<Id> => branded(z.uuid())
export const plainDate: Schema<PlainDate> = branded(z.iso.date())
export const wallTime: Schema<WallTime> = branded(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export const wallDateTime: Schema<WallDateTime> = branded(z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/))
/** A time on a day that calendars have; the calendar of the program ends some day. */
export const calendarTime: Schema<WallDateTime> = wallDateTime.refine(wall => wall < '2200' && parseWallDateTime(wall) !== null)
export const zoneId: Schema<ZoneId> = branded(z.string().max(64).regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/))
export const instant: Schema<Instant> = branded(z.int())
export const competence: Schema<Competence> = branded(z.string().max(64).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
export const weekday: Schema<Weekday> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)])
export const interval: Schema<Interval> = z.strictObject({ start: instant, end: instant })
/** RFC 5545; which rules a shift may follow is the domain's to say. */
export const recurrenceRule: Schema<RecurrenceRule> = branded(z.string().max(80).regex(/^[A-Z]+=[A-Z0-9-]+(;[A-Z]+=[A-Z0-9-]+)*$/))
export const version = z.int().min(1)
/** A line that a person typed: trimmed by the handler, never longer than this. */
export const line = z.string().max(200)
export const words = z.string().max(4000)
export const list = <T>(item: Schema<T>, max = 100_000): Schema<readonly T[]> => z.array(item).max(max).readonly() as unknown as Schema<readonly T[]>
export const nothing = z.strictObject({})
