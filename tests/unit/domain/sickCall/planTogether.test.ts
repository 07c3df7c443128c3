import { expect, test } from 'vitest'
import { runHighs } from '../../../../main/service/solver/runHighs.ts'
import { solutionOf } from '../../../../main/service/solver/solveProgram.ts'
import type { AppointmentId, PatientId, PractitionerId, RoomId } from '../../../../shared/domain/ids.ts'
import { programText, type Solve } from '../../../../shared/domain/program.ts'
import { type Claim, distanceTo, type Place, placeFinder, unhindered } from '../../../../shared/domain/sickCall/places.ts'
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

const [ortiz, lind] = [idNumber<PractitionerId>(0x42), idNumber<PractitionerId>(0x43)]
const [room1, room2] = [idNumber<RoomId>(0x91), idNumber<RoomId>(0x92)]
const placeAt = (start: string, overrides: Partial<Place> = {}): Place => ({ locationId: lakeside.id, start: wall(`2026-05-04T${start}`), interval: aVisit({ start: wall(`2026-05-04T${start}`) }).interval, performerIds: [ortiz], roomIds: null, ...overrides })
const sought = (places: readonly Place[], visit = aVisit()): Seeking => ({ visit, places })
const movesOf = async (seeking: readonly Seeking[], claims: readonly Claim[] = []) => [...(await planTogether(seeking, claims, solve, { seconds: 9 })).moves.values()]
const roomsOf = async (seeking: readonly Seeking[]) => (await movesOf(seeking)).map(move => move?.roomId)

test('a visit keeps its room where it can, gets another where it cannot, and none where it needs none', async () => {
  const roomy = placeAt('10:00', { roomIds: [room1, room2] })
  for (const own of [room1, room2]) expect(await roomsOf([sought([roomy], aVisit({ roomId: own }))])).toEqual([own])
  expect(await roomsOf([sought([placeAt('10:00', { roomIds: [room2] })], aVisit({ roomId: room1 }))])).toEqual([room2])
  expect(await roomsOf([sought([placeAt('10:00')], aVisit({ roomId: room1 }))])).toEqual([null])
})

test('two visits at a time have two rooms, and the one whose room it is keeps it', async () => {
  const places = [placeAt('10:00', { performerIds: [ortiz, lind], roomIds: [room1, room2] })]
  expect(await roomsOf([sought(places), sought(places, aVisit({ roomId: room1 }))])).toEqual([room2, room1])
  expect(await roomsOf([sought(places, aVisit({ roomId: room2 })), sought(places)])).toEqual([room2, room1])
})

test('a visit without a room that it needs has no place, and two in the only room at a time are one too many', async () => {
  expect(await movesOf([sought([placeAt('10:00', { roomIds: [] })])])).toEqual([null])
  const oneRoom = placeAt('10:00', { performerIds: [ortiz, lind], roomIds: [room1] })
  expect((await movesOf([sought([oneRoom]), sought([oneRoom])])).filter(move => move === null)).toHaveLength(1)
})

test('another room is better than ten minutes more, and the agreed hour is better than anything', async () => {
  const own = aVisit({ roomId: room1 })
  const starts = async (...places: readonly Place[]) => (await movesOf([sought(places, own)])).map(move => move?.place.start.slice(11))
  expect(await starts(placeAt('11:10', { roomIds: [room1] }), placeAt('11:00', { roomIds: [room2] }))).toEqual(['11:00'])
  expect(await starts(placeAt('10:10', { roomIds: [room1] }), placeAt('10:00', { roomIds: [room2] }))).toEqual(['10:00'])
})

test('one visit at its own hour and one far from it are better than two that are both a little late', async () => {
  const seeking = [sought([placeAt('10:00'), placeAt('10:30')], aVisit({ patientId: idNumber<PatientId>(0x501) })), sought([placeAt('10:00'), placeAt('10:30'), placeAt('16:00')])]
  expect((await movesOf(seeking)).map(move => move?.place.start.slice(11)).toSorted()).toEqual(['10:00', '10:30'])
  const apart = [sought([placeAt('10:00'), placeAt('10:20')]), sought([placeAt('10:10'), placeAt('12:00')])]
  expect((await movesOf(apart)).map(move => move?.place.start.slice(11))).toEqual(['10:00', '12:00'])
})

test('each of the visits that claim somebody keeps one of its own, and an hour apart nobody is claimed', async () => {
  const { interval } = placeAt('10:00')
  const seeking = [sought([placeAt('10:00')])]
  const claims = [{ interval, performerIds: [ortiz, lind] }, { interval, performerIds: [lind] }]
  expect(await movesOf(seeking, claims)).toEqual([null])
  expect(await movesOf(seeking, claims.slice(0, 1))).toMatchObject([{ performerId: ortiz }])
  expect(await movesOf(seeking, [{ interval: placeAt('10:30').interval, performerIds: [ortiz] }])).toMatchObject([{ performerId: ortiz }])
})

test('what cannot get better is not asked for again, and what is not proven is not called the best', async () => {
  const limits: number[] = []
  const hasty: Solve = async (program, limit) => {
    limits.push(limit.seconds)
    return { ...await solve(program, limit), status: 'best-found' }
  }
  expect((await planTogether([sought([placeAt('10:00')])], [], hasty, { seconds: 9 })).status).toBe('best-found')
  expect(limits).toEqual([3])
})

test('a plan found before the time ran out is kept when nothing nearer is found in the rest of it', async () => {
  let asked = 0
  const tired: Solve = async (program, limit) => ((asked += 1) === 1 ? solve(program, limit) : { status: 'gave-up', values: new Map() })
  const { status, moves } = await planTogether([sought([placeAt('11:00')])], [], tired, { seconds: 9 })
  expect([status, [...moves.values()].map(move => move?.place.start), asked]).toEqual(['best-found', ['2026-05-04T11:00'], 2])
})
