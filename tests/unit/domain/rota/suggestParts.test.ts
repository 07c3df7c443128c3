import { describe, expect, test } from 'vitest'
import type { Solve } from '../../../../shared/domain/program.ts'
import type { Availability } from '../../../../shared/domain/rota/availability.ts'
import type { StaffingMinimum } from '../../../../shared/domain/rota/minimum.ts'
import { suggestRota } from '../../../../shared/domain/rota/suggest.ts'
import type { ShiftPattern } from '../../../../shared/domain/shift.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import { aCertificationType, aLocation, aPractitioner, aQualification, aServiceType, aShift, aShiftException, competence, date, monday, newId, time } from '../../../support/builders.ts'
import { available, clinic, dystonia, everyDay, lakeside, minimum, neck, people, shortOf, suggest, who } from '../../../support/rotaClinic.ts'

const [tuesday, sunday] = [addDays(monday, 1), addDays(monday, 6)]
const id = (n: number) => people[n]?.id ?? newId<never>()
const works = (n: number, start: string, end: string, overrides: Partial<ShiftPattern> = {}): ShiftPattern =>
  aShift({ practitionerId: id(n), locationId: lakeside.id, start: time(start), end: time(end), ...overrides })
/** Somebody’s shift on another weekday: its hours are usual here. */
const usual = (start: string, end: string, overrides: Partial<ShiftPattern> = {}): ShiftPattern => works(2, start, end, { weekday: 4, ...overrides })
const wish = (start: string, end: string, kind: 'could' | 'rather-not'): Partial<Availability> => ({ weekly: everyDay.map(weekday => ({ weekday, start: time(start), end: time(end), wish: kind })) })

describe('what a suggestion prefers', { timeout: 60_000 }, () => {
  test('few hours short, not few stretches of them', async () => {
    const minimums = [minimum('09:00', '10:00'), minimum('11:00', '11:15'), minimum('11:30', '11:45')]
    const facts = clinic({ shiftPatterns: [usual('11:00', '12:00')] })
    const found = await suggest(facts, minimums, [available(0)])
    expect([who(found), shortOf(found.after)]).toEqual([[[0, monday, '09:00', '10:00']], 30])
  })

  test('few hours short to few shifts', async () => {
    expect(who(await suggest(clinic(), [minimum('09:00', '09:05'), minimum('20:00', '20:05')], [available(0), available(1)]))).toHaveLength(2)
  })

  test('one shift that somebody would rather not work to two that are wished', async () => {
    const facts = clinic({ shiftPatterns: [usual('09:00', '13:00'), usual('13:00', '17:00')] })
    const halves = [available(1, wish('09:00', '13:00', 'could')), available(2, wish('13:00', '17:00', 'could'))]
    expect(who(await suggest(facts, [minimum('09:00', '17:00')], [available(0, wish('09:00', '17:00', 'rather-not')), ...halves]))).toEqual([[0, monday, '09:00', '17:00']])
    expect(who(await suggest(facts, [minimum('09:00', '17:00')], halves))).toHaveLength(2)
  })

  test('the shorter of two shifts that both do', async () => {
    const facts = clinic({ shiftPatterns: [works(1, '09:00', '13:00'), usual('13:00', '17:00'), usual('12:00', '18:00')] })
    expect(who(await suggest(facts, [minimum('09:00', '17:00')], [available(0)]))).toEqual([[0, monday, '13:00', '17:00']])
  })
})

describe('the hours of a suggested shift', { timeout: 60_000 }, () => {
  const split = [minimum('09:00', '12:00'), minimum('13:00', '16:00')]
  const suggested = async (...shiftPatterns: readonly ShiftPattern[]) => who(await suggest(clinic({ shiftPatterns }), split, [available(0)]))

  test('may be those of a shift that recurs at the location on another day', async () => {
    expect(await suggested(usual('09:00', '16:00'))).toEqual([[0, monday, '09:00', '16:00']])
  })

  test('are otherwise those asked for, one shift a person and date', async () => {
    expect(await suggested()).toHaveLength(1)
    expect(await suggested(usual('09:00', '16:00', { presence: 'on-call' }))).not.toContainEqual([0, monday, '09:00', '16:00'])
    expect(await suggested(usual('09:00', '16:00', { locationId: newId() }))).not.toContainEqual([0, monday, '09:00', '16:00'])
  })
})

test('a shift that was taken out of a date may be asked for again', { timeout: 60_000 }, async () => {
  const removed = aShiftException({ practitionerId: id(0), locationId: lakeside.id, kind: 'removed' })
  const found = await suggest(clinic({ shiftPatterns: [works(0, '09:00', '17:00')], shiftExceptions: [removed] }), [minimum('09:00', '17:00')], [available(0)])
  expect([who(found), shortOf(found.before), found.after]).toEqual([[[0, monday, '09:00', '17:00']], 480, []])
})

describe('who is there already', { timeout: 60_000 }, () => {
  test('counts, so that only those are asked who are missing', async () => {
    const facts = clinic({ shiftPatterns: [works(0, '09:00', '17:00')] })
    expect((await suggest(facts, [minimum('09:00', '17:00', { people: 2 })], [available(0), available(1), available(2)])).shifts).toHaveLength(1)
    expect((await suggest(clinic(), [minimum('09:00', '17:00', { people: 2 })], [available(0), available(1), available(2)])).shifts).toHaveLength(2)
  })

  test('may be more than are asked for at one hour, while another is short', async () => {
    const facts = clinic({ shiftPatterns: [works(0, '09:00', '12:00'), works(1, '09:00', '12:00')] })
    expect(who(await suggest(facts, [minimum('09:00', '12:00'), minimum('13:00', '15:00')], [available(2)]))).toEqual([[2, monday, '13:00', '15:00']])
  })

  test('counts only as far as they are certified, and for the hours that they are there', async () => {
    const facts = clinic({ shiftPatterns: [works(0, '09:00', '17:00')], qualifications: people.slice(1).map(({ id: practitionerId }) => aQualification({ practitionerId, certificationTypeId: dystonia.id })) })
    expect(who(await suggest(facts, [minimum('09:00', '17:00')], [available(1)]))).toHaveLength(1)
    expect((await suggest(clinic({ shiftPatterns: [works(0, '09:00', '10:00')] }), [minimum('09:00', '17:00')], [available(1)])).after).toEqual([])
  })
})

describe('minimums that count people apart', { timeout: 60_000 }, () => {
  const head = aServiceType({ competences: [competence('migraine')] })
  const migraine = aCertificationType({ competences: [competence('migraine')] })
  const both = [minimum('09:00', '17:00', { apart: true }), minimum('09:00', '17:00', { apart: true, serviceTypeId: head.id })]
  const facts = (shiftPatterns: readonly ShiftPattern[], migraineurs: readonly number[], necks: readonly number[]) => clinic({
    serviceTypes: [neck, head], certificationTypes: [dystonia, migraine], shiftPatterns,
    qualifications: [...necks.map(n => [n, dystonia] as const), ...migraineurs.map(n => [n, migraine] as const)].map(([n, type]) => aQualification({ practitionerId: id(n), certificationTypeId: type.id })),
  })

  test('share out whoever is there with whoever comes', async () => {
    const found = await suggest(facts([works(0, '09:00', '17:00')], [0, 1], [0]), both, [available(1)])
    expect([who(found), found.after]).toEqual([[[1, monday, '09:00', '17:00']], []])
  })

  test('are met by nobody who does not come', async () => {
    const found = await suggest(facts([], [0], [0, 1]), both, [available(0), available(1)])
    expect([found.shifts.length, found.after]).toEqual([2, []])
  })
})

describe('nobody is asked', { timeout: 60_000 }, () => {
  const day = [minimum('09:00', '17:00')]
  const suggestFor = async (availability: Availability, shiftPatterns: readonly ShiftPattern[], dates = [monday]) => (await suggest(clinic({ shiftPatterns }), day, [availability], dates)).shifts.length

  test('beyond the hours of their week, the shifts counted that stand in it at any location', async () => {
    const week = (maxWeekMinutes: number) => available(0, { maxWeekMinutes, restMinutes: 0 })
    const stands = works(0, '09:00', '17:00', { weekday: 5, through: date('2026-05-10') })
    expect([await suggestFor(week(960), [stands]), await suggestFor(week(959), [stands])]).toEqual([1, 0])
    const branch = aLocation()
    const there = (await suggest(clinic({ locations: [lakeside, branch], shiftPatterns: [{ ...stands, locationId: branch.id }] }), day, [week(959)])).shifts
    expect(there).toEqual([])
    const before = works(0, '09:00', '17:00', { through: monday })
    expect([await suggestFor(week(960), [before], [sunday]), await suggestFor(week(959), [before], [sunday])]).toEqual([1, 0])
  })

  test('beyond them by shifts of another week, or by being on call', async () => {
    const week = available(0, { maxWeekMinutes: 480, restMinutes: 0 })
    const lastSunday = works(0, '09:00', '17:00', { weekday: 7, through: date('2026-05-03') })
    expect([await suggestFor(week, [lastSunday]), await suggestFor(week, [works(0, '18:00', '20:00', { weekday: 3, presence: 'on-call' })])]).toEqual([1, 1])
  })

  test('for more in one week than they work, while Sunday and Monday are two weeks', async () => {
    const week = available(0, { maxWeekMinutes: 480, restMinutes: 0 })
    expect([await suggestFor(week, [], [monday, tuesday]), await suggestFor(week, [], [sunday, addDays(sunday, 1)]), await suggestFor(week, [], [monday, sunday])]).toEqual([1, 2, 1])
  })

  test('for two shifts with too little rest from one date to the next', async () => {
    const minimums = [minimum('14:00', '22:00', { weekdays: [1] }), minimum('06:00', '14:00', { weekdays: [2] })]
    const rested = async (restMinutes: number) => (await suggest(clinic(), minimums, [available(0, { restMinutes })], [monday, tuesday])).shifts.length
    expect([await rested(480), await rested(481)]).toEqual([2, 1])
  })

  test('on a day on which their certificate has ended, or once they have left', async () => {
    const ending = clinic({ qualifications: [aQualification({ practitionerId: id(0), certificationTypeId: dystonia.id, expires: monday })] })
    expect(who(await suggest(ending, day, [available(0)], [monday, tuesday]))).toEqual([[0, monday, '09:00', '17:00']])
    expect((await suggest(clinic({ practitioners: people.map(person => ({ ...person, active: false })) }), day, [available(0)])).shifts).toEqual([])
  })
})

describe('how far a suggestion is proven', () => {
  const five = Array.from({ length: 5 }, () => aPractitioner())
  const facts = clinic({ practitioners: five, qualifications: five.map(({ id: practitionerId }) => aQualification({ practitionerId, certificationTypeId: dystonia.id })) })
  const hours = ['06:00', '08:00', '10:00', '12:00', '14:00', '16:00', '18:00', '20:00']
  const minimums: readonly StaffingMinimum[] = hours.map((start, n) => minimum(start, hours[n + 1] ?? '22:00'))
  const availabilities = five.map(({ id: practitionerId }) => available(0, { practitionerId }))
  const ask = async (days: number, solve: Solve) => suggestRota({ facts, minimums, availabilities, locationId: lakeside.id, dates: Array.from({ length: days }, (_, n) => addDays(monday, n)) }, solve, 30)
  /** Takes the shifts that the test names, and says the same of each program. */
  function taking(chosen: (name: string) => boolean, status: 'optimal' | 'best-found' = 'optimal'): { readonly solve: Solve; readonly programs: string[][] } {
    const programs: string[][] = []
    return { programs, solve: async ({ variables }) => {
      programs.push(variables.map(({ name }) => name))
      return { status: programs.length === 1 ? status : 'optimal', values: new Map(variables.map(({ name }) => [name, chosen(name) ? 1 : 0])) }
    } }
  }
  const ofMonday = (names: readonly string[] = []) => names.filter(name => name.includes(' 2026-05-11 ') && name.startsWith(five[0]?.id ?? 'nobody'))

  test('up to 800 shifts that somebody could work are weighed at once, more of them week by week', async () => {
    const [once, weekly] = [taking(() => false), taking(() => false)]
    expect([(await ask(20, once.solve)).proof, once.programs.length]).toEqual(['proven', 1])
    expect([(await ask(21, weekly.solve)).proof, weekly.programs.length]).toEqual(['by-week', 3])
  })

  test('a week goes by what the week before it decided', async () => {
    const evening = `${five[0]?.id} ${sunday} 20:00 22:00`
    const [free, bound] = [taking(() => false), taking(name => name === evening)]
    await ask(21, free.solve)
    const { shifts, after } = await ask(21, bound.solve)
    expect([ofMonday(free.programs[1]).length, ofMonday(bound.programs[1]).map(name => name.split(' ')[2])]).toEqual([8, ['10:00', '12:00', '14:00', '16:00', '18:00', '20:00']])
    expect(shifts.map(({ key }) => key)).toEqual([evening])
    expect(ofMonday(bound.programs[0])).toEqual([])
    expect(after.some(({ date: on, interval, present }) => on === sunday && present === 0 && interval.end === shifts[0]?.interval.end)).toBe(false)
  })

  test('one week that is not proven leaves the whole unproven', async () => {
    expect((await ask(21, taking(() => false, 'best-found').solve)).proof).toBe('best-found')
    expect((await ask(2, taking(() => false, 'best-found').solve)).proof).toBe('best-found')
  })

  test('nothing is solved where nothing is short or nobody could come', async () => {
    const { solve, programs } = taking(() => false)
    const asked = { facts, minimums, availabilities, locationId: lakeside.id, dates: [monday] }
    const nothing = { shifts: [], before: [], after: [], proof: 'proven' }
    expect(await suggestRota({ ...asked, minimums: [] }, solve, 30)).toEqual(nothing)
    expect(await suggestRota({ ...asked, dates: [] }, solve, 30)).toEqual(nothing)
    expect(await suggestRota({ ...asked, locationId: newId() }, solve, 30)).toEqual(nothing)
    expect(await suggestRota({ ...asked, availabilities: [] }, solve, 30)).toMatchObject({ shifts: [], proof: 'proven' })
    expect(programs).toEqual([])
  })
})
