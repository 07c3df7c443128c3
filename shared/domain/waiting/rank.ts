import type { Appointment } from '../appointment.ts'
import { type Booker, decideBooking, decideMove, type PlaceProblem } from '../booking.ts'
import type { AppointmentId } from '../ids.ts'
import { tooSoonFor } from '../minimumInterval.ts'
import type { TooSoon } from '../tooSoon.ts'
import type { Patient } from '../person.ts'
import type { AskedPlace } from '../place.ts'
import { err, ok, type Result } from '../result.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { dayMs, minuteMs } from '../time/instant.ts'
import { weekdayOf } from '../time/plainDate.ts'
import type { Instant, WallDateTime } from '../time/values.ts'
import { dateOf, minutesOfDay, timeOf, wallInstant } from '../time/wallClock.ts'
import type { Offer, WaitingEntry } from './entry.ts'

/** A place that became free. */
export type FreePlace = { readonly start: WallDateTime; readonly performerId: Offer['performerId'] | null; readonly roomId: Offer['roomId'] }

/** Why a place is not for somebody: their interval, nobody certified, no room, too short a notice, their own wishes, or their visit as it stands. */
export const obstacles = ['interval', 'injector', 'room', 'notice', 'weekday', 'part-of-day', 'not-sooner', 'other'] as const
export type Obstacle = (typeof obstacles)[number]

export type Candidate = {
  readonly entry: WaitingEntry
  readonly patient: Patient
  /** What booking it would make of the place; `null` where it cannot be. */
  readonly place: Pick<Offer, 'start' | 'performerId' | 'roomId'> | null
  readonly obstacles: readonly Obstacle[]
}

export type Waiting = {
  readonly entry: WaitingEntry
  readonly patient: Patient
  /** The visit to be moved, as it stands. */
  readonly visit: Appointment | null
  readonly ofPatient: readonly Appointment[]
}
type Asked = { readonly booker: Booker; readonly now: Instant; readonly newId: () => AppointmentId }

const obstacleOf: Partial<Record<PlaceProblem['code'], Obstacle>> = { 'not-staffed': 'injector', 'room-needed': 'room' }

/** The visit that a place would become for somebody who waits: theirs moved there, or a new one; refused as any booking is. */
export function placedFor(facts: StaffingFacts, { entry, patient, visit }: Waiting, place: AskedPlace, { booker, now, newId }: Asked): Result<Appointment, PlaceProblem> {
  const decided = visit === null
    ? decideBooking(facts, { id: newId(), patient, serviceTypeId: entry.serviceTypeId, place, note: entry.note, booker }, now)
    : decideMove(facts, visit, patient, place, booker, now)
  return decided.ok ? ok(decided.value.visit) : err(decided.problem)
}

/** The shortest interval to the patient's other visits that a start breaks. */
export function tooSoonOf(facts: StaffingFacts, { entry, visit, ofPatient }: Omit<Waiting, 'patient'>, start: WallDateTime): TooSoon | null {
  return tooSoonFor(ofPatient, facts.serviceTypes.find(each => each.id === entry.serviceTypeId), visit)(dateOf(start))
}

/** What the patient's own terms say against a start: the desk is told. */
function hindrancesOf(facts: StaffingFacts, waiting: Waiting, start: WallDateTime, now: Instant): readonly Obstacle[] {
  const { entry, visit } = waiting
  const location = facts.locations.find(each => each.id === entry.locationId)
  const at = location === undefined ? now : wallInstant(start, location.zone)
  const afternoon = minutesOfDay(timeOf(start)) >= 720
  const found: readonly (readonly [boolean, Obstacle])[] = [
    [visit !== null && visit.interval.start <= at, 'not-sooner'],
    [tooSoonOf(facts, waiting, start) !== null, 'interval'],
    [at - now < entry.noticeMinutes * minuteMs, 'notice'],
    [entry.weekdays.length > 0 && !entry.weekdays.includes(weekdayOf(dateOf(start))), 'weekday'],
    [entry.partOfDay !== null && (entry.partOfDay === 'afternoon') !== afternoon, 'part-of-day'],
  ]
  return found.flatMap(([stands, obstacle]) => (stands ? [obstacle] : []))
}

function candidate(facts: StaffingFacts, waiting: Waiting, free: FreePlace, asked: Asked): Candidate {
  const { entry, patient } = waiting
  const hindrances = hindrancesOf(facts, waiting, free.start, asked.now)
  const at = (performerId: FreePlace['performerId']): AskedPlace => ({ locationId: entry.locationId, start: free.start, fold: null, performerId, roomId: entry.roomId })
  // Whoever's hour became free is asked first; then whoever is certified and free.
  const wished = entry.performerId ?? free.performerId
  const first = placedFor(facts, waiting, at(wished), asked)
  const placed = first.ok || entry.performerId !== null || wished === null ? first : placedFor(facts, waiting, at(null), asked)
  if (!placed.ok || placed.value.performerId === null) {
    if (!placed.ok && placed.problem.code === 'too-soon') return { entry, patient, place: null, obstacles: hindrances }
    const problem = placed.ok ? 'injector' : placed.problem.code === 'slot-taken' && placed.problem.overlap === 'room' ? 'room' : (obstacleOf[placed.problem.code] ?? 'other')
    return { entry, patient, place: null, obstacles: [problem, ...hindrances] }
  }
  const { start, performerId, roomId } = placed.value
  return { entry, patient, place: hindrances.length === 0 ? { start, performerId, roomId } : null, obstacles: hindrances }
}

/** Whoever lost a visit comes first, and among them whose visit would have been first. */
const byLoss = (a: WaitingEntry['lost'], b: WaitingEntry['lost']): number => (a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1)

/** Everybody who waits, those first for whom a free place is; then those with the least against it, who lost a visit, the longest wait, the shortest way. */
export function rankWaiting(facts: StaffingFacts, waiting: readonly Waiting[], free: FreePlace, asked: Asked): readonly Candidate[] {
  const days = ({ entry }: Candidate): number => Math.floor((asked.now - entry.since) / dayMs)
  return waiting.map(each => candidate(facts, each, free, asked)).toSorted((a, b) =>
    a.obstacles.length - b.obstacles.length || byLoss(a.entry.lost, b.entry.lost) || days(b) - days(a) || (a.patient.travelMinutes ?? 0) - (b.patient.travelMinutes ?? 0) || (a.entry.id < b.entry.id ? -1 : 1))
}
