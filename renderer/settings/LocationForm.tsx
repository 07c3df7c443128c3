import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { Location, OpeningException } from '../../shared/domain/practice.ts'
import { placeText, settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'
import { isBegun, noException, withException } from './exceptionDraft.ts'
import { ExceptionsEditor } from './ExceptionsEditor.tsx'
import { draftOf, fieldsOf, type LocationDraft, newLocation } from './locationDraft.ts'
import { LocationFields } from './LocationFields.tsx'

const text = settingsText.locations

type LocationFormProps = { readonly location: Location | null; readonly close: () => void }

/** A location with its hours, its single days and its clock. */
export function LocationForm({ location, close }: LocationFormProps) {
  const { client, may } = useDesk()
  const [draft, setDraft] = useState<LocationDraft>(() => (location === null ? newLocation('') : draftOf(location)))
  const [typed, setTyped] = useState(noException)
  const [dirty, setDirty] = useState(false)
  const state = useSave()
  const frozen = !may('practice.write')
  const change = (part: Partial<LocationDraft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const addTyped = (): readonly OpeningException[] | null => {
    const listed = withException(draft.exceptions, typed)
    if (!listed.ok) {
      state.setProblem({ code: 'invalid', issues: [{ path: 'typedException', message: listed.problem }] })
      return null
    }
    state.setProblem(null)
    change({ exceptions: listed.value })
    setTyped(noException)
    return listed.value
  }
  const submit = async () => {
    const exceptions = isBegun(typed) ? addTyped() : draft.exceptions
    if (exceptions === null) return
    const fields = fieldsOf({ ...draft, exceptions })
    if (fields === null)
      return state.setProblem({
        code: 'invalid',
        issues: [
          draft.zone === null
            ? { path: 'zone', message: placeText.zoneNone }
            : { path: 'openingHours', message: placeText.hoursBad },
        ],
      })
    const saved = await state.save(() =>
      location === null
        ? client.location.record(fields)
        : client.location.amend({ id: location.id, version: location.version, ...fields }),
    )
    if (saved === null) return
    screen.say(text.saved(saved.name))
    close()
  }
  return (
    <div className="inset-form table-block">
      <Section title={location === null ? text.newTitle : text.edit(location.name)}>
        <Form
          name={location === null ? text.newTitle : location.name}
          dirty={dirty}
          state={state}
          submit={() => void submit()}
          cancel={close}
          hold={frozen ? settingsText.notAllowed : null}
        >
          <LocationFields draft={draft} change={change} errorOf={field => fieldError(state.problem, field)} disabled={frozen} />
          <ExceptionsEditor
            value={draft.exceptions}
            change={exceptions => change({ exceptions })}
            typed={typed}
            type={next => {
              setTyped(next)
              setDirty(true)
            }}
            add={addTyped}
            disabled={frozen}
            error={fieldError(state.problem, 'openingExceptions')}
            typedError={fieldError(state.problem, 'typedException')}
          />
          <Switch
            size="xs"
            label={text.active}
            checked={draft.active}
            disabled={frozen}
            error={fieldError(state.problem, 'active')}
            onChange={event => change({ active: event.currentTarget.checked })}
          />
        </Form>
      </Section>
    </div>
  )
}
