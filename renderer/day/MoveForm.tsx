import { NativeSelect, Radio } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { PractitionerId, RoomId } from '../../shared/domain/ids.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { dateOf, timeOf, wallDateTime } from '../../shared/domain/time/wallClock.ts'
import { gridText, overrideText, visitText } from '../../shared/text/en/day.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { givenAnswer, noAnswer, type OverrideAnswer } from '../ui/overrideAnswer.ts'
import { OverrideFields } from '../ui/OverrideFields.tsx'
import { useSave } from '../ui/useSave.ts'
import type { Assessed } from './grid/gridActions.ts'
import { useAssess } from './useAssess.ts'
import type { Names } from './useDayNames.ts'
import { placeSentence } from './useGridActions.ts'
import { useVisitSteps, type Where } from './useVisitSteps.ts'

type Draft = {
  readonly date: PlainDate | null
  readonly time: WallTime | null
  readonly performerId: PractitionerId | null
  readonly roomId: RoomId | null
  readonly fold: 'earlier' | 'later' | null
  readonly answer: OverrideAnswer
}

const kinds = { checking: 'off', good: 'good', fragile: 'fragile', assignable: 'off', flagged: 'flag' } as const
const restMs = 150

/** Says what would become of the visit at the place typed so far. */
function useTypedPlace(visit: Visit, where: Where | null, names: Names): Assessed | null {
  const assess = useAssess(names.staffing)
  const [assessed, setAssessed] = useState<Assessed | null>(null)
  const { id: moving, serviceTypeId, patientId } = visit.appointment
  useEffect(() => {
    if (where === null) return setAssessed(null)
    let asked = true
    setAssessed({ state: 'checking', words: gridText.checking })
    const timer = setTimeout(async () => {
      const answer = await assess({ serviceTypeId, moving, patientId }, where)
      if (asked) setAssessed(answer)
    }, restMs)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [where, assess, moving, serviceTypeId, patientId])
  return assessed
}

/** Moves a visit by typing: date, time, person, room. Everything that dragging does, without a mouse. */
export function MoveForm({ visit, names, close }: { readonly visit: Visit; readonly names: Names; readonly close: () => void }) {
  const { client, may } = useDesk()
  const { today, rooms } = useWhere()
  const { appointment } = visit
  const steps = useVisitSteps()
  const save = useSave()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const [draft, setDraft] = useState<Draft>({
    date: dateOf(appointment.start),
    time: timeOf(appointment.start),
    performerId: appointment.performerId,
    roomId: appointment.roomId,
    fold: null,
    answer: noAnswer,
  })
  const [dirty, setDirty] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const { date, time, fold, performerId, roomId } = draft
  const { locationId } = appointment
  const where = useMemo<Where | null>(
    () => (date === null || time === null ? null : { locationId, start: wallDateTime(date, time), fold, performerId, roomId }),
    [locationId, date, time, fold, performerId, roomId],
  )
  const assessed = useTypedPlace(visit, dirty ? where : null, names)
  const { problem } = save
  const needsReason =
    problem !== null &&
    (((problem.code === 'not-staffed' || problem.code === 'against-rule') && problem.mayOverride) ||
      (problem.code === 'outside-opening-hours' && may('appointment.override')))
  const submit = async () => {
    if (where === null) return
    const moved = await save.save(() => steps.move(visit, where, needsReason ? givenAnswer(draft.answer) : null))
    if (moved !== null) close()
  }
  const people = (staff.value?.practitioners ?? []).filter(person => person.active || person.id === draft.performerId)
  return (
    <div className="inset-form">
      <Form
        name={visitText.moveTitle}
        dirty={dirty}
        submit={() => void submit()}
        cancel={close}
        submitLabel={needsReason ? visitText.moveAnyway : visitText.moveGo}
        state={{
          saving: save.saving,
          problem: needsReason || problem?.code === 'not-staffed' || problem?.code === 'ambiguous-time' ? null : problem,
        }}
        hold={where === null ? visitText.moveHold : null}
      >
        <div className="field-row">
          <DateField
            label={visitText.date}
            value={draft.date}
            today={today}
            minDate={today}
            onChange={date => change({ date, fold: null })}
          />
          <TimeField
            label={visitText.time}
            className="fixed"
            value={draft.time}
            onChange={time => change({ time, fold: null })}
          />
        </div>
        <div className="field-row">
          <NativeSelect
            label={visitText.performer}
            value={draft.performerId ?? ''}
            data={[
              { value: '', label: visitText.nobody },
              ...people.map(person => ({ value: person.id, label: names.names.person(person.id) })),
            ]}
            onChange={event =>
              change({ performerId: people.find(person => person.id === event.currentTarget.value)?.id ?? null })
            }
          />
          <NativeSelect
            label={visitText.room}
            value={draft.roomId ?? ''}
            data={[
              { value: '', label: visitText.anyRoom },
              ...rooms
                .filter(room => room.locationId === appointment.locationId)
                .map(room => ({ value: room.id, label: room.name })),
            ]}
            onChange={event => change({ roomId: rooms.find(room => room.id === event.currentTarget.value)?.id ?? null })}
          />
        </div>
        {problem?.code === 'ambiguous-time' && (
          <Radio.Group
            label={visitText.fold}
            value={draft.fold}
            onChange={value => change({ fold: value === 'later' ? 'later' : 'earlier' })}
          >
            <Radio value="earlier" label={visitText.folds.earlier} />
            <Radio value="later" label={visitText.folds.later} />
          </Radio.Group>
        )}
        <div aria-live="polite">
          {assessed !== null && <StateMark kind={kinds[assessed.state]}>{assessed.words}</StateMark>}
          {problem?.code === 'not-staffed' && where !== null && assessed === null && (
            <StateMark kind="flag">{placeSentence(problem, where, names.staffing)}</StateMark>
          )}
        </div>
        {needsReason && (
          <OverrideFields value={draft.answer} hint={overrideText.explain} change={answer => change({ answer })} />
        )}
      </Form>
    </div>
  )
}
