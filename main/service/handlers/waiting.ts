import { isStanding } from '../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../shared/domain/booking.ts'
import { type AppointmentId, asId, type WaitingEntryId } from '../../../shared/domain/ids.ts'
import { typedStart } from '../../../shared/domain/place.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { spanOf } from '../../../shared/domain/time/wallClock.ts'
import { tidyWords } from '../../../shared/domain/typed.ts'
import { undoVisit } from '../../../shared/domain/visitSteps.ts'
import { answerOffer, openOffer, type WaitingEntry, type WaitingWish } from '../../../shared/domain/waiting/entry.ts'
import { placedFor, rankWaiting, tooSoonOf, type Waiting } from '../../../shared/domain/waiting/rank.ts'
import type { WaitingLine } from '../../../shared/contract/waiting.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { freedBy } from './freedBy.ts'
import { unknownOf } from './known.ts'
import { lastChangeOf } from './lastChange.ts'
import { decline, missing } from './told.ts'
import { type Answer, type Handlers, type Inputs, type Outputs, type RequestContext, saved } from './types.ts'
import { factsAround, shownVisit } from './visits.ts'

type Reading = Pick<ReadTx, 'patients' | 'staffingFacts' | 'waiting'> & { readonly appointments: Pick<ReadTx['appointments'], 'byId' | 'ofPatient'> }

// Nobody is put onto a flag from the waiting list: they have a place, or can go on waiting for one.
const askedBy = (context: RequestContext) => ({ booker: plainBooker(context.account), now: context.now, newId: () => asId<AppointmentId>(context.newId()) })

/** No place is longer; only what touches it matters to it. */
const longestMinutes = 720

async function waitingOf(tx: Reading, entry: WaitingEntry): Promise<Waiting | null> {
  const [patient] = await tx.patients.byIds([entry.patientId])
  const visit = entry.visitId === null ? null : await tx.appointments.byId(entry.visitId)
  // A visit that no longer stands has nothing to be moved: they come for a new one.
  return patient === undefined ? null : { entry, patient, visit: visit !== null && isStanding(visit.status) ? visit : null, ofPatient: await tx.appointments.ofPatient(entry.patientId) }
}

const lineOf = ({ entry, patient, visit }: Waiting): WaitingLine =>
  ({ entry, patientName: patient.name, telephone: patient.telephone, travelMinutes: patient.travelMinutes, visitStart: visit?.start ?? null })

async function allOf(tx: Reading, entries: readonly WaitingEntry[]): Promise<readonly Waiting[]> {
  const found: Waiting[] = []
  for (const entry of entries) {
    const waiting = await waitingOf(tx, entry)
    if (waiting !== null) found.push(waiting)
  }
  return found
}

/** What is wrong with a wish, or `null`: it names what is not there, or a visit that is not the patient's own for that service. */
async function wishProblem(tx: WriteTx, wish: WaitingWish): Promise<Problem | null> {
  const patient = await tx.patients.byId(wish.patientId)
  if (patient === null) return missing('patient')
  if (patient.status !== 'active') return { code: 'not-allowed-now', from: patient.status, to: 'waiting' }
  if (await tx.serviceTypes.byId(wish.serviceTypeId) === null) return missing('service')
  const unknown = await unknownOf(tx, { locationIds: [wish.locationId], ...(wish.performerId === null ? {} : { practitionerId: wish.performerId }) })
  if (unknown !== null) return unknown
  if (wish.roomId !== null && (await tx.rooms.byId(wish.roomId))?.locationId !== wish.locationId) return missing('room')
  if (wish.visitId === null) return null
  const visit = await tx.appointments.byId(wish.visitId)
  return visit === null || visit.patientId !== wish.patientId || visit.serviceTypeId !== wish.serviceTypeId ? missing('visit') : null
}

const tidy = (wish: WaitingWish): WaitingWish => ({ ...wish, weekdays: [...new Set(wish.weekdays)].toSorted((a, b) => a - b), note: tidyWords(wish.note) })

/** Changes one entry that still waits, in the version that was seen. */
const change = (
  { store, audit }: RequestContext, action: string, seen: { readonly id: WaitingEntryId; readonly version: number },
  decide: (entry: WaitingEntry, tx: WriteTx) => Promise<Result<WaitingEntry, Problem>>,
) => store.write(['appointments'], async (tx): Answer<WaitingEntry> => {
  const before = await tx.waiting.byId(seen.id)
  if (before === null) return decline(missing('entry of the waiting list'))
  if (before.version !== seen.version) return decline({ code: 'stale', yours: seen.version, current: before.version })
  if (before.status !== 'waiting') return decline({ code: 'not-allowed-now', from: before.status, to: 'changed' })
  const decided = await decide(before, tx)
  if (!decided.ok) return decline(decided.problem)
  const after = await tx.waiting.update(decided.value)
  if (!after.ok) return decline(after.problem)
  await audit(tx, { action, entity: 'waiting', entityId: seen.id, before, after: after.value })
  return saved(after.value)
})

async function acceptIn(tx: WriteTx, { id, version }: Inputs['waiting']['accept'], context: RequestContext): Answer<Outputs['waiting']['accept']> {
  const before = await tx.waiting.byId(id)
  if (before === null) return decline(missing('entry of the waiting list'))
  if (before.version !== version) return decline({ code: 'stale', yours: version, current: before.version })
  const offer = openOffer(before)
  const waiting = await waitingOf(tx, before)
  if (before.status !== 'waiting' || offer === null || waiting === null) return decline({ code: 'not-allowed-now', from: before.status, to: 'booked' })
  const location = await tx.locations.byId(before.locationId)
  if (location === null) return decline(missing('location'))
  const start = typedStart({ start: offer.start, fold: null }, location.zone)
  if (!start.ok) return decline(start.problem)
  const facts = await factsAround(tx, spanOf(start.value, longestMinutes))
  const soon = tooSoonOf(facts, waiting, offer.start)
  if (soon !== null) return decline({ code: 'too-soon', ...soon })
  const placed = placedFor(facts, waiting, { locationId: before.locationId, start: offer.start, fold: null, performerId: offer.performerId, roomId: offer.roomId }, askedBy(context))
  if (!placed.ok) return decline(placed.problem)
  const stored = waiting.visit === null ? await tx.appointments.insert(placed.value, { requestKey: null, identifier: null }) : await tx.appointments.update(placed.value)
  if (!stored.ok) return decline(stored.problem)
  const action = 'waiting.accept'
  await context.audit(tx, { action, entity: 'appointment', entityId: stored.value.id, ...(waiting.visit === null ? {} : { before: waiting.visit }), after: stored.value })
  const after = await tx.waiting.update({ ...answerOffer(before, 'accepted'), status: 'settled', visitId: stored.value.id })
  if (!after.ok) return decline(after.problem)
  await context.audit(tx, { action, entity: 'waiting', entityId: id, before, after: after.value })
  return saved({ entry: after.value, visit: await shownVisit(tx, stored.value) })
}

async function takeBackIn(tx: WriteTx, { id, version }: Inputs['waiting']['takeBack'], { audit }: RequestContext): Answer<WaitingEntry> {
  const before = await tx.waiting.byId(id)
  if (before === null) return decline(missing('entry of the waiting list'))
  if (before.version !== version) return decline({ code: 'stale', yours: version, current: before.version })
  const visit = before.visitId === null ? null : await tx.appointments.byId(before.visitId)
  if (before.status !== 'settled' || visit === null) return decline({ code: 'not-allowed-now', from: before.status, to: 'undone' })
  const last = await lastChangeOf(tx, visit)
  const patient = await tx.patients.byId(visit.patientId)
  const earlier = undoVisit(visit, last, patient?.status ?? 'entered-in-error')
  if (!earlier.ok) return decline(earlier.problem)
  const restored = await tx.appointments.update(earlier.value)
  if (!restored.ok) return decline(restored.problem)
  const action = 'waiting.takeBack'
  await audit(tx, { action, entity: 'appointment', entityId: visit.id, before: visit, after: restored.value })
  const offers = before.offers.map(offer => (offer.outcome === 'accepted' ? { ...offer, outcome: 'taken-back' as const } : offer))
  const after = await tx.waiting.update({ ...before, offers, status: 'waiting', visitId: last?.before === null ? null : visit.id })
  if (!after.ok) return decline(after.problem)
  await audit(tx, { action, entity: 'waiting', entityId: id, before, after: after.value })
  return saved(after.value)
}

const notOpen = (entry: WaitingEntry): Problem => ({ code: 'not-allowed-now', from: entry.status, to: 'changed' })

/** Patients who would come sooner: what they ask for, for whom a free place is, and what was offered and said. */
export const waitingHandlers: Handlers['waiting'] = {
  list: ({ patientId }, { store }) => store.read(async tx =>
    ok((await allOf(tx, patientId === null ? await tx.waiting.waiting() : await tx.waiting.ofPatient(patientId))).map(lineOf))),

  record: (wish, { store, audit, newId, now }) => store.write(['appointments'], async (tx): Answer<WaitingEntry> => {
    const problem = await wishProblem(tx, wish)
    if (problem !== null) return decline(problem)
    const made = await tx.waiting.insert({ ...tidy(wish), id: asId<WaitingEntryId>(newId()), version: 1, since: now, status: 'waiting', lost: null, offers: [] })
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'waiting.record', entity: 'waiting', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, ...wish }, context) => change(context, 'waiting.amend', { id, version }, async (entry, tx) => {
    const problem = await wishProblem(tx, wish)
    return problem === null ? ok({ ...entry, ...tidy(wish) }) : err(problem)
  }),

  withdraw: (seen, context) => change(context, 'waiting.withdraw', seen, async entry => ok({ ...answerOffer(entry, 'declined'), status: 'withdrawn' })),

  match: ({ locationId, start, performerId, roomId }, context) => context.store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const at = typedStart({ start, fold: null }, location.zone)
    if (!at.ok) return at
    const facts = await factsAround(tx, spanOf(at.value, longestMinutes))
    const waiting = await allOf(tx, (await tx.waiting.waiting()).filter(entry => entry.locationId === locationId))
    const ranked = rankWaiting(facts, waiting, { start, performerId, roomId }, askedBy(context))
    return ok(ranked.flatMap(({ entry, place, obstacles }) => {
      const found = waiting.find(each => each.entry.id === entry.id)
      return found === undefined ? [] : [{ ...lineOf(found), place, obstacles }]
    }))
  }),

  freed: (of, { store, now }) => store.read(tx => freedBy(tx, of, now)),

  offer: ({ place, ...seen }, context) => change(context, 'waiting.offer', seen, async entry => {
    if (openOffer(entry) !== null) return err(notOpen(entry))
    return ok({ ...entry, offers: [...entry.offers, { ...place, at: context.now, by: context.account.displayName, outcome: 'open' }] })
  }),

  decline: (seen, context) => change(context, 'waiting.decline', seen, async entry => (openOffer(entry) === null ? err(notOpen(entry)) : ok(answerOffer(entry, 'declined')))),

  accept: (input, context) => context.store.write(['appointments'], tx => acceptIn(tx, input, context)),

  takeBack: (input, context) => context.store.write(['appointments'], tx => takeBackIn(tx, input, context)),
}

