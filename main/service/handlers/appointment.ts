import { type Appointment, isStanding } from '../../../shared/domain/appointment.ts'
import { type Booker, type Booking, decideBooking, decideMove, type PlaceProblem } from '../../../shared/domain/booking.ts'
import { type AppointmentId, asId, type PatientId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import { tooSoonFor } from '../../../shared/domain/minimumInterval.ts'
import { type AskedPlace, typedStart } from '../../../shared/domain/place.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { isUnlawful } from '../../../shared/domain/rules/finding.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { latestInstant } from '../../../shared/domain/time/instant.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { dateOf, spanOf } from '../../../shared/domain/time/wallClock.ts'
import { cancelVisit, markVisit, undoVisit, withdrawOverride } from '../../../shared/domain/visitSteps.ts'
import type { Visit } from '../../../shared/contract/schedule.ts'
import type { WriteTx } from '../store/store.ts'
import { lastChangeOf } from './lastChange.ts'
import { decline, missing } from './told.ts'
import { type Answer, type Handlers, type Inputs, type RequestContext, saved } from './types.ts'
import { asAllowed, factsAround, judgeVisits, saidOf, shownAmong, shownVisit, shownVisits } from './visits.ts'

type Seen = { readonly id: AppointmentId; readonly version: number }

type Answered = { readonly overrideReason: string | null; readonly overrideThrough?: PlainDate | null | undefined }

const bookerOf = ({ account, mayDo }: RequestContext, { overrideReason, overrideThrough = null }: Answered): Booker =>
  ({ by: account.id, byName: account.displayName, mayOverride: mayDo('appointment.override'), reason: overrideReason, through: overrideThrough })

const placeOf = ({ locationId, start, fold, performerId, roomId }: AskedPlace): AskedPlace => ({ locationId, start, fold, performerId, roomId })

/** Everything around an asked place, and the patient's visits, whenever they are; a time that has to be asked about first is the refusal itself. */
async function factsFor(tx: WriteTx, place: AskedPlace, minutes: number, patientId: PatientId): Promise<Result<StaffingFacts, PlaceProblem>> {
  const location = await tx.locations.byId(place.locationId)
  if (location === null) return err(missing('location'))
  const start = typedStart(place, location.zone)
  if (!start.ok) return start
  const facts = await factsAround(tx, spanOf(start.value, minutes))
  const known = new Set(facts.appointments.map(visit => visit.id))
  return ok({ ...facts, appointments: [...facts.appointments, ...(await tx.appointments.ofPatient(patientId)).filter(visit => !known.has(visit.id))] })
}

/** The row as the caller saw it, or why it cannot be changed. */
async function seenVisit(tx: WriteTx, { id, version }: Seen): Promise<Result<Appointment, Problem>> {
  const visit = await tx.appointments.byId(id)
  if (visit === null) return err(missing('visit'))
  return visit.version === version ? ok(visit) : err({ code: 'stale', yours: version, current: visit.version })
}

/** Why a visit lies outside the opening hours is kept in the trail, beside the row that it explains. */
const noted = (row: Appointment, { outOfHoursReason }: Pick<Booking, 'outOfHoursReason'>): unknown =>
  outOfHoursReason === null ? row : { ...row, outOfHoursReason }

async function bookIn(tx: WriteTx, input: Inputs['appointment']['book'], context: RequestContext): Answer<Visit> {
  const before = await tx.appointments.byRequestKey(input.requestKey)
  if (before !== null) return { keep: false, value: ok(await shownVisit(tx, before)) }
  const patient = await tx.patients.byId(input.patientId)
  if (patient === null) return decline(missing('patient'))
  const service = await tx.serviceTypes.byId(input.serviceTypeId)
  if (service === null) return decline(missing('service'))
  const place = placeOf(input)
  const facts = await factsFor(tx, place, service.minutes, patient.id)
  if (!facts.ok) return decline(facts.problem)
  const booking = decideBooking(facts.value, {
    id: asId<AppointmentId>(context.newId()), patient, serviceTypeId: service.id, place, note: input.note,
    booker: bookerOf(context, input),
  }, context.now)
  if (!booking.ok) return decline(booking.problem)
  const made = await tx.appointments.insert(booking.value.visit, { requestKey: input.requestKey, identifier: null })
  if (!made.ok) return decline(made.problem)
  await context.audit(tx, {
    action: 'appointment.book', entity: 'appointment', entityId: made.value.id, after: noted(made.value, booking.value),
  })
  return saved(await shownAmong(tx, facts.value, made.value, patient))
}

/** Changes one visit as the domain decides, if nobody else has changed it since the caller looked. */
const change = (
  { store, audit }: RequestContext, action: string, seen: Seen,
  decide: (visit: Appointment, tx: WriteTx) => Promise<Result<Appointment | Booking, Problem>>,
): Promise<Result<Visit, Problem>> => store.write(['appointments'], async (tx): Answer<Visit> => {
  const before = await seenVisit(tx, seen)
  if (!before.ok) return decline(before.problem)
  const decided = await decide(before.value, tx)
  if (!decided.ok) return decline(decided.problem)
  const booking = 'visit' in decided.value ? decided.value : { visit: decided.value, outOfHoursReason: null }
  const after = await tx.appointments.update(booking.visit)
  if (!after.ok) return decline(after.problem)
  await audit(tx, { action, entity: 'appointment', entityId: seen.id, before: before.value, after: noted(after.value, booking) })
  return saved(await shownVisit(tx, after.value))
})

/** A visit that comes back into the calendar is booked anew: not where the law forbids it. */
async function lawfulAgain(tx: WriteTx, visit: Appointment): Promise<Result<Appointment, Problem>> {
  const facts = await factsAround(tx, visit.interval)
  const { findings } = await judgeVisits(tx, { ...facts, appointments: replaceRow(facts.appointments, visit.id, visit) }, visit.interval)
  const unlawful = (findings.get(visit.id) ?? []).filter(isUnlawful)
  return unlawful.length > 0 ? err({ code: 'against-rule', findings: unlawful, mayOverride: false }) : ok(visit)
}

/** Visits: agreed, moved, kept or not. */
export const appointmentHandlers: Handlers['appointment'] = {
  read: ({ id }, { store, mayDo }) => store.read(async tx => {
    const visit = await tx.appointments.byId(id)
    if (visit === null) return err(missing('visit'))
    const others = isStanding(visit.status) ? (await tx.appointments.ofPatient(visit.patientId)).filter(other => other.id !== id) : []
    const tooSoon = tooSoonFor(others, await tx.serviceTypes.byId(visit.serviceTypeId) ?? undefined, null)(dateOf(visit.start))
    return ok({ visit: asAllowed(await shownVisit(tx, visit), mayDo), tooSoon, history: await tx.audit.list({ before: null, limit: 200, entityId: id }) })
  }),

  book: (input, context) => context.store.write(['appointments'], tx => bookIn(tx, input, context)),

  move: (input, context) => change(context, 'appointment.move', input, async (visit, tx) => {
    const place = placeOf(input)
    const facts = await factsFor(tx, place, visit.minutes, visit.patientId)
    const patient = await tx.patients.byId(visit.patientId)
    if (patient === null) return err(missing('patient'))
    return facts.ok ? decideMove(facts.value, visit, patient, place, bookerOf(context, input), context.now) : facts
  }),

  cancel: (input, context) => change(context, 'appointment.cancel', input, async visit => cancelVisit(visit, input.reason)),

  mark: (input, context) => change(context, 'appointment.mark', input, async visit => markVisit(visit, input.status, context.now)),

  overrides: (_input, { store, now, mayDo }) => store.read(async tx => {
    const overridden = (await tx.appointments.within({ start: now, end: latestInstant }, null)).filter(visit => visit.override !== null && isStanding(visit.status))
    const visits = await shownVisits(tx, overridden, await saidOf(tx, overridden))
    return ok({ visits: visits.map(visit => asAllowed(visit, mayDo)), now })
  }),

  withdrawOverride: (input, context) => change(context, 'appointment.withdrawOverride', input, async visit => withdrawOverride(visit)),

  undo: (input, context) => change(context, 'appointment.undo', input, async (visit, tx) => {
    const patient = await tx.patients.byId(visit.patientId)
    const earlier = undoVisit(visit, await lastChangeOf(tx, visit), patient?.status ?? 'entered-in-error')
    // Who may not let a flagged visit stand does not bring back what was withdrawn either.
    if (earlier.ok && visit.override === null && earlier.value.override !== null && !context.mayDo('appointment.override')) return ok({ ...earlier.value, override: null })
    return earlier.ok && !isStanding(visit.status) ? lawfulAgain(tx, earlier.value) : earlier
  }),
}
