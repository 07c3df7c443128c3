import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { mayDo, permissions, type Permission } from '../../shared/domain/permission.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Instant } from '../../shared/domain/time/values.ts'
import { type Actor, auditRow, refusalRow } from './handlers/auditRow.ts'
import type { OpeningContext } from './handlers/types.ts'
import type { Ports } from './ports.ts'
import type { Premises } from './premises.ts'
import { faultTraces, problemOf, Refusal } from './refusal.ts'
import type { Session, Sessions } from './session.ts'
import type { Store } from './store/store.ts'

/** What a door knows of a request besides its name and input. */
export type DoorContext = { readonly session: string | null }

/** What every handler is run with. */
export type Admitted = { readonly request: OpeningContext }

type Parts = { readonly ports: Pick<Ports, 'now' | 'newId' | 'solve' | 'log'>; readonly premises: Premises; readonly sessions: Sessions }

/** Refusals of a command that the audit trail names. */
const audited: readonly Problem['code'][] = ['forbidden', 'not-staffed', 'against-rule', 'wrong-credentials', 'wrong-key']
/** Asked by clocks, not by people: they do not keep a session from falling idle. */
const unattended = new Set(['system.status', 'system.desk', 'system.changes', 'session.current'])
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const known = (permission: unknown): permission is Permission => permissions.some(each => each === permission)

function named(input: unknown): string {
  const id: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined
  return typeof id === 'string' && uuid.test(id) ? id : ''
}

const actorOf = (session: Session): Actor => ({ id: session.operator ? null : session.account.id, displayName: session.account.displayName })

/** Contract, with every request guarded: who asks, may they, and what a refusal or a fault looks like from outside. */
export function guardedContract({ ports, premises, sessions }: Parts) {
  /** An account amended since it was last looked up may be closed, or have another role or password. */
  async function lookUp(session: Session, store: Store): Promise<Session | null> {
    if (session.operator || !session.doubted) return session
    const { account, credential } = await store.read(async tx => ({
      account: await tx.accounts.byId(session.account.id), credential: await tx.accounts.credential(session.account.id),
    }))
    if (account === null || !account.active || credential?.hash !== session.proof) {
      sessions.endOf(session.account.id)
      return null
    }
    return sessions.settle(session, account)
  }

  async function who(token: string | null, request: string, store: Store | null, now: Instant): Promise<Session | null> {
    const session = token === null ? null : sessions.find(token, now, !unattended.has(request))
    return session === null || store === null ? null : lookUp(session, store)
  }

  async function admit(permission: unknown, store: Store | null, session: Session | null): Promise<void> {
    if (permission === 'public') return
    if (store === null) throw new Refusal(await premises.state() === 'first-run' ? { code: 'not-set-up' } : { code: 'locked' })
    if (session === null) throw new Refusal({ code: 'not-signed-in' })
    if (!known(permission)) throw new Refusal({ code: 'forbidden', permission: 'none' })
    if (!mayDo(session.account.role, permission)) throw new Refusal({ code: 'forbidden', permission })
  }

  return implement(contract).$context<DoorContext>().use(async ({ context, procedure, path, signal, next }, input) => {
    const { errorMap, meta } = procedure['~orpc']
    const request = path.join('.')
    const clock = ports.now()
    let [now, store, session]: [Instant, Store | null, Session | null] = [clock, null, null]
    try {
      store = await premises.store()
      // A clock set back must not make a lapsed certificate valid again.
      now = store?.now() ?? now
      session = await who(context.session, request, store, clock)
      await admit(meta.permission, store, session)
      const [by, at] = [session, now]
      const admitted: OpeningContext = {
        now: at, clock, newId: ports.newId, solve: ports.solve, store, signal: signal ?? null, account: by?.account ?? null, sessionId: by?.id ?? null,
        mayDo: permission => by !== null && mayDo(by.account.role, permission),
        audit: (tx, note) => tx.audit.append(auditRow(at, by === null ? null : actorOf(by), note)),
      }
      return await next({ context: { request: admitted } })
    } catch (thrown) {
      const problem = problemOf(thrown) ?? fault(request, thrown)
      if (meta.kind === 'command' && audited.includes(problem.code) && store !== null && session !== null) {
        const row = refusalRow(now, actorOf(session), { action: request, entity: path[0] ?? '', entityId: named(input) }, problem.code)
        await store.write([], async tx => ({ keep: true, value: await tx.audit.append(row) })).catch((error: unknown) => void fault(request, error))
      }
      const declared = errorMap[problem.code]
      if (declared === undefined) ports.log('undeclared-problem', { request, problem: problem.code })
      throw new ORPCError(problem.code, { status: declared?.status ?? 409, message: problem.code, data: problem })
    }
  })

  function fault(request: string, thrown: unknown): Problem {
    const incident = ports.newId().slice(-8).toUpperCase()
    ports.log('fault', { incident, request, ...faultTraces(thrown) })
    return { code: 'fault', incident }
  }
}

/** The contract's implementer, every request of it guarded. */
export type Guarded = ReturnType<typeof guardedContract>
