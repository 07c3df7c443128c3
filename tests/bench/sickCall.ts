import type { Appointment } from '../../shared/domain/appointment.ts'
import { plainBooker } from '../../shared/domain/booking.ts'
import { asId } from '../../shared/domain/ids.ts'
import type { Solve } from '../../shared/domain/program.ts'
import { distanceTo, type Place, placeFinder, unhindered } from '../../shared/domain/sickCall/places.ts'
import { planSickCall, type Stranded } from '../../shared/domain/sickCall/planSickCall.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { dateFrom } from '../../shared/domain/time/plainDate.ts'
import { overlaps } from '../../shared/domain/time/interval.ts'
import { wallDateTime, wallInstant, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { largeClinic } from './clinic.ts'
import { printFigures, quantile, sample } from './measure.ts'
import { timedSolver } from './timedSolver.ts'

// One of ten people is away until sixty of their visits have to go elsewhere; two visits in five hours of everybody's are taken.
const clinic = largeClinic(10, 4000)
const [sick, location] = [clinic.practitioners[0], clinic.locations[0]]
if (sick === undefined || location === undefined) throw new Error('a clinic without people')
const visits = clinic.appointments.filter(visit => visit.performerId === sick.id).toSorted((a, b) => a.interval.start - b.interval.start).slice(0, 60)
const going = new Set(visits.map(visit => visit.id))
const facts: StaffingFacts = {
  ...clinic,
  absences: [{
    id: asId('00000000-0000-7aaa-8000-000000000001'), version: 1, practitionerId: sick.id, start: wallDateTime(dateFrom(2026, 9, 7), wallTimeAt(0)), end: wallDateTime(dateFrom(2026, 11, 1), wallTimeAt(0)),
    zone: location.zone, reason: 'sick', note: '',
  }],
}
const now = wallInstant(wallDateTime(dateFrom(2026, 9, 7), wallTimeAt(460)), location.zone)
const booker = plainBooker({ id: asId('00000000-0000-7aaa-8000-000000000002'), displayName: 'Desk' })

const stranded = () => {
  const finder = placeFinder({ ...facts, appointments: facts.appointments.filter(visit => !going.has(visit.id)) }, visits, { now, days: 21, stepMinutes: 10 })
  const all: readonly Stranded[] = visits.map(visit => ({ visit, patient: { id: visit.patientId, birthDate: null }, places: finder.places(visit, unhindered) }))
  return { all, claims: finder.claims }
}

/** The peer that every desk knows: one visit after the other, each to the nearest place that is left. */
function oneByOne(all: readonly Stranded[]): { readonly unplaced: number; readonly moved: number; readonly far: number } {
  const taken: { readonly place: Place; readonly performerId: string }[] = []
  let [unplaced, moved, far] = [0, 0, 0]
  for (const { visit, places } of all) {
    const away = (place: Place): number => distanceTo(visit, place)
    const found = places.toSorted((a, b) => away(a) - away(b)).flatMap(place => place.performerIds.map(performerId => ({ place, performerId })))
      .find(each => !taken.some(other => other.performerId === each.performerId && overlaps(other.place.interval, each.place.interval)))
    if (found === undefined) unplaced += 1
    else {
      taken.push(found)
      moved += away(found.place) > 0 ? 1 : 0
      far += away(found.place)
    }
  }
  return { unplaced, moved, far }
}

const worth = (plan: Awaited<ReturnType<typeof planSickCall>>) => {
  const far = visits.flatMap((visit: Appointment) => {
    const option = plan.moves.get(visit.id)
    return option === undefined ? [] : [distanceTo(visit, { interval: { start: wallInstant(option.start, visit.zone), end: visit.interval.end } })]
  })
  return { unplaced: visits.length - far.length, moved: far.filter(each => each > 0).length, far: far.reduce((sum, each) => sum + each, 0) }
}

const plan = (solve: Solve) => {
  const { all, claims } = stranded()
  return planSickCall(facts, all, claims, solve, { booker, now, seconds: 9 })
}
const runs = 20
let last = await plan(timedSolver().solve)
const solver = timedSolver()
const ours = await sample(runs, 0, async () => { last = await plan(solver.solve) })
const greedy = await sample(runs, 1, () => { oneByOne(stranded().all) })
console.log(`${visits.length} visits of one of ${facts.practitioners.length} people: together ${JSON.stringify({ status: last.status, ...worth(last) })}, one by one ${JSON.stringify(oneByOne(stranded().all))}`)
printFigures('Sick call: 60 visits, 10 people, from the facts to a plan', [
  { name: 'p95, against one visit after the other (which leaves more patients moved)', ours: quantile(ours, 0.95), peer: quantile(greedy, 0.95), unit: 'ms', aim: 'under 3 s' },
  { name: 'mean, against the solver’s own time in the same runs', ours: ours.reduce((sum, each) => sum + each, 0) / runs, peer: solver.taken() / runs, unit: 'ms', aim: '2x' },
])
