import { normalize } from '../../../shared/domain/time/interval.ts'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import type { Slot } from '../../../shared/domain/staffing/types.ts'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { gridText } from '../../../shared/text/en/day.ts'
import type { Column, ColumnKind } from './columns.ts'
import { type DayAxis, minuteOf, stretchOf } from './dayAxis.ts'

/** A stretch of a column in which the booking under way may stand. */
export type Free = { readonly column: number; readonly top: number; readonly length: number }
type Start = { readonly column: number; readonly minute: number; readonly label: string }
export type Offers = { readonly free: readonly Free[]; readonly starts: readonly Start[] }

/** The eligible places of one day, laid on the columns. */
export function offersIn(
  axis: DayAxis,
  columns: readonly Column[],
  slots: readonly Slot[],
  kind: ColumnKind,
  person: (id: PractitionerId) => string,
): Offers {
  const spots = slots.flatMap(slot => {
    const key = kind === 'people' ? slot.performerId : slot.roomId
    const column = columns.findIndex(candidate => candidate.key === key)
    return column === -1 ? [] : [{ column, slot }]
  })
  const free = [...Map.groupBy(spots, spot => spot.column)].flatMap(([column, inColumn]) =>
    normalize(inColumn.map(spot => spot.slot.interval)).flatMap(interval => {
      const stretch = stretchOf(axis, interval)
      return stretch === null ? [] : [{ column, ...stretch }]
    }),
  )
  const starts = spots.map(({ column, slot }) => ({
    column,
    minute: minuteOf(axis, slot.interval.start),
    label: gridText.offered(timeOf(slot.start), person(slot.performerId)),
  }))
  return { free, starts: starts.sort((a, b) => a.minute - b.minute) }
}

/** The place meant by pointing somewhere into a free stretch: the latest start above the pointer. */
export function offerUnder(
  offers: Offers,
  at: { readonly column: number; readonly minute: number },
): { readonly column: number; readonly minute: number } | null {
  const inside = offers.free.some(
    free => free.column === at.column && free.top <= at.minute && at.minute < free.top + free.length,
  )
  return inside ? (offers.starts.findLast(start => start.column === at.column && start.minute <= at.minute) ?? null) : null
}
