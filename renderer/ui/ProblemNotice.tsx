import { Button } from '@mantine/core'
import type { Problem } from '../../shared/domain/problem.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { WarningIcon } from './icons.tsx'
import './ui.css'

type ProblemNoticeProps = { readonly problem: Problem | null; readonly again?: () => void }

/** Why something did not work and what to do; read aloud as soon as it appears. */
export function ProblemNotice({ problem, again }: ProblemNoticeProps) {
  if (problem === null) return null
  return (
    <div className="notice notice-red" role="alert">
      <WarningIcon />
      <p>{problemSentence(problem)}</p>
      {again !== undefined && (
        <Button variant="default" size="compact-xs" onClick={again}>
          {frameText.tryAgain}
        </Button>
      )}
    </div>
  )
}
