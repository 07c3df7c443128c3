import type { Appointment } from '../../../shared/domain/appointment.ts'
import { decideBooking, plainBooker } from '../../../shared/domain/booking.ts'
import { type AppointmentId, asId, type SeriesId } from '../../../shared/domain/ids.ts'
import { datesTaken, keptFrom, intervalAfter } from '../../../shared/domain/minimumInterval.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { type Occurrence, occurrenceOf, type SeriesTerms, windowOf } from '../../../shared/domain/series.ts'
import { dateOf, dayInterval, wallInstant } from '../../../shared/domain/time/wallClock.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { cancelVisit, undoVisit } from '../../../shared/domain/visitSteps.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { lastChangeOf } from './lastChange.ts'
import { decline, missing } from './told.ts'
import { type Answer, type Handlers, type Inputs, type Outputs, type RequestContext, saved } from './types.ts'
import { asAllowed, factsAround, shownVisits, saidOf } from './visits.ts'

type Shown = Outputs['series']['read']
type Subject = Pick<Inputs['series']['plan'], 'patientId' | 'serviceTypeId' | 'locationId' | 'terms'>

/** The minimum of the service and of the product holds whatever was typed. */
const atLeast = (terms: SeriesTerms, minimumDays: number): SeriesTerms => ({ ...terms, minimumDays: Math.max(terms.minimumDays, minimumDays) })

async function subjectOf(tx: ReadTx | WriteTx, { patientId, serviceTypeId, locationId, terms }: Subject): Promise<Result<{ readonly patient: Patient; readonly location: Location; readonly minimumDays: number }, Problem>> {
  const patient = await tx.patients.byId(patientId)
  if (patient === null) return err(missing('patient'))
  if (patient.status !== 'active') return err({ code: 'not-allowed-now', from: patient.status, to: 'booked' })
  const service = await tx.serviceTypes.byId(serviceTypeId)
  if (service === null) return err(missing('service'))
  if (service.status !== 'approved') return err({ code: 'service-not-approved' })
  const location = await tx.locations.byId(locationId)
  return location === null || !location.active ? err(missing('location')) : ok({ patient, location, minimumDays: intervalAfter(service, terms.product) ?? 0 })
}

async function shownSeries(tx: ReadTx | WriteTx, id: SeriesId, mayDo: RequestContext['mayDo']): Promise<Result<Shown, Problem>> {
  const series = await tx.series.byId(id)
  if (series === null) return err(missing('series'))
  const visits = await tx.appointments.ofSeries(id)
  return ok({ series, visits: (await shownVisits(tx, visits, await saidOf(tx, visits))).map(visit => asAllowed(visit, mayDo)) })
}

async function ending(tx: WriteTx, id: SeriesId, mayDo: RequestContext['mayDo']): Answer<Shown> {
  const shown = await shownSeries(tx, id, mayDo)
  return shown.ok ? saved(shown.value) : decline(shown.problem)
}

async function bookIn(tx: WriteTx, input: Inputs['series']['book'], context: RequestContext): Answer<Shown> {
  const before = (await tx.appointments.byRequestKey(input.requestKey))?.series ?? null
  if (before !== null) return ending(tx, before.id, context.mayDo)
  const subject = await subjectOf(tx, input)
  if (!subject.ok) return decline(subject.problem)
  if (input.places.length === 0) return decline(missing('visit'))
  const { requestKey, places, ...asked } = input
  const agreed = { ...asked, terms: atLeast(asked.terms, subject.value.minimumDays) }
  const id = asId<SeriesId>(context.newId())
  const made = await tx.series.insert({ ...agreed, terms: { ...agreed.terms, product: tidyLine(agreed.terms.product) }, id, version: 1 })
  if (!made.ok) return decline(made.problem)
  const { patient, location } = subject.value
  const taken = [...datesTaken(await tx.appointments.ofPatient(patient.id), input.serviceTypeId)]
  for (const [index, place] of places.toSorted((a, b) => (a.start < b.start ? -1 : 1)).entries()) {
    const refused = decline({ code: 'visit-refused', start: place.start })
    const facts = await factsAround(tx, dayInterval(dateOf(place.start), location.zone))
    const booking = decideBooking(facts, {
      id: asId<AppointmentId>(context.newId()), patient, serviceTypeId: input.serviceTypeId, place: { locationId: location.id, fold: null, ...place }, note: '',
      // A series never books onto a flag: what nobody may perform is moved, or left out and booked by itself with a reason.
      booker: plainBooker(context.account),
    }, context.now)
    if (!booking.ok || keptFrom(dateOf(place.start), taken, agreed.terms.minimumDays) !== null) return refused
    const visit = { ...booking.value.visit, series: { id, number: index + 1, of: places.length } }
    const stored = await tx.appointments.insert(visit, { requestKey: index === 0 ? requestKey : null, identifier: null })
    if (!stored.ok) return refused
    taken.push(dateOf(place.start))
    await context.audit(tx, { action: 'series.book', entity: 'appointment', entityId: visit.id, after: stored.value })
  }
  await context.audit(tx, { action: 'series.book', entity: 'series', entityId: id, after: made.value })
  return ending(tx, id, context.mayDo)
}

/** Changes several visits of one series as the domain decides, all or none. */
const changeAll = (
  { store, audit, mayDo }: RequestContext, action: string, { id, visits }: Pick<Inputs['series']['undo'], 'id' | 'visits'>,
  decide: (visit: Appointment, tx: WriteTx) => Promise<Result<Appointment, Problem>>,
) => store.write(['appointments'], async (tx): Answer<Shown> => {
  if (await tx.series.byId(id) === null) return decline(missing('series'))
  for (const seen of visits) {
    const before = await tx.appointments.byId(seen.id)
    if (before === null || before.series?.id !== id) return decline(missing('visit'))
    if (before.version !== seen.version) return decline({ code: 'stale', yours: seen.version, current: before.version })
    const decided = await decide(before, tx)
    if (!decided.ok) return decline(decided.problem)
    const after = await tx.appointments.update(decided.value)
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action, entity: 'appointment', entityId: seen.id, before, after: after.value })
  }
  return ending(tx, id, mayDo)
})

/** Visits planned as a series; once booked, each is a visit like any other. */
export const seriesHandlers: Handlers['series'] = {
  plan: (input, context) => context.store.read(async tx => {
    const subject = await subjectOf(tx, input)
    if (!subject.ok) return subject
    const { patient, location } = subject.value
    const { serviceTypeId, locationId } = input
    const terms = atLeast(input.terms, subject.value.minimumDays)
    const taken = [...datesTaken(await tx.appointments.ofPatient(patient.id), serviceTypeId)]
    const occurrences: Occurrence[] = []
    for (let number = 1; number <= terms.visits; number += 1) {
      const byHand = input.byHand.find(each => each.number === number)?.start ?? null
      const at = byHand === null ? null : wallInstant(byHand, location.zone)
      const facts = await factsAround(tx, at === null ? windowOf(terms, number, location.zone) : { start: at, end: at })
      const occurrence = occurrenceOf(facts, {
        patient, serviceTypeId, locationId, zone: location.zone, terms, number, byHand, taken, booker: plainBooker(context.account), id: asId<AppointmentId>(context.newId()), now: context.now,
      })
      occurrences.push(occurrence)
      if (occurrence.place !== null) taken.push(dateOf(occurrence.place.start))
    }
    return ok({ occurrences })
  }),

  book: (input, context) => context.store.write(['appointments'], tx => bookIn(tx, input, context)),

  read: ({ id }, { store, mayDo }) => store.read(tx => shownSeries(tx, id, mayDo)),

  cancelRest: (input, context) => changeAll(context, 'series.cancelRest', input, async visit => cancelVisit(visit, input.reason)),

  undo: (input, context) => changeAll(context, 'series.undo', input, async (visit, tx) => {
    const patient = await tx.patients.byId(visit.patientId)
    return undoVisit(visit, await lastChangeOf(tx, visit), patient?.status ?? 'entered-in-error')
  }),
}
