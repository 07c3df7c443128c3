import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Impact } from '../../shared/contract/schedule.ts'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Absence } from '../../shared/domain/shift.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { dateOf, timeOf, wallDateTime, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { absenceReasons, absenceText, shiftText } from '../../shared/text/en/shifts.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { absenceWords, isWholeDays } from './shiftWords.ts'

type Draft = {
  readonly wholeDays: boolean
  readonly first: PlainDate | null
  /** The last day as people say it: it counts. */
  readonly last: PlainDate | null
  readonly start: WallTime | null
  readonly end: WallTime | null
  readonly reason: Absence['reason']
  readonly note: string
}

const midnight = wallTimeAt(0)
const reasons: readonly Absence['reason'][] = ['sick', 'leave', 'training', 'other']

function draftOf(absence: Absence): Draft {
  const wholeDays = isWholeDays(absence)
  return {
    wholeDays,
    first: dateOf(absence.start),
    last: wholeDays ? addDays(dateOf(absence.end), -1) : dateOf(absence.end),
    start: wholeDays ? wallTimeAt(480) : timeOf(absence.start),
    end: wholeDays ? wallTimeAt(1020) : timeOf(absence.end),
    reason: absence.reason,
    note: absence.note,
  }
}

type AbsenceFormProps = { readonly practitionerId: PractitionerId; readonly absence: Absence | null; readonly close: () => void }
type Answer = Result<{ readonly impact: Impact; readonly saved: Absence | null }, Problem>

/** Somebody is away: whole days as a rule, or from one hour to another. */
export function AbsenceForm({ practitionerId, absence, close }: AbsenceFormProps) {
  const { client } = useDesk()
  const { location, date, today } = useWhere()
  const zone = absence?.zone ?? location.zone
  const [draft, setDraft] = useState<Draft>(
    absence === null
      ? { wholeDays: true, first: date, last: date, start: wallTimeAt(480), end: wallTimeAt(1020), reason: 'leave', note: '' }
      : draftOf(absence),
  )
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }

  const saved = (row: Absence | null) => {
    if (row !== null && absence === null) {
      screen.did({
        label: `${absenceText.saved}: ${absenceWords(row)}`,
        undo: async () => {
          const gone = await client.absence.remove({ id: row.id, version: row.version, preview: false })
          return gone.ok ? null : problemSentence(gone.problem)
        },
      })
    } else screen.say(absenceText.saved)
    close()
  }
  const submit = () => {
    const { wholeDays, first, last, reason, note } = draft
    const start = wholeDays ? midnight : draft.start
    const end = wholeDays ? midnight : draft.end
    if (first === null || last === null || start === null || end === null) {
      edit.setProblem({
        code: 'invalid',
        issues: [
          ...(first === null || start === null
            ? [{ path: 'start', message: first === null ? absenceText.fillDates : shiftText.badTimes }]
            : []),
          ...(last === null || end === null
            ? [{ path: 'end', message: last === null ? absenceText.fillDates : shiftText.badTimes }]
            : []),
        ],
      })
      return
    }
    const fields = {
      practitionerId,
      start: wallDateTime(first, start),
      end: wallDateTime(wholeDays ? addDays(last, 1) : last, end),
      zone,
      reason,
      note,
    }
    const ask = (preview: boolean): Promise<Answer> =>
      absence === null
        ? client.absence.record({ ...fields, preview })
        : client.absence.amend({ id: absence.id, version: absence.version, ...fields, preview })
    edit.edit(ask, saved)
  }
  return (
    <div className="inset-form">
      <Form
        name={absence === null ? absenceText.newTitle : absenceWords(absence)}
        dirty={dirty}
        state={edit}
        submit={submit}
        cancel={close}
      >
        <div className="field-row">
          <NativeSelect
            label={absenceText.reason}
            autoFocus
            value={draft.reason}
            data={reasons.map(value => ({ value, label: absenceReasons[value] }))}
            onChange={event => change({ reason: reasons.find(value => value === event.currentTarget.value) ?? 'other' })}
          />
          <Switch
            className="fixed"
            mt={28}
            size="xs"
            label={absenceText.allDay}
            checked={draft.wholeDays}
            onChange={event => change({ wholeDays: event.currentTarget.checked })}
          />
        </div>
        <div className="field-row">
          <DateField
            label={absenceText.firstDay}
            required
            value={draft.first}
            today={today}
            error={fieldError(edit.problem, 'start')}
            onChange={first =>
              change({ first, ...(first !== null && draft.last !== null && draft.last < first ? { last: first } : {}) })
            }
          />
          {!draft.wholeDays && (
            <TimeField
              className="fixed"
              label={absenceText.from}
              required
              value={draft.start}
              onChange={start => change({ start })}
            />
          )}
          <DateField
            label={absenceText.lastDay}
            required
            value={draft.last}
            today={today}
            error={fieldError(edit.problem, 'end')}
            onChange={last => change({ last })}
          />
          {!draft.wholeDays && (
            <TimeField className="fixed" label={absenceText.until} required value={draft.end} onChange={end => change({ end })} />
          )}
        </div>
        {!draft.wholeDays && <p className="quiet">{absenceText.whichZone(zone.replaceAll('_', ' '))}</p>}
        <TextInput
          label={absenceText.note}
          value={draft.note}
          error={fieldError(edit.problem, 'note')}
          onChange={event => change({ note: event.currentTarget.value })}
        />
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
