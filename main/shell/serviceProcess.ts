import { fork } from 'node:child_process'
import { utilityProcess } from 'electron'
import type { MessagePortMain } from 'electron'
import type { ToService } from '../../shared/contract/wire.ts'

/** A started service, whichever kind of process it lives in. */
export type ServiceProcess = {
  readonly send: (message: ToService) => void
  /** Gives the service one end of a window's port under its number. */
  readonly give: (number: number, port: MessagePortMain) => void
  readonly kill: () => void
}

type Listener = { readonly onMessage: (message: unknown) => void; readonly onExit: (code: number | null) => void }

/** Starts the service the way it runs for users: in Electron's own utility process, ports handed straight over. */
export function startUtility(file: string, { onMessage, onExit }: Listener): ServiceProcess {
  const service = utilityProcess.fork(file, [], { serviceName: 'Injection Desk service', stdio: 'inherit' })
  service.on('message', onMessage)
  service.on('exit', onExit)
  return {
    send: message => service.postMessage(message),
    give: (number, port) => service.postMessage({ kind: 'port', port: number } satisfies ToService, [port]),
    kill: () => void service.kill()
  }
}

/**
 * Starts the service under another Node, for an Electron too old to load the database driver.
 * A port cannot cross into such a process, so its messages are relayed under its number.
 */
export function startChild(file: string, node: string, { onMessage, onExit }: Listener): ServiceProcess {
  const { NODE_OPTIONS: _, ...env } = process.env
  const service = fork(file, [], { ...withoutOurFiles(node), serialization: 'advanced', env })
  const ports = new Map<number, MessagePortMain>()
  let gone = false
  const ended = (code: number | null): void => {
    if (gone) return
    gone = true
    for (const port of ports.values()) port.close()
    onExit(code)
  }
  const send = (message: ToService): void => {
    // A message to a process that is just ending is lost either way; its exit is reported on its own.
    if (!gone && service.connected) service.send(message, () => undefined)
  }
  service.on('error', () => ended(null))
  service.on('exit', ended)
  service.on('message', (message: unknown) => {
    const relayed = portMessageOf(message)
    if (relayed === undefined) onMessage(message)
    else ports.get(relayed.port)?.postMessage(relayed.data)
  })
  return {
    send,
    give: (number, port) => {
      ports.set(number, port)
      send({ kind: 'port', port: number })
      port.on('message', event => send({ kind: 'port-message', port: number, data: event.data }))
      port.on('close', () => {
        ports.delete(number)
        send({ kind: 'port-closed', port: number })
      })
      port.start()
    },
    kill: () => void service.kill('SIGKILL')
  }
}

// A plain child inherits Chromium's open sockets. Where the graphics process then fails to start, as without a graphics card,
// its end of the line stays open in that child, Chromium never notices, and the page waits for it for ever.
// So everything beyond standard input, output, error and Node's own channel is closed before Node begins.
const closeOurFiles = 'for file in /proc/self/fd/*; do number=${file##*/}; if ((number > 3)); then eval "exec $number>&-"; fi; done; exec "$0" "$@"'

function withoutOurFiles(node: string): { readonly execPath: string; readonly execArgv: string[] } {
  return process.platform === 'linux' ? { execPath: '/bin/bash', execArgv: ['-c', closeOurFiles, node] } : { execPath: node, execArgv: [] }
}

function portMessageOf(message: unknown): { readonly port: number; readonly data: unknown } | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'port-message') return undefined
  if (!('port' in message) || typeof message.port !== 'number' || !('data' in message)) return undefined
  return { port: message.port, data: message.data }
}
