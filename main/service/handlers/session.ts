import { mayDo, permissions } from '../../../shared/domain/permission.ts'
import type { Account } from '../../../shared/domain/person.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { Store } from '../store/store.ts'
import { countGuess, mendClock, secondsLeft, untried } from '../../../shared/domain/throttle.ts'
import { type Actor, auditRow, refusalRow } from './auditRow.ts'
import type { Inside } from './inside.ts'
import type { Handlers } from './types.ts'

const permissionsOf = (account: Account) => permissions.filter(permission => mayDo(account.role, permission))

/** Signing in and out. A wrong name, a wrong password and a closed account are told apart by nobody. */
export const sessionHandlers = (inside: Inside): Handlers['session'] => ({
  signIn: async ({ username, password }, { now, clock, store }) => {
    if (store === null) return err({ code: await inside.premises.state() === 'first-run' ? 'not-set-up' : 'locked' })
    const guess = await countAtAccount(store, username.trim(), clock)
    const waitSeconds = guess === null ? inside.guesses.count(username.trim().toLowerCase()) : guess.waitSeconds
    if (waitSeconds > 0) return err({ code: 'wrong-credentials', waitSeconds })
    const matches = await inside.passwords.matches(password, guess?.hash ?? null)
    if (guess === null || !guess.account.active || !matches) {
      await note(store, now, guess?.account ?? null, 'session.signIn', 'wrong-credentials')
      return err({ code: 'wrong-credentials', waitSeconds: 0 })
    }
    const { account, hash } = guess
    await store.write([], async tx => {
      await tx.accounts.setCredential(account.id, { hash, ...untried })
      await tx.audit.append(auditRow(now, account, { action: 'session.signIn', entity: 'account', entityId: account.id }))
      return { keep: true, value: null }
    })
    return ok({ session: inside.sessions.begin(account, hash), account, permissions: permissionsOf(account) })
  },

  signOut: async (_input, { now, store, account, sessionId }) => {
    if (store !== null && account !== null) await note(store, now, account, 'session.signOut', null)
    if (sessionId !== null) inside.sessions.end(sessionId)
    return ok({})
  },

  current: async (_input, { account }) => account === null ? err({ code: 'not-signed-in' }) : ok({ account, permissions: permissionsOf(account) }),
})

type Guess = { readonly account: Account; readonly hash: string; readonly waitSeconds: number }

/** Counts a guess where a restart cannot make it forgotten; `null` when nobody has this user name. */
const countAtAccount = (store: Store, username: string, now: Instant): Promise<Guess | null> => store.write<Guess | null>([], async tx => {
  const account = await tx.accounts.byUsername(username)
  const credential = account === null ? null : await tx.accounts.credential(account.id)
  if (account === null || credential === null) return { keep: false, value: null }
  const { hash } = credential
  const throttle = mendClock(credential, now)
  const waitSeconds = secondsLeft(throttle, now)
  await tx.accounts.setCredential(account.id, { hash, ...(waitSeconds > 0 ? throttle : countGuess(throttle, now)) })
  return { keep: true, value: { account, hash, waitSeconds } }
})

async function note(store: Store, now: Instant, account: Account | null, action: string, problem: string | null): Promise<void> {
  const actor: Actor = account
  const about = { action, entity: 'account', entityId: account?.id ?? '' }
  await store.write([], async tx => ({ keep: true, value: await tx.audit.append(problem === null ? auditRow(now, actor, about) : refusalRow(now, actor, about, problem)) }))
}
