import type { LocationId } from '../ids.ts'
import { type StripCell, stripOf } from '../strip.ts'
import { dayMs, instant } from '../time/instant.ts'
import { overlaps } from '../time/interval.ts'
import { addDays } from '../time/plainDate.ts'
import type { Interval, PlainDate, ZoneId } from '../time/values.ts'
import { dayInterval } from '../time/wallClock.ts'
import { absenceInterval } from '../workingTime.ts'
import { type Island, islandsOf } from './islands.ts'
import { meeting, timelineOf } from './timeline.ts'
import type { Staffing, StaffingFacts } from './types.ts'

type Versioned = { readonly id: string; readonly version: number }
type Asked = { readonly locationId: LocationId; readonly zone: ZoneId; readonly dates: readonly PlainDate[] }
type Kept = { readonly signature: string; readonly cell: StripCell }

type Signed = Island & { readonly signature: string }

type Islands = ReturnType<typeof timelineOf<Signed>>

/** What rows say cannot change without their version. */
const signed = (rows: readonly Versioned[]): string => rows.map(({ id, version }) => `${id}.${version}`).sort().join()

/** A shift that began two days before, and an hour added the day after, still bear on a day; one more for the zones. */
const reachDays = 3

function signaturesOf(facts: StaffingFacts, asked: Asked, islands: Islands): readonly string[] {
  const standing = [
    facts.practitioners, facts.certificationTypes, facts.qualifications, facts.serviceTypes, facts.locations, facts.shiftPatterns, facts.rules,
  ].map(signed).join(';')
  const absences = facts.absences.map(absence => ({ absence, interval: absenceInterval(absence) }))
  return asked.dates.map(date => {
    const day = dayInterval(date, asked.zone)
    const around: Interval = { start: instant(day.start - reachDays * dayMs), end: instant(day.end + reachDays * dayMs) }
    const from = addDays(date, -reachDays)
    const through = addDays(date, reachDays)
    return [
      standing,
      signed(facts.shiftExceptions.filter(exception => exception.date >= from && exception.date <= through)),
      signed(absences.filter(({ interval }) => overlaps(interval, around)).map(({ absence }) => absence)),
      meeting(islands, day).map(island => island.signature).join(),
    ].join('|')
  })
}

/** Runs of neighbouring numbers. */
function runsOf(places: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === place - 1) run[1] = place
    else runs.push([place, place])
  }
  return runs
}

/** What is said of the staffing within a window; it may hang on nothing but these facts. */
type Judge = (facts: StaffingFacts, window: Interval) => Promise<Pick<Staffing, 'verdicts' | 'gaps' | 'fragile' | 'working'>>
export type RememberedStrip = (facts: StaffingFacts, asked: Asked, judge: Judge) => Promise<readonly StripCell[]>

async function workedOut(facts: StaffingFacts, { locationId, zone, dates }: Asked, islands: Islands, judge: Judge): Promise<readonly StripCell[]> {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return []
  const window: Interval = { start: dayInterval(first, zone).start, end: dayInterval(last, zone).end }
  const near = { ...facts, appointments: meeting(islands, window).flatMap(island => island.visits) }
  return stripOf(await judge(near, window), near, locationId, zone, dates)
}

/**
 * A strip that is worked out again only for the days whose facts have changed since it was last asked for. What a day hangs on
 * is told by the versions of its rows, so all facts must come from one store. It answers exactly what `stripOf` would.
 */
export function rememberedStrip(): RememberedStrip {
  const kept = new Map<string, Kept>()
  return async (facts, asked, judge) => {
    const islands = timelineOf(islandsOf(facts.appointments).map((island): Signed => ({ ...island, signature: signed(island.visits) })))
    const signatures = signaturesOf(facts, asked, islands)
    const keyOf = (date: PlainDate): string => `${asked.locationId} ${asked.zone} ${date}`
    // Taken now: another question may be answered while this one waits.
    const cells = asked.dates.map((date, n) => {
      const before = kept.get(keyOf(date))
      return before?.signature === signatures[n] ? before?.cell : undefined
    })
    for (const [first, last] of runsOf(cells.flatMap((cell, n) => (cell === undefined ? [n] : [])))) {
      const made = await workedOut(facts, { ...asked, dates: asked.dates.slice(first, last + 1) }, islands, judge)
      made.forEach((cell, n) => {
        cells[first + n] = cell
        kept.set(keyOf(cell.date), { signature: signatures[first + n] ?? '', cell })
      })
    }
    return cells.flatMap(cell => cell ?? [])
  }
}
