import { fork, type Serializable } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { relayedPort, type RelayedPort } from '../../main/service/doors/relayedPort.ts'
import { type FromService, sessionHeader, type ToService } from '../../shared/contract/wire.ts'
import type { OpenDoor } from './doorConformance.ts'
import { resultClient } from './resultClient.ts'

const entry = fileURLToPath(new URL('../../main/service/doors/child.ts', import.meta.url))

/** The service in a process of its own, each client's port relayed under its number as the desktop shell does it. */
export async function childDoor(file: string = entry): Promise<OpenDoor & { readonly tell: (message: Serializable) => void; readonly heard: readonly FromService[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'injection-desk-child-'))
  const child = fork(file, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ports = new Map<number, RelayedPort>()
  const heard: FromService[] = []
  const tell = (message: Serializable): void => void child.send(message)
  const say = (message: ToService): void => void child.send(message)
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromService) => {
      heard.push(message)
      if (message.kind === 'ready') resolve()
      if (message.kind === 'failed') reject(new Error(message.sentence))
      if (message.kind === 'port-message') ports.get(message.port)?.receive(message.data)
    })
    child.once('exit', code => reject(new Error(`the service ended with ${code}`)))
  })
  say({ kind: 'start', dataDir, demo: false, keyStore: 'unavailable' })
  await ready
  return {
    tell, heard,
    client: session => {
      const number = ports.size + 1
      const port = relayedPort(data => say({ kind: 'port-message', port: number, data }))
      ports.set(number, port)
      say({ kind: 'port', port: number })
      return resultClient(new PortLink({ port, headers: session === null ? {} : { [sessionHeader]: session } }))
    },
    close: async () => {
      say({ kind: 'stop' })
      await exited
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
