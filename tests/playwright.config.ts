import { defineConfig } from '@playwright/test'
import type { DeskSetup } from './support/desk.ts'

export default defineConfig<object, DeskSetup>({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `../test-results/${process.env['DESK_RESULTS'] ?? 'e2e'}.json` }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', testIgnore: '**/desktop/**', use: { host: 'browser' } },
    { name: 'desktop', use: { host: 'desktop' } }
  ]
})
