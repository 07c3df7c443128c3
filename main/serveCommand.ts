import { parseArgs } from 'node:util'
import { dataFolder } from './dataFolder.ts'
import { serveHttp } from './service/doors/serve.ts'

const usage = `injection-desk serve [--data DIR] [--port N] [--demo]

Serves the program on 127.0.0.1 and prints one JSON line with "url", "token" and "link" when it is ready.
Ends on SIGINT or SIGTERM.

  --data DIR  the folder to keep everything in
  --port N    the port to listen on; any free one if not given
  --demo      a made-up practice
`

/** Serves until it is told to stop; answers with the exit code. */
export async function run(args: readonly string[], rendererDir: string): Promise<number> {
  let asked
  try {
    asked = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, port: { type: 'string', default: '0' }, demo: { type: 'boolean', default: false }, help: { type: 'boolean' } }
    }).values
  } catch (fault) {
    return wrongUsage(fault instanceof Error ? fault.message : 'These words were not understood.')
  }
  if (asked.help === true) {
    process.stdout.write(usage)
    return 0
  }
  const port = Number(asked.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrongUsage('--port needs a number from 0 to 65535.')

  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const { url, token, link, stop } = await serveHttp({ dataDir: dataFolder(asked.data, asked.demo), demo: asked.demo, port, rendererDir })
  process.stdout.write(`${JSON.stringify({ url, token, link })}\n`)
  await stopped
  await stop()
  return 0
}

function wrongUsage(sentence: string): number {
  process.stderr.write(`${sentence}\n\n${usage}`)
  return 2
}
