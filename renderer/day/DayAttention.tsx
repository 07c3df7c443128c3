import { useMemo } from 'react'
import type { Schedule, ScheduleDay } from '../../shared/contract/schedule.ts'
import { useWhere } from '../screen.ts'
import { AttentionList } from './AttentionList.tsx'
import { DayLegend } from './DayLegend.tsx'
import { useDayNames } from './useDayNames.ts'
import { isEmptyDay, useDaySchedule } from './useDaySchedule.ts'

function Attention({ schedule, day }: { readonly schedule: Schedule; readonly day: ScheduleDay }) {
  const { today } = useWhere()
  const all = useDayNames(schedule, today)
  const badges = useMemo(
    () => [...new Set(schedule.people.flatMap(person => person.badges.map(badge => badge.competence)))],
    [schedule.people],
  )
  return (
    <>
      <AttentionList day={day} names={all} />
      <DayLegend badges={badges} names={all.names} />
    </>
  )
}

/** What of the day wants a look, beside its heading, once the day has been read. */
export function DayAttention() {
  const schedule = useDaySchedule().value
  const day = schedule?.days[0]
  return schedule === null || day === undefined || isEmptyDay(day) ? null : <Attention schedule={schedule} day={day} />
}
