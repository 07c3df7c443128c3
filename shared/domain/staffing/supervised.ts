import type { AppointmentId } from '../ids.ts'
import { byId } from '../order.ts'
import { byTime, runningAt, waysFor } from './demand.ts'
import type { Assigned, Demand, Limit } from './demand.ts'
import { matchAtOnce } from './matching.ts'
import type { Budget } from './search.ts'

// Where a supervisor may look after so many visits at a time and no more, or a rule of the place lets so many inject at a time,
// who performs, in which way and who supervises have to be found together: each visit takes one of its people, one other person
// who has a place left all through it, and a place under each limit of the way in which it is performed.

/** Somebody performing a visit, the limits under which that is, and who supervises it where that is limited. */
type Seat = { readonly demand: Demand; readonly performer: number; readonly limits: readonly Limit[]; readonly supervisor: number | null }

const atMostOf = ({ supervised }: Demand): number => supervised?.atMost ?? Infinity

/** Whether a supervisor may take one more of those that run: nobody there has more beside it than its service allows. */
function hasPlace(running: readonly Seat[], supervisor: number, demand: Demand): boolean {
  const theirs = running.filter(seat => seat.supervisor === supervisor)
  return theirs.length < atMostOf(demand) && theirs.every(seat => theirs.length < atMostOf(seat.demand))
}

/** Whether one more may inject under limits beside those that run: no more under each than any of them allows. */
const hasRoom = (running: readonly Seat[], limits: readonly Limit[]): boolean => limits.every(({ key, atMost }) => {
  const beside = running.filter(seat => seat.limits.some(limit => limit.key === key))
  return beside.length < atMost && beside.every(seat => seat.limits.every(limit => limit.key !== key || beside.length < limit.atMost))
})

/** Visits that come under one limit whoever performs them, and in whichever way; and how many of them there may be at a time at most. */
type Crowd = { readonly demands: readonly Demand[]; readonly places: number }

const known = new WeakMap<Demand, ReadonlyMap<string, number>>()

/** The limits that a visit comes under whoever performs it, each with the most that any of those who could is allowed. */
function inevitable(demand: Demand): ReadonlyMap<string, number> {
  const before = known.get(demand)
  if (before !== undefined) return before
  const ways = demand.limited === undefined ? [] : demand.candidates.flatMap(person => waysFor(demand, person))
  const found = new Map<string, number>()
  for (const { key, atMost } of ways.flat()) {
    if (ways.every(limits => limits.some(limit => limit.key === key))) found.set(key, Math.max(atMost, found.get(key) ?? 0))
  }
  known.set(demand, found)
  return found
}

function crowdsOf(demands: readonly Demand[]): readonly Crowd[] {
  const crowds = new Map<string, { readonly demands: Demand[]; places: number }>()
  for (const demand of demands) {
    for (const [key, atMost] of inevitable(demand)) {
      const crowd = crowds.get(key)
      if (crowd === undefined) crowds.set(key, { demands: [demand], places: atMost })
      else {
        crowd.demands.push(demand)
        crowd.places = Math.max(crowd.places, atMost)
      }
    }
  }
  return [...crowds.values()]
}

/** How many of the visits that run at one moment can be had at most: counted for performers, for places with supervisors, and under each limit. */
function mostAtOnce(running: readonly Demand[]): number {
  const watched = running.filter(({ supervised }) => supervised !== undefined)
  const widest = Math.max(1, ...watched.map(atMostOf))
  const places = watched.map(demand => ({
    ...demand, candidates: (demand.supervised?.by ?? []).flatMap(person => Array.from({ length: atMostOf(demand) }, (_, n) => person * widest + n)).sort((a, b) => a - b),
  }))
  const uncrowded = crowdsOf(running).map(crowd => running.length - Math.max(0, crowd.demands.length - crowd.places))
  return Math.min(matchAtOnce(running).size, running.length - watched.length + matchAtOnce(places).size, ...uncrowded)
}

/**
 * How many have to be left out of a crowd: whenever more run than there are places, the one that ends last, which is the best
 * that can be done for one pool of places (U. Faigle and W. Nawijn, 1995).
 */
function leftOutOf({ demands, places }: Crowd): number {
  let running: Demand[] = []
  let leftOut = 0
  for (const demand of demands.toSorted(byTime)) {
    running = [...running.filter(({ interval }) => interval.end > demand.interval.start), demand].sort((a, b) => a.interval.end - b.interval.end)
    if (running.length <= places) continue
    running.pop()
    leftOut += 1
  }
  return leftOut
}

/** At most so many can be had if anybody could supervise anything, and if there were but one of the limits. */
function mostInOnePool(demands: readonly Demand[]): number {
  const watched = demands.filter(({ supervised }) => supervised !== undefined)
  const supervisors = new Set(watched.flatMap(demand => demand.supervised?.by ?? []))
  const crowds = [{ demands: watched, places: supervisors.size * Math.max(0, ...watched.map(atMostOf)) }, ...crowdsOf(demands)]
  return demands.length - Math.max(...crowds.map(leftOutOf))
}

/** At most so many can be had: what is too much at moments that share no visit adds up. */
function mostByMoments(demands: readonly Demand[]): number {
  let short = 0
  let after = -Infinity
  for (const { interval } of demands.toSorted(byTime)) {
    const running = runningAt(demands, interval.start)
    if (running.some(one => one.interval.start < after)) continue
    const excess = running.length - mostAtOnce(running)
    if (excess === 0) continue
    short += excess
    after = Math.max(...running.map(one => one.interval.end))
  }
  return demands.length - short
}

/** A seat for every demand, null when that cannot be, `limit` when it could not be settled. */
function seatAll(demands: readonly Demand[], budget: Budget): readonly Seat[] | null | 'limit' {
  const sorted = demands.toSorted(byTime)
  budget.left -= demands.length
  if (sorted.some(({ interval }) => {
    const running = runningAt(sorted, interval.start)
    return mostAtOnce(running) < running.length
  })) return null
  const failed = new Set<string>()
  const seats: Seat[] = []
  const from = (i: number): boolean => {
    const demand = sorted[i]
    if (demand === undefined) return true
    budget.left -= 1
    if (budget.left < 0) return false
    const running = seats.filter(seat => seat.demand.interval.end > demand.interval.start)
    const state = `${i} ${running.map(seat => `${seat.demand.interval.end}.${seat.performer}.${seat.supervisor ?? ''}.${atMostOf(seat.demand)}.${seat.limits.map(({ key, atMost }) => `${key}=${atMost}`).join('&')}`).sort().join()}`
    if (failed.has(state)) return false
    for (const performer of demand.candidates) {
      if (running.some(seat => seat.performer === performer)) continue
      for (const limits of waysFor(demand, performer)) {
        if (!hasRoom(running, limits)) continue
        for (const supervisor of demand.supervised?.by ?? [null]) {
          if (supervisor !== null && (supervisor === performer || !hasPlace(running, supervisor, demand))) continue
          seats.push({ demand, performer, limits, supervisor })
          if (from(i + 1)) return true
          seats.pop()
        }
      }
    }
    failed.add(state)
    return false
  }
  if (from(0)) return seats
  return budget.left < 0 ? 'limit' : null
}

/** Whether all can be performed and supervised together; null when that could not be settled. */
export function canAllBeSupervised(demands: readonly Demand[], limit: number): boolean | null {
  const seats = seatAll(demands, { left: limit })
  return seats === 'limit' ? null : seats !== null
}

/** The most that can be had together, earlier-made visits first: taken in order of making, then proved, or searched set by set. */
function mostTogether(demands: readonly Demand[], budget: Budget): readonly Demand[] {
  const most = Math.min(mostInOnePool(demands), mostByMoments(demands))
  const possible = (chosen: readonly Demand[]): boolean => {
    const seats = seatAll(chosen, budget)
    return seats !== 'limit' && seats !== null
  }
  let best: readonly Demand[] = []
  // With each in order of making taken before it is left out, the first set found of a size is the one with the earlier-made visits.
  const from = (i: number, chosen: readonly Demand[]): void => {
    if (chosen.length > best.length) best = chosen
    const demand = demands[i]
    if (demand === undefined || best.length >= most || budget.left < 0 || chosen.length + demands.length - i <= best.length) return
    if (possible([...chosen, demand])) from(i + 1, [...chosen, demand])
    from(i + 1, chosen)
  }
  from(0, [])
  return best
}

/** Keeps whoever is named where the others can then still be had, in order of making. */
function keepNamed(demands: readonly Demand[], budget: Budget): readonly Demand[] {
  const named = (demand: Demand): Demand => (demand.named === undefined ? demand : { ...demand, candidates: [demand.named] })
  const all = demands.map(named)
  if (Array.isArray(seatAll(all, budget))) return all
  let kept = demands
  for (const demand of demands) {
    if (demand.named === undefined) continue
    const next = kept.map(one => (one.id === demand.id ? named(one) : one))
    if (Array.isArray(seatAll(next, budget))) kept = next
  }
  return kept
}

/**
 * Gives as many visits as possible somebody to perform them and somebody to supervise them; among equals the earlier-made are
 * served, and whoever is named stays named where that costs nobody a visit. `settled: false` when the limit came first.
 */
export function assignSupervised(demands: readonly Demand[], limit: number): { readonly assigned: Assigned; readonly settled: boolean } {
  const budget = { left: limit }
  const chosen = mostTogether(demands.toSorted(byId), budget)
  const settled = budget.left >= 0
  const seats = seatAll(keepNamed(chosen, { left: limit }), { left: limit })
  const assigned = new Map<AppointmentId, number>(seats === null || seats === 'limit' ? [] : seats.map(({ demand, performer }) => [demand.id, performer]))
  return { assigned, settled: settled && assigned.size === chosen.length }
}
