import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFirstRun } from '../../support/firstRun.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { engines } from '../../support/service.ts'
import { type Ended, runProgram, serve } from './program.ts'

const acuity = fileURLToPath(new URL('../../../../shared/samples/csv/booking-exports/acuity_appointments_open.csv', import.meta.url))

/** Nothing, but that the server of these tests is one that forgets. */
const unsaid = /^(\{"at":\d+,"event":"store.server-does-not-sync"\}\n)?$/

describe.each(engines)('an export, into a practice made a moment ago, on %s', engine => {
  let folder: string
  const data = (): string => join(folder, 'practice')
  const words = (...more: readonly string[]): Promise<Ended> =>
    runProgram(['import', '--data', data(), '--csv', acuity, '--source', 'acuity', '--json', ...more], { INJECTION_DESK_PASSPHRASE: aFirstRun().passphrase ?? '' })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'injection-desk-cli-'))
    const served = await serve('--data', data())
    const made = await served.client(null).system.create(aFirstRun({ postgresUrl: engine === 'postgresql' ? await freshDatabase() : null }))
    expect(made).toMatchObject({ ok: true })
    expect(await served.end('SIGTERM')).toMatchObject({ code: 0 })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is looked at, then imported whole, then found to be there already', async () => {
    const look = await words('--dry-run')
    expect(look).toMatchObject({ code: 0, err: expect.stringMatching(unsaid) })
    expect(await words('--dry-run'), 'looking leaves nothing behind').toMatchObject({ code: 0, out: look.out })
    const looked: unknown = JSON.parse(look.out)
    // 151 visits of 120 people; 14 of the visits are at a time at which somebody named already has one.
    expect(looked).toMatchObject({ saved: false, questions: [], counts: { 'patient-new': 120, 'patient-known': 31, 'visit-new': 137, 'double-booking': 14, unreadable: 0 } })
    const saved = await words()
    expect(saved).toMatchObject({ code: 0, err: expect.stringMatching(unsaid) })
    expect(JSON.parse(saved.out)).toEqual({ ...Object(looked), saved: true })
    const again = await words()
    expect(again).toMatchObject({ code: 0, err: expect.stringMatching(unsaid) })
    expect(JSON.parse(again.out)).toMatchObject({ counts: { 'patient-new': 0, 'patient-possible-duplicate': 0, 'visit-new': 0, 'patient-known': 151, 'visit-known': 137, 'double-booking': 14 } })
  })
})
