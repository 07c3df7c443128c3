import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { PaintedCell } from '../../../shared/domain/rota/paint.ts'
import { addDays, dayNumber } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { rotaText } from '../../../shared/text/en/rota.ts'
import { useDesk } from '../../client.ts'
import { useWhere } from '../../screen.ts'
import { DateField } from '../../ui/DateField.tsx'
import { fieldError } from '../../ui/fieldError.ts'
import { Form } from '../../ui/Form.tsx'
import { cellAt, changed, type Rota } from './rotaView.ts'
import type { Painter } from './usePaint.ts'

type CopyWeekProps = { readonly rota: Rota; readonly from: PlainDate; readonly painter: Painter; readonly close: () => void }
const mostWeeks = 26

/** The cells of a later week that are not yet as in the week that is copied; closed days are left alone. */
function copiedInto(week: Rota, rota: Rota): readonly PaintedCell[] {
  return changed(week.people.flatMap((person, row) => week.days.flatMap((day, column) => {
    const cell = cellAt(week, { row, column })
    const from = rota.people.findIndex(one => one.id === person.id)
    const model = cellAt(rota, { row: from, column })
    return cell === null || model === null || day.open.length === 0 ? [] : [[cell, model.shifts] as const]
  })))
}

/** Makes following weeks like the one shown: each of them, or every second one. */
export function CopyWeek({ rota, from, painter, close }: CopyWeekProps) {
  const { client } = useDesk()
  const { locationId, today } = useWhere()
  const [every, setEvery] = useState<1 | 2>(1)
  const [until, setUntil] = useState<PlainDate | null>(addDays(from, 13))
  const refuse = (message: string) => painter.setProblem({ code: 'invalid', issues: [{ path: 'until', message }] })
  const submit = async () => {
    const weeks = until === null ? 0 : Math.floor((dayNumber(until) - dayNumber(from)) / 7 / every)
    if (weeks < 1) return refuse(rotaText.copyNowhere)
    if (weeks * every > mostWeeks) return refuse(rotaText.copyTooFar)
    const cells: PaintedCell[] = []
    for (let n = 1; n <= weeks; n += 1) {
      const week = await client.rota.read({ locationId, from: addDays(from, 7 * every * n), days: 7 })
      if (!week.ok) return painter.setProblem(week.problem)
      cells.push(...copiedInto(week.value, rota))
    }
    painter.paint(cells, rotaText.copyDone(weeks), close)
  }
  return (
    <div className="inset-form">
      <Form name={rotaText.copyTitle} dirty={false} state={painter} submit={() => void submit()} submitLabel={rotaText.copyTitle} cancel={close}>
        <p className="quiet">{rotaText.copyHint}</p>
        <div className="field-row">
          <NativeSelect
            label={rotaText.copyEvery} value={String(every)} data={([1, 2] as const).map(value => ({ value: String(value), label: rotaText.copyEveryChoices[value] }))}
            onChange={event => setEvery(event.currentTarget.value === '2' ? 2 : 1)}
          />
          <DateField label={rotaText.copyUntil} required value={until} today={today} error={fieldError(painter.problem, 'until')} onChange={setUntil} />
        </div>
      </Form>
    </div>
  )
}
