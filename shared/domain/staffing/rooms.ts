import type { Appointment } from '../appointment.ts'
import type { LocationId, RoomId } from '../ids.ts'
import { byId } from '../order.ts'
import type { Room } from '../practice.ts'
import type { Interval } from '../time/values.ts'
import { occupying } from './board.ts'
import { meeting, timelineOf } from './timeline.ts'
import type { StaffingFacts } from './types.ts'

/** Answers which active rooms of a location are free for an interval within a span, in room-id order. */
export function roomFinder(facts: StaffingFacts, span: Interval): (locationId: LocationId, interval: Interval) => readonly Room[] {
  const inRooms = occupying(facts.appointments, span).filter((visit): visit is Appointment & { readonly roomId: RoomId } => visit.roomId !== null)
  const taken = timelineOf(inRooms)
  const rooms = facts.rooms.filter((room) => room.active).sort(byId)
  return (locationId, interval) => {
    const occupied = new Set(meeting(taken, interval).map((visit) => visit.roomId))
    return rooms.filter((room) => room.locationId === locationId && !occupied.has(room.id))
  }
}

/** The active rooms of a location that no visit occupies during an interval. */
export const freeRooms = (facts: StaffingFacts, locationId: LocationId, interval: Interval): readonly Room[] =>
  roomFinder(facts, interval)(locationId, interval)
