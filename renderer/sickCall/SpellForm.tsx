import { Select, Switch } from '@mantine/core'
import { useState } from 'react'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { SickSpell } from '../../shared/domain/sickCall/sickCall.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { wallDateTime, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { TimeField } from '../ui/TimeField.tsx'

type SpellFormProps = { readonly people: readonly Practitioner[]; readonly first: PractitionerId | null; readonly ask: (spell: SickSpell) => void }

const midnight = wallTimeAt(0)

/** Who is sick, and from when to when: today as a rule. */
export function SpellForm({ people, first, ask }: SpellFormProps) {
  const { location, today } = useWhere()
  const [who, setWho] = useState<string | null>(first)
  const [wholeDays, setWholeDays] = useState(true)
  const [from, setFrom] = useState<PlainDate | null>(today)
  const [through, setThrough] = useState<PlainDate | null>(today)
  const [start, setStart] = useState<WallTime | null>(wallTimeAt(480))
  const [end, setEnd] = useState<WallTime | null>(wallTimeAt(1080))
  const person = people.find(one => one.id === who)
  const [startTime, endTime] = wholeDays ? [midnight, midnight] : [start, end]
  const ready = person !== undefined && from !== null && through !== null && startTime !== null && endTime !== null
  const submit = () => {
    if (!ready) return
    ask({ practitionerId: person.id, start: wallDateTime(from, startTime), end: wallDateTime(wholeDays ? addDays(through, 1) : through, endTime), zone: location.zone })
  }
  return (
    <div className="inset-form sick-spell">
      <Form name={sickCallText.title} dirty={false} state={{ saving: false, problem: null }} submit={submit} submitLabel={sickCallText.look} hold={ready ? null : sickCallText.fill}>
        <div className="field-row">
          <Select
            label={sickCallText.who} placeholder={sickCallText.whoPlaceholder} required searchable autoFocus={first === null} value={who} onChange={setWho}
            data={people.filter(one => one.active).map(one => ({ value: one.id, label: fullName(one.name) }))}
          />
          <DateField
            label={sickCallText.from} required value={from} today={today}
            onChange={next => {
              setFrom(next)
              if (next !== null && through !== null && through < next) setThrough(next)
            }}
          />
          {!wholeDays && <TimeField className="fixed" label={sickCallText.fromTime} required value={start} onChange={setStart} />}
          <DateField label={sickCallText.through} required value={through} today={today} onChange={setThrough} />
          {!wholeDays && <TimeField className="fixed" label={sickCallText.untilTime} required value={end} onChange={setEnd} />}
          <Switch className="fixed" mt={28} size="xs" label={sickCallText.restOfDay} checked={wholeDays} onChange={event => setWholeDays(event.currentTarget.checked)} />
        </div>
      </Form>
    </div>
  )
}
