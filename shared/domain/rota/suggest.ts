import type { LocationId, PractitionerId } from '../ids.ts'
import type { Solve } from '../program.ts'
import { asId, type ShiftExceptionId } from '../ids.ts'
import type { ShiftException } from '../shift.ts'
import { type Board, boardOf, type Person, type Site } from '../staffing/board.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { dayMs, instant } from '../time/instant.ts'
import { contains, minutesIn, overlaps } from '../time/interval.ts'
import { dayNumber } from '../time/plainDate.ts'
import type { Interval, PlainDate } from '../time/values.ts'
import { dayAt } from '../time/wallClock.ts'
import type { Availability } from './availability.ts'
import { type Candidate, candidatesOn, hoursFor } from './candidates.ts'
import type { StaffingMinimum } from './minimum.ts'
import { rotaProgram, type RotaQuestion } from './program.ts'
import { mayCount, spanOfDates, type UnmetMinimum, unmetMinimums } from './unmet.ts'
import { stretchesOf, wantedOn } from './wanted.ts'

/** New shifts that are proposed, and what would still be short; nothing of it is saved. */
export type Proposal = {
  readonly shifts: readonly Candidate[]
  readonly before: readonly UnmetMinimum[]
  readonly after: readonly UnmetMinimum[]
  /** `by-week`: each week is proven best after the one before it. `best-found`: time ran out somewhere. */
  readonly proof: 'proven' | 'by-week' | 'best-found'
}

type Asked = {
  readonly facts: StaffingFacts
  readonly minimums: readonly StaffingMinimum[]
  readonly availabilities: readonly Availability[]
  readonly locationId: LocationId
  readonly dates: readonly PlainDate[]
}

/** More than this is solved week by week: a whole month at once would take too long to be waited for. */
const mostAtOnce = 800

const weekOf = (date: PlainDate): number => Math.floor((dayNumber(date) + 3) / 7)

const asAdded = (locationId: LocationId, shifts: readonly Candidate[]): readonly ShiftException[] => shifts.map(({ practitionerId, date, start, end }, n) => ({
  // Sorts after every id that time has made, as what is accepted will.
  id: asId<ShiftExceptionId>(`ffffffff-0000-7000-8000-${n.toString(16).padStart(12, '0')}`), version: 1, practitionerId, locationId, date, start, end,
  kind: 'added', presence: 'on-site', note: '',
}))

const everywhere = (person: Person): readonly Interval[] => [...person.attendance.values()].flatMap(({ onSite, onCall }) => [...onSite, ...onCall])

function questionOf({ facts, minimums, availabilities, locationId, dates }: Asked, board: Board, site: Site): RotaQuestion {
  const location = site.location
  const byPerson = new Map(availabilities.map(availability => [availability.practitionerId, availability]))
  const people = new Map(board.people.map(person => [person.id, person]))
  const usual = [...new Map(facts.shiftPatterns.filter(pattern => pattern.locationId === locationId && pattern.presence === 'on-site')
    .map(({ start, end }) => [`${start} ${end}`, { start, end }])).values()].slice(0, 8)
  const known = new Map<string, boolean>()
  const counts: RotaQuestion['counts'] = (who, minimum, at) => {
    const key = `${who} ${minimum.serviceTypeId} ${dayAt(at.start, site.zone)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const person = people.get(who)
    const found = person !== undefined && mayCount(board, site, person, minimum, at)
    known.set(key, found)
    return found
  }
  const stretches: RotaQuestion['stretches'][number][] = []
  const candidates: Candidate[] = []
  const short = new Set(unmetMinimums(facts, minimums, locationId, dates).map(unmet => unmet.date))
  for (const date of dates) {
    if (!short.has(date)) continue
    const wanted = wantedOn(minimums, location, date)
    const hours = hoursFor(wanted, usual, site.zone)
    const own = board.people.flatMap(person => {
      const availability = byPerson.get(person.id)
      return availability === undefined || !person.practitioner.active ? []
        : candidatesOn(person, availability, { locationId, zone: site.zone, date, hours, standing: everywhere(person) })
    }).filter(candidate => wanted.some(want => overlaps(want.interval, candidate.interval) && counts(candidate.practitionerId, want.minimum, want.interval)))
    const here = board.people.flatMap(person => (person.attendance.get(locationId)?.onSite ?? []).map(interval => ({ id: person.id, interval })))
      .filter(({ interval }) => wanted.some(want => overlaps(want.interval, interval)))
    candidates.push(...own)
    for (const stretch of stretchesOf(wanted, [...own, ...here].map(({ interval }) => interval))) {
      stretches.push({ ...stretch, present: [...new Set(here.filter(({ interval }) => contains(interval, stretch.interval)).map(({ id }) => id))] })
    }
  }
  const leftIn = (who: PractitionerId, week: number): number | null => {
    const most = byPerson.get(who)?.maxWeekMinutes ?? null
    const person = people.get(who)
    if (most === null || person === undefined) return null
    const stood = [...person.attendance.values()].flatMap(({ onSite }) => onSite).filter(({ start }) => Math.floor((dayAt(start, site.zone) + 3) / 7) === week)
    return most - minutesIn(stood)
  }
  return { stretches, candidates, counts, restOf: who => byPerson.get(who)?.restMinutes ?? 0, leftIn, weekOf }
}

/** Wide enough for the weeks and the rests that reach over the first and the last date. */
const widened = (span: Interval): Interval => ({ start: instant(span.start - 8 * dayMs), end: instant(span.end + 8 * dayMs) })

/**
 * The fewest new shifts, from people's own availability, that leave the fewest hours of the minimums short on the dates asked.
 * Shifts that stand are never touched. Large months are solved week by week, each after the one before it.
 */
export async function suggestRota(asked: Asked, solve: Solve, seconds: number): Promise<Proposal> {
  const { facts, minimums, locationId, dates } = asked
  const before = unmetMinimums(facts, minimums, locationId, dates)
  const location = facts.locations.find(one => one.id === locationId)
  const span = location === undefined ? null : spanOfDates(dates, location)
  const boardFor = (part: StaffingFacts, around: Interval): Board => boardOf({ ...part, appointments: [] }, widened(around))
  const site = span === null ? undefined : boardFor(facts, span).sites.get(locationId)
  if (before.length === 0 || span === null || site === undefined) return { shifts: [], before, after: before, proof: 'proven' }
  const ask = (part: Asked): RotaQuestion => questionOf(part, boardFor(part.facts, span), site)
  const answer = async (question: RotaQuestion): Promise<{ readonly shifts: readonly Candidate[]; readonly proven: boolean }> => {
    if (question.candidates.length === 0) return { shifts: [], proven: true }
    const { status, values } = await solve(rotaProgram(question), { seconds })
    return { shifts: question.candidates.filter(({ key }) => (values.get(key) ?? 0) > 0.5), proven: status === 'optimal' }
  }
  const whole = ask(asked)
  const byWeek = whole.candidates.length > mostAtOnce
  const parts = byWeek ? [...new Set(dates.map(weekOf))].map(week => dates.filter(date => weekOf(date) === week)) : [dates]
  const shifts: Candidate[] = []
  let proven = true
  for (const part of parts) {
    const question = byWeek ? ask({ ...asked, dates: part, facts: { ...facts, shiftExceptions: [...facts.shiftExceptions, ...asAdded(locationId, shifts)] } }) : whole
    const found = await answer(question)
    shifts.push(...found.shifts)
    proven &&= found.proven
  }
  const after = unmetMinimums({ ...facts, shiftExceptions: [...facts.shiftExceptions, ...asAdded(locationId, shifts)] }, minimums, locationId, dates)
  return { shifts, before, after, proof: proven ? byWeek ? 'by-week' : 'proven' : 'best-found' }
}
