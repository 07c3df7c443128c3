import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startText } from '../../../shared/text/en/service.ts'
import { runProgram } from './program.ts'

const commands = ['serve', 'import', 'staffing'] as const

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'injection-desk-cli-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s names every command', async word => {
    const { code, out, err } = await runProgram([word])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} +\\S`, 'm'))
  })

  test.each(commands.flatMap(command => [[command, '--help'], [command, '-h']]))('%s %s tells its options', async (command, flag) => {
    const { code, out, err } = await runProgram([command, flag])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^injection-desk ${command} `))
    expect(out).toContain('--data DIR')
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThan(160)
  })
})

describe('wrong words', () => {
  const days = ['--from', '2026-12-01', '--to', '2026-12-02']
  test.each<[string, readonly string[]]>([
    ['no command', []], ['an unknown command', ['servee']], ['a name that every object has', ['constructor']],
    ['an unknown option of serve', ['serve', '--prot', '1']], ['a port that is none', ['serve', '--port', '70000']], ['a port that is a word', ['serve', '--port', 'http']], ['an empty port', ['serve', '--port=']],
    ['a word too many', ['serve', 'now']], ['an option without its value', ['serve', '--data']], ['an unknown option of import', ['import', '--cvs', 'x.csv']],
    ['an import of nothing', ['import', '--demo']], ['a date order that is none', ['import', '--demo', '--csv', 'x.csv', '--date-order', 'any']],
    ['an unknown option of staffing', ['staffing', '--form', '2026-12-01']], ['an option taken for a value', ['staffing', '--from', '--to', '2026-12-02']],
    ['a day missing', ['staffing', '--demo', '--from', '2026-12-01']], ['a day that is none', ['staffing', '--demo', '--from', '2026-02-30', '--to', '2026-12-02']],
    ['a word too many for staffing', ['staffing', ...days, 'Lakeside']],
  ])('%s: exit code 2, and one line that says where to look', async (_, words) => {
    const { code, out, err } = await runProgram(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^[^\n]+ See: injection-desk( \w+)? --help\n$/)
  })
})

describe('what cannot be done', () => {
  const days = ['--from', '2026-12-01', '--to', '2026-12-02']
  let taken: Server
  beforeAll(async () => {
    writeFileSync(join(folder, 'file'), '')
    taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    await runProgram(['staffing', '--demo', '--data', join(folder, 'demo'), ...days])
    for (const [name, file] of [['keys', 'keys.json'], ['records', 'practice.db']] as const) {
      cpSync(join(folder, 'demo'), join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, file), 'not what it was '.repeat(1000))
    }
  })
  afterAll(() => { taken.close() })
  const port = (): string => {
    const address = taken.address()
    return String(typeof address === 'object' && address !== null ? address.port : 0)
  }

  test.each<[string, () => readonly string[], RegExp]>([
    ['a folder with no practice', () => ['staffing', '--data', join(folder, 'nowhere'), ...days], /^There is no practice in \/.+\.$/],
    ['a file where the folder should be', () => ['staffing', '--data', join(folder, 'file'), ...days], /file: it is not a folder/],
    ['the same to serve', () => ['serve', '--data', join(folder, 'file')], /file: it is not a folder/],
    ['a folder below a file', () => ['serve', '--data', join(folder, 'file', 'below')], /below: it is not a folder/],
    ['a port in use', () => ['serve', '--data', join(folder, 'new'), '--port', port()], new RegExp(`^${startText.portTaken}$`)],
    ['damaged keys', () => ['staffing', '--demo', '--data', join(folder, 'keys'), ...days], /damaged.+backup/],
    ['damaged records', () => ['serve', '--demo', '--data', join(folder, 'records')], /damaged.+backup/],
    ['a location that is not there', () => ['staffing', '--demo', '--data', join(folder, 'demo'), ...days, '--location', 'Atlantis'], /^There is no location "Atlantis" here\.$/],
    ['an end before the beginning', () => ['staffing', '--demo', '--data', join(folder, 'demo'), '--from', '2026-12-02', '--to', '2026-12-01'], /\.$/],
    ['a file that is not there', () => ['import', '--demo', '--data', join(folder, 'demo'), '--csv', join(folder, 'none.csv')], /^The file .+none\.csv cannot be read\.$/],
    ['a folder as the file', () => ['import', '--demo', '--data', join(folder, 'demo'), '--csv', folder], /cannot be read\.$/],
    ['a mapping that is none', () => ['import', '--demo', '--data', join(folder, 'demo'), '--csv', join(folder, 'file'), '--mapping', join(folder, 'file')], /\.$/],
  ])('%s: exit code 1, and one plain line', async (_, words, sentence) => {
    const { code, out, err } = await runProgram(words())
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^[A-Z][^\n]+\.\n$/)
    expect(err.trimEnd()).toMatch(sentence)
    expect(err).not.toMatch(/\bE[A-Z]{4,}\b|Error|^ +at |node:|\bSQL/)
  })
})
