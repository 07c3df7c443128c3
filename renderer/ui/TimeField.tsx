import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import type { WallTime } from '../../shared/domain/time/values.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { parseTypedTime } from '../../shared/text/en/typed.ts'

type TimeFieldProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly value: WallTime | null
  /** Null while what is typed is no time. */
  readonly onChange: (value: WallTime | null) => void
}

/** A time of day, typed as 9, 930 or 9:30 and shown as 09:30. */
export function TimeField({ value, onChange, error, ...rest }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed === null && value === null && error === undefined
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      w={76}
      {...rest}
      error={error ?? (wrong && rest.required ? frameText.time.badTime : undefined)}
      value={typed ?? value ?? ''}
      onFocus={event => event.currentTarget.select()}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(parseTypedTime(event.currentTarget.value))
      }}
      onBlur={() => {
        if (value !== null) setTyped(null)
      }}
    />
  )
}
