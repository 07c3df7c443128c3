import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { rememberedStrip } from '../../../../shared/domain/staffing/rememberedStrip.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { type StripCell, stripOf } from '../../../../shared/domain/strip.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { dayInterval } from '../../../../shared/domain/time/wallClock.ts'
import { anyCase } from '../../../support/arbitraryFacts.ts'
import { clinicZone } from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'

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
