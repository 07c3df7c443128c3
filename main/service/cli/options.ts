import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'

/** Options that every command on a practice takes. */
export const practiceOptions = {
  data: { type: 'string' }, demo: { type: 'boolean', default: false }, 'passphrase-file': { type: 'string' }, user: { type: 'string' }, 'password-file': { type: 'string' },
  json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig

export const practiceOptionsHelp = `  --data DIR              the folder the practice is kept in
  --demo                  the made-up practice, signed in as its clinical lead
  --passphrase-file FILE  the practice's passphrase, or set INJECTION_DESK_PASSPHRASE
  --user NAME             sign in as this account; without it the command acts as an administrator,
                          and the records say "Command line"
  --password-file FILE    the account's password, or set INJECTION_DESK_PASSWORD
  --json                  print one JSON document instead of sentences
  --help                  print this

Refusals: one line on stderr, exit code 1. Wrong usage: one line, exit code 2.
`

/** What ends a command early: one line for the person, and the exit code. */
export class CommandEnd extends Error {
  readonly exitCode: 1 | 2
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** Reads the words of a command; words that mean nothing end it as wrong usage. */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values
  } catch (fault) {
    throw new CommandEnd(commandLineText.wrongWords(fault instanceof Error ? fault.message.split('\n')[0] ?? '' : ''), 2)
  }
}

/** The port that a command's words name. */
export function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity
  if (port > 65_535) throw new CommandEnd(commandLineText.badPort, 2)
  return port
}

/** Says that a command, or the program itself, was used wrongly, and where to look; answers with the exit code. */
function wrongUsage(command: string | null, sentence: string): 2 {
  process.stderr.write(`${sentence} ${commandLineText.see(command)}\n`)
  return 2
}

/** Says that there is no such command; answers with the exit code. */
export const noSuchCommand = (name: string | undefined): 2 =>
  wrongUsage(null, name === undefined ? commandLineText.noCommand : commandLineText.noSuchCommand(name))

/** Runs a command to its exit code; after wrong usage its help is pointed to. */
export async function ended(command: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof CommandEnd)) throw fault
    if (fault.exitCode === 2) return wrongUsage(command, fault.message)
    process.stderr.write(`${fault.message}\n`)
    return fault.exitCode
  }
}
