import type { Appointment } from '../appointment.ts'
import { asId } from '../ids.ts'
import type { AppointmentId, LocationId, PractitionerId, RoomId, ServiceTypeId } from '../ids.ts'
import type { Interval, WallDateTime } from '../time/values.ts'
import { dateOf, parseWallDateTime, spanOf, timeOf, typedTime } from '../time/wallClock.ts'
import { parseZoneId } from '../time/zone.ts'
import { boardOf, standingAround } from './board.ts'
import { idOfNewVisit } from './demand.ts'
import type { CannotVerifyCause, StaffingFacts, Verdict } from './types.ts'
import { flaggedAmong, judgeAll, verdictsOf } from './verdicts.ts'

/** Where and when a visit would be, and who would perform it, `start` being read by the location's clocks. */
export type Place = {
  readonly serviceTypeId: ServiceTypeId
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly performerId: PractitionerId | null
  readonly roomId: RoomId | null
  /** The service type's minutes when not given. */
  readonly minutes?: number | undefined
  /** Which of the two, where the clock shows `start` twice. */
  readonly fold?: 'earlier' | 'later' | null | undefined
  /** The visit that would be moved here. */
  readonly ignore?: AppointmentId | null | undefined
}

/** The visit as it would be, or why nothing can be said of it. */
function placed(facts: StaffingFacts, place: Place): Appointment | CannotVerifyCause {
  const service = facts.serviceTypes.find((one) => one.id === place.serviceTypeId)
  if (service === undefined) return 'service-type-unknown'
  const zone = parseZoneId(facts.locations.find((one) => one.id === place.locationId)?.zone ?? '')
  if (zone === null) return 'location-unknown'
  if (parseWallDateTime(place.start) === null) return 'time-invalid'
  const start = typedTime(dateOf(place.start), timeOf(place.start), zone, place.fold ?? null)
  const minutes = place.minutes ?? service.minutes
  if (!start.ok || !Number.isSafeInteger(minutes) || minutes <= 0) return 'time-invalid'
  const id = place.ignore ?? idOfNewVisit
  return {
    id, version: 1, patientId: asId(id), serviceTypeId: place.serviceTypeId, locationId: place.locationId, roomId: place.roomId,
    performerId: place.performerId, start: place.start, minutes, zone, interval: spanOf(start.value, minutes), status: 'booked',
    override: null, cancelReason: null, note: '', series: null,
  }
}

function judgedAround(facts: StaffingFacts, appointments: readonly Appointment[], window: Interval) {
  const { visits, span } = standingAround(appointments, window)
  const board = boardOf({ ...facts, appointments }, span)
  return { span, board, judgement: judgeAll(board, visits) }
}

const withVisit = (facts: StaffingFacts, place: Place, visit: Appointment): readonly Appointment[] =>
  [...facts.appointments.filter((other) => other.id !== place.ignore), visit]

/** The verdict that a visit would have if it were booked, or moved, to a place, and which others would then be flagged that are not. */
export type PlaceJudgement = { readonly verdict: Verdict; readonly flagsOthers: () => readonly AppointmentId[] }

/** Judges a place as if the visit were there: the verdict is the same that it has once it is. */
export function judgePlace(facts: StaffingFacts, place: Place): PlaceJudgement {
  const visit = placed(facts, place)
  if (typeof visit === 'string') return { verdict: { state: 'cannot-verify', cause: visit, reasons: [] }, flagsOthers: () => [] }
  const after = judgedAround(facts, withVisit(facts, place, visit), visit.interval)
  return {
    verdict: verdictsOf(after.board, after.judgement, (id) => id === visit.id).get(visit.id) ?? { state: 'cannot-verify', cause: 'rule-failed', reasons: [] },
    flagsOthers: () => {
      const flagged = flaggedAmong(after.judgement).filter((id) => id !== visit.id)
      if (flagged.length === 0) return flagged
      const before = new Set(flaggedAmong(judgedAround(facts, facts.appointments, after.span).judgement))
      return flagged.filter((id) => !before.has(id))
    },
  }
}
