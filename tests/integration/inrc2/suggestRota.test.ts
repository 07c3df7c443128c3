import { expect, test } from 'vitest'
import { solveProgram } from '../../../main/service/solver/solveProgram.ts'
import { suggestRota } from '../../../shared/domain/rota/suggest.ts'
import { wardMonth } from '../../support/inrc2Ward.ts'

// Every solution that the competition accepts meets all minimums: they are its hard constraint H2, the successions H3, one
// shift a day H1, the skill H4.
test.each([['n030w4', ['6', '2', '9', '1']], ['n100w4', ['1', '1', '0', '8']]] as const)('%s is staffed by a suggested rota with no minimum unmet', { timeout: 600_000 }, async (instance, weeks) => {
  const month = wardMonth(instance, weeks)
  const { shifts, before, after, proof } = await suggestRota(month, solveProgram, 60)
  expect(before.length).toBeGreaterThan(100)
  expect(after).toEqual([])
  expect(proof).toBe('by-week')
  expect(shifts, 'every new shift meets a demand, so that fewer could not').toHaveLength(month.asked)
})
