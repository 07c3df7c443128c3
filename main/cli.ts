#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { noSuchCommand } from './service/cli/options.ts'

type Command = { readonly summary: string; readonly run: (args: readonly string[]) => Promise<number> }

const commands: Readonly<Record<string, Command>> = {
  serve: {
    summary: 'serve the program on this machine, for a browser',
    run: async args => (await import('./serveCommand.ts')).run(args, fileURLToPath(new URL('../renderer', import.meta.url)))
  },
  import: { summary: 'import patients and visits from a CSV export', run: async args => (await import('./service/cli/importCommand.ts')).run(args) },
  staffing: { summary: 'say for which visits and hours nobody certified is on shift', run: async args => (await import('./service/cli/staffingCommand.ts')).run(args) }
}

const usage = `injection-desk COMMAND [options]

${Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

injection-desk COMMAND --help tells the options of each.
`

async function run(words: readonly string[]): Promise<number> {
  const [name, ...args] = words
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage)
    return 0
  }
  const command = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return noSuchCommand(name)
  // The database driver ends an older Node without a word.
  if (Number(process.versions['napi'] ?? 0) < 10) {
    process.stderr.write(`Injection Desk needs Node 22.18 or newer; this is ${process.version}.\n`)
    return 1
  }
  try {
    return await command.run(args)
  } catch (fault) {
    process.stderr.write(`${(await import('./service/cli/plainSentence.ts')).plainSentence(fault)}\n`)
    return 1
  }
}

process.exitCode = await run(process.argv.slice(2))
