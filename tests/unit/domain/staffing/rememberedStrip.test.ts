import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { rememberedStrip } from '../../../../shared/domain/staffing/rememberedStrip.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { type StripCell, stripOf } from '../../../../shared/domain/strip.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { dateAt, dayInterval } from '../../../../shared/domain/time/wallClock.ts'
import { anyCase } from '../../../support/arbitraryFacts.ts'
import { anAbsence, aShiftException, clinicZone, date, idNumber, time, wall } from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'
import { aVisit, clinic, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsShift, service } from '../../../support/smallClinic.ts'

type Kind = 'appointments' | 'absences' | 'shiftExceptions' | 'qualifications' | 'shiftPatterns' | 'serviceTypes'

/** Facts with one row amended or taken away; an amended row has another version, as in a store. */
function edited(facts: StaffingFacts, other: StaffingFacts, kind: Kind, n: number, away: boolean): StaffingFacts {
  const rows: readonly { readonly id: string; readonly version: number }[] = facts[kind]
  const place = n % Math.max(1, rows.length)
  const instead = other[kind][n % Math.max(1, other[kind].length)]
  return {
    ...facts,
    [kind]: rows.flatMap((row, i) => {
      if (i !== place) return [row]
      return away || instead === undefined ? [] : [{ ...instead, id: row.id, version: row.version + 1 }]
    }),
  }
}

test('a remembered strip says after every edit what a new one says', { timeout: 120_000 }, async () => {
  const kinds = fc.constantFrom<Kind[]>('appointments', 'absences', 'shiftExceptions', 'qualifications', 'shiftPatterns', 'serviceTypes')
  const edits = fc.array(fc.record({ kind: kinds, n: fc.nat(30), away: fc.boolean() }), { minLength: 1, maxLength: 4 })
  const judge = async (facts: StaffingFacts, part: Interval) => assessStaffing(facts, part)
  await fc.assert(fc.asyncProperty(anyCase(), anyCase(), edits, async (one, other, changes) => {
    const [location] = one.facts.locations
    if (location === undefined) return
    const dates = [-2, -1, 0, 1, 2].map(days => addDays(one.day, days))
    const asked = { locationId: location.id, zone: clinicZone, dates }
    const window = { start: dayInterval(addDays(one.day, -2), clinicZone).start, end: dayInterval(addDays(one.day, 2), clinicZone).end }
    const anew = (facts: StaffingFacts): readonly StripCell[] => stripOf(assessStaffing(facts, window), facts, location.id, clinicZone, dates)
    const remembered = rememberedStrip()
    let facts = one.facts
    expect(await remembered(facts, asked, judge)).toEqual(anew(facts))
    for (const { kind, n, away } of changes) {
      facts = edited(facts, other.facts, kind, n, away)
      expect(await remembered(facts, asked, judge)).toEqual(anew(facts))
    }
  }), { numRuns: cases(1500) })
})

// A week of the small clinic, Khan there every day.
const daily = ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => ({ ...khansShift, id: idNumber<typeof khansShift.id>(0x600 + weekday), weekday }))
const first = aVisit({ id: idNumber(0x901), start: wall('2026-05-05T10:00') })
const second = aVisit({ id: idNumber(0x902), start: wall('2026-05-08T10:00') })
const week = clinic({ shiftPatterns: [...daily, ortizsShift], appointments: [first, second] })
const dates = [3, 4, 5, 6, 7, 8, 9].map(day => date(`2026-05-0${day}`))

/** A strip of that week, and the days for which its judge was asked since last time. */
function watched() {
  const remembered = rememberedStrip()
  return async (facts: StaffingFacts, days = dates, location = lakeside) => {
    const judged: string[] = []
    const cells = await remembered(facts, { locationId: location.id, zone: clinicZone, dates: days }, async (near, window) => {
      judged.push(`${dateAt(window.start, clinicZone).slice(8)} to ${dateAt(window.end, clinicZone).slice(8)}`)
      return assessStaffing(near, window)
    })
    expect(cells).toEqual(anew(facts, days, location))
    return judged
  }
}
function anew(facts: StaffingFacts, days: typeof dates, { id } = lakeside): readonly StripCell[] {
  const [from, through] = [days[0], days.at(-1)]
  if (from === undefined || through === undefined) return []
  return stripOf(assessStaffing(facts, { start: dayInterval(from, clinicZone).start, end: dayInterval(through, clinicZone).end }), facts, id, clinicZone, days)
}
const amended = <T extends { readonly version: number }>(row: T, change: Partial<T>): T => ({ ...row, ...change, version: row.version + 1 })

describe('of a strip asked for again, days are worked out anew', () => {
  const after = async (change: Partial<StaffingFacts>, before: Partial<StaffingFacts> = {}) => {
    const ask = watched()
    expect(await ask({ ...week, ...before })).toEqual(['03 to 10'])
    return ask({ ...week, ...before, ...change })
  }

  test('none where nothing has changed, whatever the order of the rows', async () => {
    expect(await after({})).toEqual([])
    expect(await after({ appointments: [second, first], shiftPatterns: week.shiftPatterns.toReversed() })).toEqual([])
  })

  test('the day of a visit that was moved, booked or cancelled, and where it was before', async () => {
    expect(await after({ appointments: [amended(first, { status: 'cancelled' }), second] })).toEqual(['05 to 06'])
    expect(await after({ appointments: [first] })).toEqual(['08 to 09'])
    const moved = aVisit({ ...first, start: wall('2026-05-07T10:00'), version: 2 })
    expect(await after({ appointments: [{ ...moved, interval: aVisit({ start: wall('2026-05-07T10:00') }).interval }, second] })).toEqual(['05 to 06', '07 to 08'])
  })

  test('days beside one another in one go', async () => {
    const third = aVisit({ id: idNumber(0x903), start: wall('2026-05-06T10:00') })
    expect(await after({ appointments: [amended(first, { performerId: ortiz.id }), amended(third, { performerId: null }), second] }, { appointments: [first, third, second] })).toEqual(['05 to 07'])
  })

  test('both days of a visit across midnight', async () => {
    const night = aVisit({ id: idNumber(0x903), start: wall('2026-05-06T23:30'), minutes: 60 })
    expect(await after({ appointments: [first, second, night] })).toEqual(['06 to 08'])
  })

  test('all of them for a person, a paper, a service, a shift or hours of the location', async () => {
    const changes: readonly Partial<StaffingFacts>[] = [
      { practitioners: [amended(khan, { active: false }), ortiz] }, { qualifications: [amended(khansCertificate, { status: 'revoked' })] }, { serviceTypes: [amended(service, { minutes: 45 })] },
      { shiftPatterns: daily }, { locations: [amended(lakeside, { openingHours: [] })] }, { certificationTypes: [] },
    ]
    for (const change of changes) expect(await after(change), Object.keys(change).join()).toEqual(['03 to 10'])
  })

  test('those near an absence or a changed shift, and not those far from it', async () => {
    const away = anAbsence({ practitionerId: khan.id, start: wall('2026-05-09T00:00'), end: wall('2026-05-10T00:00') })
    const farAway = anAbsence({ practitionerId: khan.id, start: wall('2026-05-20T00:00'), end: wall('2026-05-21T00:00') })
    const off = aShiftException({ practitionerId: khan.id, locationId: lakeside.id, date: date('2026-05-09') })
    expect(await after({ absences: [away] })).toEqual(['06 to 10'])
    expect(await after({ absences: [{ ...away, start: wall('2026-05-03T00:00'), end: wall('2026-05-04T00:00') }] })).toEqual(['03 to 07'])
    expect(await after({ absences: [farAway] })).toEqual([])
    expect(await after({ shiftExceptions: [off] })).toEqual(['06 to 10'])
    expect(await after({ shiftExceptions: [{ ...off, date: date('2026-05-03') }] })).toEqual(['03 to 07'])
    expect(await after({ shiftExceptions: [amended(off, { kind: 'added', start: time('17:00'), end: time('18:00') })] }, { shiftExceptions: [off] })).toEqual(['06 to 10'])
    for (const day of ['2026-04-25', '2026-05-20']) expect(await after({ shiftExceptions: [{ ...off, date: date(day) }] }), day).toEqual([])
  })
})

test('a strip remembers each location and each day for itself', async () => {
  const ask = watched()
  const hillside = { ...lakeside, id: idNumber<typeof lakeside.id>(0x10) }
  const facts = { ...week, locations: [lakeside, hillside] }
  expect(await ask(facts, dates.slice(0, 3))).toEqual(['03 to 06'])
  expect(await ask(facts, dates.slice(0, 3), hillside)).toEqual(['03 to 06'])
  expect(await ask(facts, dates.slice(1, 5))).toEqual(['06 to 08'])
  expect(await ask(facts, [])).toEqual([])
})
