import { RPCHandler } from '@orpc/server/message-port'
import type { Router } from '../router.ts'
import { named } from './named.ts'

/** One end of a channel that carries text, whoever made it: a worker's, Electron's, or relayed between processes. */
export type Port = {
  readonly on: {
    (event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
    (event: 'close', listener: () => void): unknown
  }
  readonly postMessage: (message: unknown) => void
}

/** Answers the requests that arrive on a port, until it closes. */
export type PortServer = (port: Port) => void

/** Serves the router to ports: who asks is told by the session header of each request, as over HTTP. */
export function createPortServer(router: Router): PortServer {
  const handler = new RPCHandler(router, {
    interceptors: [named],
  })
  return port => {
    let open = true
    port.on('close', () => {
      open = false
    })
    handler.upgrade({
      postMessage: (message: unknown) => {
        if (open) port.postMessage(message)
      },
      on: (event: string, listener: (event?: { readonly data: unknown }) => void) => {
        if (event === 'close') port.on('close', () => listener())
        else port.on('message', ({ data }) => {
          const message = readMessage(data)
          // What is no request cannot be answered, and must not end the service for everybody else.
          if (message !== null) listener({ data: message })
        })
      },
    }, { context: { session: null } })
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const isAbort = 4

/** oRPC's message `{ i, t?, p }`, if the text is one: a request to a path, or the end of one. */
function readMessage(data: unknown): object | null {
  const message = typeof data === 'string' ? parse(data) : null
  if (!isRecord(message) || !isText(message['i'])) return null
  if (message['t'] === isAbort) return message
  const request = message['p']
  if (message['t'] !== undefined || !isRecord(request) || typeof request['u'] !== 'string' || !/^\/\w+\/\w+$/.test(request['u'])) return null
  const headers = request['h'] ?? {}
  return isRecord(headers) && Object.values(headers).every(isText) && [undefined, 'POST'].some(method => method === request['m']) ? message : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
