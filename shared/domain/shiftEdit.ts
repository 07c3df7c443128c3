import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { Absence, ShiftPattern } from './shift.ts'
import { instant } from './time/instant.ts'
import { firstOverlap, normalize } from './time/interval.ts'
import { type DayNumber, dayNumber, daySpan } from './time/plainDate.ts'
import { recurringDays } from './time/recurrence.ts'
import { readRule, ruleOf } from './time/recurrenceRule.ts'
import type { Interval, WallDateTime, ZoneId } from './time/values.ts'
import { dateOf, minutesOfDay, parseWallDateTime, timeOf, type TimeProblem, typedTime } from './time/wallClock.ts'
import { parseZoneId } from './time/zone.ts'
import { invalid, type Invalid, tidyLine } from './typed.ts'

export type ShiftPatternFields = Omit<ShiftPattern, 'id' | 'version'>
export type AbsenceFields = Omit<Absence, 'id' | 'version'>

const dayMinutes = 1440

/** Two rules that ever meet do so within two years, but for pauses that nobody plans by. */
const lookedAhead = 731

/** Every time a shift comes within so many days of one on which both could, on one clock that runs through. */
function stretchesFrom(pattern: ShiftPatternFields, start: DayNumber): readonly Interval[] {
  const end = Math.min(daySpan(null, pattern.through).end, start + lookedAhead)
  const length = minutesOfDay(pattern.end) - minutesOfDay(pattern.start) + (pattern.end <= pattern.start ? dayMinutes : 0)
  return recurringDays(pattern.weekday, pattern.rule, pattern.from, start, end).map(day => {
    const from = day * dayMinutes + minutesOfDay(pattern.start)
    return { start: instant(from), end: instant(from + length) }
  })
}

/** True when both recur so that some hour belongs to both; the night before the later one begins may still reach into it. */
function meet(a: ShiftPatternFields, b: ShiftPatternFields): boolean {
  const start = Math.max(dayNumber(a.from), dayNumber(b.from)) - 1
  const theirs = normalize(stretchesFrom(b, start))
  return stretchesFrom(a, start).some(mine => firstOverlap(theirs, mine) !== null)
}

/** True when both would have one person at work twice at the same hour: at two places, or twice at one. */
function clashes(a: ShiftPatternFields, b: ShiftPatternFields): boolean {
  const alike = a.presence === b.presence && (a.locationId === b.locationId || a.presence === 'on-site')
  return a.practitionerId === b.practitionerId && alike && meet(a, b)
}

/** A recurring shift that may be kept beside the person's others; refused where it would have them at work twice at once. */
export function decideShiftPattern(
  fields: ShiftPatternFields, others: readonly ShiftPattern[],
): Result<ShiftPatternFields, Invalid | Extract<Problem, { code: 'duplicate' }>> {
  if (fields.through !== null && fields.through < fields.from) return err(invalid({ path: 'through', message: 'ends-before-it-begins' }))
  const rule = fields.rule === null ? null : readRule(fields.rule)
  if (fields.rule !== null && rule?.weekday !== fields.weekday) return err(invalid({ path: 'rule', message: 'recurrence-unreadable' }))
  const kept = { ...fields, rule: rule === null ? null : ruleOf(rule.weekday, rule.repeat) }
  return others.some(other => clashes(kept, other)) ? err({ code: 'duplicate', what: 'shift' }) : ok(kept)
}

/** A typed bound of an absence: 00:00 means "from the day's beginning" even where the clock skips midnight or shows it twice. */
function boundProblem(wall: WallDateTime, zone: ZoneId): TimeProblem | null {
  if (parseWallDateTime(wall) === null) return { code: 'no-such-time', time: wall }
  const typed = typedTime(dateOf(wall), timeOf(wall), zone)
  return typed.ok || timeOf(wall) === '00:00' ? null : typed.problem
}

/** An absence that may be kept; times that the clock skips or shows twice are asked about. */
export function decideAbsence(fields: AbsenceFields): Result<AbsenceFields, Invalid | TimeProblem> {
  const zone = parseZoneId(fields.zone)
  if (zone === null) return err(invalid({ path: 'zone', message: 'zone-unknown' }))
  const problem = boundProblem(fields.start, zone) ?? boundProblem(fields.end, zone)
  if (problem !== null) return err(problem)
  if (fields.end <= fields.start) return err(invalid({ path: 'end', message: 'ends-before-it-begins' }))
  return ok({ ...fields, zone, note: tidyLine(fields.note) })
}
