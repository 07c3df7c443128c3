import { expect, test } from 'vitest'
import { solveProgram } from '../../../main/service/solver/solveProgram.ts'
import { costOf, type Program, satisfies } from '../../../shared/domain/program.ts'

const yesNo = (...names: readonly string[]): Program['variables'] => names.map(name => ({ name, kind: 'yes-no' }))
const sum = (...names: readonly string[]) => names.map(of => ({ of, times: 1 }))

test('the cheapest choice that keeps to every constraint is found, and proven', async () => {
  const program: Program = {
    variables: yesNo('Asma at 10:00', 'Binary', 'end'),
    constraints: [{ sum: sum('Asma at 10:00', 'Binary'), least: 1, most: 1 }, { sum: sum('Binary', 'end'), least: 1, most: null }],
    cost: [{ of: 'Asma at 10:00', times: 1 }, { of: 'Binary', times: 3 }, { of: 'end', times: 2.5 }],
  }
  const { status, values } = await solveProgram(program, { seconds: 10 })
  expect(status).toBe('optimal')
  expect([...values].filter(([, value]) => value > 0.5).map(([name]) => name)).toEqual(['Binary'])
  expect(costOf(program, values)).toBeCloseTo(3)
})

test('whole numbers and amounts keep to their bounds', async () => {
  const program: Program = {
    variables: [{ name: 'days', kind: 'whole', most: 7 }, { name: 'hours', kind: 'amount', most: 2.5 }],
    constraints: [{ sum: [{ of: 'days', times: 2 }, { of: 'hours', times: 1 }], least: 8.5, most: null }],
    cost: [{ of: 'days', times: 10 }, { of: 'hours', times: 1 }],
  }
  expect(await solveProgram(program, { seconds: 10 })).toEqual({ status: 'optimal', values: new Map([['days', 3], ['hours', 2.5]]) })
})

test('what cannot be is said to be impossible', async () => {
  const constraints = [{ sum: sum('a', 'b'), least: 3, most: null }]
  expect(await solveProgram({ variables: yesNo('a', 'b'), constraints, cost: [] }, { seconds: 10 })).toEqual({ status: 'infeasible', values: new Map() })
})

test('a program without variables has nothing to decide', async () => {
  expect(await solveProgram({ variables: [], constraints: [], cost: [] }, { seconds: 10 })).toEqual({ status: 'optimal', values: new Map() })
})

test('a program too hard for its time is given up or answered by what was found, never called proven', async () => {
  // Splitting numbers into two equal heaps to the last unit: nothing is known that does it quickly.
  const weights = Array.from({ length: 60 }, (_, i) => 1_000_003 + ((i * 7_368_787) % 999_983))
  const names = weights.map((_, i) => `w${i}`)
  const half = weights.reduce((a, b) => a + b, 0) / 2
  const program: Program = {
    variables: [...yesNo(...names), { name: 'over', kind: 'amount', most: 1e9 }],
    constraints: [{ sum: [...names.map((of, i) => ({ of, times: weights[i] ?? 0 })), { of: 'over', times: -1 }], least: null, most: half },
      { sum: [...names.map((of, i) => ({ of, times: weights[i] ?? 0 })), { of: 'over', times: 1 }], least: half, most: null }],
    cost: [{ of: 'over', times: 1 }],
  }
  const { status, values } = await solveProgram(program, { seconds: 0.2 })
  expect(['best-found', 'gave-up']).toContain(status)
  if (status === 'best-found') expect(satisfies(program, values)).toBe(true)
  else expect(values.size).toBe(0)
})

test('values that break a constraint, a bound or wholeness satisfy nothing', () => {
  const program: Program = { variables: yesNo('a', 'b'), constraints: [{ sum: sum('a', 'b'), least: 1, most: 1 }], cost: [] }
  const holds = (a: number, b: number): boolean => satisfies(program, new Map([['a', a], ['b', b]]))
  expect([holds(1, 0), holds(1, 1), holds(0, 0), holds(0.5, 0.5), holds(2, -1)]).toEqual([true, false, false, false, false])
  expect(satisfies(program, new Map([['a', 1]]))).toBe(false)
})
