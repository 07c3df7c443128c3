import { create } from 'zustand'

type Connection = {
  /** False from the first request that found nobody until the next one that was answered. */
  readonly online: boolean
  /** True once the program was started again and takes this page for a stranger's. */
  readonly doorClosed: boolean
  /** Goes up whenever the service, or the way to it, was replaced. */
  readonly generation: number
  /** Goes up when the practice turns out to be locked or not set up: the status has to be asked again. */
  readonly statusWanted: number
}

/** Whether the service answers. */
export const useConnection = create<Connection>(() => ({ online: true, doorClosed: false, generation: 0, statusWanted: 0 }))

/** Notes whether the last request was answered. */
export function noteOnline(online: boolean): void {
  if (useConnection.getState().online !== online) useConnection.setState({ online })
}

/** Notes that the program no longer knows this page. */
export const noteDoorClosed = (): void => useConnection.setState({ doorClosed: true })

/** Notes that requests now go another way. */
export const noteNewLink = (): void => useConnection.setState(was => ({ generation: was.generation + 1, online: true }))

/** Has the practice's state asked again. */
export const wantStatus = (): void => useConnection.setState(was => ({ statusWanted: was.statusWanted + 1 }))
