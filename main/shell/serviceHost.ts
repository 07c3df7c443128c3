import { MessageChannelMain } from 'electron'
import type { MessagePortMain } from 'electron'
import type { FromService } from '../../shared/contract/wire.ts'
import { startChild, startUtility } from './serviceProcess.ts'

/** What the service is started with, and who is told what becomes of it. */
export type ServiceSetup = {
  readonly utilityFile: string
  readonly childFile: string
  /** A Node to run the service under instead of Electron's own; tests only. */
  readonly node: string | undefined
  readonly dataDir: string
  readonly demo: boolean
  readonly keyStore: 'available' | 'unavailable'
  readonly answerKeyRequest: (action: 'wrap' | 'unwrap', value: string) => string | null
  readonly onFailed: (sentence: string) => void
}

/** A running service: `connect` gives a page its port at once, even before the service is ready to read from it. */
export type ServiceHost = { readonly connect: () => MessagePortMain; readonly stop: () => Promise<void> }

// A cold start on a slow disk takes a few seconds; past this the service is not going to answer.
const firstAnswerMs = 30_000
const stopMs = 5_000

/** Starts the service process; `onFailed` is called at most once, with a sentence, if it does not start or ends by itself. */
export function startService(setup: ServiceSetup): ServiceHost {
  let state: 'starting' | 'ready' | 'stopping' | 'over' = 'starting'
  let nextPort = 1
  const waiting: { readonly number: number; readonly port: MessagePortMain }[] = []
  let tellOver: () => void = () => undefined
  const over = new Promise<void>(resolve => { tellOver = resolve })

  const end = (sentence: string | undefined): void => {
    if (state === 'over') return
    const asked = state === 'stopping'
    state = 'over'
    clearTimeout(patience)
    for (const { port } of waiting.splice(0)) port.close()
    tellOver()
    if (!asked && sentence !== undefined) setup.onFailed(sentence)
  }

  const onMessage = (raw: unknown): void => {
    const message = fromService(raw)
    if (message === undefined || state === 'over') return
    if (message.kind === 'key-request') {
      const value = setup.answerKeyRequest(message.action, message.value)
      service.send({ kind: 'key-answer', request: message.request, value })
    } else if (message.kind === 'ready' && state === 'starting') {
      state = 'ready'
      clearTimeout(patience)
      for (const { number, port } of waiting.splice(0)) service.give(number, port)
    } else if (message.kind === 'failed') {
      end(message.sentence)
      service.kill()
    } else if (message.kind === 'stopped') {
      end('The part of the program that keeps your records ended by itself.')
      service.kill()
    }
  }

  const onExit = (): void => end(state === 'starting'
    ? 'The part of the program that keeps your records could not start.'
    : 'The part of the program that keeps your records ended unexpectedly.')

  const listener = { onMessage, onExit }
  const service = setup.node === undefined ? startUtility(setup.utilityFile, listener) : startChild(setup.childFile, setup.node, listener)
  const patience = setTimeout(() => {
    end(`The part of the program that keeps your records did not answer within ${firstAnswerMs / 1000} seconds.`)
    service.kill()
  }, firstAnswerMs)
  service.send({ kind: 'start', dataDir: setup.dataDir, demo: setup.demo, keyStore: setup.keyStore })

  return {
    connect: () => {
      const { port1, port2 } = new MessageChannelMain()
      const number = nextPort++
      if (state === 'ready') service.give(number, port2)
      else if (state === 'starting') waiting.push({ number, port: port2 })
      else port2.close()
      return port1
    },
    stop: async () => {
      if (state === 'over') return
      state = 'stopping'
      clearTimeout(patience)
      const impatience = setTimeout(() => end(undefined), stopMs)
      service.send({ kind: 'stop' })
      await over
      clearTimeout(impatience)
      service.kill()
    }
  }
}

function fromService(raw: unknown): FromService | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return undefined
  if (raw.kind === 'ready' || raw.kind === 'stopped') return { kind: raw.kind }
  if (raw.kind === 'failed' && 'sentence' in raw && typeof raw.sentence === 'string') return { kind: 'failed', sentence: raw.sentence }
  if (raw.kind === 'key-request' && 'request' in raw && 'action' in raw && 'value' in raw
    && typeof raw.request === 'number' && typeof raw.value === 'string' && (raw.action === 'wrap' || raw.action === 'unwrap')) {
    return { kind: 'key-request', request: raw.request, action: raw.action, value: raw.value }
  }
  return undefined
}
