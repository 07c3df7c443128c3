import type { Instant } from '../../shared/domain/time/values.ts'
import type { Area } from './store/store.ts'
import type { Sessions } from './session.ts'

type Change = { readonly sequence: number; readonly areas: readonly Area[] }

/** Tells every open desk what moved. */
export type Changes = {
  readonly publish: (sequence: number, areas: readonly Area[]) => void
  /** Goes on until the session ends, the reader leaves, or the service stops. */
  readonly follow: (sessionId: string, signal: AbortSignal | null) => AsyncIteratorObject<Change, void, void>
  /** Desks that follow at this moment: one for each open window. */
  readonly desks: () => number
  readonly stop: () => void
}

type Desk = { readonly sessionId: string; readonly tell: (change: Change) => void; readonly leave: () => void }

/** A slow reader gets one change that names all areas since its last one, so that nothing piles up. */
export function createChanges(sessions: Sessions, now: () => Instant): Changes {
  const desks = new Set<Desk>()

  const follow: Changes['follow'] = (sessionId, signal) => {
    let over = false
    let pending: Change | null = null
    let waiting: ((result: IteratorResult<Change, void>) => void) | null = null
    const answer = (result: IteratorResult<Change, void>): void => {
      const reader = waiting
      waiting = null
      reader?.(result)
    }
    const desk: Desk = {
      sessionId,
      tell: change => {
        if (waiting === null) pending = { sequence: change.sequence, areas: [...new Set([...(pending?.areas ?? []), ...change.areas])] }
        else answer({ done: false, value: change })
      },
      leave: () => {
        over = true
        desks.delete(desk)
        forget()
        signal?.removeEventListener('abort', desk.leave)
        answer({ done: true, value: undefined })
      },
    }
    desks.add(desk)
    const forget = sessions.onEnd(sessionId, desk.leave)
    signal?.addEventListener('abort', desk.leave, { once: true })
    const finish = async (): Promise<IteratorResult<Change, void>> => {
      desk.leave()
      return { done: true, value: undefined }
    }
    return {
      next: () => new Promise(resolve => {
        const ready = pending
        pending = null
        if (over) resolve({ done: true, value: undefined })
        else if (ready !== null) resolve({ done: false, value: ready })
        else waiting = resolve
      }),
      return: finish,
      throw: finish,
      [Symbol.asyncIterator]() {
        return this
      },
      [Symbol.asyncDispose]: async () => void (await finish()),
    }
  }

  return {
    publish: (sequence, areas) => {
      if (areas.length === 0) return
      for (const desk of desks) {
        if (sessions.isOn(desk.sessionId, now())) desk.tell({ sequence, areas })
        else desk.leave()
      }
    },
    follow,
    desks: () => desks.size,
    stop: () => {
      for (const desk of desks) desk.leave()
    },
  }
}
