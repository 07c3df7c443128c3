import type { Appointment } from '../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../shared/domain/booking.ts'
import { type AppointmentId, asId, type SickCallId } from '../../../shared/domain/ids.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { overdueDays, worstFirst } from '../../../shared/domain/sickCall/affected.ts'
import { optionsOf } from '../../../shared/domain/sickCall/option.ts'
import { planSickCall } from '../../../shared/domain/sickCall/planSickCall.ts'
import { leavesHomeAt, type SickCall } from '../../../shared/domain/sickCall/sickCall.ts'
import { isFlagged } from '../../../shared/domain/staffing/explain.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import { wallInstant } from '../../../shared/domain/time/wallClock.ts'
import { undoVisit } from '../../../shared/domain/visitSteps.ts'
import { absenceInterval } from '../../../shared/domain/workingTime.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { lastChangeOf } from './lastChange.ts'
import { putOnList, takeOffList } from './sickCallWaiting.ts'
import { finderFor, settleLines, sickSituation } from './sickCallFacts.ts'
import { decline, missing } from './told.ts'
import { type Answer, type Handlers, type Inputs, type Outputs, type RequestContext, saved } from './types.ts'
import { asAllowed, judgeVisits, shownVisits } from './visits.ts'

/** For each program: as a rule there is one, and it takes a fraction of this. */
const solverSeconds = 9
/** How long an answered call stays on the list. */
const listedDays = 14

type Answered = Outputs['sickCall']['read']

async function answeredCall(tx: Pick<ReadTx, 'patients'> & { readonly appointments: Pick<ReadTx['appointments'], 'byId'> }, sickCall: SickCall, mayDo: RequestContext['mayDo']): Promise<Answered> {
  const visits = new Map<AppointmentId, Appointment>()
  for (const { id } of sickCall.moves) {
    const visit = await tx.appointments.byId(id)
    if (visit !== null) visits.set(id, visit)
  }
  const patients = new Map((await tx.patients.byIds([...new Set([...visits.values()].map(visit => visit.patientId))])).map(patient => [patient.id, patient]))
  const told = mayDo('patient.read')
  const calls = sickCall.moves.flatMap(move => {
    const visit = visits.get(move.id)
    const patient = visit === undefined ? undefined : patients.get(visit.patientId)
    if (visit === undefined || patient === undefined) return []
    const { name, telephone, card: { language }, travelMinutes } = patient
    const leaves = leavesHomeAt(wallInstant(move.before.start, visit.zone), travelMinutes)
    return [{ leaves, call: { ...move, patientName: name, telephone: told ? telephone : '', language, travelMinutes: told ? travelMinutes : null, current: visit.version === move.version } }]
  })
  return { sickCall, calls: calls.toSorted((a, b) => a.leaves - b.leaves).map(({ call }) => call) }
}

async function applyIn(tx: WriteTx, input: Inputs['sickCall']['apply'], context: RequestContext): Answer<Answered> {
  for (const { id, version } of input.lines) {
    const visit = await tx.appointments.byId(id)
    if (visit === null) return decline(missing('visit'))
    if (visit.version !== version) return decline({ code: 'stale', yours: version, current: visit.version })
  }
  const situation = await sickSituation(tx, input, context, input.note)
  if (!situation.ok) return decline(situation.problem)
  const settled = settleLines(situation.value, input.lines, context)
  if (!settled.ok) return decline(settled.problem)
  const { moved, givenUp, shifts } = settled.value
  const id = asId<SickCallId>(context.newId())
  const action = 'sickCall.apply'

  const absence = situation.value.recorded ? null : await tx.absences.insert(situation.value.absence)
  if (absence?.ok === false) return decline(absence.problem)
  if (absence !== null) await context.audit(tx, { action, entity: 'absence', entityId: absence.value.id, after: absence.value })
  for (const shift of shifts) {
    const made = await tx.shiftExceptions.insert(shift)
    if (!made.ok) return decline(made.problem)
    await context.audit(tx, { action, entity: 'shiftException', entityId: shift.id, after: made.value })
  }
  const after = await tx.appointments.updateAll([...moved, ...givenUp])
  if (!after.ok) return decline(after.problem)
  const moves: SickCall['moves'][number][] = []
  for (const visit of after.value) {
    const before = situation.value.visits.find(each => each.id === visit.id)
    const kind = input.lines.find(line => line.id === visit.id)?.option.kind
    if (before === undefined || kind === undefined) throw new Error('a visit was lost while a sick call was answered')
    await context.audit(tx, { action, entity: 'appointment', entityId: visit.id, before, after: visit })
    const waiting = kind === 'wait' ? await putOnList(tx, before, situation.value.patients.get(visit.patientId) ?? null, context) : null
    if (waiting?.ok === false) return decline(waiting.problem)
    const at = ({ start, performerId, roomId }: Appointment) => ({ start, performerId, roomId })
    moves.push({ id: visit.id, kind, before: at(before), after: kind === 'refer' || kind === 'wait' ? null : at(visit), version: visit.version, waiting: waiting?.value ?? null, called: false })
  }
  const { practitionerId, start, end, zone } = situation.value.absence
  const made = await tx.sickCalls.insert({
    id, version: 1, practitionerId, start, end, zone, madeAt: context.now, madeBy: context.account.displayName,
    absence: absence === null ? null : { id: absence.value.id, version: absence.value.version }, shifts: shifts.map(shift => ({ id: shift.id, version: shift.version })), moves, undoneAt: null,
  })
  if (!made.ok) return decline(made.problem)
  await context.audit(tx, { action, entity: 'sickCall', entityId: id, after: made.value })
  return saved(await answeredCall(tx, made.value, context.mayDo))
}

async function undoIn(tx: WriteTx, { id }: Inputs['sickCall']['undo'], { audit, now }: RequestContext): Answer<SickCall> {
  const before = await tx.sickCalls.byId(id)
  if (before === null) return decline(missing('sick call'))
  if (before.undoneAt !== null) return decline({ code: 'not-allowed-now', from: 'undone', to: 'undone' })
  const action = 'sickCall.undo'
  const earlier: { readonly visit: Appointment; readonly back: Appointment }[] = []
  for (const move of before.moves) {
    const visit = await tx.appointments.byId(move.id)
    if (visit === null) return decline(missing('visit'))
    if (visit.version !== move.version) return decline({ code: 'stale', yours: move.version, current: visit.version })
    const patient = await tx.patients.byId(visit.patientId)
    const back = undoVisit(visit, await lastChangeOf(tx, visit), patient?.status ?? 'entered-in-error')
    if (!back.ok) return decline(back.problem)
    earlier.push({ visit, back: back.value })
  }
  const restored = await tx.appointments.updateAll(earlier.map(({ back }) => back))
  if (!restored.ok) return decline(restored.problem)
  for (const visit of restored.value) await audit(tx, { action, entity: 'appointment', entityId: visit.id, before: earlier.find(each => each.visit.id === visit.id)?.visit, after: visit })
  for (const { waiting } of before.moves.toReversed()) {
    const off = waiting === null ? null : await takeOffList(tx, waiting, action, audit)
    if (off?.ok === false) return decline(off.problem)
  }
  for (const shift of before.shifts) {
    const row = await tx.shiftExceptions.byId(shift.id)
    if (row === null) return decline(missing('shift'))
    const removed = await tx.shiftExceptions.remove({ ...row, version: shift.version })
    if (!removed.ok) return decline(removed.problem)
    await audit(tx, { action, entity: 'shiftException', entityId: shift.id, before: row })
  }
  if (before.absence !== null) {
    const row = await tx.absences.byId(before.absence.id)
    if (row === null) return decline(missing('absence'))
    const removed = await tx.absences.remove({ ...row, version: before.absence.version })
    if (!removed.ok) return decline(removed.problem)
    await audit(tx, { action, entity: 'absence', entityId: row.id, before: row })
  }
  const after = await tx.sickCalls.update({ ...before, undoneAt: now })
  if (!after.ok) return decline(after.problem)
  await audit(tx, { action, entity: 'sickCall', entityId: id, before, after: after.value })
  return saved(after.value)
}

/** Somebody calls in sick: what it means, what to do about it, and doing that all at once. */
export const sickCallHandlers: Handlers['sickCall'] = {
  look: (input, context) => context.store.read(async tx => {
    const found = await sickSituation(tx, input, context)
    if (!found.ok) return found
    const { facts, absence, visits, recorded, patients, ofPatient } = found.value
    const said = await judgeVisits(tx, facts, absenceInterval(absence))
    const finder = finderFor(found.value, visits, context.now)
    const shown = new Map((await shownVisits(tx, visits, said)).map(visit => [visit.appointment.id, asAllowed(visit, context.mayDo)]))
    const troubles = visits.map(visit => {
      const verdict = said.verdicts.get(visit.id)
      const others = ofPatient.get(visit.patientId) ?? []
      return {
        visit, uncovered: verdict === undefined || isFlagged(verdict), travelMinutes: patients.get(visit.patientId)?.travelMinutes ?? null,
        overdueDays: overdueDays(visit, others, facts.serviceTypes.find(service => service.id === visit.serviceTypeId)),
      }
    }).toSorted(worstFirst)
    return ok({
      recorded,
      visits: troubles.flatMap(({ visit, travelMinutes, ...trouble }) => {
        const row = shown.get(visit.id)
        if (row === undefined) return []
        const later = visit.interval.start >= context.now
        const options = optionsOf(visit, finder.placesOf(visit), later ? finder.askable(visit) : [], finder.rooms(visit))
        return [{ visit: row, ...trouble, travelMinutes: context.mayDo('patient.read') ? travelMinutes : null, options }]
      }),
    })
  }),

  plan: async ({ byHand, ...input }, context) => {
    const found = await context.store.read(tx => sickSituation(tx, input, context))
    if (!found.ok) return found
    const settled = settleLines(found.value, byHand.flatMap(({ id, option }) => (option === null ? [] : [{ id, option }])), context)
    if (!settled.ok) return settled
    const situation = { ...found.value, facts: settled.value.facts }
    const decided = new Set(byHand.map(({ id }) => id))
    const open = situation.visits.filter(visit => !decided.has(visit.id))
    const finder = finderFor(situation, open, context.now)
    const stranded = open.flatMap(visit => {
      const patient = situation.patients.get(visit.patientId)
      return patient === undefined ? [] : [{ visit, patient, places: finder.placesOf(visit) }]
    })
    // The store is free while the solver thinks: what is applied later is checked against what stands then.
    const { status, moves, unplaced, weighed } = await planSickCall(situation.facts, stranded, finder.claims, context.solve, {
      booker: plainBooker(context.account), now: context.now, seconds: solverSeconds,
    })
    return ok({
      status, weighed,
      lines: [...byHand.map(line => ({ ...line, unplaced: null })), ...open.map(({ id }) => ({ id, option: moves.get(id) ?? null, unplaced: unplaced.get(id) ?? null }))],
    })
  },

  apply: (input, context) => context.store.write(['staff', 'appointments'], tx => applyIn(tx, input, context)),

  undo: (input, context) => context.store.write(['staff', 'appointments'], tx => undoIn(tx, input, context)),

  list: (_input, { store, now }) => store.read(async tx => ok(await tx.sickCalls.since(instant(now - listedDays * dayMs)))),

  read: ({ id }, { store, mayDo }) => store.read(async tx => {
    const sickCall = await tx.sickCalls.byId(id)
    return sickCall === null ? err(missing('sick call')) : ok(await answeredCall(tx, sickCall, mayDo))
  }),

  tick: ({ id, version, visitId, called }, { store, audit }) => store.write(['appointments'], async (tx): Answer<SickCall> => {
    const before = await tx.sickCalls.byId(id)
    if (before === null) return decline(missing('sick call'))
    if (!before.moves.some(move => move.id === visitId)) return decline(missing('visit'))
    const after = await tx.sickCalls.update({ ...before, version, moves: before.moves.map(move => (move.id === visitId ? { ...move, called } : move)) })
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action: 'sickCall.tick', entity: 'sickCall', entityId: id, after: { visitId, called } })
    return saved(after.value)
  }),
}
