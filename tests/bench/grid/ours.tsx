import { createRoot } from 'react-dom/client'
import type { Schedule } from '../../../shared/contract/schedule.ts'
import { DayGrid } from '../../../renderer/day/grid/DayGrid.tsx'
import type { GridActions } from '../../../renderer/day/grid/gridActions.ts'
import { dayNames, noWords, staffingNames } from '../../../renderer/day/names.ts'
import { monday } from '../../support/builders.ts'
import { editedDay, fullDay } from './visits.ts'
import type { Driver } from './page.ts'
import '../../../renderer/theme.css'

const nothing = () => {}
const actions: GridActions = {
  open: nothing,
  book: nothing,
  assess: async () => ({ state: 'good', words: '' }),
  drop: async () => {},
  checkIn: nothing,
  complete: nothing,
  cancel: nothing,
  card: nothing,
  say: nothing,
}
const names = dayNames(fullDay, noWords)
const staffing = staffingNames(names, fullDay.days, monday)

function Shown({ schedule }: { readonly schedule: Schedule }) {
  const day = schedule.days[0]
  if (day === undefined) return null
  return (
    <DayGrid
      schedule={schedule}
      day={day}
      names={names}
      staffing={staffing}
      kind="people"
      zoom="hour"
      showCancelled={false}
      selected={null}
      offers={null}
      mayWrite
      actions={actions}
      jump={null}
    />
  )
}

/** Our own grid, mounted as the day screen mounts it. */
export const ours: Driver = {
  name: 'our grid',
  visit: '[data-visit]',
  mount: element => {
    const root = createRoot(element)
    root.render(<Shown schedule={fullDay} />)
    return {
      // What a change event brings: a new schedule in which one visit differs.
      edit: name => root.render(<Shown schedule={editedDay(name)} />),
      unmount: async () => root.unmount(),
    }
  },
}
