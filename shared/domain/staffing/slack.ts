import { isLimited, limitsOn, runningAt, waysFor, withoutLimits } from './demand.ts'
import type { Demand, Limit, Ways } from './demand.ts'
import { apart } from './islands.ts'

const mostAtATime = (demands: readonly Demand[]): number => Math.max(...demands.map(({ interval }) => runningAt(demands, interval.start).length))

const known = new WeakMap<Demand, ReadonlyMap<string, number>>()

/** The limits that a visit might come under, each with the least that any of those who could perform it is allowed. */
function leastUnder(demand: Demand): ReadonlyMap<string, number> {
  const before = known.get(demand)
  if (before !== undefined) return before
  const least = new Map<string, number>()
  for (const { key, atMost } of limitsOn(demand)) least.set(key, Math.min(atMost, least.get(key) ?? Infinity))
  known.set(demand, least)
  return least
}

/** The limits that demands cannot reach, whoever performs them: by demand, their keys. */
function slackIn(demands: readonly Demand[]): ReadonlyMap<Demand, ReadonlySet<string>> {
  const under = new Map<string, Demand[]>()
  for (const demand of demands) {
    for (const key of leastUnder(demand).keys()) under.set(key, [...under.get(key) ?? [], demand])
  }
  const slack = new Map<Demand, Set<string>>()
  for (const [key, all] of under) {
    for (const together of apart(all)) {
      if (mostAtATime(together) > Math.min(...together.map((demand) => leastUnder(demand).get(key) ?? 0))) continue
      for (const demand of together) slack.set(demand, (slack.get(demand) ?? new Set()).add(key))
    }
  }
  return slack
}

/** A demand without some of its limits. Whoever is named for it then performs it: nobody else could have them at the time. */
function loosened(demand: Demand, slack: ReadonlySet<string>): Demand {
  const tight = ({ key }: Limit): boolean => !slack.has(key)
  const free = withoutLimits(demand)
  const limited = new Map(demand.candidates.flatMap((person): (readonly [number, Ways])[] => {
    const ways = waysFor(demand, person).map((limits) => limits.filter(tight))
    return ways.some((limits) => limits.length === 0) ? [] : [[person, ways]]
  }))
  const loose = limited.size === 0 ? free : { ...free, limited }
  return isLimited(loose) || loose.named === undefined || !loose.candidates.includes(loose.named) ? loose : { ...loose, candidates: [loose.named] }
}

/** The same demands without the limits that so few visits at a time cannot reach: mostly nothing is left to be found together. */
export function withoutSlack(demands: readonly Demand[]): readonly Demand[] {
  if (demands.every((demand) => demand.limited === undefined)) return demands
  const slack = slackIn(demands)
  return demands.map((demand) => (demand.limited === undefined ? demand : loosened(demand, slack.get(demand) ?? new Set())))
}
