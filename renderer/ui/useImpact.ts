import { useState } from 'react'
import type { Impact } from '../../shared/contract/schedule.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import { useSave } from './useSave.ts'

type Answer<T> = Result<{ readonly impact: Impact; readonly saved: T | null }, Problem>
type Ask<T> = (preview: boolean) => Promise<Answer<T>>
type Pending = { readonly impact: Impact; readonly confirm: () => void }

export type StaffingEdit = {
  readonly saving: boolean
  readonly problem: Problem | null
  readonly setProblem: (problem: Problem | null) => void
  readonly pending: Pending | null
  readonly giveUp: () => void
  /** Looks first what the edit does to the visits; asks only when it does something, then saves and calls `done`. */
  readonly edit: <T>(ask: Ask<T>, done: (saved: T | null) => void) => void
}

/** Every staffing edit goes through here: seen first, saved second. */
export function useStaffingEdit(): StaffingEdit {
  const { saving, problem, save, setProblem } = useSave()
  const [pending, setPending] = useState<Pending | null>(null)

  const edit = <T>(ask: Ask<T>, done: (saved: T | null) => void): void => {
    const confirm = async () => {
      setPending(null)
      const answer = await save(() => ask(false))
      if (answer !== null) done(answer.saved)
    }
    const look = async () => {
      const answer = await save(() => ask(true))
      if (answer === null) return
      if (answer.impact.flags.length === 0 && answer.impact.clears.length === 0) await confirm()
      else setPending({ impact: answer.impact, confirm: () => void confirm() })
    }
    void look()
  }
  return { saving, problem, setProblem, pending, giveUp: () => setPending(null), edit }
}
