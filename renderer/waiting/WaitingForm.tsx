import { Chip, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import type { PatientId } from '../../shared/domain/ids.ts'
import type { HumanName } from '../../shared/domain/person.ts'
import type { WaitingEntry, WaitingWish } from '../../shared/domain/waiting/entry.ts'
import { wallWords, weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { useSave } from '../ui/useSave.ts'

type Draft = Omit<WaitingWish, 'serviceTypeId' | 'patientId' | 'locationId'> & { readonly serviceTypeId: WaitingWish['serviceTypeId'] | null }
type WaitingFormProps = {
  readonly patient: { readonly id: PatientId; readonly name: HumanName }
  readonly entry: WaitingEntry | null
  readonly visits: readonly Visit[]
  readonly close: () => void
}

const blank: Draft = { serviceTypeId: null, performerId: null, roomId: null, weekdays: [], partOfDay: null, noticeMinutes: 120, visitId: null, note: '' }
const none = ''

/** What a patient who would come sooner asks for. */
export function WaitingForm({ patient, entry, visits, close }: WaitingFormProps) {
  const { client } = useDesk()
  const { locationId, rooms } = useWhere()
  const place = entry?.locationId ?? locationId
  const coming = visits.map(visit => visit.appointment).filter(visit => isStanding(visit.status) && visit.locationId === place)
  const [first] = coming
  const [draft, setDraft] = useState<Draft>(entry ?? (first === undefined ? blank : { ...blank, serviceTypeId: first.serviceTypeId, visitId: first.id }))
  const [dirty, setDirty] = useState(false)
  const { save, saving, problem } = useSave()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const people = (staff.value?.practitioners ?? []).filter(person => person.active)
  const change = (part: Partial<Draft>) => {
    setDraft(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const { serviceTypeId } = draft
  const submit = async () => {
    if (serviceTypeId === null) return
    const { performerId, roomId, weekdays: on, partOfDay, noticeMinutes, visitId, note } = draft
    const wish: WaitingWish = { patientId: patient.id, locationId: place, serviceTypeId, performerId, roomId, weekdays: on, partOfDay, noticeMinutes, visitId, note }
    const done = await save(() => (entry === null ? client.waiting.record(wish) : client.waiting.amend({ id: entry.id, version: entry.version, ...wish })))
    if (done === null) return
    screen.say(entry === null ? waitingText.saved(fullName(patient.name)) : waitingText.changed)
    close()
  }
  return (
    <div className="inset-form">
      <Form
        name={waitingText.formTitle} dirty={dirty} state={{ saving, problem }} submit={() => void submit()} cancel={close}
        submitLabel={entry === null ? waitingText.save : waitingText.change} hold={serviceTypeId === null ? waitingText.fillService : null}
      >
        <div className="field-row">
          <NativeSelect
            label={waitingText.service} required autoFocus value={serviceTypeId ?? none}
            data={[{ value: none, label: '' }, ...(services.value ?? []).filter(service => service.status === 'approved').map(service => ({ value: service.id, label: service.name }))]}
            onChange={event => {
              const service = services.value?.find(each => each.id === event.currentTarget.value)
              change({ serviceTypeId: service?.id ?? null, visitId: coming.find(visit => visit.serviceTypeId === service?.id)?.id ?? null })
            }}
          />
          <NativeSelect
            label={waitingText.visit} value={draft.visitId ?? none}
            data={[{ value: none, label: waitingText.noVisit }, ...coming.filter(visit => visit.serviceTypeId === serviceTypeId).map(visit => ({ value: visit.id, label: wallWords(visit.start) }))]}
            onChange={event => change({ visitId: coming.find(visit => visit.id === event.currentTarget.value)?.id ?? null })}
          />
        </div>
        <div className="field-row">
          <NativeSelect
            label={waitingText.injector} value={draft.performerId ?? none} data={[{ value: none, label: waitingText.anyInjector }, ...people.map(person => ({ value: person.id, label: fullName(person.name) }))]}
            onChange={event => change({ performerId: people.find(person => person.id === event.currentTarget.value)?.id ?? null })}
          />
          <NativeSelect
            label={waitingText.room} value={draft.roomId ?? none}
            data={[{ value: none, label: waitingText.anyRoom }, ...rooms.filter(room => room.locationId === place && room.active).map(room => ({ value: room.id, label: room.name }))]}
            onChange={event => change({ roomId: rooms.find(room => room.id === event.currentTarget.value)?.id ?? null })}
          />
        </div>
        <div className="button-row" role="group" aria-label={waitingText.weekdays}>
          {weekdays.map(day => (
            <Chip
              key={day} size="xs" checked={draft.weekdays.includes(day)}
              onChange={on => change({ weekdays: on ? [...draft.weekdays, day] : draft.weekdays.filter(each => each !== day) })}
            >
              {weekdayShort(day)}
            </Chip>
          ))}
        </div>
        <div className="field-row">
          <NativeSelect
            label={waitingText.partOfDay} value={draft.partOfDay ?? 'any'} data={(['any', 'morning', 'afternoon'] as const).map(value => ({ value, label: waitingText.parts[value] }))}
            onChange={event => change({ partOfDay: (['morning', 'afternoon'] as const).find(part => part === event.currentTarget.value) ?? null })}
          />
          <NativeSelect
            label={waitingText.notice} value={String(draft.noticeMinutes)} data={waitingText.notices.map(({ minutes, words }) => ({ value: String(minutes), label: words }))}
            onChange={event => change({ noticeMinutes: Number(event.currentTarget.value) })}
          />
        </div>
        <TextInput label={waitingText.note} value={draft.note} maxLength={400} onChange={event => change({ note: event.currentTarget.value })} />
      </Form>
    </div>
  )
}
