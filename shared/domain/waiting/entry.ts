import type { AppointmentId, LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId, WaitingEntryId } from '../ids.ts'
import type { Instant, WallDateTime, Weekday } from '../time/values.ts'

/** What a patient who would come sooner asks for. */
export type WaitingWish = {
  readonly patientId: PatientId
  readonly serviceTypeId: ServiceTypeId
  readonly locationId: LocationId
  /** `null`: whoever is certified. */
  readonly performerId: PractitionerId | null
  /** `null`: any that is free. */
  readonly roomId: RoomId | null
  /** None: any day. */
  readonly weekdays: readonly Weekday[]
  readonly partOfDay: 'morning' | 'afternoon' | null
  /** How long before a visit the patient has to know. */
  readonly noticeMinutes: number
  /** The visit that would be moved to the earlier place; `null`: one is booked. */
  readonly visitId: AppointmentId | null
  readonly note: string
}

export const offerOutcomes = ['open', 'accepted', 'declined', 'taken-back'] as const

/** A place that was offered, and what was said. */
export type Offer = {
  readonly start: WallDateTime
  readonly performerId: PractitionerId
  readonly roomId: RoomId | null
  readonly at: Instant
  readonly by: string
  readonly outcome: (typeof offerOutcomes)[number]
}

export type WaitingEntry = WaitingWish & {
  readonly id: WaitingEntryId
  readonly version: number
  readonly since: Instant
  readonly status: 'waiting' | 'settled' | 'withdrawn'
  /** When the visit was that the practice had to give up: such patients come first. `null`: they have lost none. */
  readonly lost: WallDateTime | null
  /** Latest last; at most one is open. */
  readonly offers: readonly Offer[]
}

/** The offer that the patient has not answered yet. */
export const openOffer = ({ offers }: Pick<WaitingEntry, 'offers'>): Offer | null => offers.find(offer => offer.outcome === 'open') ?? null

/** The entry with its open offer answered. */
export const answerOffer = (entry: WaitingEntry, outcome: Offer['outcome']): WaitingEntry =>
  ({ ...entry, offers: entry.offers.map(offer => (offer.outcome === 'open' ? { ...offer, outcome } : offer)) })
