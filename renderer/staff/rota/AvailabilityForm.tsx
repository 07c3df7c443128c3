import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import { type Availability, usualRestMinutes, type Wish } from '../../../shared/domain/rota/availability.ts'
import type { PlainDate, WallTime, Weekday } from '../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { weekdays, weekdayWord } from '../../../shared/text/en/dates.ts'
import { availabilityText } from '../../../shared/text/en/rota.ts'
import { useDesk } from '../../client.ts'
import { screen, useWhere } from '../../screen.ts'
import { DateField } from '../../ui/DateField.tsx'
import { fieldError } from '../../ui/fieldError.ts'
import { Form } from '../../ui/Form.tsx'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { useSave } from '../../ui/useSave.ts'

/** A line being typed: `on` a weekday, or a date (null until one is chosen). */
type Line = { readonly key: number; readonly weekday: Weekday | null; readonly date: PlainDate | null; readonly start: WallTime | null; readonly end: WallTime | null; readonly wish: Wish }
type AvailabilityFormProps = { readonly practitionerId: PractitionerId; readonly availability: Availability | null; readonly close: () => void }

const [eight, six] = [wallTimeAt(480), wallTimeAt(1080)]
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]
const linesOf = (availability: Availability | null): readonly Line[] => availability === null
  ? workdays.map((weekday, key) => ({ key, weekday, date: null, start: eight, end: six, wish: 'could' }))
  : [...availability.weekly.map(line => ({ ...line, date: null })), ...availability.dated.map(line => ({ ...line, weekday: null }))].map((line, key) => ({ ...line, key }))

/** Hours of the usual week, hours of single dates, and limits. */
export function AvailabilityForm({ practitionerId, availability, close }: AvailabilityFormProps) {
  const { client } = useDesk()
  const { today } = useWhere()
  const [lines, setLines] = useState(() => linesOf(availability))
  const [most, setMost] = useState<number | null>(availability === null || availability.maxWeekMinutes === null ? null : availability.maxWeekMinutes / 60)
  const [rest, setRest] = useState((availability?.restMinutes ?? usualRestMinutes) / 60)
  const [note, setNote] = useState(availability?.note ?? '')
  const [dirty, setDirty] = useState(false)
  const last = useRef(lines.length)
  const { save, saving, problem, setProblem } = useSave()
  const touch = (next: readonly Line[]) => {
    setLines(next)
    setDirty(true)
  }
  const change = (key: number, part: Partial<Line>) => touch(lines.map(line => (line.key === key ? { ...line, ...part } : line)))
  const add = (on: Pick<Line, 'weekday' | 'date'>) => {
    last.current += 1
    touch([...lines, { key: last.current, ...on, start: eight, end: six, wish: 'could' }])
  }
  const submit = async () => {
    const weekly = lines.flatMap(({ weekday, start, end, wish }) => (weekday === null || start === null || end === null ? [] : [{ weekday, start, end, wish }]))
    const dated = lines.flatMap(({ weekday, date, start, end, wish }) => (weekday !== null || date === null || start === null || end === null ? [] : [{ date, start, end, wish }]))
    if (weekly.length + dated.length < lines.length) return setProblem({ code: 'invalid', issues: [{ path: 'lines', message: availabilityText.badHours }] })
    const fields = { practitionerId, weekly, dated, maxWeekMinutes: most === null ? null : Math.round(most * 60), restMinutes: Math.round(rest * 60), note }
    const saved = await save(() => availability === null
      ? client.availability.record(fields)
      : client.availability.amend({ id: availability.id, version: availability.version, ...fields }))
    if (saved === null) return
    screen.say(availabilityText.saved)
    close()
  }
  const wrong = fieldError(problem, 'lines') ?? fieldError(problem, 'weekly') ?? fieldError(problem, 'dated')
  return (
    <div className="inset-form">
      <Form name={availabilityText.newTitle} dirty={dirty} state={{ saving, problem }} submit={() => void submit()} cancel={close}>
        {wrong !== undefined && <p role="alert">{wrong}</p>}
        <div className="rota-wishes">
          {lines.map(line => (
            <div key={line.key} className="field-row" role="group" aria-label={line.weekday === null ? availabilityText.date : weekdayWord(line.weekday)}>
              {line.weekday === null
                ? <DateField label={availabilityText.date} required value={line.date} today={today} onChange={date => change(line.key, { date })} />
                : (
                  <NativeSelect
                    label={availabilityText.weekday} value={String(line.weekday)} data={weekdays.map(day => ({ value: String(day), label: weekdayWord(day) }))}
                    onChange={event => change(line.key, { weekday: weekdays.find(day => String(day) === event.currentTarget.value) ?? line.weekday })}
                  />
                )}
              <TimeField className="fixed" label={availabilityText.start} required value={line.start} onChange={start => change(line.key, { start })} />
              <TimeField className="fixed" label={availabilityText.end} required value={line.end} onChange={end => change(line.key, { end })} />
              <NativeSelect
                label={availabilityText.wish} value={line.wish} data={(['could', 'rather-not'] as const).map(value => ({ value, label: availabilityText.wishes[value] }))}
                onChange={event => change(line.key, { wish: event.currentTarget.value === 'could' ? 'could' : 'rather-not' })}
              />
              <ActionIcon
                className="fixed" mt={24} variant="subtle" color="gray" size={26} aria-label={availabilityText.removeHours(line.weekday === null ? availabilityText.date : weekdayWord(line.weekday))}
                onClick={() => touch(lines.filter(other => other.key !== line.key))}
              >
                <CloseIcon size={14} />
              </ActionIcon>
            </div>
          ))}
        </div>
        <div className="button-row">
          <Button size="compact-xs" variant="light" leftSection={<PlusIcon size={12} />} onClick={() => add({ weekday: 1, date: null })}>{availabilityText.addHours}</Button>
          <Button size="compact-xs" variant="light" leftSection={<PlusIcon size={12} />} onClick={() => add({ weekday: null, date: null })}>{availabilityText.addDate}</Button>
        </div>
        <div className="field-row">
          <NumberInput label={availabilityText.most} description={availabilityText.mostHint} min={0} max={168} value={most ?? ''} onChange={value => { setMost(typeof value === 'number' ? value : null); setDirty(true) }} />
          <NumberInput label={availabilityText.rest} min={0} max={48} value={rest} onChange={value => { setRest(typeof value === 'number' ? value : 0); setDirty(true) }} />
        </div>
        <TextInput label={availabilityText.note} value={note} onChange={event => { setNote(event.currentTarget.value); setDirty(true) }} />
      </Form>
    </div>
  )
}
