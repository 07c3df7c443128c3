import type { Port } from './messages.ts'

/** A port whose messages somebody carries by hand. */
export type RelayedPort = Port & { readonly receive: (data: unknown) => void; readonly close: () => void }

/** Makes one end; what arrives before anybody listens is kept until then. */
export function relayedPort(send: (message: unknown) => void): RelayedPort {
  const readers: ((event: { readonly data: unknown }) => void)[] = []
  const closers: (() => void)[] = []
  const early: unknown[] = []
  function on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  function on(event: 'close', listener: () => void): void
  function on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void): void {
    if (event === 'close') {
      closers.push(() => listener({ data: null }))
      return
    }
    readers.push(listener)
    for (const data of early.splice(0)) listener({ data })
  }
  return {
    on,
    postMessage: send,
    receive: data => {
      if (readers.length === 0) early.push(data)
      for (const read of readers) read({ data })
    },
    close: () => {
      for (const close of closers) close()
    },
  }
}
