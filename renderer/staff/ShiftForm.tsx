import { Chip, Input, NativeSelect } from '@mantine/core'
import { useId, useState } from 'react'
import type { LocationId, PractitionerId } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Presence, ShiftPattern } from '../../shared/domain/shift.ts'
import type { Impact } from '../../shared/contract/schedule.ts'
import type { PlainDate, WallTime, Weekday } from '../../shared/domain/time/values.ts'
import { type Repeat, repeatOf, ruleOf } from '../../shared/domain/time/recurrenceRule.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { repeatWords, shiftText } from '../../shared/text/en/shifts.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { patternWords } from './shiftWords.ts'

type Draft = {
  readonly weekday: Weekday
  readonly repeat: Repeat
  readonly start: WallTime | null
  readonly end: WallTime | null
  readonly locationId: LocationId
  readonly presence: Presence
  readonly from: PlainDate | null
  readonly through: PlainDate | null
}

const isWeekday = (value: number): value is Weekday => weekdays.some(weekday => weekday === value)
const everyWeek: Repeat = { kind: 'weeks', every: 1 }
const usualRepeats: readonly Repeat[] = [
  everyWeek,
  ...[2, 3, 4].map(every => ({ kind: 'weeks' as const, every })),
  ...([1, 2, 3, 4, -1] as const).map(which => ({ kind: 'month' as const, which })),
]
const repeatKey = (repeat: Repeat): string => (repeat.kind === 'weeks' ? `weeks ${repeat.every}` : `month ${repeat.which}`)
/** What is offered, and what the shift has already. */
const repeatChoices = (present: Repeat): readonly Repeat[] =>
  usualRepeats.some(repeat => repeatKey(repeat) === repeatKey(present)) ? usualRepeats : [...usualRepeats, present]

type Answer = Result<{ readonly impact: Impact; readonly saved: ShiftPattern | null }, Problem>

type ShiftFormProps = {
  readonly practitionerId: PractitionerId
  readonly pattern: ShiftPattern | null
  readonly close: () => void
}

/** A weekly shift: day, hours, place, and from when to when. */
export function ShiftForm({ practitionerId, pattern, close }: ShiftFormProps) {
  const { client } = useDesk()
  const { locations, locationId, today } = useWhere()
  const [draft, setDraft] = useState<Draft>(
    pattern !== null ? { ...pattern, repeat: repeatOf(pattern.rule) } : {
      weekday: 1,
      repeat: everyWeek,
      start: wallTimeAt(480),
      end: wallTimeAt(1020),
      locationId,
      presence: 'on-site',
      from: today,
      through: null,
    },
  )
  const [dirty, setDirty] = useState(false)
  // Under one name the arrows go from day to day, and Tab goes past them.
  const weekdayGroup = useId()
  const edit = useStaffingEdit()
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }

  const saved = (row: ShiftPattern | null) => {
    if (row !== null && pattern === null) {
      screen.did({
        label: `${shiftText.added}: ${patternWords(row)}`,
        undo: async () => {
          const gone = await client.shiftPattern.remove({ id: row.id, version: row.version, preview: false })
          return gone.ok ? null : problemSentence(gone.problem)
        },
      })
    } else screen.say(shiftText.saved)
    close()
  }
  const submit = () => {
    const { start, end, from, ...rest } = draft
    if (start === null || end === null || from === null) {
      edit.setProblem({
        code: 'invalid',
        issues: [
          ...(start === null ? [{ path: 'start', message: shiftText.badTimes }] : []),
          ...(end === null ? [{ path: 'end', message: shiftText.badTimes }] : []),
          ...(from === null ? [{ path: 'from', message: shiftText.fillFrom }] : []),
        ],
      })
      return
    }
    const fields = {
      practitionerId,
      weekday: rest.weekday,
      rule: ruleOf(rest.weekday, rest.repeat),
      start,
      end,
      locationId: rest.locationId,
      presence: rest.presence,
      from,
      through: rest.through,
    }
    const ask = (preview: boolean): Promise<Answer> =>
      pattern === null
        ? client.shiftPattern.record({ ...fields, preview })
        : client.shiftPattern.amend({ id: pattern.id, version: pattern.version, ...fields, preview })
    edit.edit(ask, saved)
  }
  return (
    <div className="inset-form">
      <Form
        name={pattern === null ? shiftText.newTitle : patternWords(pattern)}
        dirty={dirty}
        state={edit}
        submit={submit}
        cancel={close}
      >
        <Input.Wrapper
          label={shiftText.weekday}
          labelElement="div"
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          className="group-field"
        >
          <Chip.Group
            value={String(draft.weekday)}
            onChange={value => {
              const day = Number(value)
              if (isWeekday(day)) change({ weekday: day })
            }}
          >
            <div className="button-row" role="radiogroup" aria-label={shiftText.weekday}>
              {weekdays.map(weekday => (
                <Chip key={weekday} size="xs" name={weekdayGroup} value={String(weekday)}>
                  {weekdayShort(weekday)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Input.Wrapper>
        <div className="field-row">
          <TimeField
            label={shiftText.start}
            required
            value={draft.start}
            error={fieldError(edit.problem, 'start')}
            onChange={start => change({ start })}
          />
          <TimeField
            label={shiftText.end}
            required
            value={draft.end}
            error={fieldError(edit.problem, 'end')}
            onChange={end => change({ end })}
          />
          <NativeSelect
            label={shiftText.presence}
            value={draft.presence}
            data={[
              { value: 'on-site', label: shiftText.presences['on-site'] },
              { value: 'on-call', label: shiftText.presences['on-call'] },
            ]}
            onChange={event => change({ presence: event.currentTarget.value === 'on-call' ? 'on-call' : 'on-site' })}
          />
          {locations.length > 1 && (
            <NativeSelect
              label={shiftText.location}
              value={draft.locationId}
              data={locations.map(location => ({ value: location.id, label: location.name }))}
              onChange={event =>
                change({
                  locationId: locations.find(location => location.id === event.currentTarget.value)?.id ?? draft.locationId,
                })
              }
            />
          )}
        </div>
        <NativeSelect
          label={shiftText.repeats}
          {...(draft.repeat.kind === 'weeks' && draft.repeat.every > 1 ? { description: shiftText.repeatsHint } : {})}
          value={repeatKey(draft.repeat)}
          data={repeatChoices(draft.repeat).map(repeat => ({ value: repeatKey(repeat), label: repeatWords(repeat) }))}
          onChange={event =>
            change({ repeat: repeatChoices(draft.repeat).find(repeat => repeatKey(repeat) === event.currentTarget.value) ?? draft.repeat })
          }
        />
        <div className="field-row">
          <DateField
            label={shiftText.from}
            required
            value={draft.from}
            today={today}
            error={fieldError(edit.problem, 'from')}
            onChange={from => change({ from })}
          />
          <DateField
            label={shiftText.through}
            description={shiftText.throughHint}
            clearable
            value={draft.through}
            today={today}
            error={fieldError(edit.problem, 'through')}
            onChange={through => change({ through })}
          />
        </div>
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
