import { useCallback, useRef, useState } from 'react'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'

export type Save = {
  readonly saving: boolean
  readonly problem: Problem | null
  /** Asks once: a second call while the first is under way does nothing and answers null. */
  readonly save: <T>(ask: () => Promise<Result<T, Problem>>) => Promise<T | null>
  readonly setProblem: (problem: Problem | null) => void
}

/** Sends one change at a time and keeps why it was refused. */
export function useSave(): Save {
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const busy = useRef(false)
  const save = useCallback(async <T>(ask: () => Promise<Result<T, Problem>>): Promise<T | null> => {
    if (busy.current) return null
    busy.current = true
    setSaving(true)
    setProblem(null)
    const answer = await ask()
    busy.current = false
    setSaving(false)
    if (answer.ok) return answer.value
    setProblem(answer.problem)
    return null
  }, [])
  return { saving, problem, save, setProblem }
}
