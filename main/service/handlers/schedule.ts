import { datesFrom, spanOfDays } from '../../../shared/domain/days.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import { openIntervals } from '../../../shared/domain/openingTime.ts'
import { peopleOn } from '../../../shared/domain/people.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import type { Staffing } from '../../../shared/domain/staffing/types.ts'
import { stripOf } from '../../../shared/domain/strip.ts'
import { intersect, overlaps } from '../../../shared/domain/time/interval.ts'
import type { Interval, PlainDate } from '../../../shared/domain/time/values.ts'
import { dayInterval } from '../../../shared/domain/time/wallClock.ts'
import type { ScheduleDay, Visit } from '../../../shared/contract/schedule.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'
import { asAllowed, factsAround, judge, shownVisits } from './visits.ts'

/** The stretches at one location that touch a day, cut to it. */
const onDay = <T extends { readonly locationId: Location['id']; readonly interval: Interval }>(
  stretches: readonly T[], location: Location, day: Interval,
): readonly T[] => stretches.flatMap(stretch => {
  const interval = stretch.locationId === location.id ? intersect(stretch.interval, day) : null
  return interval === null ? [] : [{ ...stretch, interval }]
})

function scheduleDay(date: PlainDate, location: Location, staffing: Staffing, visits: readonly Visit[]): ScheduleDay {
  const interval = dayInterval(date, location.zone)
  return {
    date, interval,
    open: openIntervals(location, interval),
    working: onDay(staffing.working, location, interval),
    visits: visits.filter(visit => overlaps(visit.appointment.interval, interval)),
    gaps: onDay(staffing.gaps, location, interval),
    fragile: onDay(staffing.fragile, location, interval),
  }
}

/** The days of one location. */
export const scheduleHandlers: Handlers['schedule'] = {
  read: ({ locationId, from, days }, { store, now, mayDo }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const window = spanOfDays(from, days, location.zone)
    const facts = await factsAround(tx, window)
    const staffing = await judge(tx, facts, window)
    const appointments = (await tx.appointments.within(window, locationId)).filter(visit => visit.status !== 'entered-in-error')
    const visits = (await shownVisits(tx, appointments, staffing)).map(visit => asAllowed(visit, mayDo))
    const working = staffing.working.filter(stretch => stretch.locationId === locationId)
    const named = new Set([
      ...working.map(stretch => stretch.practitionerId), ...appointments.flatMap(visit => visit.performerId ?? []),
    ])
    return ok({
      location, now,
      days: datesFrom(from, days).map(date => scheduleDay(date, location, staffing, visits)),
      people: peopleOn(facts, named, locationId, from),
      serviceTypes: facts.serviceTypes,
      rooms: facts.rooms.filter(room => room.locationId === locationId),
    })
  }),

  strip: ({ locationId, from, days }, { store }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const window = spanOfDays(from, days, location.zone)
    const facts = await factsAround(tx, window)
    return ok(stripOf(await judge(tx, facts, window), facts, locationId, location.zone, datesFrom(from, days)))
  }),
}
