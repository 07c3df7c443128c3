import type { FromService } from '../../../shared/contract/wire.ts'
import { hostService } from './hosted.ts'
import { relayedPort, type RelayedPort } from './relayedPort.ts'

// The entry of a plain Node process: no port can cross into it, so each one's messages arrive under its number.
const ports = new Map<number, RelayedPort>()
const say = (message: FromService): void => {
  // To a shell that has gone, nothing is said.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
const service = hostService(say, () => process.exit(0))

process.on('message', (raw: unknown) => {
  const message = service.hear(raw)
  if (message?.kind === 'port') {
    const port = relayedPort(data => say({ kind: 'port-message', port: message.port, data }))
    ports.set(message.port, port)
    service.serve(port)
  }
  if (message?.kind === 'port-message') ports.get(message.port)?.receive(message.data)
  if (message?.kind === 'port-closed') {
    ports.get(message.port)?.close()
    ports.delete(message.port)
  }
})
process.on('disconnect', () => void service.hear({ kind: 'stop' }))
