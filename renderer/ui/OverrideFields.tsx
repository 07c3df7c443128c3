import { TextInput } from '@mantine/core'
import { overrideText } from '../../shared/text/en/day.ts'
import { overridesText } from '../../shared/text/en/overrides.ts'
import { useWhere } from '../screen.ts'
import { DateField } from './DateField.tsx'
import type { OverrideAnswer } from './overrideAnswer.ts'

type OverrideFieldsProps = { readonly value: OverrideAnswer; readonly hint: string; readonly change: (value: OverrideAnswer) => void }

/** Asks whoever may let a flagged visit stand for the reason, and for how long. */
export function OverrideFields({ value, hint, change }: OverrideFieldsProps) {
  const { today } = useWhere()
  return (
    <>
      <TextInput
        label={overrideText.reason} description={hint} required autoFocus data-autofocus value={value.reason} maxLength={200}
        onChange={event => change({ ...value, reason: event.currentTarget.value })}
      />
      <DateField
        label={overridesText.through} description={overridesText.throughHint} value={value.through} today={today} minDate={today}
        onChange={through => change({ ...value, through })}
      />
    </>
  )
}
