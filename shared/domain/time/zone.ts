import { dayMs, instant } from './instant.ts'
import type { DayNumber } from './plainDate.ts'
import { Temporal } from './temporal.ts'
import type { Instant, ZoneId } from './values.ts'

/** How far ahead one look at a zone's rules is remembered, in days. */
const rememberedDays = 400

const steadyByZone = new Map<ZoneId, Map<DayNumber, number>>()

const zoned = (at: number, zone: ZoneId): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The zone's usual name, or nothing for text that names none. */
function canonical(text: string): string {
  // Temporal takes "+05:00" as a zone too; a fixed offset cannot follow a clinic's clock through the year.
  if (!/^[A-Za-z]/.test(text)) return ''
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId
  } catch {
    return ''
  }
}

const isZoneId = (text: string): text is ZoneId => text !== '' && canonical(text) === text

const known = new Map<string, ZoneId | null>()

/** An IANA zone name in its usual capitals (`america/chicago` becomes `America/Chicago`), or null. */
export function parseZoneId(text: string): ZoneId | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const name = canonical(text)
  const zone = isZoneId(name) ? name : null
  if (known.size > 2_000) known.clear()
  known.set(text, zone)
  return zone
}

const offsetAt = (at: number, zone: ZoneId): number => Math.round(zoned(at, zone).offsetNanoseconds / 1_000_000)

function learn(zone: ZoneId, day: DayNumber, steady: Map<DayNumber, number>): number {
  const from = zoned((day - 1) * dayMs, zone)
  const change = from.getTimeZoneTransition('next')
  // A day is steady when nothing changes from the day before it to the day after it, whatever the zone's offset.
  const lastSteady = change === null ? Infinity : Math.floor(change.epochMilliseconds / dayMs) - 2
  if (lastSteady < day) {
    steady.set(day, NaN)
    return NaN
  }
  const offset = offsetAt((day - 1) * dayMs, zone)
  for (let next = day; next <= lastSteady && next < day + rememberedDays; next += 1) steady.set(next, offset)
  return offset
}

/** The zone's offset from UTC in ms around a day; NaN when a clock change is near and Temporal must be asked. */
export function steadyOffset(zone: ZoneId, day: DayNumber): number {
  let steady = steadyByZone.get(zone)
  if (steady === undefined) {
    steady = new Map()
    steadyByZone.set(zone, steady)
  }
  if (steady.size > 20_000) steady.clear()
  return steady.get(day) ?? learn(zone, day, steady)
}

/** The zone's offset from UTC in ms at an instant. */
export function zoneOffset(at: Instant, zone: ZoneId): number {
  const steady = steadyOffset(zone, Math.floor(at / dayMs))
  return Number.isNaN(steady) ? offsetAt(at, zone) : steady
}

/** What a wall clock's reading names: one instant, two (clocks set back), or none (clocks set forward). */
export type Reading = { readonly kind: 'one' | 'two' | 'none'; readonly earlier: Instant; readonly later: Instant }

const rough = new Map<ZoneId, Map<number, Reading>>()

function askTemporal(wallMs: number, zone: ZoneId): Reading {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
  const earlier = instant(wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds)
  const later = instant(wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds)
  if (earlier === later) return { kind: 'one', earlier, later }
  return { kind: earlier + zoneOffset(earlier, zone) === wallMs ? 'two' : 'none', earlier, later }
}

/**
 * The instants that a wall clock's reading names, `wallMs` being the reading as if the zone were UTC. When there is none,
 * `earlier` and `later` are the reading under the rules after and before the change, as Temporal disambiguates.
 */
export function readWall(wallMs: number, zone: ZoneId): Reading {
  const steady = steadyOffset(zone, Math.floor(wallMs / dayMs))
  if (!Number.isNaN(steady)) {
    const at = instant(wallMs - steady)
    return { kind: 'one', earlier: at, later: at }
  }
  let readings = rough.get(zone)
  if (readings === undefined) {
    readings = new Map()
    rough.set(zone, readings)
  }
  const before = readings.get(wallMs)
  if (before !== undefined) return before
  const reading = askTemporal(wallMs, zone)
  if (readings.size > 20_000) readings.clear()
  readings.set(wallMs, reading)
  return reading
}
