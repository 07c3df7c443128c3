import type { AbsenceId, AppointmentId, PractitionerId, ShiftExceptionId, SickCallId, WaitingEntryId } from '../ids.ts'
import type { Instant, WallDateTime, ZoneId } from '../time/values.ts'
import { type Appointment } from '../appointment.ts'
import type { BeforeLoss } from '../waiting/lostPlace.ts'
import type { Option } from './option.ts'

/** Who called in sick, from when to when, by the clocks of a zone. */
export type SickSpell = { readonly practitionerId: PractitionerId; readonly start: WallDateTime; readonly end: WallDateTime; readonly zone: ZoneId }

/** Where a visit is, or was. */
export type At = Pick<Appointment, 'start' | 'performerId' | 'roomId'>

/** What became of one visit, and whether the patient was told. */
export type SickCallMove = {
  readonly id: AppointmentId
  readonly kind: Option['kind']
  readonly before: At
  /** `null`: referred, or waiting. */
  readonly after: At | null
  /** The version that the move made; while the visit has it, the move can be taken back. */
  readonly version: number
  /** The entry by which the patient waits, and what it was before; `null` beside it: it was made for this. */
  readonly waiting: { readonly id: WaitingEntryId; readonly before: BeforeLoss | null } | null
  readonly called: boolean
}

/** A sick call that was answered: with it, everything that it did can be taken back at once. */
export type SickCall = SickSpell & {
  readonly id: SickCallId
  readonly version: number
  readonly madeAt: Instant
  readonly madeBy: string
  /** The absence that it recorded; `null`: it was on record already. */
  readonly absence: { readonly id: AbsenceId; readonly version: number } | null
  /** The hours for which colleagues came in. */
  readonly shifts: readonly { readonly id: ShiftExceptionId; readonly version: number }[]
  readonly moves: readonly SickCallMove[]
  readonly undoneAt: Instant | null
}

/** The longest time that is planned at once. */
export const mostSickDays = 31

/** Who is called first: whoever has to leave home first. Instants in milliseconds, travel in minutes. */
export const leavesHomeAt = (start: Instant, travelMinutes: number | null): number => start - (travelMinutes ?? 0) * 60_000
