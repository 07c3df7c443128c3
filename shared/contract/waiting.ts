import { z } from 'zod'
import type { AppointmentId, LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId, WaitingEntryId } from '../domain/ids.ts'
import type { HumanName } from '../domain/person.ts'
import { type Offer, offerOutcomes, type WaitingEntry } from '../domain/waiting/entry.ts'
import type { FreedPlace } from '../domain/waiting/freed.ts'
import { type Obstacle, obstacles } from '../domain/waiting/rank.ts'
import { humanName } from './people.ts'
import { calendarTime, id, instant, line, list, type Schema, version, wallDateTime, weekday, words } from './scalars.ts'

export const waitingFields = {
  patientId: id<PatientId>(), serviceTypeId: id<ServiceTypeId>(), locationId: id<LocationId>(), performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable(),
  weekdays: list(weekday, 7), partOfDay: z.enum(['morning', 'afternoon']).nullable(), noticeMinutes: z.int().min(0).max(20_160), visitId: id<AppointmentId>().nullable(), note: words,
}
export const freePlace = { locationId: id<LocationId>(), start: calendarTime, performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable() }
export const freedPlace: Schema<FreedPlace> = z.strictObject(freePlace)
export const offeredPlace = { start: calendarTime, performerId: id<PractitionerId>(), roomId: id<RoomId>().nullable() }
const offer: Schema<Offer> = z.strictObject({ start: wallDateTime, performerId: id<PractitionerId>(), roomId: id<RoomId>().nullable(), at: instant, by: line, outcome: z.enum(offerOutcomes) })
export const waitingEntry: Schema<WaitingEntry> = z.strictObject({
  id: id<WaitingEntryId>(), version, ...waitingFields, since: instant, status: z.enum(['waiting', 'settled', 'withdrawn']), lost: wallDateTime.nullable(), offers: list(offer),
})

/** An entry as the desk sees it. */
export type WaitingLine = {
  readonly entry: WaitingEntry
  readonly patientName: HumanName
  readonly telephone: string
  readonly travelMinutes: number | null
  /** When the visit is that would be moved. */
  readonly visitStart: string | null
}
const lineFields = { entry: waitingEntry, patientName: humanName, telephone: line, travelMinutes: z.int().nullable(), visitStart: z.string().nullable() }
export const waitingLine: Schema<WaitingLine> = z.strictObject(lineFields)

export type WaitingCandidate = WaitingLine & { readonly place: Pick<Offer, 'start' | 'performerId' | 'roomId'> | null; readonly obstacles: readonly Obstacle[] }
export const waitingCandidate: Schema<WaitingCandidate> = z.strictObject({
  ...lineFields, place: z.strictObject({ start: wallDateTime, performerId: id<PractitionerId>(), roomId: id<RoomId>().nullable() }).nullable(), obstacles: list(z.enum(obstacles)),
})
