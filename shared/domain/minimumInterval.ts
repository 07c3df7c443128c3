import { type Appointment, occupyingStatuses } from './appointment.ts'
import type { ServiceTypeId } from './ids.ts'
import type { ServiceType } from './service.ts'
import { addDays, dayNumber } from './time/plainDate.ts'
import type { PlainDate } from './time/values.ts'
import { dateOf } from './time/wallClock.ts'
import type { TooSoon } from './tooSoon.ts'
import { tidyLine } from './typed.ts'

type Spaced = Pick<ServiceType, 'id' | 'name' | 'minimumIntervalDays'>

/** The dates on which a patient has visits for a service that keep their place. */
export const datesTaken = (visits: readonly Appointment[], serviceTypeId: ServiceTypeId): readonly PlainDate[] =>
  visits.filter(visit => visit.serviceTypeId === serviceTypeId && occupyingStatuses.includes(visit.status)).map(visit => dateOf(visit.start))

/** The first date from which the minimum interval to every other visit is kept, when a date breaks it. */
export function keptFrom(date: PlainDate, taken: readonly PlainDate[], minimumDays: number): PlainDate | null {
  const tooClose = (day: PlainDate): boolean => taken.some(other => Math.abs(dayNumber(other) - dayNumber(day)) < Math.max(1, minimumDays))
  if (!tooClose(date)) return null
  const after = taken.map(other => addDays(other, Math.max(1, minimumDays))).filter(day => day > date && !tooClose(day)).sort()
  return after[0] ?? date
}

/**
 * Asks of dates whether the shortest interval to a patient's other visits for the service forbids them, and why; `moving` is the
 * visit that goes there: it does not stand in its own way, and within the day that it has it goes freely.
 */
export function tooSoonFor(visits: readonly Appointment[], service: Spaced | undefined, moving: Pick<Appointment, 'id' | 'start'> | null): (date: PlainDate) => TooSoon | null {
  const minimumDays = service?.minimumIntervalDays ?? null
  if (service === undefined || minimumDays === null) return () => null
  const taken = datesTaken(visits.filter(({ id }) => id !== moving?.id), service.id)
  return date => {
    if (moving !== null && dateOf(moving.start) === date) return null
    const from = keptFrom(date, taken, minimumDays)
    const distance = (other: PlainDate): number => Math.abs(dayNumber(other) - dayNumber(date))
    const [other] = taken.toSorted((a, b) => distance(a) - distance(b))
    return from === null || other === undefined ? null : { service: service.name, minimumDays, other, from }
  }
}

/** What products are compared by: case, width of letters, and how many spaces make no difference. */
export const productKey = (product: string): string => tidyLine(product.normalize('NFKC')).replace(/\s+/g, ' ').toLowerCase()

/** Fewest days from one visit for a service to the next where a product is known: the longer of what the service and the product ask for. `null`: no rule. */
export function intervalAfter({ minimumIntervalDays, productIntervals }: Pick<ServiceType, 'minimumIntervalDays' | 'productIntervals'>, product: string): number | null {
  const asked = productIntervals.filter(own => productKey(own.product) === productKey(product)).map(own => own.days)
  return minimumIntervalDays === null && asked.length === 0 ? null : Math.max(minimumIntervalDays ?? 0, ...asked)
}
