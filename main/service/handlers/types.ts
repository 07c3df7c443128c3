import type { Contract } from '../../../shared/contract/contract.ts'
import type { Inputs, Outputs } from '../../../shared/contract/inferred.ts'
import type { Permission } from '../../../shared/domain/permission.ts'
import type { Account } from '../../../shared/domain/person.ts'
import type { Solve } from '../../../shared/domain/program.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import type { Ending, Store, WriteTx } from '../store/store.ts'

export type { Inputs, Outputs }

/** What was done to one row; `before` and `after` are kept as JSON and must hold no password or key. */
export type AuditNote = {
  /** The contract's word for it, for example `patient.amend`. */
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Who asks, when, and what of. `now` is the same for the whole request. */
export type RequestContext = {
  readonly now: Instant
  readonly newId: () => string
  /** Solves a program off this thread: never inside a write, which others wait for. */
  readonly solve: Solve
  readonly account: Account
  readonly sessionId: string
  readonly store: Store
  readonly mayDo: (permission: Permission) => boolean
  /** Writes who did what, in the same transaction as the change itself. */
  readonly audit: (tx: Pick<WriteTx, 'audit'>, note: AuditNote) => Promise<void>
}

/** What system and session requests get: they also run before the practice is open and before anybody is signed in. */
export type OpeningContext = Omit<RequestContext, 'account' | 'sessionId' | 'store'> & {
  readonly account: Account | null
  readonly sessionId: string | null
  readonly store: Store | null
  /** What this machine's clock shows, for waiting times only: `now` stands still while the clock lies behind what was saved. */
  readonly clock: Instant
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal | null
}

type ContextOf<A extends keyof Contract> = A extends 'system' | 'session' ? OpeningContext : RequestContext

/** One request's work: gather facts, ask the domain, store. Permission and shape were checked before. */
type Handler<A extends keyof Contract, M extends keyof Contract[A] & keyof Inputs[A]> =
  (input: Inputs[A][M], context: ContextOf<A>) => Promise<Result<Outputs[A][M], Problem>>

/** One handler for every request of the contract: a missing one does not compile. */
export type Handlers = { readonly [A in keyof Contract]: { readonly [M in keyof Contract[A] & keyof Inputs[A]]: Handler<A, M> } }

/** How a write ends: with what was asked for, or with the reason why nothing was kept. */
export type Answer<T> = Promise<Ending<Result<T, Problem>>>

/** Ends a write by undoing it, with the reason. */
export const refuse = (problem: Problem): Ending<Result<never, Problem>> => ({ keep: false, value: err(problem) })

/** Ends a write by keeping it. */
export const saved = <T>(value: T): Ending<Result<T, Problem>> => ({ keep: true, value: ok(value) })
