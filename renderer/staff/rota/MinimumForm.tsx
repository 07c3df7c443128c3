import { Checkbox, Chip, Input, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { StaffingMinimum } from '../../../shared/domain/rota/minimum.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import type { PlainDate, WallTime, Weekday } from '../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { weekdays, weekdayShort } from '../../../shared/text/en/dates.ts'
import { minimumText, rotaText } from '../../../shared/text/en/rota.ts'
import { useDesk } from '../../client.ts'
import { screen, useWhere } from '../../screen.ts'
import { DateField } from '../../ui/DateField.tsx'
import { fieldError } from '../../ui/fieldError.ts'
import { Form } from '../../ui/Form.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { useSave } from '../../ui/useSave.ts'

type Draft = {
  readonly serviceTypeId: ServiceTypeId | null
  readonly people: number
  readonly weekdays: readonly Weekday[]
  readonly allDay: boolean
  readonly start: WallTime | null
  readonly end: WallTime | null
  readonly from: PlainDate | null
  readonly through: PlainDate | null
  readonly apart: boolean
}
type MinimumFormProps = { readonly minimum: StaffingMinimum | null; readonly services: readonly ServiceType[]; readonly close: () => void }

/** So many people for a service, on these weekdays. */
export function MinimumForm({ minimum, services, close }: MinimumFormProps) {
  const { client } = useDesk()
  const { locationId, today } = useWhere()
  const offered = services.filter(service => service.status === 'approved' || service.id === minimum?.serviceTypeId)
  const [draft, setDraft] = useState<Draft>({
    people: 1, weekdays: [1, 2, 3, 4, 5], from: today, through: null, apart: false, serviceTypeId: offered[0]?.id ?? null, ...minimum,
    allDay: minimum === null || minimum.hours === null, start: minimum?.hours?.start ?? wallTimeAt(480), end: minimum?.hours?.end ?? wallTimeAt(1020),
  })
  const [dirty, setDirty] = useState(false)
  const { save, saving, problem, setProblem } = useSave()
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const submit = async () => {
    const { serviceTypeId, people, from, through, apart, allDay, start, end } = draft
    const missing = [
      ...(serviceTypeId === null ? ['serviceTypeId'] : []), ...(from === null ? ['from'] : []),
      ...(!allDay && start === null ? ['start'] : []), ...(!allDay && end === null ? ['end'] : []),
    ].map(path => ({ path, message: path === 'start' || path === 'end' ? rotaText.badHours : minimumText.fill }))
    if (serviceTypeId === null || from === null || missing.length > 0) return setProblem({ code: 'invalid', issues: missing })
    const hours = allDay || start === null || end === null ? null : { start, end }
    const fields = { locationId, serviceTypeId, people, weekdays: draft.weekdays, hours, from, through, apart }
    const saved = await save(() => minimum === null
      ? client.staffingMinimum.record(fields)
      : client.staffingMinimum.amend({ id: minimum.id, version: minimum.version, ...fields }))
    if (saved === null) return
    screen.say(minimumText.saved)
    close()
  }
  return (
    <div className="inset-form">
      <Form name={minimumText.newTitle} dirty={dirty} state={{ saving, problem }} submit={() => void submit()} cancel={close}>
        <div className="field-row">
          <NativeSelect
            label={minimumText.service} autoFocus value={draft.serviceTypeId ?? ''} error={fieldError(problem, 'serviceTypeId')}
            data={offered.map(service => ({ value: service.id, label: service.name }))}
            onChange={event => change({ serviceTypeId: offered.find(service => service.id === event.currentTarget.value)?.id ?? null })}
          />
          <NumberInput label={minimumText.people} min={1} max={100} value={draft.people} onChange={people => change({ people: typeof people === 'number' ? people : 1 })} />
        </div>
        <Input.Wrapper label={minimumText.weekdays} labelElement="div" error={fieldError(problem, 'weekdays')} className="group-field">
          <div className="button-row" role="group" aria-label={minimumText.weekdays}>
            {weekdays.map(weekday => (
              <Chip
                key={weekday} size="xs" checked={draft.weekdays.includes(weekday)}
                onChange={on => change({ weekdays: on ? [...draft.weekdays, weekday] : draft.weekdays.filter(other => other !== weekday) })}
              >
                {weekdayShort(weekday)}
              </Chip>
            ))}
          </div>
        </Input.Wrapper>
        <Checkbox label={minimumText.allDay} checked={draft.allDay} onChange={event => change({ allDay: event.currentTarget.checked })} />
        <div className="field-row">
          {!draft.allDay && <TimeField label={minimumText.start} required value={draft.start} error={fieldError(problem, 'start')} onChange={start => change({ start })} />}
          {!draft.allDay && <TimeField label={minimumText.end} required value={draft.end} error={fieldError(problem, 'end')} onChange={end => change({ end })} />}
          <DateField label={minimumText.from} required value={draft.from} today={today} error={fieldError(problem, 'from')} onChange={from => change({ from })} />
          <DateField
            label={minimumText.through} description={minimumText.throughHint} clearable value={draft.through} today={today}
            error={fieldError(problem, 'through')} onChange={through => change({ through })}
          />
        </div>
        <Checkbox label={minimumText.apart} description={minimumText.apartHint} checked={draft.apart} onChange={event => change({ apart: event.currentTarget.checked })} />
      </Form>
    </div>
  )
}
