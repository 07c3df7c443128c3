import { useMemo, useRef } from 'react'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { StaffingNames } from '../../../shared/text/staffing.ts'
import { type Look, lookOf } from '../look.ts'
import type { DayNames } from '../names.ts'
import type { Placed } from './columns.ts'
import type { DayAxis } from './dayAxis.ts'

/** A visit with its place and its looks; `left` and `width` in per cent of the grid. */
export type Cell = { readonly spot: Placed; readonly look: Look; readonly left: number; readonly width: number }

// The label says everything except the initials and the room's word order, so two looks with one label are drawn alike.
const isSame = (a: Look, b: Look): boolean =>
  a.label === b.label && a.initials === b.initials && a.status === b.status && a.mark === b.mark

/** The cells of each hour. What was made for an unchanged visit is kept, so that React draws only what changed. */
export function useCells(
  placed: readonly Placed[],
  columns: number,
  axis: DayAxis,
  names: DayNames,
  staffing: StaffingNames,
): readonly (readonly Cell[])[] {
  const before = useRef<ReadonlyMap<AppointmentId, Cell>>(new Map())
  return useMemo(() => {
    const rows: Cell[][] = axis.hours.map(() => [])
    const made = new Map<AppointmentId, Cell>()
    for (const spot of placed) {
      const { id } = spot.visit.appointment
      const fresh = lookOf(spot.visit, names, staffing)
      const old = before.current.get(id)
      const look = old !== undefined && isSame(old.look, fresh) ? old.look : fresh
      const cell = {
        spot,
        look,
        left: ((spot.column + spot.lane / spot.lanes) / columns) * 100,
        width: 100 / columns / spot.lanes,
      }
      made.set(id, cell)
      rows[Math.min(rows.length - 1, Math.floor(spot.top / 60))]?.push(cell)
    }
    before.current = made
    return rows
  }, [placed, columns, axis, names, staffing])
}
