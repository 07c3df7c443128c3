import type { PlainDate } from './time/values.ts'

/** Which rule a date breaks: the service's shortest interval, to another visit of the patient before or after it. */
export type TooSoon = {
  readonly service: string
  readonly minimumDays: number
  /** The date of the other visit; the nearest where there are several. */
  readonly other: PlainDate
  /** The first date after it from which the interval to every other visit is kept. */
  readonly from: PlainDate
}
