import { type Client, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, useCallback, useContext } from 'react'
import type { Contract } from '../shared/contract/contract.ts'
import type { Permission } from '../shared/domain/permission.ts'
import type { Account } from '../shared/domain/person.ts'
import type { Problem } from '../shared/domain/problem.ts'
import type { Result } from '../shared/domain/result.ts'
import { resultLink } from './frame/link.ts'

type Answering<T> =
  T extends Client<infer Context, infer Input, infer Output, infer _Refusal>
    ? Client<Context, Input, Result<Output, Problem>, never>
    : { readonly [Key in keyof T]: Answering<T[Key]> }

/** Every request of the contract, each answering a `Result`. */
export type DeskClient = Answering<ContractRouterClient<Contract>>

/** The one client of this window; also usable before anybody is signed in. */
export const client: DeskClient = createORPCClient<DeskClient>(resultLink)

export type Desk = {
  readonly client: DeskClient
  readonly account: Account
  readonly may: (permission: Permission) => boolean
  readonly host: 'desktop' | 'browser'
}

/** Filled in by the frame once somebody is signed in. */
export const DeskContext = createContext<Desk | null>(null)

/** The client, who is signed in, what they may do, and where the window runs. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk outside of a signed-in frame')
  return desk
}

export type Read<T> = {
  readonly value: T | null
  readonly problem: Problem | null
  /** True while there is nothing to show yet. */
  readonly loading: boolean
  /** True while an answer to another question, or an older one, is shown. */
  readonly refreshing: boolean
  readonly again: () => void
}

type ReadOptions = {
  /** Shows the last answer while the next question is under way, as a list that follows typing should. */
  readonly keep?: boolean
  readonly when?: boolean
  /** Asks again after so many milliseconds. */
  readonly every?: number
}

/** A refusal on its way through the query cache, which knows only thrown errors. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Reads and keeps up to date: the key begins with the contract's area (`['patient', 'find', input]`), so that a change made
 * in any window has it read again.
 */
export function useRead<T>(key: readonly unknown[], read: () => Promise<Result<T, Problem>>, options: ReadOptions = {}): Read<T> {
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await read()
      if (!answer.ok) throw new Refused(answer.problem)
      return { value: answer.value }
    },
    enabled: options.when ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })
  const refused = query.error
  const { refetch } = query
  const again = useCallback(() => void refetch(), [refetch])
  return {
    value: query.data?.value ?? null,
    problem: refused === null ? null : refused instanceof Refused ? refused.problem : { code: 'fault', incident: '' },
    loading: query.isLoading,
    refreshing: query.isFetching,
    again,
  }
}
