import { createCalendar, destroyCalendar, ResourceTimeGrid } from '@event-calendar/core'
import '@event-calendar/core/index.css'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { monday } from '../../support/builders.ts'
import { editedDay, fullDay, people, plainVisits } from './visits.ts'
import type { Driver } from './page.ts'

const eventsOf = (schedule: typeof fullDay) =>
  plainVisits(schedule).map(visit => ({
    id: visit.id,
    title: visit.title,
    resourceId: visit.person,
    start: `${monday}T${wallTimeAt(visit.startMinutes)}:00`,
    end: `${monday}T${wallTimeAt(visit.endMinutes)}:00`,
    ...(visit.flagged ? { backgroundColor: '#ad2417' } : {}),
  }))

/** EventCalendar's day with a column per resource. */
export const eventCalendar: Driver = {
  name: '@event-calendar/core',
  visit: '.ec-event',
  mount: element => {
    const calendar = createCalendar(element, [ResourceTimeGrid], {
      view: 'resourceTimeGridDay',
      date: monday,
      height: '100%',
      slotMinTime: '08:00',
      slotMaxTime: '18:00',
      headerToolbar: { start: '', center: '', end: '' },
      allDaySlot: false,
      resources: Array.from({ length: people }, (_, n) => ({ id: n, title: `Person Number ${n}` })),
      events: eventsOf(fullDay),
    })
    return {
      edit: name => {
        const before = plainVisits(fullDay)
        const changed = eventsOf(editedDay(name)).find((event, n) => event.title !== before[n]?.title)
        if (changed !== undefined) calendar.updateEvent(changed)
      },
      unmount: () => destroyCalendar(calendar),
    }
  },
}
