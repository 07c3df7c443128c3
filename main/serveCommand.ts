import { dataFolder } from './dataFolder.ts'
import { ended, portOf, readOptions } from './service/cli/options.ts'
import { serveHttp } from './service/doors/serve.ts'

const usage = `injection-desk serve [--data DIR] [--port N] [--demo]

Serves the program on 127.0.0.1 and prints one JSON line with "url", "token" and "link" when it is ready.
Ends on SIGINT or SIGTERM.

  --data DIR  the folder to keep everything in
  --port N    the port to listen on; any free one if not given
  --demo      a made-up practice
  --help      print this
`

const options = {
  data: { type: 'string' }, port: { type: 'string', default: '0' }, demo: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false }
} as const

/** Serves until it is told to stop; answers with the exit code. */
export const run = (args: readonly string[], rendererDir: string): Promise<number> => ended('serve', async () => {
  const asked = readOptions(args, options)
  if (asked.help) {
    process.stdout.write(usage)
    return 0
  }
  const port = portOf(asked.port)
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const { url, token, link, stop } = await serveHttp({ dataDir: dataFolder(asked.data, asked.demo), demo: asked.demo, port, rendererDir })
  process.stdout.write(`${JSON.stringify({ url, token, link })}\n`)
  await stopped
  await stop()
  return 0
})
