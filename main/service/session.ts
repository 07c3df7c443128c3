import { randomBytes } from 'node:crypto'
import type { Account } from '../../shared/domain/person.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time/values.ts'

/** Somebody signed in. `proof` is the password hash that was matched: another one ends the session. */
export type Session = {
  readonly id: string
  readonly account: Account
  readonly proof: string
  /** The person at this computer's command line: no account of the practice, so nothing to look up again. */
  readonly operator: boolean
  /** Accounts were amended since this one was last looked up. */
  readonly doubted: boolean
}

/** Who is signed in at this moment; kept in memory only, so that a restart signs everybody out. */
export type Sessions = {
  readonly begin: (session: Session, now: Instant) => string
  /** The session of a token, or `null` when there is none any more; `counts` when a person, not a clock, asked. */
  readonly find: (token: string, now: Instant, counts: boolean) => Session | null
  /** Whether a session is still on, without using it. */
  readonly isOn: (id: string, now: Instant) => boolean
  /** Accounts were amended: look each up again before it is believed. */
  readonly doubt: () => void
  /** The account was looked up and is still good; answers the session, which stays in doubt if accounts were amended meanwhile. */
  readonly settle: (seen: Session, account: Account) => Session
  readonly end: (id: string) => void
  readonly endOf: (accountId: AccountId) => void
  readonly onEnd: (id: string, listener: () => void) => () => void
}

const idleMs = 30 * 60_000
const longestMs = 12 * 3_600_000

type Held = { session: Session; readonly begun: Instant; used: Instant; readonly listeners: Set<() => void> }

/** Keeps sessions by token: 256 random bits, 30 minutes idle, 12 hours in all. */
export function createSessions(): Sessions {
  const byToken = new Map<string, Held>()
  const drop = (token: string, held: Held): void => {
    byToken.delete(token)
    for (const listener of held.listeners) listener()
  }
  const dropWhere = (ends: (session: Session) => boolean): void => {
    for (const [token, held] of byToken) if (ends(held.session)) drop(token, held)
  }
  const isOver = (held: Held, now: Instant): boolean => now - held.used > idleMs || now - held.begun > longestMs
  const byId = (id: string): Held | undefined => [...byToken.values()].find(held => held.session.id === id)

  return {
    begin: (session, now) => {
      for (const [token, held] of byToken) if (isOver(held, now)) drop(token, held)
      const token = randomBytes(32).toString('base64url')
      byToken.set(token, { session, begun: now, used: now, listeners: new Set() })
      return token
    },
    find: (token, now, counts) => {
      const held = byToken.get(token)
      if (held === undefined) return null
      if (isOver(held, now)) {
        drop(token, held)
        return null
      }
      if (counts) held.used = now
      return held.session
    },
    isOn: (id, now) => {
      const held = byId(id)
      return held !== undefined && !isOver(held, now)
    },
    doubt: () => {
      for (const held of byToken.values()) held.session = { ...held.session, doubted: true }
    },
    settle: (seen, account) => {
      const settled = { ...seen, account, doubted: false }
      const held = byId(seen.id)
      if (held?.session === seen) held.session = settled
      return settled
    },
    end: id => dropWhere(session => session.id === id),
    endOf: accountId => dropWhere(session => session.account.id === accountId),
    onEnd: (id, listener) => {
      const held = byId(id)
      held?.listeners.add(listener)
      return () => void held?.listeners.delete(listener)
    },
  }
}
