import type { Appointment } from '../appointment.ts'
import type { AppointmentId, PractitionerId, RoomId } from '../ids.ts'
import { costOf, type Program, type Solve, type Term, type Variable } from '../program.ts'
import { firstOverlap, holds, normalize } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'
import { type Claim, distanceTo, type Place } from './places.ts'

/** A visit that must go elsewhere, and where it could. */
export type Seeking = { readonly visit: Appointment; readonly places: readonly Place[] }

/** Where a visit goes. */
export type Move = { readonly place: Place; readonly performerId: PractitionerId; readonly roomId: RoomId | null }

/** `best-found`: time ran out before it was proven that nothing is better; `gave-up`: nothing was found in time. */
export type JointPlan = { readonly status: 'optimal' | 'best-found' | 'gave-up'; readonly moves: ReadonlyMap<AppointmentId, Move | null> }

/** One choice of the program: a visit at a place, with a person or in a room. */
type Choice<Id extends string = string> = { readonly name: string; readonly visit: number; readonly sought: Appointment; readonly place: Place; readonly of: Id }
/** Somebody kept for a visit that stands and names nobody. */
type Kept = { readonly name: string; readonly claim: number; readonly of: string; readonly interval: Interval }
type Choices = { readonly people: readonly Choice<PractitionerId>[]; readonly rooms: readonly Choice<RoomId>[]; readonly kept: readonly Kept[] }

const one = ({ name }: { readonly name: string }): Term => ({ of: name, times: 1 })
const minus = ({ name }: { readonly name: string }): Term => ({ of: name, times: -1 })
const unplaced = (visit: number): { readonly name: string } => ({ name: `unplaced ${visit}` })

function choicesOf(seeking: readonly Seeking[], claims: readonly Claim[]): Choices {
  const choices = <Id extends string>(kind: string, idsOf: (place: Place) => readonly Id[]): readonly Choice<Id>[] => seeking.flatMap(({ visit: sought, places }, visit) =>
    places.flatMap((place, at) => idsOf(place).map(of => ({ name: `${kind} ${visit} ${at} ${of}`, visit, sought, place, of }))))
  const people = choices('person', place => place.performerIds)
  const sought = normalize(people.map(({ place }) => place.interval))
  const kept = claims.flatMap(({ interval, performerIds }, claim) =>
    firstOverlap(sought, interval) === null ? [] : performerIds.map(of => ({ name: `kept ${claim} ${of}`, claim, of, interval })))
  return { people, rooms: choices('room', place => place.roomIds ?? []), kept }
}

function grouped<K, T>(choices: readonly T[], keyOf: (choice: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const choice of choices) {
    const group = groups.get(keyOf(choice))
    if (group === undefined) groups.set(keyOf(choice), [choice])
    else group.push(choice)
  }
  return groups
}

/** A person, a room or a patient held for a while by one visit. */
type Held = { readonly name: string; readonly of: string; readonly by: string; readonly interval: Interval }
const heldBy = ({ name, of, visit, place: { interval } }: Choice): Held => ({ name, of, by: `visit ${visit}`, interval })

/** Nobody and nothing twice at a time: visits that meet all meet when the last of them begins. */
function apart(choices: readonly Held[], keyOf: (choice: Held) => string): Program['constraints'] {
  return [...grouped(choices, keyOf).values()].flatMap(group => [...new Set(group.map(({ interval }) => interval.start))]
    .map(start => group.filter(({ interval }) => holds(interval, start))).filter(meeting => new Set(meeting.map(({ by }) => by)).size > 1)
    .map(meeting => ({ sum: meeting.map(one), least: null, most: 1 })))
}

function constraintsOf(seeking: readonly Seeking[], { people, rooms, kept }: Choices): Program['constraints'] {
  const byVisit = grouped(people, ({ visit }) => visit)
  const eachOnce = seeking.map((_, visit) => ({ sum: [...(byVisit.get(visit) ?? []).map(one), one(unplaced(visit))], least: 1, most: 1 }))
  const atPlace = ({ visit, place }: Choice): string => `${visit} ${place.interval.start}`
  const roomsAt = grouped(rooms, atPlace)
  const roomEach = [...grouped(people.filter(({ place }) => place.roomIds !== null), atPlace)].map(([at, group]) =>
    ({ sum: [...group.map(one), ...(roomsAt.get(at) ?? []).map(minus)], least: 0, most: 0 }))
  const keepers = [...grouped(kept, ({ claim }) => claim).values()].map(group => ({ sum: group.map(one), least: 1, most: 1 }))
  const ofPatient = people.map(choice => ({ ...heldBy(choice), of: choice.sought.patientId }))
  const busy = [...people.map(heldBy), ...kept.map(({ name, of, claim, interval }): Held => ({ name, of, by: `claim ${claim}`, interval }))]
  return [...eachOnce, ...roomEach, ...keepers, ...apart(busy, held => held.of), ...apart(rooms.map(heldBy), held => held.of), ...apart(ofPatient, held => held.of)]
}

function costsOf(seeking: readonly Seeking[], { people, rooms }: Choices): readonly (readonly Term[])[] {
  const far = people.map(({ name, sought, place }) => ({ of: name, times: distanceTo(sought, place) })).filter(({ times }) => times > 0)
  const otherRoom = rooms.filter(({ sought, of }) => sought.roomId !== null && sought.roomId !== of).map(one)
  // All the rooms there are weigh less than ten minutes.
  const near = [...far.map(({ of, times }) => ({ of, times: times * (seeking.length + 1) })), ...otherRoom]
  // What counts most comes first: who is left without a place, who must come at another time, and how far from the agreed one; then whose room changes.
  return [seeking.map((_, visit) => one(unplaced(visit))), far.map(({ of }) => ({ of, times: 1 })), near]
}

function movesOf(seeking: readonly Seeking[], { people, rooms }: Choices, values: ReadonlyMap<string, number>): JointPlan['moves'] {
  const chosen = (choice: Choice): boolean => (values.get(choice.name) ?? 0) > 0.5
  return new Map(seeking.map(({ visit }, number) => {
    const person = people.find(choice => choice.visit === number && chosen(choice))
    const room = rooms.find(choice => choice.visit === number && chosen(choice))
    return [visit.id, person === undefined ? null : { place: person.place, performerId: person.of, roomId: room?.of ?? null }]
  }))
}

/**
 * Finds all the visits places at once: as few as may be left without one, then as few as may be at another time, then as
 * near as may be to the agreed one; no patient, person or room twice at a time, and
 * somebody left for each of the claims. Within `seconds`, with an exact solver.
 */
export async function planTogether(seeking: readonly Seeking[], claims: readonly Claim[], solve: Solve, { seconds }: { readonly seconds: number }): Promise<JointPlan> {
  const choices = choicesOf(seeking, claims)
  const variables: readonly Variable[] = [...seeking.map((_, visit) => unplaced(visit)), ...choices.people, ...choices.rooms, ...choices.kept].map(({ name }) => ({ name, kind: 'yes-no' }))
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
