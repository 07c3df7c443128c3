/** Demands in the order of their starts, people as positions; what the search and its bound both read. */
export type Order = {
  readonly count: number
  readonly people: number
  /** Per demand, the people who could take it. */
  readonly candidates: readonly (readonly number[])[]
  /** Per demand, the place of the first demand that starts when it is over. */
  readonly freeAgainAt: readonly number[]
}

/**
 * Prices on people's time from which it follows how much can be reached at most: `people[p * (count + 1) + i]` is what p is
 * worth from place i on, `visits[i]` what the demands from i on are worth beyond the cheapest person for them.
 */
export type Prices = { readonly people: Float64Array; readonly visits: Float64Array }

const rounds = 300

type Round = { readonly prices: Prices; readonly total: number; readonly used: Int32Array }

/** What everything costs at given prices per person and place, and how often each person would be taken at each place. */
function evaluate({ count, people, candidates, freeAgainAt }: Order, weights: readonly number[], price: Float64Array): Round {
  const width = count + 1
  const rest = new Float64Array(people * width)
  for (let p = 0; p < people; p += 1) {
    for (let i = count - 1; i >= 0; i -= 1) rest[p * width + i] = (rest[p * width + i + 1] ?? 0) + (price[p * width + i] ?? 0)
  }
  const visits = new Float64Array(width)
  const used = new Int32Array(people * width)
  for (let i = count - 1; i >= 0; i -= 1) {
    const over = freeAgainAt[i] ?? count
    let cheapest = Infinity
    let by = -1
    for (const p of candidates[i] ?? []) {
      const cost = (rest[p * width + i] ?? 0) - (rest[p * width + over] ?? 0)
      if (cost < cheapest) {
        cheapest = cost
        by = p
      }
    }
    const gain = Math.max(0, (weights[i] ?? 1) - cheapest)
    visits[i] = (visits[i + 1] ?? 0) + gain
    if (gain > 0) for (let j = i; j < over; j += 1) used[by * width + j] = (used[by * width + j] ?? 0) + 1
  }
  let total = visits[0] ?? 0
  for (let p = 0; p < people; p += 1) total += rest[p * width] ?? 0
  return { prices: { people: rest, visits }, total, used }
}

/**
 * Finds good prices: dearer where several demands would take one person at once, cheaper where nobody would. Whatever the
 * prices, their total is an upper bound on what can be assigned (Lagrangian duality; subgradient steps after B. Polyak,
 * 1969), so an imprecise answer costs time, never correctness. Stops when the bound comes under `enough`.
 */
export function findPrices(order: Order, weights: readonly number[], lowest: number, enough: number): { readonly prices: Prices; readonly total: number } {
  const price = new Float64Array(order.people * (order.count + 1))
  let best = evaluate(order, weights, price)
  let round = best
  let stride = 1
  let sinceBetter = 0
  for (let n = 0; n < rounds && best.total >= enough; n += 1) {
    let slope = 0
    for (let k = 0; k < price.length; k += 1) {
      const excess = (round.used[k] ?? 0) - 1
      if (excess > 0 || (price[k] ?? 0) > 0) slope += excess * excess
    }
    if (slope === 0) break
    const step = (stride * Math.max(round.total - lowest, 0.05)) / slope
    for (let k = 0; k < price.length; k += 1) price[k] = Math.max(0, (price[k] ?? 0) + step * ((round.used[k] ?? 0) - 1))
    round = evaluate(order, weights, price)
    sinceBetter += 1
    if (round.total < best.total - 1e-9) {
      best = round
      sinceBetter = 0
    } else if (sinceBetter >= 15) {
      stride /= 2
      sinceBetter = 0
    }
  }
  return best
}
