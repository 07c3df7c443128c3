import { type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import type { DeskClient } from '../../renderer/client.ts'
import { problemSchemas } from '../../shared/contract/problems.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { err, ok } from '../../shared/domain/result.ts'

export type { DeskClient }
type NoContext = Record<never, never>
export type Link = ClientLink<NoContext>

/** The contract's problem that an error carries; anything else is thrown on. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof ORPCError)) throw error
  const schema = Object.entries(problemSchemas).find(([code]) => code === error.code)?.[1]
  if (schema === undefined) throw error
  return schema.parse(error.data)
}

/** A client whose refusals are values; anything but a well-formed problem of the contract is thrown. */
export const resultClient = (link: Link): DeskClient => createORPCClient<DeskClient>({
  call: async (path, input, options) => {
    try {
      return ok(await link.call(path, input, options))
    } catch (error) {
      return err(problemOf(error))
    }
  },
})
