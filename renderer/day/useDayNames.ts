import { useMemo } from 'react'
import type { Schedule } from '../../shared/contract/schedule.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import type { StaffingNames } from '../../shared/text/staffing.ts'
import { useDesk, useRead } from '../client.ts'
import { type DayNames, dayNames, noWords, staffingNames } from './names.ts'

export type Names = { readonly names: DayNames; readonly staffing: StaffingNames }

/** How everything on a schedule is called; the same answer as long as no name changes. */
export function useDayNames(schedule: Schedule, today: PlainDate): Names {
  const { client, may } = useDesk()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const practitioners = staff.value?.practitioners
  const competences = staff.value?.competences
  const { people, serviceTypes, rooms, days } = schedule
  const names = useMemo(
    () =>
      dayNames(
        { people, serviceTypes, rooms },
        practitioners === undefined || competences === undefined ? noWords : { practitioners, competences },
      ),
    [people, serviceTypes, rooms, practitioners, competences],
  )
  const staffing = useMemo(() => staffingNames(names, days, today), [names, days, today])
  return useMemo(() => ({ names, staffing }), [names, staffing])
}
