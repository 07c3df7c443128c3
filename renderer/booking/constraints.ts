import { noConstraints, type SlotConstraints } from '../../shared/domain/slotConstraints.ts'
import { weekdays } from '../../shared/text/en/dates.ts'
import { noFilters, type SlotFilters } from './booking.ts'

/** The part of the filters that the service calls constraints. */
export const constraintsOf = ({ weekdays: on, roomId, noticeMinutes, companion }: SlotFilters): SlotConstraints => ({ weekdays: on, roomId, noticeMinutes, companion })

/** The filters with a weekday left out, or taken in again; the last one stays. */
export function withWeekday(filters: SlotFilters, weekday: SlotFilters['weekdays'][number]): SlotFilters['weekdays'] {
  const next = weekdays.filter(day => filters.weekdays.includes(day) !== (day === weekday))
  return next.length === 0 ? filters.weekdays : next
}

/** How many things are asked for beyond the service. */
export const askedCount = ({ partOfDay, performerId, notBefore, weekdays: on, roomId, noticeMinutes, companion }: SlotFilters): number =>
  [partOfDay, performerId, notBefore, roomId, companion].filter(each => each !== null).length
  + (on.length < noConstraints.weekdays.length ? 1 : 0) + (noticeMinutes > 0 ? 1 : 0)

/** Everything asked for taken back; what is shown beside stays. */
export const withoutAsking = ({ showClosed }: SlotFilters): SlotFilters => ({ ...noFilters, showClosed })
