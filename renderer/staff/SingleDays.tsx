import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LocationId, PractitionerId } from '../../shared/domain/ids.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { Presence, ShiftException } from '../../shared/domain/shift.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { exceptionText, shiftText } from '../../shared/text/en/shifts.ts'
import { staffText } from '../../shared/text/en/staff.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import type { Register } from './register.ts'
import { exceptionWords } from './shiftWords.ts'

type Draft = {
  readonly date: PlainDate | null
  readonly kind: ShiftException['kind']
  readonly start: WallTime | null
  readonly end: WallTime | null
  readonly locationId: LocationId
  readonly presence: Presence
  readonly note: string
}

function SingleDayForm({ practitionerId, close }: { readonly practitionerId: PractitionerId; readonly close: () => void }) {
  const { client } = useDesk()
  const { locations, locationId, today } = useWhere()
  const [draft, setDraft] = useState<Draft>({
    date: null,
    kind: 'added',
    start: wallTimeAt(480),
    end: wallTimeAt(1020),
    locationId,
    presence: 'on-site',
    note: '',
  })
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const submit = () => {
    const { date, start, end, ...rest } = draft
    if (date === null || start === null || end === null) {
      edit.setProblem({
        code: 'invalid',
        issues: [
          ...(date === null ? [{ path: 'date', message: exceptionText.fillDate }] : []),
          ...(start === null ? [{ path: 'start', message: shiftText.badTimes }] : []),
          ...(end === null ? [{ path: 'end', message: shiftText.badTimes }] : []),
        ],
      })
      return
    }
    edit.edit(
      preview => client.shiftException.record({ practitionerId, date, start, end, ...rest, preview }),
      row => {
        if (row !== null) {
          screen.did({
            label: `${exceptionText.saved}: ${exceptionWords(row)}`,
            undo: async () => {
              const gone = await client.shiftException.remove({ id: row.id, version: row.version, preview: false })
              return gone.ok ? null : problemSentence(gone.problem)
            },
          })
        }
        close()
      },
    )
  }
  return (
    <div className="inset-form">
      <Form name={exceptionText.newTitle} dirty={dirty} state={edit} submit={submit} cancel={close}>
        <div className="field-row">
          <DateField
            label={exceptionText.date}
            required
            autoFocus
            value={draft.date}
            today={today}
            error={fieldError(edit.problem, 'date')}
            onChange={date => change({ date })}
          />
          <NativeSelect
            label={exceptionText.kind}
            value={draft.kind}
            data={[
              { value: 'added', label: exceptionText.kinds.added },
              { value: 'removed', label: exceptionText.kinds.removed },
            ]}
            onChange={event => change({ kind: event.currentTarget.value === 'removed' ? 'removed' : 'added' })}
          />
        </div>
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
          {draft.kind === 'added' && (
            <NativeSelect
              label={shiftText.presence}
              value={draft.presence}
              data={[
                { value: 'on-site', label: shiftText.presences['on-site'] },
                { value: 'on-call', label: shiftText.presences['on-call'] },
              ]}
              onChange={event => change({ presence: event.currentTarget.value === 'on-call' ? 'on-call' : 'on-site' })}
            />
          )}
        </div>
        <TextInput
          label={exceptionText.note}
          value={draft.note}
          error={fieldError(edit.problem, 'note')}
          onChange={event => change({ note: event.currentTarget.value })}
        />
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}

type SingleDaysProps = { readonly practitioner: Practitioner; readonly register: Register }

/** Dates on which the usual week does not hold. */
export function SingleDays({ practitioner, register }: SingleDaysProps) {
  const { client, may } = useDesk()
  const [adding, setAdding] = useState(false)
  const edit = useStaffingEdit()
  const coming = register.shiftExceptions
    .filter(one => one.practitionerId === practitioner.id && one.date >= register.today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const remove = (exception: ShiftException) =>
    edit.edit(
      preview => client.shiftException.remove({ id: exception.id, version: exception.version, preview }),
      () => {
        const { id: _id, version: _version, ...fields } = exception
        screen.did({
          label: `${exceptionText.removed}: ${exceptionWords(exception)}`,
          undo: async () => {
            const back = await client.shiftException.record({ ...fields, preview: false })
            return back.ok ? null : problemSentence(back.problem)
          },
        })
      },
    )
  return (
    <Section
      title={exceptionText.title}
      hint={exceptionText.hint}
      actions={
        adding ? undefined : (
          <MayButton
            size="compact-xs"
            variant="light"
            leftSection={<PlusIcon size={12} />}
            refusal={may('shift.write') ? null : staffText.mayNotEditShifts}
            onClick={() => setAdding(true)}
          >
            {exceptionText.add}
          </MayButton>
        )
      }
    >
      {adding && <SingleDayForm practitionerId={practitioner.id} close={() => setAdding(false)} />}
      <ProblemNotice problem={edit.problem} />
      {coming.length === 0 ? (
        <p className="quiet">{exceptionText.none}</p>
      ) : (
        <ul className="line-list">
          {coming.map(exception => (
            <li key={exception.id}>
              <span className="line-words">
                {exceptionWords(exception)}
                {exception.note !== '' && <span className="quiet"> · {exception.note}</span>}
              </span>
              {may('shift.write') && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={26}
                  aria-label={exceptionText.remove(exceptionWords(exception))}
                  onClick={() => remove(exception)}
                >
                  <CloseIcon size={14} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      <ImpactDialog edit={edit} />
    </Section>
  )
}
