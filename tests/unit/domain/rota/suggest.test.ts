import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goTogether } from '../../../../shared/domain/rota/candidates.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import { anAbsence, aServiceType, aShift, between, competence, monday, newId, time, wall } from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'
import { available, clinic, everyDay, lakeside, minimum, neck, people, shortOf, suggest, who } from '../../../support/rotaClinic.ts'

describe('a suggested rota', { timeout: 60_000 }, () => {
  const day = minimum('09:00', '17:00')
  test('asks somebody available, and rather one who wishes it', async () => {
    const [reluctant, willing] = [available(0, { weekly: everyDay.map(weekday => ({ weekday, start: time('00:00'), end: time('00:00'), wish: 'rather-not' as const })) }), available(1)]
    expect(who(await suggest(clinic(), [day], [reluctant, willing]))).toEqual([[1, monday, '09:00', '17:00']])
    expect(who(await suggest(clinic(), [day], [reluctant]))).toEqual([[0, monday, '09:00', '17:00']])
  })
  test('asks nobody without availability, away, uncertified, or beyond their hours, and says what stays short', async () => {
    const none = { shifts: [], proof: 'proven' }
    expect(await suggest(clinic(), [day], [])).toMatchObject(none)
    expect(await suggest(clinic({ absences: [anAbsence({ practitionerId: people[0]?.id ?? newId(), start: wall('2026-05-04T16:00') })] }), [day], [available(0)])).toMatchObject(none)
    expect(await suggest(clinic({ qualifications: [] }), [day], [available(0)])).toMatchObject(none)
    const spent = await suggest(clinic(), [day], [available(0, { maxWeekMinutes: 479 })])
    expect({ shifts: spent.shifts, short: shortOf(spent.after) }).toEqual({ shifts: [], short: 480 })
  })
  test('takes the hours of a date instead of the weekday’s, and rests people from the shifts that stand', async () => {
    expect(who(await suggest(clinic(), [day], [available(0, { dated: [{ date: monday, start: time('12:00'), end: time('13:00'), wish: 'could' }] })]))).toEqual([])
    const night = aShift({ practitionerId: people[0]?.id ?? newId(), locationId: lakeside.id, weekday: 7, start: time('18:00'), end: time('00:00') })
    expect(who(await suggest(clinic({ shiftPatterns: [night] }), [day], [available(0)]))).toEqual([])
    expect(who(await suggest(clinic({ shiftPatterns: [night] }), [day], [available(0, { restMinutes: 540 })]))).toHaveLength(1)
  })
  test('does nothing where every minimum is met, and needs one person for two that may share', async () => {
    expect(await suggest(clinic({ shiftPatterns: [aShift({ practitionerId: people[0]?.id ?? newId(), locationId: lakeside.id })] }), [day], [available(0)])).toMatchObject({ shifts: [], before: [] })
    const second = aServiceType({ competences: [competence('cervical-dystonia')] })
    const both = (apart: boolean) => [minimum('09:00', '17:00', { apart }), minimum('09:00', '17:00', { apart, serviceTypeId: second.id })]
    const facts = clinic({ serviceTypes: [neck, second] })
    expect((await suggest(facts, both(false), [available(0), available(1)])).shifts).toHaveLength(1)
    expect((await suggest(facts, both(true), [available(0), available(1)])).shifts).toHaveLength(2)
  })
})

test('no rota found by trying all of them is shorter of people, and none as good has fewer shifts', { timeout: 300_000 }, async () => {
  const shifts = [['06:00', '12:00'], ['12:00', '18:00'], ['18:00', '00:00']] as const
  const anyOffer = fc.record({ days: fc.subarray([0, 1, 2]), most: fc.constantFrom(null, 360, 720), rest: fc.constantFrom(0, 600, 780) })
  await fc.assert(fc.asyncProperty(fc.array(anyOffer, { minLength: 1, maxLength: 2 }), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), async (offers, wanted) => {
    const dates = [monday, addDays(monday, 1), addDays(monday, 2)]
    const availabilities = offers.map(({ days, most, rest }, n) => available(n, {
      weekly: days.map(offset => ({ weekday: everyDay[offset] ?? 1, start: time('06:00'), end: time('00:00'), wish: 'could' as const })), maxWeekMinutes: most, restMinutes: rest,
    }))
    const minimums = shifts.flatMap(([start, end], n) => ((wanted[n] ?? 0) === 0 ? [] : [minimum(start, end, { people: wanted[n] ?? 1 })]))
    const found = await suggest(clinic(), minimums, availabilities, dates)
    // Each person by themselves: every set of shifts that they may work, one a date.
    const choices = offers.map(({ days, most, rest }) => days.reduce<readonly (readonly { readonly at: string; readonly interval: ReturnType<typeof between> }[])[]>((sets, offset) => {
      const on = dates[offset] ?? monday
      return sets.flatMap(set => [set, ...shifts.map(([start, end]) => ({
        at: `${on} ${start}`, interval: between(`${on}T${start}`, end === '00:00' ? `${addDays(on, 1)}T00:00` : `${on}T${end}`),
      })).filter(shift => set.every(other => goTogether(other.interval, shift.interval, rest))).map(shift => [...set, shift])])
    }, [[]]).filter(set => most === null || set.length * 360 <= most))
    let best = { short: Infinity, count: Infinity }
    for (const one of choices[0] ?? [[]]) for (const other of choices[1] ?? [[]]) {
      const all = [...one, ...other]
      const short = dates.flatMap(on => shifts.map(([start], n) => Math.max(0, (wanted[n] ?? 0) - all.filter(shift => shift.at === `${on} ${start}`).length) * 360)).reduce((sum, n) => sum + n, 0)
      if (short < best.short || (short === best.short && all.length < best.count)) best = { short, count: all.length }
    }
    expect({ short: shortOf(found.after), count: found.shifts.length, proof: found.proof }).toEqual({ ...best, proof: 'proven' })
  }), { numRuns: cases(40), seed: 20261126 })
})
