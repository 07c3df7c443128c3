import type { PractitionerId } from '../ids.ts'
import type { Constraint, Program, Term, Variable } from '../program.ts'
import type { PlainDate } from '../time/values.ts'
import { addDays } from '../time/plainDate.ts'
import { contains, minutesIn } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'
import type { StaffingMinimum } from './minimum.ts'
import { type Candidate, goTogether } from './candidates.ts'
import type { Stretch } from './wanted.ts'

/** What a month asks for and offers, before anybody has decided. */
export type RotaQuestion = {
  /** Each with the people who are there already. */
  readonly stretches: readonly (Stretch & { readonly present: readonly PractitionerId[] })[]
  readonly candidates: readonly Candidate[]
  /** Whether somebody may be counted for a minimum in a stretch. */
  readonly counts: (who: PractitionerId, minimum: StaffingMinimum, at: Interval) => boolean
  readonly restOf: (who: PractitionerId) => number
  /** Minutes that somebody may still work in the week of a date; `null`: as many as there are. */
  readonly leftIn: (who: PractitionerId, week: number) => number | null
  readonly weekOf: (date: PlainDate) => number
}

// A minute short weighs more than a dozen new shifts, and one shift more than all wishes together.
const shortWeight = 10_000
const shiftWeight = 10
const wishWeight = 0.02
const minuteWeight = 0.0001

const once = (names: readonly string[]): readonly Term[] => names.map(of => ({ of, times: 1 }))

/** Each minimum of a stretch: those there, those who may come, and whoever is missing. */
function covering(question: RotaQuestion, stretch: RotaQuestion['stretches'][number], at: number, short: Variable[], cost: Term[]): { readonly constraints: readonly Constraint[]; readonly variables: readonly Variable[] } {
  const coming = question.candidates.filter(candidate => contains(candidate.interval, stretch.interval))
  const variables: Variable[] = []
  const constraints: Constraint[] = []
  const shares = new Map<PractitionerId, string[]>()
  const apart = stretch.wanted.filter(want => want.minimum.apart)
  const countedFor = (who: PractitionerId) => apart.filter(want => question.counts(who, want.minimum, stretch.interval))
  stretch.wanted.forEach((want, n) => {
    const counts = (who: PractitionerId): boolean => question.counts(who, want.minimum, stretch.interval)
    const chooses = (who: PractitionerId): boolean => want.minimum.apart && countedFor(who).length > 1
    const sum: Term[] = []
    let there = 0
    for (const who of new Set([...stretch.present, ...coming.map(candidate => candidate.practitionerId)])) {
      if (!counts(who)) continue
      const present = stretch.present.includes(who)
      if (chooses(who)) {
        // Whoever could meet several minimums that count apart is shared out by the solver. Once it is settled who comes, this
        // is a transport problem, whose best answers are whole by themselves (A. Hoffman and J. Kruskal, 1956).
        const share = `for ${at} ${n} ${who}`
        variables.push({ name: share, kind: 'amount', most: 1 })
        shares.set(who, [...(shares.get(who) ?? []), share])
        sum.push({ of: share, times: 1 })
      } else if (present) there += 1
      else sum.push(...once(coming.filter(candidate => candidate.practitionerId === who).map(candidate => candidate.key)))
    }
    const missing = want.minimum.people - there
    if (missing <= 0) return
    const name = `short ${at} ${n}`
    short.push({ name, kind: 'amount', most: missing })
    cost.push({ of: name, times: shortWeight * minutesIn([stretch.interval]) / 60 })
    constraints.push({ sum: [...sum, { of: name, times: 1 }], least: missing, most: null })
  })
  for (const [who, names] of shares) {
    const own = stretch.present.includes(who) ? [] : coming.filter(candidate => candidate.practitionerId === who).map(candidate => candidate.key)
    constraints.push({ sum: [...once(names), ...own.map(of => ({ of, times: -1 }))], least: null, most: stretch.present.includes(who) ? 1 : 0 })
  }
  return { constraints, variables }
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const group = found.get(keyOf(item))
    if (group === undefined) found.set(keyOf(item), [item])
    else group.push(item)
  }
  return found
}

/** One new shift a person and date; rest between one date's shift and the next one's; the week's hours. */
function working({ candidates, restOf, leftIn, weekOf }: RotaQuestion): readonly Constraint[] {
  const constraints: Constraint[] = []
  const byDay = groups(candidates, candidate => `${candidate.practitionerId} ${candidate.date}`)
  for (const [, today] of byDay) {
    const [one] = today
    if (one === undefined) continue
    constraints.push({ sum: once(today.map(candidate => candidate.key)), least: null, most: 1 })
    const tomorrow = byDay.get(`${one.practitionerId} ${addDays(one.date, 1)}`) ?? []
    for (const candidate of today) {
      const tooSoon = tomorrow.filter(next => !goTogether(candidate.interval, next.interval, restOf(candidate.practitionerId)))
      // At most one of tomorrow's is taken, so one row says it for all of them.
      if (tooSoon.length > 0) constraints.push({ sum: once([candidate, ...tooSoon].map(each => each.key)), least: null, most: 1 })
    }
  }
  for (const [, theirs] of groups(candidates, candidate => `${candidate.practitionerId} ${weekOf(candidate.date)}`)) {
    const [one] = theirs
    const left = one === undefined ? null : leftIn(one.practitionerId, weekOf(one.date))
    if (left !== null) constraints.push({ sum: theirs.map(({ key, interval }) => ({ of: key, times: minutesIn([interval]) })), least: null, most: Math.max(0, left) })
  }
  return constraints
}

/** The program whose solution has the fewest hours short, then the fewest new shifts, then the fewest that somebody would rather not work. */
export function rotaProgram(question: RotaQuestion): Program {
  const short: Variable[] = []
  const cost: Term[] = question.candidates.map(({ key, ratherNot, interval }) => ({
    of: key, times: shiftWeight + (ratherNot ? wishWeight : 0) + minuteWeight * minutesIn([interval]),
  }))
  const covered = question.stretches.map((stretch, at) => covering(question, stretch, at, short, cost))
  return {
    variables: [...question.candidates.map(({ key }): Variable => ({ name: key, kind: 'yes-no' })), ...covered.flatMap(({ variables }) => variables), ...short],
    constraints: [...covered.flatMap(({ constraints }) => constraints), ...working(question)], cost,
  }
}
