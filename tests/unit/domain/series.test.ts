import { describe, expect, test } from 'vitest'
import { keptFrom } from '../../../shared/domain/minimumInterval.ts'
import { occurrenceOf, type SeriesTerms, wantedDate } from '../../../shared/domain/series.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { aPatient, at, date, idNumber, newId, openDaily, time } from '../../support/builders.ts'
import { clinic, khansCertificate, khansShift, lakeside, ortizsCertificate, service } from '../../support/smallClinic.ts'

const terms: SeriesTerms = {
  product: '', everyDays: 84, minimumDays: 84, visits: 4, first: date('2026-05-11'), time: time('10:00'), weekday: null, earlyDays: 0, lateDays: 7, performerId: null,
}
const booker = { by: idNumber<never>(0x71), byName: 'Desk', mayOverride: false, reason: null, through: null }

describe('the dates of a series', () => {
  test('come every so many days, on the weekday asked for where the window has one', () => {
    expect([1, 2, 3].map(number => wantedDate(terms, number))).toEqual(['2026-05-11', '2026-08-03', '2026-10-26'])
    expect(wantedDate({ ...terms, weekday: 3 }, 2)).toBe('2026-08-05')
    expect(wantedDate({ ...terms, weekday: 3, lateDays: 1 }, 2)).toBe('2026-08-03')
  })
  test('never lie closer to another visit than the minimum', () => {
    expect(keptFrom(date('2026-08-02'), [date('2026-05-11')], 84)).toBe('2026-08-03')
    expect(keptFrom(date('2026-08-03'), [date('2026-05-11')], 84)).toBeNull()
  })
})

test.each(['America/Chicago', 'Europe/Berlin', 'Europe/London', 'Australia/Sydney', 'America/Santiago', 'Pacific/Auckland'])(
  'four visits in %s stand at the same wall time on both sides of a clock change', (name) => {
    const zone = parseZoneId(name)
    if (zone === null) throw new Error('unknown zone')
    const facts = clinic({
      locations: [{ ...lakeside, zone, openingHours: openDaily('08:00', '18:00') }], shiftPatterns: [khansShift],
      qualifications: [{ ...khansCertificate, expires: date('2028-12-31') }, ortizsCertificate],
    })
    const found = [1, 2, 3, 4].map(number => occurrenceOf(facts, {
      patient: aPatient(), serviceTypeId: service.id, locationId: lakeside.id, zone, terms, number, byHand: null, taken: [], booker, id: newId(), now: at('2026-05-04T08:00'),
    }))
    expect(found.map(row => row.place?.start)).toEqual(['2026-05-11T10:00', '2026-08-03T10:00', '2026-10-26T10:00', '2027-01-18T10:00'])
    expect(new Set(found.map(row => row.offsetMinutes)).size).toBeGreaterThan(1)
  },
)
