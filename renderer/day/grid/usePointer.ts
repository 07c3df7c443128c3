import { type MouseEvent, type PointerEvent, useRef } from 'react'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Placed } from './columns.ts'
import type { Carrying } from './useCarry.ts'

/** A hand is not still: less than this is a click. */
const dragPx = 4
const snapMinutes = 5

export type Spot = { readonly column: number; readonly minute: number }

type PointerUse = {
  readonly placed: readonly Placed[]
  readonly columns: number
  readonly minutes: number
  readonly carrying: Carrying
  readonly pressed: (spot: Spot, id: AppointmentId | null) => void
  readonly opened: (id: AppointmentId) => void
  readonly doubled: (spot: Spot) => void
}

type Grip = { readonly spot: Placed; readonly x: number; readonly y: number; readonly inside: number; dragging: boolean }

const visitIdUnder = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-visit]')?.getAttribute('data-visit') ?? null) : null

/** Where on the axis a pointer is, asked of the layout once per event. */
function spotUnder(event: MouseEvent, use: PointerUse): Spot {
  const box = event.currentTarget.getBoundingClientRect()
  const column = Math.floor(((event.clientX - box.left) / box.width) * use.columns)
  const minute = ((event.clientY - box.top) / box.height) * use.minutes
  return { column: Math.min(use.columns - 1, Math.max(0, column)), minute: Math.min(use.minutes, Math.max(0, minute)) }
}

const snap = (minute: number): number => Math.round(minute / snapMinutes) * snapMinutes

/** Dragging with mouse, pen or finger, and clicks: one set of listeners for the whole grid. */
export function usePointer(use: PointerUse) {
  const grip = useRef<Grip | null>(null)
  const dragged = useRef(false)
  const placedUnder = (target: EventTarget) => {
    const id = visitIdUnder(target)
    return id === null ? undefined : use.placed.find(spot => spot.visit.appointment.id === id)
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      dragged.current = false
      if (event.button !== 0 || use.carrying.carry !== null) return
      const at = spotUnder(event, use)
      const spot = placedUnder(event.target)
      if (spot === undefined) return
      grip.current = { spot, x: event.clientX, y: event.clientY, inside: at.minute - spot.top, dragging: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const held = grip.current
      if (held === null) return
      if (!held.dragging) {
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < dragPx) return
        if (!use.carrying.pickUp(held.spot.visit, held.spot.column, held.spot.top, 'mouse')) {
          grip.current = null
          return
        }
        held.dragging = true
        dragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      const at = spotUnder(event, use)
      use.carrying.carryTo(
        at.column,
        Math.min(Math.max(0, snap(at.minute - held.inside)), Math.max(0, use.minutes - held.spot.length)),
      )
    },
    onPointerUp: () => {
      const held = grip.current
      grip.current = null
      if (held?.dragging === true) void use.carrying.putDown()
    },
    onPointerCancel: () => {
      grip.current = null
      use.carrying.putBack()
    },
    onClick: (event: MouseEvent) => {
      // The browser ends a drag with a click; it means nothing.
      if (dragged.current) {
        dragged.current = false
        return
      }
      const spot = placedUnder(event.target)
      const at = spotUnder(event, use)
      use.pressed(
        { column: at.column, minute: Math.floor(at.minute / snapMinutes) * snapMinutes },
        spot?.visit.appointment.id ?? null,
      )
      if (spot !== undefined) use.opened(spot.visit.appointment.id)
    },
    onDoubleClick: (event: MouseEvent) => {
      if (placedUnder(event.target) !== undefined) return
      const at = spotUnder(event, use)
      use.doubled({ column: at.column, minute: Math.floor(at.minute / snapMinutes) * snapMinutes })
    },
  }
}
