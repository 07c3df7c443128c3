import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Evidence } from '../../../shared/domain/evidence.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { instantDate } from '../../../shared/text/en/dates.ts'
import { evidenceText } from '../../../shared/text/en/evidence.ts'
import { useDesk } from '../../client.ts'
import { screen, useWhere } from '../../screen.ts'
import { fieldError } from '../../ui/fieldError.ts'
import { MayButton } from '../../ui/MayButton.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

type RowProps = { readonly file: Evidence; readonly open: (file: Evidence) => void }

/** One file: what it is, who attached it, and whether it still stands. */
export function EvidenceRow({ file, open }: RowProps) {
  const { client, may } = useDesk()
  const { location } = useWhere()
  const [reason, setReason] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const stands = file.status === 'active'
  const withdraw = async () => {
    const answer = await client.evidence.withdraw({ id: file.id, version: file.version, reason: reason ?? '' })
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setReason(null)
    screen.say(evidenceText.withdrawn(file.title))
  }
  return (
    <li>
      <div className="line-words">
        <span className="held-name">{file.title}</span>
        <span className="quiet">{` · ${evidenceText.line(file.mediaType, file.size)} · ${evidenceText.by(instantDate(file.at, location.zone), file.byName)} · ${evidenceText.hash(file.sha256)}`}</span>
        {!stands && <p className="notice notice-amber">{evidenceText.inError(file.reason)}</p>}
      </div>
      {reason === null
        ? (
          <div className="button-row">
            <MayButton size="compact-xs" variant="default" aria-label={evidenceText.openOf(file.title)} refusal={may('evidence.read') ? null : evidenceText.mayNotOpen} onClick={() => open(file)}>
              {evidenceText.open}
            </MayButton>
            {stands && (
              <MayButton size="compact-xs" variant="subtle" refusal={may('certification.write') ? null : evidenceText.mayNotAttach} onClick={() => setReason('')}>{evidenceText.withdraw}</MayButton>
            )}
          </div>
        )
        : (
          <form className="inset-form" onSubmit={event => { event.preventDefault(); void withdraw() }}>
            <TextInput
              label={evidenceText.reason} description={evidenceText.reasonHint} maxLength={200} value={reason} error={fieldError(problem, 'reason')} data-autofocus
              onChange={event => setReason(event.currentTarget.value)}
            />
            <div className="button-row">
              <Button size="compact-xs" type="submit" color="red">{evidenceText.withdrawNow}</Button>
              <Button size="compact-xs" variant="default" onClick={() => setReason(null)}>{evidenceText.close}</Button>
            </div>
          </form>
        )}
      {problem?.code !== 'invalid' && <ProblemNotice problem={problem} />}
    </li>
  )
}
