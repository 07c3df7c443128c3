import { useMemo } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { LocationId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { doneText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { type DeskClient, useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import type { OverrideAnswer } from '../ui/overrideAnswer.ts'
import type { Target } from './grid/gridActions.ts'

export type Where = Target & { readonly locationId: LocationId }
type Done = Result<Visit, Problem>

/** Every step of a visit. What succeeds can be taken back by name; what is refused comes back as the problem. */
export type VisitSteps = {
  readonly move: (visit: Visit, to: Where, answer: OverrideAnswer | null) => Promise<Done>
  readonly mark: (visit: Visit, status: 'arrived' | 'fulfilled' | 'noshow') => Promise<Done>
  readonly cancel: (visit: Visit, reason: string) => Promise<Done>
}

const undoOf = (client: DeskClient, after: Visit) => async (): Promise<string | null> => {
  const back = await client.appointment.undo({ id: after.appointment.id, version: after.appointment.version })
  return back.ok ? null : problemSentence(back.problem)
}

/** Says what was done and offers to take it back. */
export function noteDone(client: DeskClient, label: string, after: Visit): void {
  screen.did({ label, undo: undoOf(client, after) })
}

/** The steps of a visit, told to the bottom line with their undo. */
export function useVisitSteps(): VisitSteps {
  const { client } = useDesk()
  return useMemo(() => {
    const told = (answer: Done, label: (visit: Visit) => string): Done => {
      if (answer.ok) noteDone(client, label(answer.value), answer.value)
      return answer
    }
    const seen = (visit: Visit) => ({ id: visit.appointment.id, version: visit.appointment.version })
    return {
      move: async (visit, to, answer) =>
        told(
          await client.appointment.move({
            ...seen(visit),
            locationId: to.locationId,
            start: to.start,
            fold: to.fold,
            performerId: to.performerId,
            roomId: to.roomId,
            overrideReason: answer?.reason ?? null,
            overrideThrough: answer?.through ?? null,
          }),
          after => doneText.moved(fullName(after.patientName), wallWords(after.appointment.start)),
        ),
      mark: async (visit, status) =>
        told(await client.appointment.mark({ ...seen(visit), status }), after => doneText[status](fullName(after.patientName))),
      cancel: async (visit, reason) =>
        told(await client.appointment.cancel({ ...seen(visit), reason }), after =>
          doneText.cancelled(fullName(after.patientName)),
        ),
    }
  }, [client])
}
