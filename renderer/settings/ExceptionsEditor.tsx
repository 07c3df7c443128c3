import { ActionIcon, Button, Input, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OpeningException } from '../../shared/domain/practice.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { dayWordsWithYear } from '../../shared/text/en/dates.ts'
import { placeText, settingsText } from '../../shared/text/en/settings.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { TimeField } from '../ui/TimeField.tsx'

const text = settingsText.locations

function NewException({
  taken,
  add,
}: {
  readonly taken: readonly PlainDate[]
  readonly add: (exception: OpeningException) => void
}) {
  const { today } = useWhere()
  const [date, setDate] = useState<PlainDate | null>(null)
  const [closed, setClosed] = useState(true)
  const [opens, setOpens] = useState<WallTime | null>(wallTimeAt(480))
  const [closes, setCloses] = useState<WallTime | null>(wallTimeAt(720))
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = () => {
    if (date === null || (!closed && (opens === null || closes === null))) return setError(text.exceptionBad)
    if (taken.includes(date)) return setError(text.exceptionTwice)
    add({ date, hours: closed || opens === null || closes === null ? [] : [{ opens, closes }], reason: reason.trim() })
    setDate(null)
    setReason('')
    setError(null)
  }
  return (
    <div className="field-row">
      <DateField label={text.exceptionDate} value={date} today={today} error={error} onChange={setDate} />
      <Input.Wrapper label={text.hours} labelElement="div" className="fixed">
        <SegmentedControl
          size="xs"
          aria-label={text.hours}
          value={closed ? 'closed' : 'open'}
          onChange={value => setClosed(value === 'closed')}
          data={[
            { value: 'closed', label: text.closedAllDay },
            { value: 'open', label: text.otherHours },
          ]}
        />
      </Input.Wrapper>
      {!closed && <TimeField className="fixed" label={placeText.opensPlain} value={opens} onChange={setOpens} />}
      {!closed && <TimeField className="fixed" label={placeText.closesPlain} value={closes} onChange={setCloses} />}
      <TextInput
        label={text.reason}
        placeholder={text.reasonExample}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Button className="fixed" mt={23} variant="default" leftSection={<PlusIcon size={14} />} onClick={submit}>
        {text.addException}
      </Button>
    </div>
  )
}

type ExceptionsEditorProps = {
  readonly value: readonly OpeningException[]
  readonly change: (value: readonly OpeningException[]) => void
  readonly disabled: boolean
  readonly error: string | undefined
}

/** Holidays, and single days with other hours. */
export function ExceptionsEditor({ value, change, disabled, error }: ExceptionsEditorProps) {
  const sorted = value.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <Input.Wrapper
      label={text.exceptions}
      labelElement="div"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      className="group-field"
      description={text.exceptionsHint}
      error={error}
    >
      <div className="exception-lines" role="group" aria-label={text.exceptions}>
        {sorted.length === 0 ? (
          <p className="quiet">{text.noExceptions}</p>
        ) : (
          <ul className="line-list">
            {sorted.map(exception => (
              <li key={exception.date}>
                <span className="line-words">
                  {dayWordsWithYear(exception.date)} ·{' '}
                  {exception.hours.length === 0
                    ? text.closedAllDay
                    : exception.hours.map(hours => `${hours.opens}–${hours.closes}`).join(', ')}
                  {exception.reason !== '' && <span className="quiet"> · {exception.reason}</span>}
                </span>
                {!disabled && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={26}
                    aria-label={text.removeException(dayWordsWithYear(exception.date))}
                    onClick={() => change(value.filter(one => one !== exception))}
                  >
                    <CloseIcon size={14} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        )}
        {!disabled && <NewException taken={value.map(one => one.date)} add={exception => change([...value, exception])} />}
      </div>
    </Input.Wrapper>
  )
}
