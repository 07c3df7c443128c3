import { expect, test } from 'vitest'
import { runHighs } from '../../../../main/service/solver/runHighs.ts'
import { solutionOf } from '../../../../main/service/solver/solveProgram.ts'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../../shared/domain/booking.ts'
import { programText, type Solve } from '../../../../shared/domain/program.ts'
import type { Claim, Place } from '../../../../shared/domain/sickCall/places.ts'
import { planSickCall, type Stranded } from '../../../../shared/domain/sickCall/planSickCall.ts'
import { spanOf, wallDateTime, wallInstant, wallTimeAt } from '../../../../shared/domain/time/wallClock.ts'
import { anAbsence, anAccount, aPatient, aPractitioner, at, between, clinicZone, monday, wall, wholeDay } from '../../../support/builders.ts'
import { aVisit, clinic, khan, lakeside, ortiz, ortizsShift } from '../../../support/smallClinic.ts'

// Khan is away on Monday 4 May; Ortiz is there from 14:00 to 17:00; Lind has no certificate.

const lind = aPractitioner()
const facts = clinic({ practitioners: [khan, ortiz, lind], absences: [anAbsence({ practitionerId: khan.id })], shiftPatterns: [ortizsShift] })
const solve: Solve = async (program, { seconds }) => solutionOf(program, await runHighs({ text: programText(program), seconds }))
/** How many programs were solved, and within how many seconds each. */
function counting(): { readonly solve: Solve; readonly limits: number[] } {
  const limits: number[] = []
  return { limits, solve: (program, limit) => (limits.push(limit.seconds), solve(program, limit)) }
}

const place = (clock: string, performers = [ortiz]): Place => {
  const start = wall(`2026-05-04T${clock}`)
  return { locationId: lakeside.id, start, interval: spanOf(wallInstant(start, clinicZone), 30), performerIds: performers.map(({ id }) => id), roomIds: null }
}
const stranded = (places: readonly Place[], visit: Appointment = aVisit({ start: wall('2026-05-04T13:30') })): Stranded => ({ visit, places, patient: aPatient({ id: visit.patientId }) })
const plan = (seeking: readonly Stranded[], solver: Solve = solve, claims: readonly Claim[] = []) =>
  planSickCall(facts, seeking, claims, solver, { booker: plainBooker(anAccount()), now: at('2026-05-04T07:00'), seconds: 6 })
/** So many places, five minutes apart from 14:00 on. */
const fiveMinutesApart = (count: number): readonly Place[] => Array.from({ length: count }, (_, n) => place(wallDateTime(monday, wallTimeAt(840 + n * 5)).slice(11)))

test('every visit is told where it goes, and how that differs from what was agreed', async () => {
  const [sameTime, later] = [stranded([place('14:00')], aVisit({ start: wall('2026-05-04T14:00') })), stranded([place('15:00')])]
  const { status, moves, unplaced, weighed } = await plan([sameTime, later])
  expect([...moves]).toEqual([
    [sameTime.visit.id, { kind: 'same-time', start: '2026-05-04T14:00', performerId: ortiz.id, roomId: null }],
    [later.visit.id, { kind: 'same-day', start: '2026-05-04T15:00', performerId: ortiz.id, roomId: null }],
  ])
  expect([status, unplaced.size, weighed]).toEqual(['optimal', 0, 12])
})

test('a visit that is left without a place is told whether there is none, others need it, or time ran out', async () => {
  const [placed, other, none] = [stranded([place('14:00')]), stranded([place('14:00')]), stranded([])]
  const planned = await plan([placed, other, none])
  expect([planned.moves.size, planned.unplaced.get(none.visit.id), [...planned.unplaced.values()].filter(why => why === 'taken').length]).toEqual([1, 'none', 1])
  const hasty = await plan([placed, none], async () => ({ status: 'gave-up', values: new Map() }))
  expect(hasty).toEqual({ status: 'gave-up', moves: new Map(), unplaced: new Map([[placed.visit.id, 'no-time'], [none.visit.id, 'no-time']]), weighed: 12 })
})

test('a place that the booking refuses is taken out and the rest planned anew, and nothing counts as proven then', async () => {
  const one = stranded([place('14:00', [lind]), place('15:00')])
  const { status, moves } = await plan([one])
  expect([status, moves.get(one.visit.id)?.start]).toEqual(['best-found', '2026-05-04T15:00'])
})

test('a plan for which time runs out after a refusal has given up', async () => {
  let asked = 0
  const tired: Solve = async (program, limit) => ((asked += 1) <= 2 ? solve(program, limit) : { status: 'gave-up', values: new Map() })
  const one = stranded([place('13:30', [lind]), place('15:00')])
  const { status, unplaced } = await plan([one], tired)
  expect([status, unplaced.get(one.visit.id)]).toEqual(['gave-up', 'no-time'])
})

test('whoever is refused at a place leaves it to the colleague who could do it there', async () => {
  const both = [0, 1].map(() => stranded([place('14:00', [lind, ortiz]), place('16:00')]))
  const { status, moves } = await plan(both)
  expect([...moves.values()].map(({ start, performerId }) => [start.slice(11), performerId]).sort()).toEqual([['14:00', ortiz.id], ['16:00', ortiz.id]])
  expect(status).toBe('best-found')
})

test('a refusal leaves what others were given untouched', async () => {
  const [refused, fine] = [stranded([place('14:00', [lind])]), stranded([place('14:30')])]
  const { moves, unplaced } = await plan([refused, fine])
  expect([[...moves.keys()], [...unplaced]]).toEqual([[fine.visit.id], [[refused.visit.id, 'taken']]])
})

test('after three refusals a visit goes without a place rather than being planned without end', async () => {
  const bad = ['14:00', '14:30', '15:00'].map(clock => place(clock, [lind]))
  const twice = stranded([...bad.slice(1), place('15:30')])
  expect((await plan([twice])).moves.get(twice.visit.id)?.start).toBe('2026-05-04T15:30')
  const [thrice, fine] = [stranded([...bad, place('15:30')]), stranded([place('16:30')])]
  const { moves, unplaced } = await plan([thrice, fine])
  expect([[...moves.keys()], [...unplaced]]).toEqual([[fine.visit.id], [[thrice.visit.id, 'taken']]])
})

test('more places are weighed only where a visit has more than twelve and found none, and only if that finds it one', async () => {
  const ortizIsNeededUntil = (clock: string): readonly Claim[] => [{ interval: between('2026-05-04T13:00', `2026-05-04T${clock}`), performerIds: [ortiz.id] }]
  const thirteen = stranded(fiveMinutesApart(13))
  const found = await plan([stranded([]), thirteen], solve, ortizIsNeededUntil('15:00'))
  expect([found.weighed, found.moves.get(thirteen.visit.id)?.start]).toEqual([48, '2026-05-04T15:00'])
  const programs = async (count: number) => {
    const { limits, solve: counted } = counting()
    const { weighed, unplaced } = await plan([stranded(fiveMinutesApart(count))], counted, [{ interval: wholeDay(), performerIds: [ortiz.id] }])
    return [weighed, [...unplaced.values()], limits.length]
  }
  const [[, , atTwelve], atThirteen] = [await programs(12), await programs(13)]
  expect(atThirteen).toEqual([12, ['taken'], Number(atTwelve) * 2])
  const { limits, solve: counted } = counting()
  await plan([thirteen], async (program, limit) => (await counted(program, limit), { status: 'gave-up', values: new Map() }))
  expect(limits).toHaveLength(1)
})

test('a visit that is placed does not make more be weighed, however many places it has', async () => {
  expect((await plan([stranded(fiveMinutesApart(13)), stranded([])])).weighed).toBe(12)
})

test('the time that may be taken is shared by what is asked one after the other', async () => {
  const { limits, solve: counted } = counting()
  await plan([stranded([place('14:30')]), stranded([place('14:30')])], counted)
  expect(limits).toEqual([2, 2, 2])
})
