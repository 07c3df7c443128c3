import { type Appointment, isStanding } from '../appointment.ts'
import type { LocationId, PractitionerId } from '../ids.ts'
import { replaceRow } from '../impact.ts'
import { describePlace, type PlaceAssessment } from '../place.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import type { Instant } from '../time/values.ts'
import type { FreePlace } from './rank.ts'

export type FreedPlace = FreePlace & { readonly locationId: LocationId }

/** Whether a change took a visit away from where and with whom it was to be. */
export const leavesPlace = (before: Appointment, after: Appointment): boolean => isStanding(before.status) && after.status !== 'fulfilled' && (
  !isStanding(after.status) || before.locationId !== after.locationId || before.interval.start !== after.interval.start
  || before.performerId !== after.performerId || before.roomId !== after.roomId
)

/** The named one, or anybody where nobody is named, could perform a visit there. */
const couldBeBooked = ({ verdict: { state }, outsideOpeningHours, roomFree }: PlaceAssessment, performerId: PractitionerId | null): boolean =>
  (state === 'covered' || (performerId === null && state === 'assignable')) && !outsideOpeningHours && roomFree

/**
 * What visits left behind, as far as somebody certified could use it now: the performer's hour, where they are still at work for
 * any service; otherwise anybody's, where nothing but a room was missing before. `left` are the visits as they stood, the facts
 * everything around them as it is; hours that have begun are left out, and none is named twice.
 */
export function freedPlaces(facts: StaffingFacts, left: readonly Appointment[], now: Instant): readonly FreedPlace[] {
  const before = { ...facts, appointments: left.reduce((rows, visit) => replaceRow(rows, visit.id, visit), facts.appointments) }
  const services = facts.serviceTypes.filter(service => service.status === 'approved')
  const usable = ({ locationId, start }: Appointment, performerId: PractitionerId | null, onlyRoomMissing: boolean): boolean => services.some(({ id }) => {
    const place = { locationId, start, fold: null, performerId, roomId: null }
    const described = describePlace(facts, id, place, null)
    if (!described.ok || !couldBeBooked(described.value, performerId)) return false
    if (!onlyRoomMissing) return true
    const earlier = describePlace(before, id, place, null)
    return earlier.ok && !earlier.value.roomFree
  })
  const freed = left.filter(({ interval }) => interval.start > now).toSorted((a, b) => a.interval.start - b.interval.start).flatMap((visit): readonly FreedPlace[] => {
    const { locationId, start, performerId, roomId } = visit
    if (usable(visit, performerId, false)) return [{ locationId, start, performerId, roomId }]
    return roomId !== null && usable(visit, null, true) ? [{ locationId, start, performerId: null, roomId }] : []
  })
  return [...new Map(freed.map(place => [`${place.locationId} ${place.start} ${place.performerId ?? ''}`, place])).values()]
}
