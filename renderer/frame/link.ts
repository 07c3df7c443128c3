import { ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { type DeskBridge, portMessage, sessionHeader } from '../../shared/contract/wire.ts'
import type { Problem, ProblemCode } from '../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { noteDoorClosed, noteNewLink, noteOnline, wantStatus } from './connection.ts'
import { endSession, useSession } from './session.ts'

declare global {
  interface Window {
    readonly desk?: DeskBridge
  }
}

type NoContext = Record<never, never>
/** Who asks is settled when the request is made, not when it leaves: signing out ends the session that it was asked in. */
type Asking = { readonly token: string | null }
type Link = ClientLink<Asking>

/** Where the window runs: only the desktop has a printer dialog and a key store. */
export const host: 'desktop' | 'browser' = window.desk === undefined ? 'browser' : 'desktop'

const headers = ({ context }: { readonly context: Asking }): Record<string, string> =>
  context.token === null ? {} : { [sessionHeader]: context.token }

function desktopLink(): () => Promise<Link> {
  let current: Promise<Link>
  let settle: (link: Link) => void = () => {}
  current = new Promise(resolve => {
    settle = resolve
  })
  window.addEventListener('message', event => {
    const [port] = event.ports
    if (event.source !== window || event.data !== portMessage || port === undefined) return
    const link = new PortLink<Asking>({ port, headers })
    port.start()
    settle(link)
    current = Promise.resolve(link)
    noteNewLink()
  })
  return () => current
}

function browserLink(): () => Promise<Link> {
  const link: Link = new FetchLink<Asking>({ url: `${window.location.origin}/rpc`, headers })
  return () => Promise.resolve(link)
}

const linkNow = host === 'desktop' ? desktopLink() : browserLink()

const codes: Readonly<Record<ProblemCode, true>> = {
  invalid: true,
  'not-found': true,
  'not-signed-in': true,
  forbidden: true,
  'wrong-credentials': true,
  'wrong-key': true,
  'not-set-up': true,
  'already-set-up': true,
  'against-rule': true,
  locked: true,
  stale: true,
  'slot-taken': true,
  'visit-refused': true,
  'not-staffed': true,
  'outside-opening-hours': true,
  'too-soon': true,
  'service-not-approved': true,
  'room-needed': true,
  'no-such-time': true,
  'ambiguous-time': true,
  'not-allowed-now': true,
  duplicate: true,
  'possible-duplicates': true,
  'in-use': true,
  'reveals-treatment': true,
  'file-unreadable': true,
  'store-unavailable': true,
  fault: true,
}

// The service's own router made it from the contract; only whether it is one of ours at all has to be asked.
const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  Object.hasOwn(codes, value.code)

const isOrpcError = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError

/** What a thrown error means for the person who asked. */
function problemOf(error: unknown): Problem {
  if (!isOrpcError(error)) return { code: 'store-unavailable', why: 'offline' }
  // Ours have codes of their own; this one the client gives to a refusal that no router wrote.
  if (error.code === 'UNAUTHORIZED') return { code: 'store-unavailable', why: 'door-closed' }
  return isProblem(error.data) ? error.data : { code: 'fault', incident: '' }
}

function heed(problem: Problem, asked: Asking): void {
  noteOnline(problem.code !== 'store-unavailable' || problem.why !== 'offline')
  if (problem.code === 'store-unavailable' && problem.why === 'door-closed') noteDoorClosed()
  // An answer to somebody who has left meanwhile says nothing about who is here now.
  if (problem.code === 'not-signed-in' && asked.token === useSession.getState().token) endSession()
  if (problem.code === 'locked' || problem.code === 'not-set-up') wantStatus()
}

async function ask(
  path: readonly string[],
  input: unknown,
  options: Parameters<ClientLink<NoContext>['call']>[2],
): Promise<Result<unknown, Problem>> {
  const context = { token: useSession.getState().token }
  try {
    const link = await linkNow()
    const value = await link.call(path, input, { ...options, context })
    noteOnline(true)
    return ok(value)
  } catch (error) {
    if (options.signal?.aborted) return err({ code: 'store-unavailable', why: 'offline' })
    const problem = problemOf(error)
    heed(problem, context)
    return err(problem)
  }
}

/** The way to the service; every answer is a `Result`, nothing is thrown. */
export const resultLink: ClientLink<NoContext> = { call: ask }
