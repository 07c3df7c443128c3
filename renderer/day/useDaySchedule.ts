import type { Schedule, ScheduleDay } from '../../shared/contract/schedule.ts'
import { type Read, useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'

/** The now-line moves once a minute. */
const minute = 60_000

/** The chosen day of the chosen location. */
export function useDaySchedule(): Read<Schedule> {
  const { client } = useDesk()
  const { locationId, date } = useWhere()
  const input = { locationId, from: date, days: 1 }
  return useRead(['schedule', 'read', input], () => client.schedule.read(input), { every: minute })
}

/** That a day has neither visits nor anybody to see them while the practice is open. */
export const isEmptyDay = (day: ScheduleDay): boolean =>
  day.visits.length === 0 && (day.open.length === 0 || !day.working.some(work => work.presence === 'on-site'))
