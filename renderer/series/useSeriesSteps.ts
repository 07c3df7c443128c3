import { useMemo } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import type { Series } from '../../shared/domain/series.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { type DeskClient, useDesk } from '../client.ts'
import { screen } from '../screen.ts'

type Shown = { readonly series: Series; readonly visits: readonly Visit[] }
type Seen = { readonly id: Visit['appointment']['id']; readonly version: number }

const seen = (visits: readonly Visit[]): readonly Seen[] => visits.map(({ appointment: { id, version } }) => ({ id, version }))

/** The visits of a series that are still to be performed. */
export const toCome = (visits: readonly Visit[]): readonly Visit[] => visits.filter(visit => isStanding(visit.appointment.status) && visit.appointment.status !== 'arrived')

function noteAll(client: DeskClient, label: string, series: Series, changed: readonly Visit[]): void {
  screen.did({
    label,
    undo: async () => {
      const back = await client.series.undo({ id: series.id, visits: seen(changed) })
      return back.ok ? null : problemSentence(back.problem)
    },
  })
}

const nameOf = (visits: readonly Visit[]): string => (visits[0] === undefined ? '' : fullName(visits[0].patientName))

/** What is done to a series as a whole; each can be taken back at once. */
export function useSeriesSteps() {
  const { client } = useDesk()
  return useMemo(
    () => ({
      booked: ({ series, visits }: Shown) => noteAll(client, seriesText.booked(nameOf(visits), visits.length), series, visits),
      cancelRest: async ({ series, visits }: Shown, reason: string) => {
        const rest = toCome(visits)
        const answer = await client.series.cancelRest({ id: series.id, visits: seen(rest), reason })
        if (answer.ok) {
          const ids = new Set(rest.map(visit => visit.appointment.id))
          const changed = answer.value.visits.filter(visit => ids.has(visit.appointment.id))
          noteAll(client, seriesText.cancelled(nameOf(changed), changed.length), series, changed)
        }
        return answer
      },
    }),
    [client],
  )
}
