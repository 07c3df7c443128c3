import { ActionIcon, Button, Input, SegmentedControl, TextInput } from '@mantine/core'
import type { OpeningException } from '../../shared/domain/practice.ts'
import { dayWordsWithYear } from '../../shared/text/en/dates.ts'
import { placeText, settingsText } from '../../shared/text/en/settings.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import type { ExceptionDraft } from './exceptionDraft.ts'

const text = settingsText.locations

type NewExceptionProps = {
  readonly typed: ExceptionDraft
  readonly change: (typed: ExceptionDraft) => void
  readonly add: () => void
  readonly error: string | undefined
}

function NewException({ typed, change, add, error }: NewExceptionProps) {
  const { today } = useWhere()
  const { closed } = typed
  return (
    <div className="field-row">
      <DateField
        label={text.exceptionDate}
        value={typed.date}
        today={today}
        error={error}
        onChange={date => change({ ...typed, date })}
      />
      <Input.Wrapper label={text.hours} labelElement="div" className="fixed">
        <SegmentedControl
          size="xs"
          aria-label={text.hours}
          value={closed ? 'closed' : 'open'}
          onChange={value => change({ ...typed, closed: value === 'closed' })}
          data={[
            { value: 'closed', label: text.closedAllDay },
            { value: 'open', label: text.otherHours },
          ]}
        />
      </Input.Wrapper>
      {!closed && (
        <TimeField
          className="fixed"
          label={placeText.opensPlain}
          value={typed.opens}
          onChange={opens => change({ ...typed, opens })}
        />
      )}
      {!closed && (
        <TimeField
          className="fixed"
          label={placeText.closesPlain}
          value={typed.closes}
          onChange={closes => change({ ...typed, closes })}
        />
      )}
      <TextInput
        label={text.reason}
        placeholder={text.reasonExample}
        value={typed.reason}
        onChange={event => change({ ...typed, reason: event.currentTarget.value })}
      />
      <Button className="fixed" mt={23} variant="default" leftSection={<PlusIcon size={14} />} onClick={add}>
        {text.addException}
      </Button>
    </div>
  )
}

type ExceptionsEditorProps = {
  readonly value: readonly OpeningException[]
  readonly change: (value: readonly OpeningException[]) => void
  /** The one that is being typed and not in the list yet. */
  readonly typed: ExceptionDraft
  readonly type: (typed: ExceptionDraft) => void
  readonly add: () => void
  readonly disabled: boolean
  readonly error: string | undefined
  readonly typedError: string | undefined
}

/** Holidays, and single days with other hours. */
export function ExceptionsEditor({ value, change, typed, type, add, disabled, error, typedError }: ExceptionsEditorProps) {
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
        {!disabled && <NewException typed={typed} change={type} add={add} error={typedError} />}
      </div>
    </Input.Wrapper>
  )
}
