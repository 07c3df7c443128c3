import { defineConfig } from 'vitest/config'

// The domain's own tests, with few random cases each: every mutant has to pass through all of them.
export default defineConfig({
  test: {
    include: ['tests/unit/domain/**/*.test.ts'],
    exclude: ['tests/unit/domain/staffing/integerProgram.test.ts', 'tests/unit/domain/staffing/bruteForceControls.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    env: { FEW_CASES: process.env['FEW_CASES'] ?? '40' },
  },
})
