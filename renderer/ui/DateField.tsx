import { DateInput, type DateInputProps } from '@mantine/dates'
import { useState } from 'react'
import { parsePlainDate } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dateWords, dayWordsWithYear } from '../../shared/text/en/dates.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { parseTypedDate } from '../../shared/text/en/typed.ts'

type DateFieldProps = Omit<DateInputProps, 'value' | 'onChange' | 'dateParser' | 'valueFormat' | 'popoverProps'> & {
  readonly value: PlainDate | null
  readonly onChange: (value: PlainDate | null) => void
  /** What "today" and a date without a year are read against. */
  readonly today: PlainDate
  /** Birthdays are read without it. */
  readonly withWeekday?: boolean
}

const parse = (text: string): PlainDate | null => parsePlainDate(text.slice(0, 10))

/** A date, typed the way people write it or picked from a calendar, which a click or Alt with the down arrow opens. */
export function DateField({ value, onChange, today, withWeekday = true, onKeyDown, ...rest }: DateFieldProps) {
  const [open, setOpen] = useState(false)
  const words = withWeekday ? dayWordsWithYear : dateWords
  return (
    <DateInput
      firstDayOfWeek={1}
      ariaLabels={frameText.calendar}
      clearButtonProps={{ 'aria-label': frameText.clearDate, tabIndex: 0 }}
      {...rest}
      popoverProps={{ opened: open, onChange: setOpen }}
      value={value}
      onChange={text => {
        setOpen(false)
        onChange(text === null ? null : parse(text))
      }}
      onClick={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={event => {
        if (event.altKey && event.key === 'ArrowDown') {
          event.preventDefault()
          setOpen(true)
        } else if (event.key === 'Escape' && open) {
          // The calendar closes; what it stands in stays.
          event.preventDefault()
          setOpen(false)
        } else if (event.key === 'Enter') setOpen(false)
        onKeyDown?.(event)
      }}
      dateParser={text => parseTypedDate(text, today)}
      valueFormat={text => {
        const date = parse(text)
        return date === null ? text : words(date)
      }}
    />
  )
}
