import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { anyCase, crowdedScale } from '../../../support/arbitraryFacts.ts'
import { cases } from '../../../support/cases.ts'
import { disagreement } from '../../../support/disagreement.ts'

test('the engine says what the brute force says where rules of the place bind, in 2,000 small practices', { timeout: 300_000 }, () => {
  fc.assert(fc.property(anyCase(crowdedScale), ({ facts, window, stepMinutes }) => {
    expect(disagreement(facts, window, stepMinutes, assessStaffing)).toBeNull()
  }), { numRuns: cases(2_000) })
})
