import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Account } from '../../../shared/domain/person.ts'
import type { Area, Store } from '../store/store.ts'
import type { Outputs } from './types.ts'

type DemoAccounts = Outputs['system']['status']['demoAccounts']

/** Counts guesses at something that has no row of its own to count them in. */
export type Guesses = {
  /** Seconds to wait, or 0 when this guess may be looked at; it is counted at once. */
  readonly count: (of: string) => number
  readonly forget: (of: string) => void
}

/** What system, session and account requests need of the service around them; everything else works on the store alone. */
export type Inside = {
  readonly version: string
  readonly keyStore: boolean
  readonly premises: {
    readonly demo: () => boolean
    /** Leaves the empty folder for the made-up practice beside it; `false`: there is a practice here already. */
    readonly tryDemo: () => Promise<boolean>
    readonly state: () => Promise<'first-run' | 'locked' | 'open'>
    readonly hasPassphrase: () => Promise<boolean>
    readonly demoAccounts: () => Promise<DemoAccounts>
    /** Makes keys and an empty store, has it filled, and opens it for everybody; answers the recovery key. */
    readonly create: (options: { readonly passphrase: string | null; readonly postgresUrl: string | null }, fill: (store: Store) => Promise<void>) => Promise<string>
    /** `false`: not the right secret. */
    readonly unlock: (secret: string, kind: 'passphrase' | 'recovery-key') => Promise<boolean>
    readonly setPassphrase: (passphrase: string) => Promise<void>
  }
  readonly desks: {
    readonly follow: (sessionId: string, signal: AbortSignal | null) => AsyncIteratorObject<{ readonly sequence: number; readonly areas: readonly Area[] }, void, void>
    readonly count: () => number
  }
  readonly sessions: {
    /** Answers the token that the desk shows with each request. */
    readonly begin: (account: Account, proof: string) => string
    readonly end: (sessionId: string) => void
    readonly endOf: (accountId: AccountId) => void
  }
  readonly passwords: {
    readonly hash: (password: string) => Promise<string>
    /** Checking against no hash takes as long as checking against one. */
    readonly matches: (password: string, hash: string | null) => Promise<boolean>
    /** Why a new one is refused, or `null`. */
    readonly fault: (password: string, username: string) => string | null
  }
  readonly guesses: Guesses
}
