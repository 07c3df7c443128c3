import type { Schedule, ScheduleDay, SchedulePerson, Visit } from '../../../shared/contract/schedule.ts'
import type { PractitionerId, RoomId } from '../../../shared/domain/ids.ts'
import type { Room } from '../../../shared/domain/practice.ts'
import { subtract } from '../../../shared/domain/time/interval.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import { spanOf } from '../../../shared/domain/time/wallClock.ts'
import { type DayAxis, minuteOf, stretchOf } from './dayAxis.ts'

/** What the columns stand for. */
export type ColumnKind = 'people' | 'rooms'

export type Stretch = { readonly top: number; readonly length: number }

export type Column = {
  readonly key: string
  readonly kind: 'person' | 'room' | 'unassigned' | 'no-room'
  readonly person: SchedulePerson | null
  readonly room: Room | null
  readonly onCall: boolean
  /** Where nobody is at work, or the practice is closed. */
  readonly shaded: readonly Stretch[]
}

/** A visit in its place: side by side with those it overlaps in the same column. */
export type Placed = {
  readonly visit: Visit
  readonly column: number
  readonly top: number
  readonly length: number
  readonly lane: number
  readonly lanes: number
}

/** What a day's columns are made of. */
export type Board = Pick<Schedule, 'people' | 'rooms' | 'serviceTypes'> & Pick<ScheduleDay, 'visits' | 'working' | 'open'>

export type DayColumns = { readonly columns: readonly Column[]; readonly placed: readonly Placed[] }

/** What of the axis is left when the used hours are taken out. */
const restOf = (axis: DayAxis, used: readonly Interval[]): readonly Stretch[] =>
  subtract([spanOf(axis.start, axis.minutes)], used).flatMap(interval => stretchOf(axis, interval) ?? [])

/** Whether the visit is drawn: cancelled ones only on demand, rows entered in error never. */
export const isShown = (visit: Visit, showCancelled: boolean): boolean =>
  visit.appointment.status !== 'entered-in-error' && (showCancelled || visit.appointment.status !== 'cancelled')

function peopleColumns(board: Board, axis: DayAxis): readonly Column[] {
  const performing = new Set(board.serviceTypes.flatMap(service => service.roles))
  const named = new Set(board.visits.map(visit => visit.appointment.performerId))
  const atWork = Map.groupBy(board.working, work => work.practitionerId)
  return board.people
    .filter(
      person =>
        atWork.has(person.id) &&
        (person.badges.length > 0 || named.has(person.id) || person.roles.some(role => performing.has(role))),
    )
    .map(person => {
      const working = atWork.get(person.id) ?? []
      const onSite = working.filter(work => work.presence === 'on-site')
      return {
        key: person.id,
        kind: 'person',
        person,
        room: null,
        onCall: onSite.length === 0,
        shaded: restOf(
          axis,
          onSite.map(work => work.interval),
        ),
      } as const
    })
    .sort(
      (a, b) =>
        Number(a.onCall) - Number(b.onCall) ||
        a.person.name.family.localeCompare(b.person.name.family) ||
        a.person.name.given.localeCompare(b.person.name.given),
    )
}

function roomColumns(board: Board, axis: DayAxis): readonly Column[] {
  const shaded = restOf(axis, board.open)
  return board.rooms
    .filter(room => room.active || board.visits.some(visit => visit.appointment.roomId === room.id))
    .map(room => ({ key: room.id, kind: 'room', person: null, room, onCall: false, shaded }) as const)
    .sort((a, b) => a.room.name.localeCompare(b.room.name, undefined, { numeric: true }))
}

type Spot = { readonly visit: Visit; readonly top: number; readonly length: number }

/** Gives visits that overlap lanes beside each other; a run of overlapping visits shares one number of lanes. */
function inLanes(column: number, spots: readonly Spot[]): readonly Placed[] {
  const sorted = [...spots].sort((a, b) => a.top - b.top || b.length - a.length)
  const placed: Placed[] = []
  let run: { spot: Spot; lane: number }[] = []
  let ends: number[] = []
  const close = () => {
    for (const { spot, lane } of run) placed.push({ ...spot, column, lane, lanes: ends.length })
    run = []
    ends = []
  }
  for (const spot of sorted) {
    if (ends.every(end => end <= spot.top)) close()
    const free = ends.findIndex(end => end <= spot.top)
    const lane = free === -1 ? ends.length : free
    ends[lane] = spot.top + spot.length
    run.push({ spot, lane })
  }
  close()
  return placed
}

const columnIndex = (columns: readonly Column[], visit: Visit, kind: ColumnKind): number => {
  const key: PractitionerId | RoomId | null = kind === 'people' ? visit.appointment.performerId : visit.appointment.roomId
  const found = key === null ? -1 : columns.findIndex(column => column.key === key)
  return found === -1 ? columns.length : found
}

/**
 * The columns of a day and every visit in its place. A last column takes the visits with nobody at work named (or without a
 * room).
 */
export function dayColumns(board: Board, axis: DayAxis, kind: ColumnKind, showCancelled: boolean): DayColumns {
  const named = kind === 'people' ? peopleColumns(board, axis) : roomColumns(board, axis)
  const shown = board.visits.filter(visit => isShown(visit, showCancelled))
  const spots = Map.groupBy(
    shown.flatMap(visit => {
      const stretch = stretchOf(axis, visit.appointment.interval)
      return stretch === null ? [] : [{ visit, column: columnIndex(named, visit, kind), ...stretch }]
    }),
    spot => spot.column,
  )
  const rest: Column = {
    key: 'rest',
    kind: kind === 'people' ? 'unassigned' : 'no-room',
    person: null,
    room: null,
    onCall: false,
    shaded: restOf(axis, board.open),
  }
  const columns = spots.has(named.length) || named.length === 0 ? [...named, rest] : named
  const placed = [...spots].flatMap(([column, inColumn]) =>
    inLanes(
      column,
      inColumn.map(({ visit, top, length }) => ({ visit, top, length })),
    ),
  )
  return { columns, placed: placed.sort((a, b) => a.top - b.top || a.column - b.column || a.lane - b.lane) }
}

/** The minute of now on the axis, or null when it lies outside. */
export function nowMinute(axis: DayAxis, now: Interval['start']): number | null {
  const minute = minuteOf(axis, now)
  return minute >= 0 && minute <= axis.minutes ? minute : null
}
