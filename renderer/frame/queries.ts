import { QueryClient } from '@tanstack/react-query'

/** What has been read. Changes are told by the service, so nothing grows stale by itself; a refusal is an answer, so nothing is asked twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
  },
})

/** Forgets everything that only a signed-in person may see. */
export const forgetReadings = (): void => queries.removeQueries({ predicate: query => query.queryKey[0] !== 'system' })
