import type { Appointment } from '../appointment.ts'
import type { AppointmentId, PractitionerId, RoomId } from '../ids.ts'
import { costOf, type Program, type Solve, type Term, type Variable } from '../program.ts'
import { holds } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'
import { distanceTo, type Place } from './places.ts'

/** A visit that must go elsewhere, and where it could. */
export type Seeking = { readonly visit: Appointment; readonly places: readonly Place[] }

/** Where a visit goes. */
export type Move = { readonly place: Place; readonly performerId: PractitionerId; readonly roomId: RoomId | null }

/** `best-found`: time ran out before it was proven that nothing is better; `gave-up`: nothing was found in time. */
export type JointPlan = { readonly status: 'optimal' | 'best-found' | 'gave-up'; readonly moves: ReadonlyMap<AppointmentId, Move | null> }

/** One choice of the program: a visit at a place, with a person or in a room. */
type Choice = { readonly name: string; readonly visit: number; readonly place: Place; readonly of: string }
type Choices = { readonly people: readonly Choice[]; readonly rooms: readonly Choice[] }

const one = ({ name }: { readonly name: string }): Term => ({ of: name, times: 1 })
const minus = ({ name }: { readonly name: string }): Term => ({ of: name, times: -1 })
const unplaced = (visit: number): { readonly name: string } => ({ name: `unplaced ${visit}` })

function choicesOf(seeking: readonly Seeking[]): Choices {
  const choices = (kind: string, idsOf: (place: Place) => readonly string[]): readonly Choice[] => seeking.flatMap(({ places }, visit) =>
    places.flatMap((place, at) => idsOf(place).map(of => ({ name: `${kind} ${visit} ${at} ${of}`, visit, place, of }))))
  return { people: choices('person', place => place.performerIds), rooms: choices('room', place => place.roomIds ?? []) }
}

function grouped(choices: readonly Choice[], keyOf: (choice: Choice) => string): readonly (readonly Choice[])[] {
  const groups = new Map<string, Choice[]>()
  for (const choice of choices) groups.set(keyOf(choice), [...(groups.get(keyOf(choice)) ?? []), choice])
  return [...groups.values()]
}

/** Nobody and nothing twice at a time: visits that meet all meet when the last of them begins. */
function apart(choices: readonly Choice[], keyOf: (choice: Choice) => string): Program['constraints'] {
  const within = (span: Interval, all: readonly Choice[]): readonly Choice[] => all.filter(({ place }) => holds(place.interval, span.start))
  return grouped(choices, keyOf).flatMap(group => {
    const starts = new Map(group.map(({ place: { interval } }) => [interval.start, interval]))
    return [...starts.values()].map(span => within(span, group)).filter(meeting => new Set(meeting.map(({ visit }) => visit)).size > 1)
      .map(meeting => ({ sum: meeting.map(one), least: null, most: 1 }))
  })
}

function constraintsOf(seeking: readonly Seeking[], { people, rooms }: Choices): Program['constraints'] {
  const eachOnce = seeking.map((_, visit) => ({ sum: [...people.filter(choice => choice.visit === visit).map(one), one(unplaced(visit))], least: 1, most: 1 }))
  const roomEach = seeking.flatMap(({ places }, visit) => places.filter(place => place.roomIds !== null).map(place => {
    const here = (choice: Choice): boolean => choice.visit === visit && choice.place === place
    return { sum: [...people.filter(here).map(one), ...rooms.filter(here).map(minus)], least: 0, most: 0 }
  }))
  const patientOf = ({ visit }: Choice): string => seeking[visit]?.visit.patientId ?? ''
  return [...eachOnce, ...roomEach, ...apart(people, choice => choice.of), ...apart(rooms, choice => choice.of), ...apart(people, patientOf)]
}

function costsOf(seeking: readonly Seeking[], { people }: Choices): readonly (readonly Term[])[] {
  const distance = ({ visit, place }: Choice): number => {
    const sought = seeking[visit]
    return sought === undefined ? 0 : distanceTo(sought.visit, place)
  }
  const far = people.map(choice => ({ of: choice.name, times: distance(choice) })).filter(({ times }) => times > 0)
  // What counts most comes first: who is left without a place, who must come at another time, and how far from the agreed one.
  return [seeking.map((_, visit) => one(unplaced(visit))), far.map(({ of }) => ({ of, times: 1 })), far]
}

function movesOf(seeking: readonly Seeking[], { people, rooms }: Choices, values: ReadonlyMap<string, number>): JointPlan['moves'] {
  const chosen = (choice: Choice): boolean => (values.get(choice.name) ?? 0) > 0.5
  return new Map(seeking.map(({ visit, places }, number) => {
    const found = people.find(choice => choice.visit === number && chosen(choice))
    const performerId = found?.place.performerIds.find(id => id === found.of)
    if (found === undefined || performerId === undefined || !places.includes(found.place)) return [visit.id, null]
    const room = rooms.find(choice => choice.visit === number && choice.place === found.place && chosen(choice))
    return [visit.id, { place: found.place, performerId, roomId: found.place.roomIds?.find(id => id === room?.of) ?? null }]
  }))
}

/**
 * Finds all the visits places at once: as few as may be left without one, then as few as may be at another time, then as
 * near as may be to the agreed one; no patient, person or room twice at a time. Within `seconds`, with an exact solver.
 */
export async function planTogether(seeking: readonly Seeking[], solve: Solve, { seconds }: { readonly seconds: number }): Promise<JointPlan> {
  const choices = choicesOf(seeking)
  const variables: readonly Variable[] = [...seeking.map((_, visit) => unplaced(visit)), ...choices.people, ...choices.rooms].map(({ name }) => ({ name, kind: 'yes-no' }))
  const costs = costsOf(seeking, choices)
  let constraints = constraintsOf(seeking, choices)
  let status: JointPlan['status'] = 'optimal'
  let found: ReadonlyMap<string, number> | null = null
  for (const cost of costs) {
    const program: Program = { variables, constraints, cost }
    // Nothing costs less than nothing.
    if (found !== null && costOf(program, found) < 0.5) continue
    const solution = await solve(program, { seconds: seconds / costs.length })
    if (solution.status !== 'optimal') status = 'best-found'
    if (solution.values.size === 0) break
    found = solution.values
    // What was reached for the more important wish binds the lesser ones.
    constraints = [...constraints, { sum: cost, least: null, most: Math.round(costOf(program, found)) }]
  }
  if (found === null) return seeking.length === 0 ? { status, moves: new Map() } : { status: 'gave-up', moves: new Map() }
  return { status, moves: movesOf(seeking, choices, found) }
}
