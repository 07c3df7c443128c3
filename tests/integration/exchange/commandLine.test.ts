import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { run as importCommand } from '../../../main/service/cli/importCommand.ts'
import { run as staffingCommand } from '../../../main/service/cli/staffingCommand.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { dateAt } from '../../../shared/domain/time/wallClock.ts'
import { systemPorts } from '../../../main/service/ports.ts'
import { clinicZone } from '../../support/builders.ts'
import { aService, type TestService, testPassword } from '../../support/service.ts'

const program = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url))
const acuity = fileURLToPath(new URL('../../../../shared/samples/csv/booking-exports/acuity_appointments_open.csv', import.meta.url))

/** Any text with these words in it. */
const saying = (words: string): unknown => expect.stringContaining(words)

type Ended = { readonly code: number; readonly out: string; readonly err: string }

/** The whole program, as a task scheduler runs it. */
const runProgram = (words: readonly string[]): Promise<Ended> => new Promise(resolve => {
  const child = execFile(process.execPath, [program, ...words], (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }))
})

/** The same command in this process, with what it prints caught: starting a program for each refusal takes minutes. */
async function run([command, ...args]: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const caught = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(text => { caught.out += String(text); return true })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(text => { caught.err += String(text); return true })
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  try {
    const code = await (command === 'import' ? importCommand(args) : staffingCommand(args))
    return { code, ...caught }
  } finally {
    out.mockRestore()
    err.mockRestore()
    vi.unstubAllEnvs()
  }
}

const today = dateAt(systemPorts({ dataDir: '', demo: true, keyStore: null }).now(), clinicZone)

describe('the command line', () => {
  let folder: string
  const demo = (): readonly string[] => ['--demo', '--data', join(folder, 'demo')]
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'injection-desk-cli-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('explains itself', async () => {
    for (const command of ['import', 'staffing']) {
      const { code, out, err } = await runProgram([command, '--help'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(`injection-desk ${command}`)
      expect(out).toContain('--json')
    }
  })

  it('says which visits of the made-up practice are flagged today, as sentences and as one document', async () => {
    const sentences = await run(['staffing', ...demo(), '--from', today, '--to', today])
    expect(sentences).toMatchObject({ code: 0, err: '' })
    expect(sentences.out).toContain('certificate ended yesterday')
    const { out, code } = await runProgram(['staffing', ...demo(), '--from', today, '--to', addDays(today, 6), '--location', 'lakeside', '--json'])
    const document: unknown = JSON.parse(out)
    expect(code).toBe(0)
    expect(document).toMatchObject({ from: today, to: addDays(today, 6), counts: { 'cannot-verify': 1 } })
    const gap: unknown = expect.objectContaining({ location: 'Lakeside', service: 'Cervical dystonia', start: `${today}T08:00`, end: `${today}T14:00`, zone: 'America/Chicago' })
    const gaps: unknown = expect.arrayContaining([gap])
    expect(document).toMatchObject({ gaps })
  })

  it('imports under a mapping written by hand: first looks, then saves, then finds everything again', async () => {
    const mapping = join(folder, 'mapping.json')
    writeFileSync(mapping, JSON.stringify({ source: 'acuity', location: 'Lakeside', staff: { 'Staff A': 'Kwame Mensah' }, services: { 'Gel Polish Manicure': null }, columns: { Notes: null } }))
    const words = ['import', ...demo(), '--csv', acuity, '--mapping', mapping, '--json']
    const look: unknown = JSON.parse((await run([...words, '--dry-run'])).out)
    const saved = await run(words)
    expect(saved).toMatchObject({ code: 0, err: '' })
    const report: unknown = JSON.parse(saved.out)
    expect(report).toMatchObject({ saved: true, mapping: { source: 'acuity' }, counts: { 'patient-new': 120, unreadable: 0 } })
    expect(look).toEqual({ ...Object(report), saved: false })
    expect(JSON.parse((await run(words)).out)).toMatchObject({ counts: { 'patient-new': 0, 'visit-new': 0 } })
  })

  it('records a staff list under a mapping written by hand, none of it verified, and adds nothing the second time', async () => {
    const list = join(folder, 'staff.csv')
    writeFileSync(list, 'Name,Job,Certificate,Number,Expires,Size\nIda Berg,Injection nurse,Toxin ticket,T 1,04/05/2031,38\nIda Berg,Injection nurse,Parking permit,P 1,04/05/2031,38\n')
    const mapping = join(folder, 'staff.json')
    writeFileSync(mapping, JSON.stringify({ columns: { Job: 'role' }, roles: { 'Injection nurse': 'registered-nurse' }, types: { 'Parking permit': null } }))
    const words = ['import', ...demo(), '--staff', list, '--mapping', mapping]
    expect(await run(words)).toMatchObject({ code: 1, out: '' })
    const look = await run([...words, '--date-order', 'day-first', '--dry-run'])
    expect(look).toMatchObject({ code: 0, err: '' })
    expect(look.out).toContain('nothing was saved')
    expect(look.out).toContain('"Size"')
    const saved: unknown = JSON.parse((await run([...words, '--date-order', 'day-first', '--json'])).out)
    expect(saved).toMatchObject({ saved: true, format: 'csv', counts: { 'person-new': 1, 'certification-new': 1, 'left-out': 1 } })
    expect(JSON.parse((await run([...words, '--date-order', 'day-first', '--json'])).out)).toMatchObject({ counts: { 'person-new': 0, 'certification-new': 0, 'certification-known': 1 } })
  })

  it('refuses in one line, and tells wrong words from refusals by the exit code', async () => {
    const csv = join(folder, 'visits.csv')
    writeFileSync(csv, 'Client,Service,Date,Time,Duration\nAda Moss,Botox,2026-12-01,9:00,30\n')
    const refusals: readonly (readonly [readonly string[], number])[] = [
      [['staffing', '--data', join(folder, 'nowhere'), '--from', today, '--to', today], 1], [['staffing', ...demo(), '--from', today, '--to', today, '--location', 'Atlantis'], 1],
      [['staffing', ...demo(), '--from', 'tomorrow', '--to', today], 2], [['staffing', ...demo(), '--from', today], 2], [['staffing', ...demo(), '--form', today], 2],
      [['import', ...demo()], 2], [['import', ...demo(), '--csv', csv, '--staff', csv], 2], [['import', ...demo(), '--csv', join(folder, 'none.csv')], 1], [['import', ...demo(), '--csv', csv], 1], [['import', ...demo(), '--csv', csv, '--date-order', 'any'], 2],
      [['import', ...demo(), '--csv', csv, '--mapping', csv], 1], [['staffing', ...demo(), '--user', 'nobody', '--from', today, '--to', today], 1],
    ]
    for (const [words, code] of refusals) {
      const ended = await run(words)
      expect({ words, code: ended.code, out: ended.out }).toEqual({ words, code, out: '' })
      if (code === 1) expect(ended.err).toMatch(/^[^\n]+\n$/)
    }
  })

  it('goes no way round permissions: an account does what it may', async () => {
    const ended = await run(['import', ...demo(), '--csv', acuity, '--location', 'Lakeside', '--user', 'injector', '--dry-run'], { INJECTION_DESK_PASSWORD: 'demo-practice' })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(await run(['staffing', ...demo(), '--user', 'auditor', '--from', today, '--to', today], { INJECTION_DESK_PASSWORD: 'demo-practice' })).toMatchObject({ code: 0 })
    expect(await run(['staffing', ...demo(), '--user', 'auditor', '--from', today, '--to', today], { INJECTION_DESK_PASSWORD: 'wrong' })).toMatchObject({ code: 1, out: '' })
  })
})

describe('the command line on a practice of its own', () => {
  let service: TestService
  beforeAll(async () => {
    service = await aService('sqlite')
    await service.asRole('front-desk')
    await service.service.stop()
  })
  afterAll(() => service.stop())

  it('needs the passphrase, from the environment or a file, and keeps who did it', async () => {
    const secret = join(service.dataDir, 'passphrase.txt')
    writeFileSync(secret, 'a key under the old doormat\n')
    const csv = join(service.dataDir, 'patients.csv')
    writeFileSync(csv, 'Client ID,First Name,Last Name\n1,Ada,Moss\n')
    const words = ['import', '--data', service.dataDir, '--csv', csv]
    const locked = await run(words)
    expect(locked).toMatchObject({ code: 1, out: '' })
    expect(locked.err).toContain('INJECTION_DESK_PASSPHRASE')
    expect(await run(words, { INJECTION_DESK_PASSPHRASE: 'another key' })).toMatchObject({ code: 1, out: '' })
    expect(await run([...words, '--passphrase-file', secret, '--user', 'test-front-desk'], { INJECTION_DESK_PASSWORD: testPassword })).toMatchObject({ code: 0, out: saying('1 patient and 0 visits imported.') })
    expect(await run(words, { INJECTION_DESK_PASSPHRASE: 'a key under the old doormat' })).toMatchObject({ code: 0, out: saying('1 line of a known patient') })
  })
})
