import { ORPCError } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { sessionHeader } from '../../../shared/contract/wire.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { issueSentence } from '../../../shared/text/en/issues.ts'
import type { DoorContext } from '../guard.ts'

type Interceptor = NonNullable<StandardHandlerOptions<DoorContext>['interceptors']>[number]

const unreadable: Problem = { code: 'invalid', issues: [{ path: '', message: issueSentence.unreadable }] }

/** Reads who asks from a request's headers, which every door carries alike, and refuses a body that cannot be read as a request. */
export const named: Interceptor = options => {
  const session = options.request.headers[sessionHeader]
  const context = { ...options.context, session: typeof session === 'string' && session !== '' ? session : null }
  return options.next({ ...options, context }).catch((thrown: unknown) => {
    throw thrown instanceof ORPCError ? thrown : new ORPCError(unreadable.code, { defined: true, status: 422, message: unreadable.code, data: unreadable })
  })
}
