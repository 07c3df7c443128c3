import { create } from 'zustand'
import type { Permission } from '../../shared/domain/permission.ts'
import type { Account } from '../../shared/domain/person.ts'

export type SignedIn = { readonly account: Account; readonly permissions: readonly Permission[] }

type Session = {
  /** Proves who is asking; kept for this window only, so closing it signs out. */
  readonly token: string | null
  readonly signedIn: SignedIn | null
  /** Whoever was here before the session ended: the same person coming back finds everything as it was. */
  readonly lastAccountId: Account['id'] | null
}

const key = 'injection-desk-session'

/** Who is signed in at this window. */
export const useSession = create<Session>(() => ({ token: sessionStorage.getItem(key), signedIn: null, lastAccountId: null }))

/** Keeps the session that the service gave, for this window. */
export function beginSession(token: string, signedIn: SignedIn): void {
  sessionStorage.setItem(key, token)
  useSession.setState({ token, signedIn, lastAccountId: signedIn.account.id })
}

/** Notes who the session found at start-up belongs to. */
export const confirmSession = (signedIn: SignedIn): void =>
  useSession.setState({ signedIn, lastAccountId: signedIn.account.id })

/** Forgets the session; what was being typed stays in memory until somebody else signs in. */
export function endSession(): void {
  sessionStorage.removeItem(key)
  useSession.setState({ token: null, signedIn: null })
}
