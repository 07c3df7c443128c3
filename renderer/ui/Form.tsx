import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { screen } from '../screen.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import type { Save } from './useSave.ts'
import './ui.css'

type FormProps = {
  /** What is being edited, as in "Your changes to … are not saved". */
  readonly name: string
  readonly dirty: boolean
  readonly state: Pick<Save, 'saving' | 'problem'>
  readonly submit: () => void
  readonly submitLabel?: string
  readonly cancel?: () => void
  /** Buttons beside Save. */
  readonly more?: ReactNode
  /** Why saving is not possible now; null when it is. */
  readonly hold?: string | null
  readonly children: ReactNode
}

/** A form: Enter saves, edits not saved are asked about before they are lost, and the first wrong field gets the focus. */
export function Form({
  name,
  dirty,
  state,
  submit,
  submitLabel = frameText.save,
  cancel,
  more,
  hold = null,
  children,
}: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const place = form.current?.closest('.drawer') instanceof Element ? 'drawer' : 'screen'
    screen.setUnsaved(name, dirty ? place : null)
    return () => screen.setUnsaved(name, null)
  }, [name, dirty])
  useEffect(() => {
    if (state.problem?.code === 'invalid') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state.problem])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!state.saving && hold === null) submit()
  }
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <ProblemNotice problem={state.problem} />
      {children}
      {hold !== null && dirty && <p className="quiet">{hold}</p>}
      <div className="button-row">
        <Button type="submit" loading={state.saving} disabled={hold !== null}>
          {submitLabel}
        </Button>
        {cancel !== undefined && (
          <Button type="button" variant="default" onClick={cancel}>
            {frameText.cancel}
          </Button>
        )}
        {more}
      </div>
    </form>
  )
}
