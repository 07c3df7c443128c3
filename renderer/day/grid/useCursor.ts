import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Placed } from './columns.ts'
import { type Cursor, cursorAt, type Field } from './cursor.ts'

/** Where the keyboard is, put right when the visit under it has moved or gone. */
export function settle(field: Field, cursor: Cursor | null): Cursor {
  if (cursor === null) {
    const first = field.placed[0]
    return first === undefined
      ? cursorAt(field, 0, 0)
      : { column: first.column, minute: first.top, visitId: first.visit.appointment.id }
  }
  const own = field.placed.find(spot => spot.visit.appointment.id === cursor.visitId)
  if (own !== undefined) return { column: own.column, minute: own.top, visitId: cursor.visitId }
  if (cursor.visitId === null && cursor.column < field.columns)
    return { ...cursor, minute: Math.min(cursor.minute, field.minutes - field.step) }
  return cursorAt(field, Math.min(cursor.column, field.columns - 1), cursor.minute)
}

/** Focus follows the cursor, but only when the keyboard was already in the grid. */
export function useFocusFollows(root: RefObject<HTMLDivElement | null>, cursor: Cursor, placed: readonly Placed[]) {
  const follow = useRef(false)
  useLayoutEffect(() => {
    if (!follow.current) return
    const cell = root.current?.querySelector<HTMLElement>('[data-cursor]')
    if (cell === undefined || cell === null) return
    if (document.activeElement !== cell) cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [root, cursor.column, cursor.minute, cursor.visitId, placed])
  return follow
}

/** A day that is under way opens at the present hour; after that it stays where the person has scrolled it. */
export function useOpensAtNow(root: RefObject<HTMLDivElement | null>, minutes: number, now: number | null) {
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (opened.current) return
    opened.current = true
    const scroller = root.current?.parentElement
    const body = root.current?.querySelector('.grid-body')
    if (now !== null && scroller instanceof HTMLElement && body instanceof HTMLElement)
      scroller.scrollTop = ((now - 60) / minutes) * body.clientHeight
  }, [root, minutes, now])
}
