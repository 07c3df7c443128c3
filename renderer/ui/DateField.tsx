import { DateInput, type DateInputProps } from '@mantine/dates'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { parsePlainDate } from '../../shared/domain/time/plainDate.ts'
import { dayWordsWithYear } from '../../shared/text/en/dates.ts'
import { parseTypedDate } from '../../shared/text/en/typed.ts'

type DateFieldProps = Omit<DateInputProps, 'value' | 'onChange' | 'dateParser' | 'valueFormat'> & {
  readonly value: PlainDate | null
  readonly onChange: (value: PlainDate | null) => void
  /** What "today" and a date without a year are read against. */
  readonly today: PlainDate
}

const written = (text: string): string => {
  const date = parsePlainDate(text.slice(0, 10))
  return date === null ? text : dayWordsWithYear(date)
}

/** A date, typed the way people write it or picked from a calendar, always shown with its weekday. */
export function DateField({ value, onChange, today, ...rest }: DateFieldProps) {
  return (
    <DateInput
      firstDayOfWeek={1}
      popoverProps={{ returnFocus: true }}
      {...rest}
      value={value}
      onChange={text => onChange(text === null ? null : parsePlainDate(text.slice(0, 10)))}
      dateParser={text => parseTypedDate(text, today)}
      valueFormat={written}
    />
  )
}
