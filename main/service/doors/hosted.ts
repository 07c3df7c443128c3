import type { FromService, ToService } from '../../../shared/contract/wire.ts'
import { startText } from '../../../shared/text/en/service.ts'
import { type KeyStore, type Ports, systemPorts } from '../ports.ts'
import { createService, type Service } from '../service.ts'
import { openStoreHouse } from '../store/storeHouse.ts'
import { createPortServer, type Port } from './messages.ts'
import { warmUp } from '../warmUp.ts'
import { readToService } from './toService.ts'

/** A service that lives in a process of its own and is spoken to by the desktop shell. */
export type Hosted = {
  /** Takes one message of the shell; ports are served by whoever knows how they arrive. */
  readonly hear: (message: unknown) => ToService | null
  /** Serves a port, at once or as soon as the service has started. */
  readonly serve: (port: Port) => void
}

/** Starts when told to, answers, and says so; `ended` is called once nothing is left to do. */
export function hostService(say: (message: FromService) => void, ended: () => void): Hosted {
  const started = Promise.withResolvers<Service>()
  const waiting = new Map<number, (value: string | null) => void>()
  let asked = 0
  let stopping = false

  const request = (action: 'wrap' | 'unwrap') => (value: string): Promise<string | null> => new Promise(resolve => {
    asked += 1
    waiting.set(asked, resolve)
    say({ kind: 'key-request', request: asked, action, value })
  })
  const keyStore: KeyStore = { wrap: request('wrap'), unwrap: request('unwrap') }
  const server = started.promise.then(service => createPortServer(service.router))

  async function start(message: Extract<ToService, { kind: 'start' }>): Promise<void> {
    const ports = systemPorts({ dataDir: message.dataDir, demo: message.demo, keyStore: message.keyStore === 'available' ? keyStore : null })
    const service = await createService(ports, await openStoreHouse(ports))
    started.resolve(service)
    say({ kind: 'ready' })
    await warmUp(service, ports.now)
  }
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    await (await started.promise).stop()
    say({ kind: 'stopped' })
    ended()
  }
  const failed = (error: unknown, log?: Ports['log']): void => {
    log?.('start-failed', { class: error instanceof Error ? error.constructor.name : typeof error })
    say({ kind: 'failed', sentence: startText.failed })
  }

  return {
    hear: raw => {
      const message = readToService(raw)
      if (message?.kind === 'start') start(message).catch(error => failed(error, systemPorts({ dataDir: '', demo: false, keyStore: null }).log))
      if (message?.kind === 'stop') stop().catch(failed)
      if (message?.kind === 'key-answer') {
        waiting.get(message.request)?.(message.value)
        waiting.delete(message.request)
      }
      return message
    },
    serve: port => void server.then(serve => serve(port)),
  }
}
