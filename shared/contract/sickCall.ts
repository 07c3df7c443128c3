import { z } from 'zod'
import type { AbsenceId, AppointmentId, PractitionerId, RoomId, ShiftExceptionId, SickCallId, WaitingEntryId } from '../domain/ids.ts'
import { type Language, languages } from '../domain/language.ts'
import type { HumanName } from '../domain/person.ts'
import { moveKinds, type Option, optionKinds } from '../domain/sickCall/option.ts'
import type { Unplaced } from '../domain/sickCall/planSickCall.ts'
import type { At, SickCall, SickCallMove, SickSpell } from '../domain/sickCall/sickCall.ts'
import { humanName } from './people.ts'
import { calendarTime, id, instant, line, list, type Schema, version, wallDateTime, zoneId } from './scalars.ts'
import { type Visit, visit } from './schedule.ts'

export const sickSpellFields = { practitionerId: id<PractitionerId>(), start: calendarTime, end: calendarTime, zone: zoneId }
export const sickSpell: Schema<SickSpell> = z.strictObject(sickSpellFields)

const place = { start: calendarTime, performerId: id<PractitionerId>(), roomId: id<RoomId>().nullable() }
export const option: Schema<Option> = z.union([
  z.strictObject({ kind: z.enum([...moveKinds, 'ask']), ...place }), z.strictObject({ kind: z.literal('wait') }),
  z.strictObject({ kind: z.literal('refer'), reason: line }),
])

/** A visit that a sick call affects, and how it could go on, best first. */
export type Affected = {
  readonly visit: Visit
  readonly uncovered: boolean
  readonly travelMinutes: number | null
  readonly overdueDays: number | null
  readonly options: readonly Option[]
}
export const affected: Schema<Affected> = z.strictObject({
  visit, uncovered: z.boolean(), travelMinutes: z.int().nullable(), overdueDays: z.int().nullable(), options: list(option),
})
export const unplaced: Schema<Unplaced> = z.enum(['none', 'taken', 'no-time'])

const at: Schema<At> = z.strictObject({ start: wallDateTime, performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable() })
const moveFields = {
  id: id<AppointmentId>(), kind: z.enum(optionKinds), before: at, after: at.nullable(), version, called: z.boolean(),
  waiting: z.strictObject({
    id: id<WaitingEntryId>(), before: z.strictObject({ visitId: id<AppointmentId>().nullable(), lost: wallDateTime.nullable() }).nullable(),
  }).nullable(),
}
const move: Schema<SickCallMove> = z.strictObject(moveFields)
export const sickCall: Schema<SickCall> = z.strictObject({
  ...sickSpellFields, id: id<SickCallId>(), version, madeAt: instant, madeBy: line,
  absence: z.strictObject({ id: id<AbsenceId>(), version }).nullable(), shifts: list(z.strictObject({ id: id<ShiftExceptionId>(), version })), moves: list(move),
  undoneAt: instant.nullable(),
})

/** One telephone call that a sick call makes necessary. */
export type SickCallCall = SickCallMove & {
  readonly patientName: HumanName
  readonly telephone: string
  readonly language: Language
  readonly travelMinutes: number | null
  /** True while the visit is as the sick call left it. */
  readonly current: boolean
}
export const answered: Schema<{ readonly sickCall: SickCall; readonly calls: readonly SickCallCall[] }> = z.strictObject({
  sickCall, calls: list(z.strictObject({
    ...moveFields, patientName: humanName, telephone: line, language: z.enum(languages), travelMinutes: z.int().nullable(), current: z.boolean(),
  })),
})
