import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Practice } from '../../shared/domain/practice.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { useSave } from '../ui/useSave.ts'

const text = settingsText.practice

function PracticeForm({ practice }: { readonly practice: Practice }) {
  const { client, may } = useDesk()
  const { demo: _demo, version, ...before } = practice
  const [fields, setFields] = useState(before)
  const [dirty, setDirty] = useState(false)
  const state = useSave()
  const frozen = !may('practice.write')
  const change = (part: Partial<typeof before>) => {
    setFields(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const submit = async () => {
    const saved = await state.save(() => client.practice.amend({ ...fields, version }))
    if (saved === null) return
    setDirty(false)
    screen.did({
      label: text.saved,
      undo: async () => {
        const back = await client.practice.amend({ ...before, version: saved.version })
        return back.ok ? null : problemSentence(back.problem)
      },
    })
  }
  return (
    <div className="settings-form">
      <Form
        name={settingsText.parts.practice}
        dirty={dirty}
        state={state}
        submit={() => void submit()}
        hold={frozen ? settingsText.notAllowed : null}
      >
        <TextInput
          label={text.name}
          description={text.nameHint}
          required
          disabled={frozen}
          value={fields.name}
          error={fieldError(state.problem, 'name')}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={text.telephone}
          description={text.telephoneHint}
          type="tel"
          disabled={frozen}
          value={fields.telephone}
          error={fieldError(state.problem, 'telephone')}
          onChange={event => change({ telephone: event.currentTarget.value })}
        />
        <TextInput
          label={text.askFor}
          description={text.askForHint}
          disabled={frozen}
          value={fields.askFor}
          error={fieldError(state.problem, 'askFor')}
          onChange={event => change({ askFor: event.currentTarget.value })}
        />
        <NumberInput
          label={text.arrive}
          description={text.arriveHint}
          min={0}
          max={120}
          allowDecimal={false}
          disabled={frozen}
          w={260}
          value={fields.arriveEarlyMinutes}
          error={fieldError(state.problem, 'arriveEarlyMinutes')}
          onChange={value => change({ arriveEarlyMinutes: typeof value === 'number' ? value : 0 })}
        />
      </Form>
    </div>
  )
}

/** The practice's name and how it is reached. */
export function PracticeSettings() {
  const { practice } = useWhere()
  return <PracticeForm key={practice.version} practice={practice} />
}
