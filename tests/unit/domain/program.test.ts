import { describe, expect, test } from 'vitest'
import { costOf, type Program, programText, satisfies } from '../../../shared/domain/program.ts'

const program = (overrides: Partial<Program> = {}): Program => ({
  variables: [{ name: 'moved', kind: 'yes-no' }, { name: 'shifts', kind: 'whole', most: 5 }, { name: 'hours', kind: 'amount', most: 8 }, { name: 'called', kind: 'yes-no' }, { name: 'days', kind: 'whole', most: 7 }],
  constraints: [], cost: [], ...overrides,
})
const valued = (overrides: Readonly<Record<string, number>> = {}) => new Map(Object.entries({ moved: 1, shifts: 2, hours: 2.5, called: 0, days: 7, ...overrides }))

describe('values', () => {
  test.each([
    ['in their bounds', {}, true], ['at the least they may be', { moved: 0, shifts: 0, hours: 0, days: 0 }, true], ['at the most they may be', { moved: 1, shifts: 5, hours: 8 }, true],
    ['as little off as a solver’s', { shifts: 2.000_009, hours: -0.000_009, moved: 1.000_009 }, true], ['of a whole number that is none', { shifts: 2.001 }, false],
    ['of a yes or no that is neither', { moved: 0.5 }, false], ['of a yes that is more', { moved: 2 }, false], ['below nothing', { hours: -0.001 }, false], ['of a whole number below nothing', { shifts: -1 }, false],
    ['of an amount above its most', { hours: 8.001 }, false], ['of a whole number above its most', { shifts: 6 }, false],
  ] as const)('%s', (_, values, good) => { expect(satisfies(program(), valued(values))).toBe(good) })

  test('of which one is missing are no solution', () => {
    const values = valued()
    values.delete('called')
    expect(satisfies(program(), values)).toBe(false)
  })

  test.each([
    [2, null, 2, true], [2, null, 1.99, false], [null, 2, 2, true], [null, 2, 2.01, false], [2, 3, 2.5, true], [2, 3, 3.5, false], [2, 3, 1.5, false], [2, 2, 2, true], [2, 2, 2.5, false],
    [null, null, 8, true], [2, null, 1.999_995, true], [null, 2, 2.000_005, true],
  ] as const)('keep a sum between %s and %s: %s, %s', (least, most, hours, good) => {
    const constraint = { sum: [{ of: 'hours', times: 1 }], least, most }
    expect(satisfies(program({ constraints: [constraint] }), valued({ hours }))).toBe(good)
    expect(satisfies(program({ constraints: [{ ...constraint, sum: [] , least: null, most: null }, constraint] }), valued({ hours }))).toBe(good)
  })

  test('cost what their terms say, and nothing that can be told where one is missing', () => {
    const cost = [{ of: 'hours', times: 2 }, { of: 'shifts', times: -1 }]
    expect(costOf(program({ cost }), valued())).toBe(3)
    expect(costOf(program(), valued())).toBe(0)
    expect(costOf(program({ cost: [{ of: 'nothing', times: 1 }] }), valued())).toBeNaN()
  })
})

describe('a program as text', () => {
  test('has its cost, its constraints, its bounds and its kinds, in the CPLEX LP format', () => {
    const constraints = [
      { sum: [{ of: 'moved', times: 1 }, { of: 'called', times: 1 }], least: 1, most: 1 }, { sum: [{ of: 'hours', times: 1 }, { of: 'shifts', times: -8 }], least: null, most: 0 },
      { sum: [{ of: 'days', times: 0 }, { of: 'hours', times: 0.5 }], least: 1, most: 4 }, { sum: [], least: 0, most: 0 }, { sum: [{ of: 'days', times: 1 }], least: null, most: null },
      { sum: [{ of: 'days', times: 1 }], least: 0, most: null },
    ]
    expect(programText(program({ constraints, cost: [{ of: 'moved', times: 3 }, { of: 'days', times: -1 }] })).split('\n')).toEqual([
      'Minimize', ' cost: + 3 x0', ' - 1 x4', 'Subject To', ' c0: + 1 x0', ' + 1 x3 = 1', ' c1: + 1 x2', ' - 8 x1 <= 0', ' c2: + 0 x4', ' + 0.5 x2 >= 1', ' c3: + 0 x4', ' + 0.5 x2 <= 4', ' c4: + 1 x4 >= 0',
      'Bounds', ' 0 <= x1 <= 5', ' 0 <= x2 <= 8', ' 0 <= x4 <= 7', 'General', ' x1', ' x4', 'Binary', ' x0', ' x3', 'End', '',
    ])
  })
  test('that costs nothing says so', () => { expect(programText(program())).toContain(' cost: 0 x0\n') })
  test('is not made of terms that it cannot have', () => {
    expect(() => programText(program({ cost: [{ of: 'nothing', times: 1 }] }))).toThrow('a term it cannot have: 1 nothing')
    for (const times of [Number.NaN, Infinity]) expect(() => programText(program({ cost: [{ of: 'moved', times }] }))).toThrow('a term it cannot have')
  })
})
