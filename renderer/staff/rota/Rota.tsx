import { ActionIcon, NativeSelect } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { RotaShift } from '../../../shared/domain/rota/cells.ts'
import type { Presence } from '../../../shared/domain/shift.ts'
import { addDays, mondayOf } from '../../../shared/domain/time/plainDate.ts'
import type { WallTime } from '../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { rotaText, suggestText } from '../../../shared/text/en/rota.ts'
import { shiftText } from '../../../shared/text/en/shifts.ts'
import { useDesk, useRead } from '../../client.ts'
import { screen, useWhere } from '../../screen.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LeftIcon, RightIcon } from '../../ui/icons.tsx'
import { ImpactDialog } from '../../ui/ImpactDialog.tsx'
import { MayButton } from '../../ui/MayButton.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { CopyWeek } from './CopyWeek.tsx'
import { Minimums } from './Minimums.tsx'
import { RotaGrid } from './RotaGrid.tsx'
import { cellAt, changed, type Rota as RotaWeek, type Selection, spotsIn } from './rotaView.ts'
import { Suggestion } from './Suggestion.tsx'
import { usePaint } from './usePaint.ts'
import './rota.css'

type Hours = { readonly start: WallTime | null; readonly end: WallTime | null; readonly presence: Presence }
type Panel = 'copy' | 'suggest' | null

/** A week of the location in the top bar: who works when, painted cell by cell. */
export function Rota() {
  const { client, may } = useDesk()
  const { date, locationId } = useWhere()
  const from = mondayOf(date)
  const input = { locationId, from, days: 7 }
  const read = useRead(['rota', 'read', input], () => client.rota.read(input), { keep: true })
  const [selection, select] = useState<Selection>({ at: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } })
  const [hours, setHours] = useState<Hours>({ start: wallTimeAt(480), end: wallTimeAt(1020), presence: 'on-site' })
  const [copied, setCopied] = useState<readonly (readonly (readonly RotaShift[])[])[]>([])
  const [panel, setPanel] = useState<Panel>(null)
  const painter = usePaint()
  const refusal = may('shift.write') ? null : rotaText.mayNot

  const shift = (): RotaShift | null => {
    const { start, end, presence } = hours
    if (start === null || end === null) screen.say(rotaText.badHours)
    return start === null || end === null ? null : { start, end, presence }
  }
  /** Every selected cell becomes what `make` makes of what stands there. */
  const remake = (rota: RotaWeek, make: (before: readonly RotaShift[], row: number, column: number) => readonly RotaShift[], label: (count: number) => string) => {
    if (refusal !== null) return screen.say(refusal)
    const cells = changed(spotsIn(selection).flatMap((line, row) => line.flatMap((spot, column) => {
      const cell = cellAt(rota, spot)
      return cell === null ? [] : [[cell, make(cell.shifts, row, column)] as const]
    })))
    painter.paint(cells, label(cells.length))
  }
  const paint = (rota: RotaWeek, beside: boolean) => {
    const painted = shift()
    if (painted !== null) remake(rota, before => (beside ? [...before, painted] : [painted]), rotaText.painted)
  }
  const clear = (rota: RotaWeek) => remake(rota, () => [], rotaText.cleared)
  const keys = (rota: RotaWeek) => (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const command = (event.ctrlKey || event.metaKey) && !event.altKey
    const act = (): (() => void) | null => {
      if (command && key === 'c') return () => {
        setCopied(spotsIn(selection).map(line => line.map(spot => cellAt(rota, spot)?.shifts ?? [])))
        screen.say(rotaText.copied(spotsIn(selection).flat().length))
      }
      if (command && key === 'v') return () => paste(rota)
      if (command || event.altKey) return null
      if (key === 'enter' || key === ' ') return () => paint(rota, false)
      if (key === 'a') return () => paint(rota, true)
      return key === 'delete' || key === 'backspace' ? () => clear(rota) : null
    }
    const action = act()
    if (action === null) return
    event.preventDefault()
    action()
  }
  /** What was copied is laid on the selection, over and over where that is larger; on one cell it takes the room it needs. */
  const paste = (rota: RotaWeek) => {
    if (refusal !== null) return screen.say(refusal)
    const lines = spotsIn(selection)
    const one = lines.length === 1 && lines[0]?.length === 1
    const [height, width] = [copied.length, copied[0]?.length ?? 0]
    if (height === 0 || width === 0) return
    const { at } = selection
    const block = one ? spotsIn({ at, anchor: { row: at.row + height - 1, column: at.column + width - 1 } }) : lines
    const cells = changed(block.flatMap((line, row) => line.flatMap((spot, column) => {
      const cell = cellAt(rota, spot)
      return cell === null ? [] : [[cell, copied[row % height]?.[column % width] ?? []] as const]
    })))
    painter.paint(cells, rotaText.pasted(cells.length))
  }

  return (
    <Shown read={read}>
      {rota => (
        <>
          <div className="rota-tools">
            <span className="rota-week">
              <ActionIcon variant="subtle" color="gray" aria-label={rotaText.previous} onClick={() => screen.setDate(addDays(from, -7))}><LeftIcon size={16} /></ActionIcon>
              <span aria-live="polite">{rotaText.week(from, addDays(from, 6))}</span>
              <ActionIcon variant="subtle" color="gray" aria-label={rotaText.next} onClick={() => screen.setDate(addDays(from, 7))}><RightIcon size={16} /></ActionIcon>
            </span>
            <TimeField label={rotaText.start} value={hours.start} onChange={start => setHours(was => ({ ...was, start }))} />
            <TimeField label={rotaText.end} value={hours.end} onChange={end => setHours(was => ({ ...was, end }))} />
            <NativeSelect
              label={rotaText.presence} value={hours.presence}
              data={(['on-site', 'on-call'] as const).map(value => ({ value, label: shiftText.presences[value] }))}
              onChange={event => setHours({ ...hours, presence: event.currentTarget.value === 'on-call' ? 'on-call' : 'on-site' })}
            />
            <MayButton refusal={refusal} loading={painter.saving} onClick={() => paint(rota, false)}>{rotaText.paint}</MayButton>
            <MayButton refusal={refusal} variant="default" onClick={() => paint(rota, true)}>{rotaText.add}</MayButton>
            <MayButton refusal={refusal} variant="default" onClick={() => clear(rota)}>{rotaText.clear}</MayButton>
            <MayButton refusal={refusal} variant="default" onClick={() => setPanel('copy')}>{rotaText.copyWeek}</MayButton>
            <MayButton refusal={refusal} variant="light" onClick={() => setPanel('suggest')}>{suggestText.button}</MayButton>
          </div>
          {panel === 'copy' && <CopyWeek rota={rota} from={from} painter={painter} close={() => setPanel(null)} />}
          {panel === 'suggest' && <Suggestion minimums={rota.minimums} people={rota.people} painter={painter} close={() => setPanel(null)} />}
          <ProblemNotice problem={painter.problem} />
          {rota.people.length === 0
            ? <EmptyState title={rotaText.empty} hint={rotaText.emptyHint} />
            : <RotaGrid rota={rota} selection={selection} select={select} keys={keys(rota)} />}
          <p className="quiet">{rotaText.keys}</p>
          <div className="rota-below"><Minimums minimums={rota.minimums} /></div>
          <ImpactDialog edit={painter} />
        </>
      )}
    </Shown>
  )
}
