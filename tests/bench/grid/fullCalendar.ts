import { type Calendar as Installed, plugins } from './fullCalendarPackage.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { monday } from '../../support/builders.ts'
import { editedDay, fullDay, people, plainVisits } from './visits.ts'
import type { Driver } from './page.ts'

/** FullCalendar's time grid. It has no columns per person in its free part, so each person is given a day: as many columns, as many visits in each. */
export const fullCalendar = (Calendar: NonNullable<typeof Installed>): Driver => ({
  name: 'FullCalendar',
  visit: '[data-bench-visit]',
  mount: element => {
    const events = plainVisits(fullDay).map(visit => {
      const date = addDays(monday, visit.person)
      return {
        id: visit.id,
        title: visit.title,
        start: `${date}T${wallTimeAt(visit.startMinutes)}:00`,
        end: `${date}T${wallTimeAt(visit.endMinutes)}:00`,
        ...(visit.flagged ? { color: '#ad2417' } : {}),
      }
    })
    const calendar = new Calendar(element, {
      plugins,
      initialView: 'people',
      views: { people: { type: 'timeGrid', duration: { days: people } } },
      initialDate: monday,
      height: '100%',
      headerToolbar: false,
      slotMinTime: '08:00:00',
      slotMaxTime: '18:00:00',
      allDaySlot: false,
      events,
      eventDidMount: (mounted: { readonly el: HTMLElement }) => mounted.el.setAttribute('data-bench-visit', ''),
    })
    calendar.render()
    return {
      edit: name => {
        const before = plainVisits(fullDay)
        const changed = plainVisits(editedDay(name)).find((visit, n) => visit.title !== before[n]?.title)
        if (changed !== undefined) calendar.getEventById(changed.id)?.setProp('title', changed.title)
      },
      unmount: async () => calendar.destroy(),
    }
  },
})
