import { defineConfig } from '@playwright/test'
import type { DeskSetup } from './support/desk.ts'

export default defineConfig<object, DeskSetup>({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A slow machine is no fault: a test that hangs is one.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: `../test-results/${process.env['DESK_RESULTS'] ?? 'e2e'}.json` }]],
  // A trace costs a third of the time; DESK_TRACE=1 keeps those of failures.
  use: { trace: process.env['DESK_TRACE'] === undefined ? 'off' : 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', testIgnore: '**/desktop/**', use: { host: 'browser' } },
    { name: 'desktop', testIgnore: '**/browser/**', use: { host: 'desktop' } }
  ]
})
