import type { Appointment } from '../appointment.ts'
import type { AppointmentId, PractitionerId } from '../ids.ts'
import { instant, minuteMs } from '../time/instant.ts'
import { isProper } from '../time/interval.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { Interval } from '../time/values.ts'
import { dayAt, instantsOf, parseWallDateTime } from '../time/wallClock.ts'
import { parseZoneId } from '../time/zone.ts'
import { ruleOf } from './board.ts'
import type { Board, Rule, Site } from './board.ts'
import type { CannotVerifyCause } from './types.ts'

/** A visit with everything that is needed to judge it; its days are those of the clinic's calendar. */
export type Visit = {
  readonly id: AppointmentId
  readonly performerId: PractitionerId | null
  readonly rule: Rule
  readonly site: Site
  readonly interval: Interval
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
}

/** True when the stored bounds are what start, minutes and zone say. */
function timeIsSound({ start, minutes, zone, interval }: Appointment): boolean {
  const readable = parseZoneId(zone)
  if (readable === null || parseWallDateTime(start) === null || !isProper(interval)) return false
  return interval.end - interval.start === minutes * minuteMs && instantsOf(start, readable).includes(interval.start)
}

/** The visit made ready to be judged, or why it cannot be: what is not known for certain is never called staffed. */
export function readVisit(board: Board, appointment: Appointment): Visit | CannotVerifyCause {
  const service = board.services.get(appointment.serviceTypeId)
  if (service === undefined) return 'service-type-unknown'
  if (service.status !== 'approved') return 'service-type-not-approved'
  const location = board.locations.get(appointment.locationId)
  if (location === undefined || !location.active) return 'location-unknown'
  const site = board.sites.get(location.id)
  if (site === undefined || !timeIsSound(appointment)) return 'time-invalid'
  const { id, performerId, interval } = appointment
  return {
    id, performerId, rule: ruleOf(board, service), site, interval,
    firstDay: dayAt(interval.start, site.zone), lastDay: dayAt(instant(interval.end - 1), site.zone),
  }
}
