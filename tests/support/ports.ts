import type { MessagePort } from 'node:worker_threads'
import type { Port } from '../../main/service/doors/messages.ts'

/** A worker's port as the service's doors take one. */
export const portOf = (port: MessagePort): Port => ({
  on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) =>
    event === 'message' ? port.on('message', data => listener({ data })) : port.on('close', () => listener({ data: null })),
  postMessage: message => port.postMessage(message),
})
