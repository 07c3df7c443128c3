import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { firstRunText } from '../../shared/text/en/firstRun.ts'
import { PrintIcon } from '../ui/icons.tsx'
import { printPage } from '../ui/printPage.ts'
import { recoverySheet } from './recoverySheet.ts'

type RecoveryKeyProps = {
  readonly practiceName: string
  readonly recoveryKey: string
  readonly opening: boolean
  readonly done: () => void
}

/** The recovery key, shown this once. */
export function RecoveryKey({ practiceName, recoveryKey, opening, done }: RecoveryKeyProps) {
  const [away, setAway] = useState(false)
  const [outcome, setOutcome] = useState('')
  const print = async () => {
    const answer = await printPage(recoverySheet(practiceName, recoveryKey))
    setOutcome(answer.kind === 'done' ? firstRunText.keyPrinted : answer.kind === 'failed' ? answer.sentence : '')
  }
  return (
    <main className="door">
      <form
        className="door-card key-card"
        onSubmit={event => {
          event.preventDefault()
          if (away) done()
        }}
      >
        <h1>{firstRunText.keyTitle}</h1>
        <p>{firstRunText.keyHint}</p>
        <output className="recovery-key" aria-label={firstRunText.keyLabel}>
          {recoveryKey}
        </output>
        <div className="button-row">
          <Button type="button" variant="default" autoFocus leftSection={<PrintIcon size={16} />} onClick={() => void print()}>
            {firstRunText.keyPrint}
          </Button>
          <span role="status" className="quiet">
            {outcome}
          </span>
        </div>
        <Checkbox label={firstRunText.keyConfirm} checked={away} onChange={event => setAway(event.currentTarget.checked)} />
        <div className="button-row">
          <Button type="submit" size="sm" disabled={!away} loading={opening}>
            {firstRunText.keyGo}
          </Button>
        </div>
      </form>
    </main>
  )
}
