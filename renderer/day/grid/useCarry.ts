import { useCallback, useEffect, useState } from 'react'
import type { Visit } from '../../../shared/contract/schedule.ts'
import { isStanding } from '../../../shared/domain/appointment.ts'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { gridText, statusText } from '../../../shared/text/en/day.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import type { Column } from './columns.ts'
import type { DayAxis } from './dayAxis.ts'
import { columnName } from './GridHeads.tsx'
import { type Assessed, type GridActions, targetAt } from './gridActions.ts'

/** A visit under way to another place. */
export type Carry = { readonly visit: Visit; readonly column: number; readonly minute: number; readonly via: 'keys' | 'mouse' }

export type Carrying = {
  readonly carry: Carry | null
  readonly assessed: Assessed
  readonly pickUp: (visit: Visit, column: number, minute: number, via: Carry['via']) => boolean
  readonly carryTo: (column: number, minute: number) => void
  readonly putDown: () => Promise<void>
  readonly putBack: () => void
}

const checking: Assessed = { state: 'checking', words: gridText.checking }
/** An arrow held down passes over many places; only where it rests is the service asked. */
const restMs = 60

/** Picks a visit up, carries it, and says of every place where it rests what would become of it there. */
export function useCarry(axis: DayAxis, columns: readonly Column[], actions: GridActions, mayWrite: boolean): Carrying {
  const [carry, setCarry] = useState<Carry | null>(null)
  const [assessed, setAssessed] = useState<Assessed>(checking)
  const column = carry === null ? undefined : columns[carry.column]
  useEffect(() => {
    if (carry === null || column === undefined) return
    let asked = true
    setAssessed(checking)
    const timer = setTimeout(async () => {
      const target = targetAt(axis, column, carry.minute, carry.visit)
      const answer = await actions.assess(carry.visit, target)
      if (!asked) return
      setAssessed(answer)
      actions.say(gridText.carrying(timeOf(target.start), columnName(column), answer.words))
    }, restMs)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [carry, column, axis, actions])

  const pickUp = useCallback(
    (visit: Visit, at: number, minute: number, via: Carry['via']) => {
      if (!mayWrite) return false
      if (!isStanding(visit.appointment.status)) {
        actions.say(gridText.notMovable(statusText[visit.appointment.status]))
        return false
      }
      if (via === 'keys') actions.say(gridText.pickedUp(fullName(visit.patientName)))
      setCarry({ visit, column: at, minute, via })
      return true
    },
    [actions, mayWrite],
  )
  const carryTo = useCallback(
    (to: number, minute: number) =>
      setCarry(was => (was === null || (was.column === to && was.minute === minute) ? was : { ...was, column: to, minute })),
    [],
  )
  const putBack = useCallback(
    () =>
      setCarry(was => {
        if (was?.via === 'keys') actions.say(gridText.putBack(fullName(was.visit.patientName)))
        return null
      }),
    [actions],
  )
  const putDown = useCallback(async () => {
    if (carry === null || column === undefined) return
    const target = targetAt(axis, column, carry.minute, carry.visit)
    setCarry(null)
    const { start, performerId, roomId } = carry.visit.appointment
    if (target.start !== start || target.performerId !== performerId || target.roomId !== roomId)
      await actions.drop(carry.visit, target)
  }, [carry, column, axis, actions])
  return { carry, assessed, pickUp, carryTo, putDown, putBack }
}
