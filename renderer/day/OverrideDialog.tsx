import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { overrideText } from '../../shared/text/en/day.ts'
import { givenAnswer, noAnswer, type OverrideAnswer } from '../ui/overrideAnswer.ts'
import { OverrideFields } from '../ui/OverrideFields.tsx'

export type Override = {
  /** Why it is not as it should be. */
  readonly sentence: string
  readonly go: (answer: OverrideAnswer) => void
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
  const [answer, setAnswer] = useState(noAnswer)
  const given = givenAnswer(answer)
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        if (given !== null) {
          close()
          override.go(given)
        }
      }}
    >
      <p className="override-why">{override.sentence}</p>
      <p className="quiet">{overrideText.explain}</p>
      <OverrideFields value={answer} hint={overrideText.reasonHint} change={setAnswer} />
      <div className="button-row">
        <Button type="submit" color="red" disabled={given === null}>
          {overrideText.go}
        </Button>
        <Button variant="default" onClick={close}>
          {overrideText.back}
        </Button>
      </div>
    </form>
  )
}
