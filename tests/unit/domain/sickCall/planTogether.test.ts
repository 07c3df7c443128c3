import { expect, test } from 'vitest'
import { runHighs } from '../../../../main/service/solver/runHighs.ts'
import { solutionOf } from '../../../../main/service/solver/solveProgram.ts'
import type { AppointmentId, PatientId, PractitionerId, RoomId } from '../../../../shared/domain/ids.ts'
import { programText, type Solve } from '../../../../shared/domain/program.ts'
import { distanceTo, type Place, placeFinder, unhindered } from '../../../../shared/domain/sickCall/places.ts'
import { type JointPlan, type Move, planTogether, type Seeking } from '../../../../shared/domain/sickCall/planTogether.ts'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { overlaps } from '../../../../shared/domain/time/interval.ts'
import { anAbsence, aPractitioner, aQualification, aRoom, aServiceType, aShift, at, idNumber, time, wall, wholeDay } from '../../../support/builders.ts'
import { aVisit, certificate, clinic, khan, lakeside, service } from '../../../support/smallClinic.ts'
import { cases } from '../../../support/cases.ts'

const solve: Solve = async (program, { seconds }) => solutionOf(program, await runHighs({ text: programText(program), seconds }))
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The same few numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761
  return sides => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return (state >>> 8) % sides
  }
}

/** A Monday morning on which Khan is away: up to four of Khan's visits, up to three others who could do them, some rooms, some hours taken. */
function sickMorning(seed: number): { readonly facts: StaffingFacts; readonly seeking: readonly Seeking[] } {
  const [roll, base] = [dice(seed), seed * 0x1000]
  const others = Array.from({ length: 1 + roll(3) }, (_, i) => aPractitioner({ id: idNumber<PractitionerId>(base + 0x200 + i) }))
  const rooms = Array.from({ length: 1 + roll(2) }, (_, i) => aRoom({ id: idNumber<RoomId>(base + 0x300 + i), locationId: lakeside.id, name: `Room ${i}` }))
  const needs = aServiceType({ ...service, needsRoom: roll(3) > 0 })
  const shifts = others.map(({ id }) => {
    const start = 480 + roll(5) * 30
    return aShift({ practitionerId: id, locationId: lakeside.id, start: time(clock(start)), end: time(clock(start + 30 + roll(4) * 30)) })
  })
  const visits = Array.from({ length: 2 + roll(3) }, (_, i) => aVisit({
    id: idNumber<AppointmentId>(base + 0x400 + i), patientId: idNumber<PatientId>(base + 0x500 + (roll(4) === 0 ? 0 : i)), performerId: khan.id, minutes: 30,
    start: wall(`2026-05-04T${clock(480 + roll(6) * 30)}`),
  }))
  const facts = clinic({
    practitioners: [khan, ...others], rooms, serviceTypes: [needs], shiftPatterns: shifts,
    qualifications: others.filter(() => roll(5) > 0).map(({ id }) => aQualification({ practitionerId: id, certificationTypeId: certificate.id })),
    absences: [anAbsence({ practitionerId: khan.id })],
  })
  const finder = placeFinder(facts, visits, { now: at('2026-05-04T07:00'), days: 0, stepMinutes: 30 })
  return { facts, seeking: visits.map(visit => ({ visit, places: finder.places(visit, unhindered) })) }
}

type Worth = readonly [unplaced: number, moved: number, far: number]
const worse = (a: Worth, b: Worth): boolean => a[0] - b[0] > 0 || (a[0] === b[0] && (a[1] > b[1] || (a[1] === b[1] && a[2] > b[2])))

const movesFrom = (place: Place): readonly Move[] => place.performerIds.flatMap(performerId =>
  (place.roomIds ?? [null]).map(roomId => ({ place, performerId, roomId })))

type Gone = Move & { readonly patientId: PatientId }
const clash = (a: Gone, b: Gone): boolean => overlaps(a.place.interval, b.place.interval)
  && (a.performerId === b.performerId || a.patientId === b.patientId || (a.roomId !== null && a.roomId === b.roomId))

/** Tries every way, and says what the best of them is worth. */
function bestOf(seeking: readonly Seeking[]): Worth {
  let best: Worth = [Number.POSITIVE_INFINITY, 0, 0]
  const walk = (index: number, gone: readonly Gone[], worth: Worth): void => {
    if (!worse(best, worth)) return
    const next = seeking[index]
    if (next === undefined) {
      best = worth
      return
    }
    for (const move of next.places.flatMap(movesFrom)) {
      const going = { ...move, patientId: next.visit.patientId }
      if (gone.some(other => clash(other, going))) continue
      const far = distanceTo(next.visit, move.place)
      walk(index + 1, [...gone, going], [worth[0], worth[1] + (far > 0 ? 1 : 0), worth[2] + far])
    }
    walk(index + 1, gone, [worth[0] + 1, worth[1], worth[2]])
  }
  walk(0, [], [0, 0, 0])
  return best
}

function worthOf(seeking: readonly Seeking[], { moves }: JointPlan): Worth {
  const far = seeking.map(({ visit }) => {
    const move = moves.get(visit.id) ?? null
    return move === null ? null : distanceTo(visit, move.place)
  })
  const placed = far.filter(distance => distance !== null)
  return [far.length - placed.length, placed.filter(distance => distance > 0).length, placed.reduce((sum, distance) => sum + distance, 0)]
}

test('on 2,000 small clinics nothing that can be tried out is better than the plan, and the plan stands', { timeout: 600_000 }, async () => {
  const seen = { unplaced: 0, moved: 0, stayed: 0 }
  // Clinics that share nothing do not touch each other's plans: twenty at a time are one program, which costs hardly more than one alone.
  for (let first = 1; first <= cases(2000); first += 20) {
    const clinics = Array.from({ length: 20 }, (_, i) => ({ seed: first + i, ...sickMorning(first + i) }))
    const plan = await planTogether(clinics.flatMap(({ seeking }) => seeking), [], solve, { seconds: 60 })
    for (const { seed, facts, seeking } of clinics) {
      const worth = worthOf(seeking, plan)
      expect({ seed, status: plan.status, worth }).toEqual({ seed, status: 'optimal', worth: bestOf(seeking) })
      const moved = seeking.flatMap(({ visit }) => {
        const move = plan.moves.get(visit.id) ?? null
        return move === null ? [] : [{ ...visit, start: move.place.start, interval: move.place.interval, performerId: move.performerId, roomId: move.roomId }]
      })
      const states = [...assessStaffing({ ...facts, appointments: moved }, wholeDay()).verdicts.values()].map(({ state }) => state)
      expect({ seed, states }).toEqual({ seed, states: moved.map(() => 'covered') })
      const gone = moved.map((visit): Gone => ({ place: { ...visit, performerIds: [], roomIds: null }, performerId: visit.performerId, roomId: visit.roomId, patientId: visit.patientId }))
      expect(gone.some((a, i) => gone.slice(i + 1).some(b => clash(a, b)))).toBe(false)
      seen.unplaced += worth[0]
      seen.moved += worth[1]
      seen.stayed += moved.length - worth[1]
    }
  }
  // Clinics in which nothing has to give would prove nothing about the choice.
  expect(Math.min(seen.unplaced, seen.moved, seen.stayed)).toBeGreaterThan(cases(2000) / 4)
})

test('a plan that no time is left for says so', async () => {
  const { seeking } = sickMorning(7)
  const plan = await planTogether(seeking, [], async () => ({ status: 'gave-up', values: new Map() }), { seconds: 1 })
  expect(plan).toEqual({ status: 'gave-up', moves: new Map() })
})

test('nobody who seeks a place needs no solver', async () => {
  expect(await planTogether([], [], solve, { seconds: 1 })).toEqual({ status: 'optimal', moves: new Map() })
})

test('whoever is the last one for a visit that names nobody is not taken for another', async () => {
  const [ortiz, lind] = [aPractitioner({ id: idNumber<PractitionerId>(0x200) }), aPractitioner({ id: idNumber<PractitionerId>(0x201) })]
  const start = wall('2026-05-04T10:00')
  const seeking = [0, 1].map(n => aVisit({ id: idNumber<AppointmentId>(0x300 + n), patientId: idNumber<PatientId>(0x310 + n), start }))
  const unnamed = aVisit({ id: idNumber<AppointmentId>(0x320), patientId: idNumber<PatientId>(0x321), start, performerId: null })
  const facts = clinic({
    practitioners: [khan, ortiz, lind], absences: [anAbsence({ practitionerId: khan.id })], appointments: [unnamed],
    shiftPatterns: [ortiz, lind].map(({ id }) => aShift({ practitionerId: id, locationId: lakeside.id, start: time('10:00'), end: time('10:30') })),
    qualifications: [ortiz, lind].map(({ id }) => aQualification({ practitionerId: id, certificationTypeId: certificate.id })),
  })
  const finder = placeFinder(facts, seeking, { now: at('2026-05-04T07:00'), days: 0, stepMinutes: 30 })
  const all = seeking.map(visit => ({ visit, places: finder.places(visit, unhindered) }))
  const placed = async (claims: typeof finder.claims) => [...(await planTogether(all, claims, solve, { seconds: 5 })).moves.values()].filter(move => move !== null).length
  expect(finder.claims.map(({ performerIds }) => performerIds.length)).toEqual([2])
  expect([await placed([]), await placed(finder.claims)]).toEqual([2, 1])
})

test('another day counts only from where the interval allows', () => {
  const ortiz = aPractitioner({ id: idNumber<PractitionerId>(0x200) })
  const facts = clinic({
    practitioners: [khan, ortiz], absences: [anAbsence({ practitionerId: khan.id })], shiftPatterns: [aShift({ practitionerId: ortiz.id, locationId: lakeside.id, start: time('09:00'), end: time('10:00') })],
    qualifications: [aQualification({ practitionerId: ortiz.id, certificationTypeId: certificate.id })],
  })
  const visit = aVisit({ start: wall('2026-05-04T11:00') })
  const finder = placeFinder(facts, [visit], { now: at('2026-05-04T07:00'), days: 14, stepMinutes: 30 })
  const starts = (notBefore: string) => finder.places(visit, { ...unhindered, tooSoon: day => day < notBefore }).map(({ start }) => start)
  expect(starts('2026-05-04')).toEqual(['2026-05-04T09:00', '2026-05-04T09:30', '2026-05-11T09:00', '2026-05-11T09:30', '2026-05-18T09:00', '2026-05-18T09:30'])
  expect(starts('2026-05-18')).toEqual(['2026-05-04T09:00', '2026-05-04T09:30', '2026-05-18T09:00', '2026-05-18T09:30'])
})
