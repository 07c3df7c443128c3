import { create } from 'zustand'
import type { Permission } from '../../shared/domain/permission.ts'
import type { Account } from '../../shared/domain/person.ts'
import { screen } from '../screen.ts'
import { forgetReadings } from './queries.ts'

export type SignedIn = { readonly account: Account; readonly permissions: readonly Permission[] }

type Session = {
  /** Proves who is asking; kept for this window only, so closing it signs out. */
  readonly token: string | null
  /** Who works here, or did until the session ended: the same person coming back finds everything as it was. */
  readonly signedIn: SignedIn | null
  /** False while the window is locked or the session has ended. */
  readonly present: boolean
}

const key = 'injection-desk-session'

/** Who is signed in at this window. */
export const useSession = create<Session>(() => ({ token: sessionStorage.getItem(key), signedIn: null, present: false }))

/** Keeps the session that the service gave, for this window. Whoever is new here sees nothing that the last person had open. */
export function beginSession(token: string, signedIn: SignedIn): void {
  if (useSession.getState().signedIn?.account.id !== signedIn.account.id) {
    screen.reset()
    forgetReadings()
  }
  sessionStorage.setItem(key, token)
  useSession.setState({ token, signedIn, present: true })
}

/** Notes who the session found at start-up belongs to. */
export const confirmSession = (signedIn: SignedIn): void => useSession.setState({ signedIn, present: true })

/** Forgets the session; what was being typed stays in memory until somebody else signs in. */
export function endSession(): void {
  sessionStorage.removeItem(key)
  useSession.setState({ token: null, present: false })
}
