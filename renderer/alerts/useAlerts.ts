import { useEffect } from 'react'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import { type DeskClient, type Read, useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'

type Answered<T> = T extends Promise<Result<infer Value, Problem>> ? Value : never
export type Collected = Answered<ReturnType<DeskClient['alert']['collect']>>
export type Told = Collected['waiting'][number]

/** The day's alerts for whoever is signed in; those nobody has notified them of yet are told on the desktop, as a number. */
export function useAlerts(): Read<Collected> {
  const { client } = useDesk()
  const { today } = useWhere()
  const read = useRead(['alert', 'collect', today], () => client.alert.collect({}))
  const fresh = read.value?.fresh ?? 0
  useEffect(() => {
    if (fresh > 0) window.desk?.notifyOfCertifications(fresh)
  }, [fresh])
  return read
}
