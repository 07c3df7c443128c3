import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../client.ts'
import { noteOnline, useConnection } from './connection.ts'

type Area = 'practice' | 'staff' | 'patients' | 'appointments' | 'accounts' | 'paper'

/** What has to be read again when an area changed, by the first word of the query's key. */
const touched: Readonly<Record<Area, readonly string[]>> = {
  practice: ['practice', 'location', 'room', 'serviceType', 'rule', 'staff', 'rota', 'availability', 'schedule', 'slot', 'series', 'appointment', 'patient', 'card', 'sickCall', 'waiting'],
  staff: ['staff', 'alert', 'calendar', 'rota', 'availability', 'practitioner', 'rule', 'schedule', 'slot', 'series', 'appointment', 'patient', 'sickCall', 'waiting'],
  patients: ['patient', 'schedule', 'slot', 'appointment', 'card', 'sickCall', 'waiting'],
  appointments: ['schedule', 'slot', 'series', 'appointment', 'patient', 'staff', 'card', 'sickCall', 'waiting'],
  accounts: ['account', 'session'],
  paper: ['card', 'paper', 'printJob'],
}

function readAgain(queries: QueryClient, areas: readonly Area[]): void {
  const words = new Set([...areas.flatMap(area => touched[area]), 'audit', 'desk'])
  void queries.invalidateQueries({ predicate: query => typeof query.queryKey[0] === 'string' && words.has(query.queryKey[0]) })
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })

const firstWait = 400
const longestWait = 6_000

async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let wait = firstWait
  let missed = false
  while (!signal.aborted) {
    const answer = await client.system.changes({}, { signal })
    if (answer.ok) {
      noteOnline(true)
      void queries.invalidateQueries({ queryKey: ['desk'] })
      // Whatever happened while nobody listened is found out by reading everything again.
      if (missed) await queries.invalidateQueries()
      wait = firstWait
      try {
        for await (const change of answer.value) readAgain(queries, change.areas)
      } catch {
        if (!signal.aborted) noteOnline(false)
      }
    }
    if (signal.aborted) return
    missed = true
    await pause(wait, signal)
    wait = Math.min(longestWait, wait * 2)
  }
}

/** Keeps every open screen up to date with what is saved in any window, and comes back by itself when the line was cut. */
export function useChanges(): void {
  const queries = useQueryClient()
  const generation = useConnection(state => state.generation)
  useEffect(() => {
    const stop = new AbortController()
    void follow(queries, stop.signal)
    return () => stop.abort()
  }, [queries, generation])
}
