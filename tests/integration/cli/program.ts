import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { DeskClient } from '../../../renderer/client.ts'
import { openApiLink } from '../../support/httpLinks.ts'
import { resultClient } from '../../support/resultClient.ts'

const program = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
type Secrets = { readonly INJECTION_DESK_PASSPHRASE?: string; readonly INJECTION_DESK_PASSWORD?: string }

const begin = (words: readonly string[], secrets: Secrets) => {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...secrets } })
  return { child, err: text(child.stderr), code: new Promise<number | null>(resolve => child.once('close', resolve)) }
}

/** Runs the program from its sources to its end, as a task scheduler does. */
export async function runProgram(words: readonly string[], secrets: Secrets = {}): Promise<Ended> {
  const { child, err, code } = begin(words, secrets)
  const out = text(child.stdout)
  return { code: await code, out: await out, err: await err }
}

export type Served = {
  /** The first line it printed. */
  readonly line: string
  readonly url: string
  readonly token: string
  /** A client as another program has it: JSON over HTTP. */
  readonly client: (session: string | null) => DeskClient
  /** Ends it by a signal. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT') => Promise<Ended>
}

/** Runs `serve` until it says where it is. */
export async function serve(...words: readonly string[]): Promise<Served> {
  const { child, err, code } = begin(['serve', ...words], {})
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  await Promise.race([new Promise(resolve => reader.once('line', resolve)), code])
  const [line] = lines
  if (line === undefined) throw new Error(`serve ended: ${await err}`)
  const { url, token } = Object(JSON.parse(line))
  return {
    line, url, token, client: session => resultClient(openApiLink({ url, token }, session)),
    end: async signal => {
      child.kill(signal)
      return { code: await code, out: `${lines.join('\n')}\n`, err: await err }
    },
  }
}
