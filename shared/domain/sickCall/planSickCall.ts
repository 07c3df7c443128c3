import type { Appointment } from '../appointment.ts'
import type { BookedPatient, Booker } from '../booking.ts'
import type { AppointmentId } from '../ids.ts'
import type { Solve } from '../program.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import type { Instant } from '../time/values.ts'
import { decideMoves } from './decideMoves.ts'
import { moveKindOf, type Moving, offeredPlaces, placeOf } from './option.ts'
import type { Claim, Place } from './places.ts'
import { type JointPlan, type Move, planTogether, type Seeking } from './planTogether.ts'

/** A visit that must go elsewhere, whose it is, and every place it could have. */
export type Stranded = Seeking & { readonly patient: BookedPatient }

/** Why a visit is left without a place: there is none, others need those there are, or time ran out. */
export type Unplaced = 'none' | 'taken' | 'no-time'

export type SickCallPlan = {
  readonly status: JointPlan['status']
  readonly moves: ReadonlyMap<AppointmentId, Moving>
  readonly unplaced: ReadonlyMap<AppointmentId, Unplaced>
  /** How many of each visit's places on its own day, and on later days, were weighed against each other. */
  readonly weighed: number
}

type Asked = { readonly booker: Booker; readonly now: Instant; readonly seconds: number }


/** The solver weighs so many places of a visit's own day and so many later ones; more where a visit finds none among them. */
const weighedAtFirst = 12
const weighedAtLast = 48
/** How often places that the booking itself refuses are taken out and the rest is planned anew. */
const mostRounds = 3

const optionOf = (visit: Appointment, { place, performerId, roomId }: Move): Moving => ({ kind: moveKindOf(visit, place.start), start: place.start, performerId, roomId })

/** Without one person at one place; the place goes when nobody is left there. */
const banned = (places: readonly Place[], { place, performerId }: Move): readonly Place[] => places.flatMap(each => {
  if (each.interval.start !== place.interval.start) return [each]
  const performerIds = each.performerIds.filter(id => id !== performerId)
  return performerIds.length === 0 ? [] : [{ ...each, performerIds }]
})

async function planWeighing(facts: StaffingFacts, stranded: readonly Stranded[], claims: readonly Claim[], solve: Solve, { booker, now, seconds }: Asked, weighed: number): Promise<SickCallPlan> {
  let offered: readonly Stranded[] = stranded.map(each => ({ ...each, places: offeredPlaces(each.visit, each.places, weighed) }))
  const given = (plan: JointPlan, standing: readonly AppointmentId[]): SickCallPlan => {
    const moves = new Map(stranded.flatMap(({ visit }) => {
      const move = plan.moves.get(visit.id) ?? null
      return move === null || !standing.includes(visit.id) ? [] : [[visit.id, optionOf(visit, move)] as const]
    }))
    const why = (places: readonly Place[]): Unplaced => plan.status === 'gave-up' ? 'no-time' : places.length === 0 ? 'none' : 'taken'
    return { status: plan.status, moves, unplaced: new Map(stranded.filter(({ visit }) => !moves.has(visit.id)).map(({ visit, places }) => [visit.id, why(places)])), weighed }
  }
  for (let round = 1; ; round += 1) {
    const plan = await planTogether(offered, claims, solve, { seconds })
    let wishes = stranded.flatMap(({ visit, patient }) => {
      const move = plan.moves.get(visit.id) ?? null
      return move === null ? [] : [{ visit, patient, place: placeOf(visit, optionOf(visit, move)) }]
    })
    // What the engine alone can say of several at once, such as a supervisor who is needed twice.
    const refusedIds: AppointmentId[] = []
    for (let decided = decideMoves(facts, wishes, booker, now); !decided.ok; decided = decideMoves(facts, wishes, booker, now)) {
      const { id } = decided.problem
      refusedIds.push(id)
      wishes = wishes.filter(({ visit }) => visit.id !== id)
    }
    const standing = wishes.map(({ visit }) => visit.id)
    // A place taken out for the company it was in might do in other company: then nothing is proven any more.
    const status = round === 1 ? plan.status : plan.status === 'gave-up' ? 'gave-up' : 'best-found'
    if (refusedIds.length === 0 || round === mostRounds) return given({ ...plan, status }, standing)
    offered = offered.map(each => {
      const refused = refusedIds.includes(each.visit.id) ? (plan.moves.get(each.visit.id) ?? null) : null
      return refused === null ? each : { ...each, places: banned(each.places, refused) }
    })
  }
}

/**
 * Finds all the visits places at once, each such that it could be booked like that together with the others: as few as may be
 * left without one, then as few as may be at another time, then as near as may be to the agreed one.
 */
export async function planSickCall(facts: StaffingFacts, stranded: readonly Stranded[], claims: readonly Claim[], solve: Solve, asked: Asked): Promise<SickCallPlan> {
  const first = await planWeighing(facts, stranded, claims, solve, asked, weighedAtFirst)
  const wanting = [...first.unplaced].some(([id, why]) => why === 'taken' && (stranded.find(({ visit }) => visit.id === id)?.places.length ?? 0) > weighedAtFirst)
  if (!wanting) return first
  const wider = await planWeighing(facts, stranded, claims, solve, asked, weighedAtLast)
  return wider.unplaced.size < first.unplaced.size ? wider : first
}
