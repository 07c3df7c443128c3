import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStanding } from '../../../shared/domain/appointment.ts'
import type { AppointmentId, QualificationId, ShiftPatternId } from '../../../shared/domain/ids.ts'
import type { Patient, Practitioner } from '../../../shared/domain/person.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate, WallDateTime } from '../../../shared/domain/time/values.ts'
import { wallDateTime, wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { monday, time } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic } from './clinic.ts'
import { canShareOut, mayPerform, type Rows, rowsOf } from './plainOracle.ts'

type Step =
  | { readonly kind: 'book'; readonly patient: number; readonly at: number; readonly who: number | null; readonly byLead: boolean }
  | { readonly kind: 'move'; readonly visit: number; readonly at: number; readonly who: number | null; readonly byLead: boolean }
  | { readonly kind: 'cancel' | 'undo'; readonly visit: number }
  | { readonly kind: 'suspend' | 'reinstate' | 'verify' | 'end-shift' | 'lengthen-shift'; readonly who: number }
  | { readonly kind: 'expire'; readonly who: number; readonly days: number }
  | { readonly kind: 'away' | 'take-out' | 'put-in'; readonly who: number; readonly from: number; readonly to: number }

/** Quarters of an hour from 8:00; few, so that steps meet. */
const quarter = fc.integer({ min: 0, max: 12 })
const who = fc.integer({ min: 0, max: 2 })
const somebody = fc.option(who, { nil: null })
const visit = fc.integer({ min: 0, max: 5 })
const hours = fc.tuple(quarter, fc.integer({ min: 1, max: 8 })).map(([from, length]) => ({ from, to: from + length }))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('book' as const), patient: fc.integer({ min: 0, max: 3 }), at: quarter, who: somebody, byLead: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), visit, at: quarter, who: somebody, byLead: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'undo' as const), visit }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('suspend' as const, 'reinstate' as const, 'verify' as const, 'end-shift' as const, 'lengthen-shift' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const), who, days: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('away' as const, 'take-out' as const, 'put-in' as const), who, hours).map(([kind, person, span]) => ({ kind, who: person, ...span })) },
)
/** Steps of one row happen at the same time, at different desks. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 })

type Cast = { readonly person: Practitioner; readonly paper: QualificationId; readonly shift: ShiftPatternId }
type Company = { readonly cast: readonly Cast[]; readonly patients: readonly Patient[] }
type Scene = Company & { readonly clinic: Clinic; readonly day: PlainDate; readonly visits: AppointmentId[] }

const clockAt = (quarters: number) => wallTimeAt(8 * 60 + quarters * 15)

async function company(clinic: Clinic): Promise<Company> {
  const cast: Cast[] = []
  for (const name of ['A', 'B', 'C']) {
    const person = await clinic.person(name, 'Cast')
    const shift = await clinic.shift(person, { start: time('08:00'), end: time('12:00') })
    cast.push({ person, paper: (await clinic.certify(person)).id, shift: shift.id })
  }
  return { cast, patients: await Promise.all([1, 2, 3, 4].map(() => clinic.patient())) }
}

/** A Monday of its own, on which all three are certified and on shift from 8 to 12 and nobody is away. */
async function scene(clinic: Clinic, { cast, patients }: Company, day: PlainDate): Promise<Scene> {
  await clinic.service.store.write(['staff'], async tx => {
    for (const { paper, shift } of cast) {
      const [held, pattern] = [await tx.qualifications.byId(paper), await tx.shiftPatterns.byId(shift)]
      if (held === null || pattern === null) return fail()
      await tx.qualifications.update({ ...held, status: 'active', issued: addDays(day, -30), expires: addDays(day, 30), verification: clinic.khansPaper.verification })
      await tx.shiftPatterns.update({ ...pattern, start: time('08:00'), end: time('12:00') })
    }
    for (const absence of await tx.absences.all()) await tx.absences.remove(absence)
    for (const exception of await tx.shiftExceptions.all()) await tx.shiftExceptions.remove(exception)
    return { keep: true, value: null }
  })
  return { clinic, day, cast, patients, visits: [] }
}

async function play({ clinic, day, cast, patients, visits }: Scene, step: Step): Promise<void> {
  const { lead, desk, service: { store } } = clinic
  const personOf = (n: number): Cast => cast[n] ?? cast[0] ?? fail()
  const start = (quarters: number): WallDateTime => wallDateTime(day, clockAt(quarters))
  const performer = (n: number | null) => (n === null ? null : personOf(n).person.id)
  const reason = (byLead: boolean) => (byLead ? 'came from afar' : null)
  const rowOf = async (n: number) => {
    const id = visits[n]
    return id === undefined ? null : store.read(tx => tx.appointments.byId(id))
  }
  switch (step.kind) {
    case 'book': {
      const patient = patients[step.patient] ?? fail()
      const booked = await (step.byLead ? lead : desk).appointment.book(clinic.asked({
        patientId: patient.id, start: start(step.at), performerId: performer(step.who), overrideReason: reason(step.byLead),
      }))
      if (booked.ok) visits.push(booked.value.appointment.id)
      return
    }
    case 'move': {
      const row = await rowOf(step.visit)
      if (row !== null) await (step.byLead ? lead : desk).appointment.move({
        id: row.id, version: row.version, locationId: row.locationId, start: start(step.at), performerId: performer(step.who), roomId: null, fold: null,
        overrideReason: reason(step.byLead),
      })
      return
    }
    case 'cancel': case 'undo': {
      const row = await rowOf(step.visit)
      if (row === null) return
      const seen = { id: row.id, version: row.version }
      if (step.kind === 'undo') await desk.appointment.undo(seen)
      else await desk.appointment.cancel({ ...seen, reason: 'rang' })
      return
    }
    case 'suspend': case 'reinstate': case 'expire': case 'verify': {
      const row = await store.read(tx => tx.qualifications.byId(personOf(step.who).paper))
      if (row === null) return
      const { verification: _verification, renews: _renews, ...fields } = row
      if (step.kind === 'verify') await lead.qualification.verify({ id: row.id, version: row.version, method: 'telephone', source: 'the board', due: null, preview: false })
      else if (step.kind === 'expire') await lead.qualification.amend({ ...fields, expires: addDays(day, step.days), preview: false })
      else await lead.qualification.amend({ ...fields, status: step.kind === 'suspend' ? 'suspended' : 'active', preview: false })
      return
    }
    case 'end-shift': case 'lengthen-shift': {
      const row = await store.read(tx => tx.shiftPatterns.byId(personOf(step.who).shift))
      if (row !== null) await lead.shiftPattern.amend({ ...row, end: step.kind === 'end-shift' ? time('09:20') : time('12:00'), preview: false })
      return
    }
    case 'away':
      await lead.absence.record({
        practitionerId: personOf(step.who).person.id, start: start(step.from), end: start(step.to), zone: clinic.location.zone, reason: 'other', note: '', preview: false,
      })
      return
    case 'take-out': case 'put-in':
      await lead.shiftException.record({
        practitionerId: personOf(step.who).person.id, locationId: clinic.location.id, date: day, kind: step.kind === 'put-in' ? 'added' : 'removed',
        start: clockAt(step.from), end: clockAt(step.to), presence: 'on-site', note: '', preview: false,
      })
  }
}

const fail = (): never => { throw new Error('nobody is on stage') }

/** Holds what the schedule shows against the rows themselves (or against those that are given), and answers the verdicts met. */
async function judge({ clinic, day }: Scene, otherRows: Rows | null = null): Promise<readonly string[]> {
  const read = await clinic.desk.schedule.read({ locationId: clinic.location.id, from: day, days: 1 })
  if (!read.ok) throw new Error(read.problem.code)
  const shown = read.value.days[0]?.visits ?? []
  const { rows, stored } = await clinic.service.store.read(async tx => ({
    rows: otherRows ?? await rowsOf(tx), stored: await tx.appointments.within(read.value.days[0]?.interval ?? fail(), null),
  }))
  const standing = stored.filter(each => isStanding(each.status))
  expect(shown.filter(each => each.verdict !== null).map(each => each.appointment.id).sort()).toEqual(standing.map(each => each.id).sort())
  const stateOf = new Map(shown.map(each => [each.appointment.id, each.verdict?.state]))
  for (const each of standing) {
    const safe = each.performerId !== null && mayPerform(rows, stored, each.performerId, each)
    expect([each.start, each.performerId, stateOf.get(each.id) === 'covered']).toEqual([each.start, each.performerId, safe])
  }
  const open = standing.filter(each => stateOf.get(each.id) === 'assignable')
  expect(canShareOut(rows, stored, open)).toBe(true)
  for (const flagged of standing.filter(each => stateOf.get(each.id) === 'uncovered')) {
    expect(canShareOut(rows, stored, [flagged, ...open])).toBe(false)
  }
  return shown.flatMap(each => each.verdict?.state ?? [])
}

describe.each(engines)('whatever happens at the desks on %s', engine => {
  let clinic: Clinic
  let players: Company
  let week = 0
  beforeAll(async () => {
    clinic = await aClinic(engine)
    players = await company(clinic)
  })
  afterAll(async () => { await clinic.service.stop() })

  const nextScene = (): Promise<Scene> => {
    week += 1
    return scene(clinic, players, addDays(monday, 7 * week))
  }

  test('no visit without a certified person on shift is shown as safe, and no safe one as flagged', async () => {
    const met = new Map<string, number>()
    await fc.assert(fc.asyncProperty(story, async rows => {
      const stage = await nextScene()
      for (const row of rows) {
        await Promise.all(row.map(each => play(stage, each)))
        for (const state of await judge(stage)) met.set(state, (met.get(state) ?? 0) + 1)
      }
    }), { numRuns: engine === 'sqlite' ? 300 : 100 })
    // Stories in which nothing is ever flagged would prove nothing.
    for (const state of ['covered', 'assignable', 'uncovered']) expect(met.get(state) ?? 0).toBeGreaterThan(0)
  }, 300_000)

  test('the judge notices a schedule that has not followed an edit', async () => {
    const stage = await nextScene()
    await play(stage, { kind: 'book', patient: 0, at: 4, who: 0, byLead: false })
    const earlier = await clinic.service.store.read(rowsOf)
    await judge(stage, earlier)
    await play(stage, { kind: 'suspend', who: 0 })
    await judge(stage)
    await expect(judge(stage, earlier)).rejects.toThrow()
  })
})
