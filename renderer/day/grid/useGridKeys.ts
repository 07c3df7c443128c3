import type { KeyboardEvent } from 'react'
import type { Visit } from '../../../shared/contract/schedule.ts'
import { carryStep, type Cursor, type Field, moveCursor, type Step } from './cursor.ts'
import type { GridActions } from './gridActions.ts'
import type { Carrying } from './useCarry.ts'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
}

type KeyUse = {
  readonly field: Field
  readonly cursor: Cursor
  readonly visit: Visit | null
  readonly length: number
  readonly carrying: Carrying
  readonly actions: GridActions
  readonly moveTo: (cursor: Cursor) => void
  readonly bookHere: () => void
  readonly mayWrite: boolean
}

const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

/** The keys while a visit is carried; true when the key meant something. */
function carryKey(key: string, { carrying, field, length }: KeyUse): boolean {
  if (carrying.carry === null) return false
  const step = steps[key]
  if (step !== undefined) {
    const next = carryStep(field, carrying.carry, step, length)
    carrying.carryTo(next.column, next.minute)
  } else if (key === 'Enter' || key === ' ') void carrying.putDown()
  else if (key === 'Escape') carrying.putBack()
  return true
}

function visitKey(key: string, visit: Visit, use: KeyUse): boolean {
  const { id } = visit.appointment
  switch (key) {
    case 'Enter':
    case ' ':
      use.actions.open(id)
      return true
    case 'm':
      use.carrying.pickUp(visit, use.cursor.column, use.cursor.minute, 'keys')
      return true
    case 'c':
      if (use.mayWrite) use.actions.checkIn(visit)
      return true
    case 'd':
      if (use.mayWrite) use.actions.complete(visit)
      return true
    case 'p':
      use.actions.card(visit)
      return true
    case 'x':
    case 'delete':
      if (use.mayWrite) use.actions.cancel(visit)
      return true
    default:
      return false
  }
}

/** What the keys do on the grid. */
export function gridKey(event: KeyboardEvent, use: KeyUse): void {
  if (!isPlain(event)) return
  if (use.carrying.carry !== null) {
    // While a visit is in the hand every key is ours, so that none of them does something else to it.
    if (event.key !== 'Tab' && carryKey(event.key, use)) {
      event.preventDefault()
      event.stopPropagation()
    }
    return
  }
  const step = steps[event.key]
  const key = event.key.toLowerCase() === event.key ? event.key : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const done =
    step !== undefined
      ? (use.moveTo(moveCursor(use.field, use.cursor, step)), true)
      : key === 'n'
        ? (use.bookHere(), true)
        : use.visit !== null
          ? visitKey(key === 'Delete' ? 'delete' : key, use.visit, use)
          : key === 'Enter' || key === ' '
            ? (use.bookHere(), true)
            : false
  if (done) {
    event.preventDefault()
    event.stopPropagation()
  }
}
