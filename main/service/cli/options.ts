import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

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

Refusals: one line on stderr, exit code 1. Wrong usage: exit code 2.
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
    throw new CommandEnd(fault instanceof Error ? fault.message.split('\n')[0] ?? '' : '', 2)
  }
}

/** Runs a command to its exit code; `usage` follows a sentence on wrong usage. */
export async function ended(usage: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof CommandEnd)) throw fault
    process.stderr.write(fault.exitCode === 2 ? `${fault.message}\n\n${usage}` : `${fault.message}\n`)
    return fault.exitCode
  }
}
