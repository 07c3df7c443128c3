import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { overrideText } from '../../shared/text/en/day.ts'

export type Override = {
  /** Why it is not as it should be. */
  readonly sentence: string
  readonly go: (reason: string) => void
}

/** Asks why a visit shall stand where nobody certified is there; nothing happens without a reason. */
export function OverrideDialog({ override, close }: { readonly override: Override | null; readonly close: () => void }) {
  return (
    <Modal opened={override !== null} onClose={close} title={overrideText.title} returnFocus>
      {override !== null && <Inside override={override} close={close} />}
    </Modal>
  )
}

function Inside({ override, close }: { readonly override: Override; readonly close: () => void }) {
  const [reason, setReason] = useState('')
  const enough = reason.trim().length >= 3
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        if (enough) {
          close()
          override.go(reason.trim())
        }
      }}
    >
      <p className="override-why">{override.sentence}</p>
      <p className="quiet">{overrideText.explain}</p>
      <TextInput
        label={overrideText.reason}
        description={overrideText.reasonHint}
        required
        data-autofocus
        value={reason}
        maxLength={200}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className="button-row">
        <Button type="submit" color="red" disabled={!enough}>
          {overrideText.go}
        </Button>
        <Button variant="default" onClick={close}>
          {overrideText.back}
        </Button>
      </div>
    </form>
  )
}
