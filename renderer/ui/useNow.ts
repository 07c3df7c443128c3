import { useInterval } from '@mantine/hooks'
import { useState } from 'react'
import { instant } from '../../shared/domain/time/instant.ts'
import type { Instant } from '../../shared/domain/time/values.ts'

const often = 10_000

/** The present, soon enough after each full minute for a button that waits for it. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instant(Date.now()))
  useInterval(() => setNow(instant(Date.now())), often, { autoInvoke: true })
  return now
}
