import { Button } from '@mantine/core'
import type { Problem } from '../../shared/domain/problem.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { problemSentence, readingSentence } from '../../shared/text/problems.ts'
import type { Read } from '../client.ts'
import { WarningIcon } from './icons.tsx'
import './ui.css'

type NoticeProps = { readonly sentence: string; readonly again?: (() => void) | undefined }

function Notice({ sentence, again }: NoticeProps) {
  return (
    <div className="notice notice-red" role="alert">
      <WarningIcon />
      <p>{sentence}</p>
      {again !== undefined && (
        <Button variant="default" size="compact-xs" onClick={again}>
          {frameText.tryAgain}
        </Button>
      )}
    </div>
  )
}

type ProblemNoticeProps = { readonly problem: Problem | null; readonly again?: () => void }

/** Why something did not work and what to do; read aloud as soon as it appears. */
export const ProblemNotice = ({ problem, again }: ProblemNoticeProps) =>
  problem === null ? null : <Notice sentence={problemSentence(problem)} again={again} />

/** Why something cannot be shown, or not as it is now. */
export const ReadNotice = ({ read: { problem, again } }: { readonly read: Pick<Read<unknown>, 'problem' | 'again'> }) =>
  problem === null ? null : <Notice sentence={readingSentence(problem)} again={again} />
