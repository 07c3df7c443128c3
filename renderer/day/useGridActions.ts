import { useMemo, useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { LocationId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { mayBecome } from '../../shared/domain/appointment.ts'
import { gridText, statusText } from '../../shared/text/en/day.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { type StaffingNames, staffingSentence } from '../../shared/text/staffing.ts'
import { nextDraft } from '../booking/booking.ts'
import { useDesk } from '../client.ts'
import { screen, useScreen } from '../screen.ts'
import { dayView } from './dayView.ts'
import type { GridActions, Target } from './grid/gridActions.ts'
import type { OverrideAnswer } from '../ui/overrideAnswer.ts'
import type { Override } from './OverrideDialog.tsx'
import { useAssess } from './useAssess.ts'
import { useVisitSteps, type Where } from './useVisitSteps.ts'

export type GridControl = {
  readonly actions: GridActions
  readonly override: Override | null
  readonly closeOverride: () => void
  /** Why the last thing tried on the grid did not happen. */
  readonly refused: string | null
  readonly forgetRefusal: () => void
}

/** What is asked about when a place is refused: the sentence, and whether a reason from this person would do. */
function overridable(problem: Problem, mayOverride: boolean): boolean {
  if (problem.code === 'not-staffed' || problem.code === 'against-rule') return problem.mayOverride
  return problem.code === 'outside-opening-hours' && mayOverride
}

/** Why a place was refused, with the engine's own sentence where it has one. */
export function placeSentence(problem: Problem, to: Target, staffing: StaffingNames): string {
  return problem.code === 'not-staffed' ? staffingSentence(problem.verdict, to, staffing) : problemSentence(problem)
}

/** Joins the grid to the service: what can be done there, and what comes of it. */
export function useGridActions(locationId: LocationId, staffing: StaffingNames): GridControl {
  const { may } = useDesk()
  const steps = useVisitSteps()
  const assess = useAssess(staffing)
  const [override, setOverride] = useState<Override | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const mayOverride = may('appointment.override')

  const actions = useMemo<GridActions>(() => {
    const refuse = (sentence: string) => {
      setRefused(sentence)
      screen.say(sentence)
    }
    const move = async (visit: Visit, to: Where, given: OverrideAnswer | null): Promise<void> => {
      setRefused(null)
      const first = await steps.move(visit, to, given)
      // The room it had is taken at the new time: any free one will do.
      const again =
        !first.ok &&
        first.problem.code === 'slot-taken' &&
        first.problem.overlap === 'room' &&
        to.roomId === visit.appointment.roomId
      const answer = again ? await steps.move(visit, { ...to, roomId: null }, given) : first
      if (answer.ok) return
      const sentence = placeSentence(answer.problem, to, staffing)
      if (given === null && overridable(answer.problem, mayOverride))
        setOverride({ sentence, go: answer => void move(visit, to, answer) })
      else refuse(sentence)
    }
    const mark = async (visit: Visit, status: 'arrived' | 'fulfilled') => {
      if (!mayBecome(visit.appointment.status, status))
        return refuse(gridText.notNow(statusText[visit.appointment.status], statusText[status]))
      const answer = await steps.mark(visit, status)
      if (!answer.ok) refuse(problemSentence(answer.problem))
    }
    const wish = (visit: Visit, what: 'cancel' | 'card') => {
      dayView.wish({ id: visit.appointment.id, what })
      screen.open({ kind: 'visit', id: visit.appointment.id })
    }
    return {
      open: id => screen.open({ kind: 'visit', id }),
      book: target => {
        const place = { locationId, start: target.start, performerId: target.performerId, roomId: target.roomId }
        const { booking, drawer } = useScreen.getState()
        // A booking in the drawer takes the place that was pointed at.
        if (booking !== null && booking.step !== 'booked' && drawer?.kind === 'book') {
          const placed = nextDraft(booking, { kind: 'place-chosen', place })
          screen.setBooking(target.fold === null ? placed : nextDraft(placed, { kind: 'fold-chosen', fold: target.fold }))
        } else screen.open({ kind: 'book', draft: { place } })
      },
      assess: (visit, target) =>
        assess({ serviceTypeId: visit.appointment.serviceTypeId, moving: visit.appointment.id, patientId: visit.appointment.patientId }, { ...target, locationId }),
      drop: (visit, target) => move(visit, { ...target, locationId }, null),
      checkIn: visit => void mark(visit, 'arrived'),
      complete: visit => void mark(visit, 'fulfilled'),
      cancel: visit => wish(visit, 'cancel'),
      card: visit => wish(visit, 'card'),
      say: screen.say,
    }
  }, [steps, assess, staffing, locationId, mayOverride])
  return { actions, override, closeOverride: () => setOverride(null), refused, forgetRefusal: () => setRefused(null) }
}
