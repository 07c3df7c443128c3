import { useCallback } from 'react'
import type { AppointmentId, PatientId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { Verdict } from '../../shared/domain/staffing/types.ts'
import { gridText } from '../../shared/text/en/day.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { tooSoonSentence } from '../../shared/text/rules.ts'
import { type StaffingNames, staffingSentence } from '../../shared/text/staffing.ts'
import { useDesk } from '../client.ts'
import type { Assessed } from './grid/gridActions.ts'
import type { Where } from './useVisitSteps.ts'

function stateOf(verdict: Verdict): Assessed['state'] {
  if (verdict.state === 'covered') return verdict.fragile === null ? 'good' : 'fragile'
  return verdict.state === 'assignable' ? 'assignable' : 'flagged'
}

type Subject = { readonly serviceTypeId: ServiceTypeId; readonly moving: AppointmentId | null; readonly patientId: PatientId | null }

/** Asks what would become of a visit at a place, and says it in words. */
export function useAssess(staffing: StaffingNames): (subject: Subject, where: Where) => Promise<Assessed> {
  const { client } = useDesk()
  return useCallback(
    async (subject, where) => {
      const { locationId, start, fold, performerId, roomId } = where
      const answer = await client.slot.assess({ ...subject, locationId, start, fold, performerId, roomId })
      if (!answer.ok) return { state: 'flagged', words: problemSentence(answer.problem) }
      const { verdict, tooSoon, outsideOpeningHours, roomFree, suggestedRoomId } = answer.value
      if (tooSoon !== null) return { state: 'flagged', words: tooSoonSentence(tooSoon) }
      if (outsideOpeningHours) return { state: 'flagged', words: gridText.closedThen }
      if (!roomFree && suggestedRoomId === null) return { state: 'flagged', words: gridText.roomTaken }
      return { state: stateOf(verdict), words: staffingSentence(verdict, { start, performerId }, staffing) }
    },
    [client, staffing],
  )
}
