import { Button, Chip, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { visitText } from '../../shared/text/en/day.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useSave } from '../ui/useSave.ts'
import { useVisitSteps } from './useVisitSteps.ts'

/** Cancels a visit with a reason: one of the usual ones by a click, or in other words. It can be taken back. */
export function CancelForm({ visit, close }: { readonly visit: Visit; readonly close: () => void }) {
  const steps = useVisitSteps()
  const save = useSave()
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (reason.trim() === '') return
    const done = await save.save(() => steps.cancel(visit, reason.trim()))
    if (done !== null) close()
  }
  return (
    <form
      className="inset-form form"
      aria-label={visitText.cancelTitle}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemNotice problem={save.problem} />
      <div className="button-row" role="group" aria-label={visitText.cancelReason}>
        {visitText.cancelReasons.map(usual => (
          <Chip key={usual} size="xs" checked={reason === usual} onChange={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </div>
      <TextInput
        label={visitText.cancelReason}
        required
        autoFocus
        value={reason}
        maxLength={200}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className="button-row">
        <Button type="submit" size="xs" color="red" loading={save.saving} disabled={reason.trim() === ''}>
          {visitText.cancelGo}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {visitText.keep}
        </Button>
      </div>
    </form>
  )
}
