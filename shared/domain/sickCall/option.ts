import type { Appointment } from '../appointment.ts'
import type { PractitionerId, RoomId } from '../ids.ts'
import type { AskedPlace } from '../place.ts'
import type { WallDateTime } from '../time/values.ts'
import { dateOf, wallInstant } from '../time/wallClock.ts'
import { distanceTo, type Place } from './places.ts'

export const moveKinds = ['same-time', 'same-day', 'another-day'] as const
export type MoveKind = (typeof moveKinds)[number]
/** Every way in which a visit can go on, best first. */
export const optionKinds = [...moveKinds, 'wait', 'ask', 'refer'] as const

/**
 * How a visit can go on: with somebody else, at another time, at the next place that becomes free, for which its patient waits at
 * the head of the waiting list (`wait`), with a colleague who would have to come in for it (`ask`), or in another practice
 * (`refer`). To wait and to be referred take it out of the calendar.
 */
export type Option =
  | { readonly kind: MoveKind | 'ask'; readonly start: WallDateTime; readonly performerId: PractitionerId; readonly roomId: RoomId | null }
  | { readonly kind: 'wait' }
  | { readonly kind: 'refer'; readonly reason: string }

export type Moving = Exclude<Option, { readonly kind: 'wait' | 'refer' }>

/** The room that the visit has, where it is free; else the first that is. */
const roomOf = (visit: Appointment, roomIds: readonly RoomId[] | null): RoomId | null =>
  roomIds === null ? null : (roomIds.find(id => id === visit.roomId) ?? roomIds[0] ?? null)

export const moveKindOf = (visit: Appointment, start: WallDateTime): MoveKind =>
  start === visit.start ? 'same-time' : dateOf(start) === dateOf(visit.start) ? 'same-day' : 'another-day'

/** Where an option puts a visit. */
export const placeOf = (visit: Appointment, { start, performerId, roomId }: Moving): AskedPlace => ({
  locationId: visit.locationId, start, performerId, roomId,
  // The hour that was agreed is the one that was meant, even where the clock shows it twice.
  fold: start !== visit.start ? null : wallInstant(start, visit.zone) === visit.interval.start ? 'earlier' : 'later',
})

const most: Readonly<Record<Exclude<MoveKind, 'same-time'>, number>> = { 'same-day': 6, 'another-day': 6 }
const mostADay = 2

/** A few of many: the nearest, and no day twice as long as others have places. */
function spread(places: readonly Place[], count: number, aDay: number): readonly Place[] {
  const taken = new Map<string, number>()
  return places.filter(({ start }) => {
    const day = dateOf(start)
    taken.set(day, (taken.get(day) ?? 0) + 1)
    return (taken.get(day) ?? 0) <= aDay
  }).slice(0, count)
}

const nearest = (visit: Appointment, places: readonly Place[]): readonly Place[] =>
  places.map(place => ({ place, far: distanceTo(visit, place) })).sort((a, b) => a.far - b.far).map(({ place }) => place)

const ofDay = (visit: Appointment, places: readonly Place[], same: boolean): readonly Place[] =>
  nearest(visit, places).filter(({ start }) => (dateOf(start) === dateOf(visit.start)) === same)

/** As many of a visit's places as the solver is given: the nearest of its own day, and of the days after it. */
export const offeredPlaces = (visit: Appointment, places: readonly Place[], count: number): readonly Place[] =>
  [...ofDay(visit, places, true).slice(0, count), ...spread(ofDay(visit, places, false), count, Math.ceil(count / 4))]

/** The options of a visit as the desk is offered them, best first. `ask`: who could come in; `rooms`: what is free at its own time. */
export function optionsOf(visit: Appointment, places: readonly Place[], ask: readonly PractitionerId[], rooms: readonly RoomId[] | null): readonly Option[] {
  const moves = (kind: MoveKind, from: readonly Place[]): readonly Option[] =>
    from.flatMap(({ start, performerIds, roomIds }) => performerIds.map(performerId => ({ kind, start, performerId, roomId: roomOf(visit, roomIds) })))
  const [same, others] = [places.filter(({ start }) => start === visit.start), places.filter(({ start }) => start !== visit.start)]
  const one = (from: readonly Place[]): readonly Place[] => from.map(place => ({ ...place, performerIds: place.performerIds.slice(0, 1) }))
  return [
    ...moves('same-time', same),
    ...moves('same-day', one(ofDay(visit, others, true).slice(0, most['same-day']))),
    ...moves('another-day', one(spread(ofDay(visit, others, false), most['another-day'], mostADay))),
    { kind: 'wait' },
    ...(rooms?.length === 0 ? [] : ask.map((performerId): Option => ({ kind: 'ask', start: visit.start, performerId, roomId: roomOf(visit, rooms) }))),
    { kind: 'refer', reason: '' },
  ]
}
