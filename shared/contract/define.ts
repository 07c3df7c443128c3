import { type ErrorMap, eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission } from '../domain/permission.ts'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import { problemSchemas } from './problems.ts'

/** What the router must know of a request before it runs it. */
export type RequestMeta = { readonly permission: Permission; readonly kind: 'query' | 'command' | 'stream' }

type Spec<I, O, C extends ProblemCode> = {
  readonly permission: Permission
  readonly summary: string
  readonly input: z.ZodType<I, I>
  readonly output: z.ZodType<O, O>
  readonly problems: readonly C[]
}

type Refusals<C extends ProblemCode> = {
  readonly [K in C | CommonProblem]: { readonly status: number; readonly data: z.ZodType<Extract<Problem, { code: K }>, Extract<Problem, { code: K }>> }
}

/** What any request may be refused with, whatever it asks for. */
export const commonProblems = ['invalid', 'not-signed-in', 'forbidden', 'not-set-up', 'locked', 'store-unavailable', 'fault'] as const
type CommonProblem = (typeof commonProblems)[number]

const status: Partial<Record<ProblemCode, number>> = {
  invalid: 422, 'not-found': 404, 'not-signed-in': 401, forbidden: 403, 'wrong-credentials': 401, 'wrong-key': 401,
  'store-unavailable': 503, fault: 500, locked: 423,
}

function refusals<C extends ProblemCode>(codes: readonly C[]): Refusals<C> & ErrorMap {
  const all = [...new Set<ProblemCode>([...commonProblems, ...codes])]
  const entries = all.map(code => [code, { status: status[code] ?? 409, data: problemSchemas[code] }])
  return Object.fromEntries(entries) as Refusals<C> & ErrorMap
}

const define = <I, O, C extends ProblemCode>(kind: 'query' | 'command', spec: Spec<I, O, C>) =>
  oc
    .$meta<RequestMeta>({ permission: spec.permission, kind })
    // POST for reading too: a patient's name must never be part of an address.
    .route({ method: 'POST', summary: spec.summary })
    .input(spec.input)
    .output(spec.output)
    .errors(refusals(spec.problems))

/** A request that changes nothing. */
export const query = <I, O, C extends ProblemCode>(spec: Spec<I, O, C>) => define('query', spec)

/** A request that changes something; its audit event is written in the same transaction. */
export const command = <I, O, C extends ProblemCode>(spec: Spec<I, O, C>) => define('command', spec)

/** A request whose answer goes on: one item after the other until the caller ends it. */
export const stream = <O>(spec: Omit<Spec<Record<string, never>, O, never>, 'input' | 'problems'>) =>
  oc
    .$meta<RequestMeta>({ permission: spec.permission, kind: 'stream' })
    .route({ method: 'POST', summary: spec.summary })
    .input(z.strictObject({}))
    .output(eventIterator(spec.output))
    .errors(refusals([]))
