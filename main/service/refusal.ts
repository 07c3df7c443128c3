import { ORPCError, ValidationError } from '@orpc/contract'
import type { Problem } from '../../shared/domain/problem.ts'
import { issueSentence } from '../../shared/text/en/issues.ts'
import { StoreUnavailable } from './store/store.ts'

/** Carries a problem from a handler to the router, which is the only one to catch it. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type Issue = { readonly message: string; readonly path?: readonly unknown[] | undefined }

const segment = (part: unknown): string => String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part)
const field = (issue: object, name: string): unknown => Reflect.get(issue, name)

function sentence(issue: Issue): string {
  const [code, kind] = [field(issue, 'code'), field(issue, 'origin')]
  if (code === 'invalid_type') return issue.message.endsWith('received undefined') ? issueSentence.missing : issueSentence.wrongKind
  if (code === 'unrecognized_keys') return issueSentence.unknownField
  if (code === 'invalid_value') return issueSentence.notAChoice
  if (code === 'too_small' && kind === 'string') return field(issue, 'minimum') === 1 ? issueSentence.empty : issueSentence.tooShort
  if (code === 'too_small') return issueSentence.tooSmall
  if (code === 'too_big') return kind === 'string' ? issueSentence.tooLong : kind === 'array' ? issueSentence.tooMany : issueSentence.tooLarge
  if (code === 'invalid_format') return field(issue, 'format') === 'date' ? issueSentence.notADate : issueSentence.badFormat
  return issueSentence.other
}

/** A request of the wrong shape, told by field: `path` as in `locations.0.zone`. */
const shapeProblem = (issues: readonly Issue[]): Problem =>
  ({ code: 'invalid', issues: issues.flatMap(issue => pathsOf(issue).map(path => ({ path, message: sentence(issue) }))) })

/** Of fields that nobody knows each is named, else the one field in which the fault lies. */
function pathsOf(issue: Issue): readonly string[] {
  const path = (issue.path ?? []).map(segment)
  const unknown = field(issue, 'keys')
  return Array.isArray(unknown) ? unknown.map(key => [...path, String(key)].join('.')) : [path.join('.')]
}

/** The refusal that an exception stands for, or `null` when it is none and nobody expected it. */
export function problemOf(thrown: unknown): Problem | null {
  if (thrown instanceof Refusal) return thrown.problem
  if (thrown instanceof StoreUnavailable) return { code: 'store-unavailable', why: thrown.why }
  if (thrown instanceof ORPCError && thrown.code === 'BAD_REQUEST' && thrown.cause instanceof ValidationError) return shapeProblem(thrown.cause.issues)
  return null
}

/** What the log may say of an exception: its class, a driver's code, and where in our own sources it arose. No message: it may name a patient. */
export function faultTraces(thrown: unknown): Readonly<Record<string, string>> {
  if (!(thrown instanceof Error)) return { class: typeof thrown }
  const code = field(thrown, 'code')
  const at = /^ +at .*[/\\]((?:main|shared|out)[/\\][\w./\\-]+\.[jt]s:\d+)/m.exec(thrown.stack ?? '')?.[1]
  const where = thrown.cause instanceof ValidationError ? thrown.cause.issues.slice(0, 3).map(issue => (issue.path ?? []).map(segment).join('.')).join(' ') : undefined
  return {
    class: thrown.constructor.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? { code } : {}),
    ...(at === undefined ? {} : { at }),
    ...(where === undefined ? {} : { where }),
  }
}
