import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Placed } from './columns.ts'

/** Where the keyboard is: on a visit, or on an empty time of a column. */
export type Cursor = { readonly column: number; readonly minute: number; readonly visitId: AppointmentId | null }

export type Step = 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'first' | 'last'

export type Field = {
  readonly placed: readonly Placed[]
  readonly columns: number
  readonly minutes: number
  /** Minutes between two empty times. */
  readonly step: number
}

const ofVisit = (spot: Placed): Cursor => ({ column: spot.column, minute: spot.top, visitId: spot.visit.appointment.id })
const covering = (field: Field, column: number, minute: number): Placed | undefined =>
  field.placed.find(spot => spot.column === column && spot.top <= minute && minute < spot.top + spot.length)

/** The cursor at a minute of a column: the visit that stands there, or the empty time. */
export function cursorAt(field: Field, column: number, minute: number): Cursor {
  const inside = Math.min(Math.max(0, minute), field.minutes - field.step)
  const spot = covering(field, column, inside)
  return spot === undefined ? { column, minute: inside, visitId: null } : ofVisit(spot)
}

function below(field: Field, cursor: Cursor): Cursor {
  const inColumn = field.placed.filter(spot => spot.column === cursor.column)
  const own = inColumn.find(spot => spot.visit.appointment.id === cursor.visitId)
  const beside =
    own === undefined
      ? undefined
      : inColumn.find(
          spot => (spot.top === own.top && spot.lane > own.lane) || (spot.top > own.top && spot.top < own.top + own.length),
        )
  if (beside !== undefined) return ofVisit(beside)
  const from = own === undefined ? Math.floor(cursor.minute / field.step) * field.step + field.step : own.top + own.length
  const next = inColumn.find(spot => spot.top > cursor.minute && spot.top <= from && spot !== own)
  if (next !== undefined) return ofVisit(next)
  return from >= field.minutes ? cursor : cursorAt(field, cursor.column, from)
}

function above(field: Field, cursor: Cursor): Cursor {
  const inColumn = field.placed.filter(spot => spot.column === cursor.column)
  const own = inColumn.find(spot => spot.visit.appointment.id === cursor.visitId)
  const beside =
    own === undefined
      ? undefined
      : inColumn.findLast(
          spot =>
            spot !== own &&
            spot.top <= own.top &&
            spot.top + spot.length > own.top &&
            (spot.top < own.top || spot.lane < own.lane),
        )
  if (beside !== undefined) return ofVisit(beside)
  if (cursor.minute <= 0) return cursor
  const last = inColumn.findLast(spot => spot.top < cursor.minute && spot !== own)
  const lastEnd = last === undefined ? 0 : last.top + last.length
  const grid = Math.ceil(cursor.minute / field.step) * field.step - field.step
  if (last !== undefined && lastEnd > grid)
    return lastEnd >= cursor.minute || lastEnd <= grid ? ofVisit(last) : { column: cursor.column, minute: lastEnd, visitId: null }
  return { column: cursor.column, minute: Math.max(0, grid), visitId: null }
}

const isEdge = (cursor: Cursor, next: Cursor): boolean =>
  cursor.column === next.column && cursor.minute === next.minute && cursor.visitId === next.visitId

/** Where an arrow leads: down a column from visit to empty time to visit, sideways to the same hour of the neighbour. */
export function moveCursor(field: Field, cursor: Cursor, step: Step): Cursor {
  switch (step) {
    case 'down':
      return below(field, cursor)
    case 'up': {
      const next = above(field, cursor)
      return isEdge(cursor, next) ? cursor : next
    }
    case 'left':
      return cursor.column === 0 ? cursor : cursorAt(field, cursor.column - 1, cursor.minute)
    case 'right':
      return cursor.column >= field.columns - 1 ? cursor : cursorAt(field, cursor.column + 1, cursor.minute)
    case 'page-up':
      return cursorAt(field, cursor.column, cursor.minute - 60)
    case 'page-down':
      return cursorAt(field, cursor.column, cursor.minute + 60)
    case 'first':
      return cursorAt(field, cursor.column, 0)
    case 'last':
      return cursorAt(field, cursor.column, field.minutes - field.step)
  }
}

/** Where an arrow carries a visit that was picked up. */
export function carryStep(
  field: Field,
  at: { readonly column: number; readonly minute: number },
  step: Step,
  minutes: number,
): { readonly column: number; readonly minute: number } {
  const clamp = (minute: number) => Math.min(Math.max(0, minute), Math.max(0, field.minutes - minutes))
  const snapped = (minute: number, up: boolean) =>
    (up ? Math.ceil(minute / field.step) - 1 : Math.floor(minute / field.step) + 1) * field.step
  switch (step) {
    case 'down':
      return { ...at, minute: clamp(snapped(at.minute, false)) }
    case 'up':
      return { ...at, minute: clamp(snapped(at.minute, true)) }
    case 'left':
      return { ...at, column: Math.max(0, at.column - 1) }
    case 'right':
      return { ...at, column: Math.min(field.columns - 1, at.column + 1) }
    case 'page-up':
      return { ...at, minute: clamp(at.minute - 60) }
    case 'page-down':
      return { ...at, minute: clamp(at.minute + 60) }
    case 'first':
      return { ...at, minute: 0 }
    case 'last':
      return { ...at, minute: clamp(field.minutes) }
  }
}
