import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { dateOfDay, dayNumber } from '../../../../shared/domain/time/plainDate.ts'
import { Temporal } from '../../../../shared/domain/time/temporal.ts'
import type { PlainDate, WallDateTime, ZoneId } from '../../../../shared/domain/time/values.ts'
import {
  dateAt, dateOf, dayInterval, instantsOf, minutesOfDay, parseWallDateTime, parseWallTime, plannedInstant, plannedInterval,
  spanOf, startOfDay, timeOf, typedTime, wallAt, wallDateTime, wallInstant, wallTimeAt,
} from '../../../../shared/domain/time/wallClock.ts'
import { parseZoneId, zoneOffset } from '../../../../shared/domain/time/zone.ts'
import { cases } from '../../../support/cases.ts'
import { date, time, unreadable, wall, zone } from '../../../support/builders.ts'

const chicago = zone('America/Chicago')
const hour = 3_600_000
const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

describe('a zone', () => {
  test.each(['America/Chicago', 'UTC', 'Asia/Kathmandu', 'EST5EDT', 'Etc/GMT+5'])('%s is one', (name) => {
    expect(parseZoneId(name)).toBe(name)
    expect(parseZoneId(name)).toBe(name)
  })
  test('is given its usual capitals', () => { expect(parseZoneId('america/chicago')).toBe('America/Chicago') })
  test.each(['', '+05:00', '-06', 'Mars/Base', 'America/Chicago ', '2026-01-01', '2026-01-01T00:00Z[America/Chicago]', '+00:00[Europe/Berlin]', 'T00:00[Europe/Berlin]', 'Z', 'Europe/Berlin]'])('%j is none', (name) => {
    expect(parseZoneId(name)).toBeNull()
  })
})

describe('wall times', () => {
  test.each(['00:00', '09:05', '19:59', '23:59'])('%s is one', (text) => { expect(parseWallTime(text)).toBe(text) })
  test.each(['24:00', '9:00', '12:60', '12:5', '12:00:00', ' 12:00', '12-00'])('%s is none', (text) => { expect(parseWallTime(text)).toBeNull() })
  test.each(['2026-02-30T10:00', '2026-02-03 10:00', '2026-02-03T24:00', '2026-02-03T10:00Z', '2026-02-03'])('%s is no date and time', (text) => {
    expect(parseWallDateTime(text)).toBeNull()
  })
  test('come apart and together', () => {
    const both = parseWallDateTime('2026-02-03T10:05')
    expect(both).toBe(wallDateTime(date('2026-02-03'), time('10:05')))
    expect(both && [dateOf(both), timeOf(both)]).toEqual(['2026-02-03', '10:05'])
    expect(wallTimeAt(605)).toBe('10:05')
    expect(minutesOfDay(time('10:05'))).toBe(605)
    expect(() => wallTimeAt(1440)).toThrow('not a wall clock')
  })
})

describe('when the clocks go forward (Chicago, 8 March 2026, 02:00 to 03:00)', () => {
  const day = date('2026-03-08')
  test('the day has 23 hours', () => {
    const whole = dayInterval(day, chicago)
    expect(whole.end - whole.start).toBe(23 * hour)
    expect(whole.start).toBe(utc('2026-03-08T06:00Z'))
  })
  test('a typed 02:30 does not exist', () => {
    expect(typedTime(day, time('02:30'), chicago)).toEqual({ ok: false, problem: { code: 'no-such-time', time: '2026-03-08T02:30' } })
    expect(typedTime(day, time('02:30'), chicago, 'later').ok).toBe(false)
    expect(instantsOf(wall('2026-03-08T02:30'), chicago)).toEqual([])
  })
  test.each([['01:59', '2026-03-08T07:59Z'], ['03:00', '2026-03-08T08:00Z']])('a typed %s is plain', (text, at) => {
    expect(typedTime(day, time(text), chicago)).toEqual({ ok: true, value: utc(at) })
  })
  test('a shift planned for 02:30 begins at 03:30', () => {
    expect(plannedInstant(dayNumber(day), 150, chicago)).toBe(utc('2026-03-08T08:30Z'))
    expect(wallInstant(wall('2026-03-08T02:30'), chicago)).toBe(utc('2026-03-08T08:30Z'))
    expect(wallInstant(wall('2026-03-08T02:30'), chicago, 'later')).toBe(utc('2026-03-08T08:30Z'))
  })
  test('a shift from 02:30 to 03:10 leaves nothing', () => {
    expect(plannedInterval(dayNumber(day), time('02:30'), time('03:10'), chicago)).toEqual({ start: utc('2026-03-08T08:30Z'), end: utc('2026-03-08T08:30Z') })
  })
})

describe('when the clocks go back (Chicago, 1 November 2026, 02:00 to 01:00)', () => {
  const day = date('2026-11-01')
  test('the day has 25 hours', () => {
    const whole = dayInterval(day, chicago)
    expect(whole.end - whole.start).toBe(25 * hour)
  })
  test('a typed 01:30 is asked about, and answered with a fold', () => {
    expect(typedTime(day, time('01:30'), chicago)).toEqual({ ok: false, problem: { code: 'ambiguous-time', time: '2026-11-01T01:30' } })
    expect(typedTime(day, time('01:30'), chicago, 'earlier')).toEqual({ ok: true, value: utc('2026-11-01T06:30Z') })
    expect(typedTime(day, time('01:30'), chicago, 'later')).toEqual({ ok: true, value: utc('2026-11-01T07:30Z') })
    expect(instantsOf(wall('2026-11-01T01:30'), chicago)).toEqual([utc('2026-11-01T06:30Z'), utc('2026-11-01T07:30Z')])
  })
  test.each([['00:59', '2026-11-01T05:59Z'], ['02:00', '2026-11-01T08:00Z']])('a typed %s is plain', (text, at) => {
    expect(typedTime(day, time(text), chicago)).toEqual({ ok: true, value: utc(at) })
  })
  test('a planned 01:30 is the first', () => {
    expect(plannedInstant(dayNumber(day), 90, chicago)).toBe(utc('2026-11-01T06:30Z'))
    expect(wallInstant(wall('2026-11-01T01:30'), chicago)).toBe(utc('2026-11-01T06:30Z'))
    expect(wallInstant(wall('2026-11-01T01:30'), chicago, 'later')).toBe(utc('2026-11-01T07:30Z'))
  })
})

describe('planned hours', () => {
  const day = dayNumber(date('2026-05-04'))
  test('that end at or before their start end the next day', () => {
    expect(plannedInterval(day, time('22:00'), time('06:00'), chicago)).toEqual({ start: utc('2026-05-05T03:00Z'), end: utc('2026-05-05T11:00Z') })
    const round = plannedInterval(day, time('08:00'), time('08:00'), chicago)
    expect(round && round.end - round.start).toBe(24 * hour)
  })
  test.each([['xx:00', '10:00'], ['10:00', '25:00']])('%s to %s are none', (from, to) => {
    expect(plannedInterval(day, unreadable(from), unreadable(to), chicago)).toBeNull()
  })
  test('span minutes', () => {
    expect(spanOf(instant(1000), 2)).toEqual({ start: 1000, end: 121_000 })
  })
})

test('midnight that is skipped begins the day at one (Sao Paulo, 4 November 2018)', () => {
  expect(startOfDay(dayNumber(date('2018-11-04')), zone('America/Sao_Paulo'))).toBe(utc('2018-11-04T03:00Z'))
})

test('a date that a zone skipped has no hours (Apia, 30 December 2011)', () => {
  const skipped = dayInterval(date('2011-12-30'), zone('Pacific/Apia'))
  expect(skipped.end - skipped.start).toBe(0)
})

const zones = ['America/Chicago', 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'America/Sao_Paulo', 'Europe/Dublin', 'Asia/Tehran'].map(zone)
const anyZone: fc.Arbitrary<ZoneId> = fc.constantFrom(...zones)
const anyInstant = fc.integer({ min: utc('2008-01-01T00:00Z'), max: utc('2032-01-01T00:00Z') }).map((ms) => instant(Math.floor(ms / 60_000) * 60_000))

// Minutes around every clock change of the zones above, where the fast path must give way.
const nearChanges = anyZone.chain((tz) => fc.record({
  tz: fc.constant(tz),
  ms: fc.integer({ min: utc('2009-01-01T00:00Z'), max: utc('2031-01-01T00:00Z') }).chain((from) => {
    const change = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(tz).getTimeZoneTransition('next')
    return fc.integer({ min: -3000, max: 3000 }).map((minutes) => instant((change?.epochMilliseconds ?? Math.floor(from / 60_000) * 60_000) + minutes * 60_000))
  }),
}))

function agrees(tz: ZoneId, ms: ReturnType<typeof instant>): void {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tz)
  const shown = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
  expect(wallAt(ms, tz)).toBe(shown)
  expect(dateAt(ms, tz)).toBe(zoned.toPlainDate().toString())
  expect(zoneOffset(ms, tz)).toBe(zoned.offsetNanoseconds / 1e6)
  const reading = wallAt(ms, tz)
  expect(instantsOf(reading, tz)).toContain(ms)
  expect(wallInstant(reading, tz)).toBe(Temporal.PlainDateTime.from(reading).toZonedDateTime(tz, { disambiguation: 'compatible' }).epochMilliseconds)
}

test('the quick way round Temporal gives what Temporal gives', () => {
  fc.assert(fc.property(anyZone, anyInstant, agrees), { numRuns: cases(500) })
})

test('and so it does around every clock change', () => {
  fc.assert(fc.property(nearChanges, ({ tz, ms }) => { agrees(tz, ms) }), { numRuns: cases(1500) })
})

test('planned and typed times agree with Temporal, skipped ones included', () => {
  fc.assert(fc.property(nearChanges, fc.integer({ min: 0, max: 1439 }), ({ tz, ms }, minutes) => {
    const day = dayNumber(dateAt(ms, tz))
    const text: WallDateTime = wallDateTime(dateOfDay(day), wallTimeAt(minutes))
    const plain = Temporal.PlainDateTime.from(text)
    const expected = plain.toZonedDateTime(tz, { disambiguation: 'compatible' }).epochMilliseconds
    expect(plannedInstant(day, minutes, tz)).toBe(expected)
    const day0: PlainDate = dateOf(text)
    const typed = typedTime(day0, timeOf(text), tz)
    let strict: number | null
    try {
      strict = plain.toZonedDateTime(tz, { disambiguation: 'reject' }).epochMilliseconds
    } catch {
      strict = null
    }
    expect(typed.ok ? typed.value : null).toBe(strict)
  }), { numRuns: cases(1000) })
})
