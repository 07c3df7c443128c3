import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { RotaCell, RotaShift } from '../../../shared/domain/rota/cells.ts'
import { shiftMinutes } from '../../../shared/domain/rota/cells.ts'
import { dayWords } from '../../../shared/text/en/dates.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { rotaText, shiftWords } from '../../../shared/text/en/rota.ts'
import { absenceReasons } from '../../../shared/text/en/shifts.ts'
import { useWhere } from '../../screen.ts'
import { MinimumRows } from './MinimumRows.tsx'
import { cellAt, type Rota, type Selection, type Spot, spotsIn } from './rotaView.ts'

type RotaGridProps = {
  readonly rota: Rota
  readonly selection: Selection
  readonly select: (selection: Selection) => void
  readonly keys: (event: KeyboardEvent) => void
}

const steps: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 },
}

const weekMinutes = (rota: Rota, row: number): number => rota.days.reduce((sum, _day, column) => {
  const cell = cellAt(rota, { row, column })
  const onSite = (shifts: readonly RotaShift[]) => shifts.filter(shift => shift.presence === 'on-site').reduce((minutes, shift) => minutes + shiftMinutes(shift), 0)
  return sum + onSite(cell?.shifts ?? []) + onSite(cell?.elsewhere ?? [])
}, 0)

function wordsOf(cell: RotaCell, placeOf: (id: string) => string): readonly string[] {
  return [
    ...cell.shifts.map(shiftWords),
    ...cell.elsewhere.map(shift => rotaText.elsewhere(shiftWords(shift), placeOf(shift.locationId))),
    ...cell.absences.map(reason => absenceReasons[reason].toLowerCase()),
    ...(cell.single ? [rotaText.single] : []),
  ]
}

/** People by days. One stop for Tab; the arrows move in it. */
export function RotaGrid({ rota, selection, select, keys }: RotaGridProps) {
  const { location, locations, today } = useWhere()
  const root = useRef<HTMLTableElement>(null)
  const follow = useRef(false)
  const dragging = useRef(false)
  const { at } = selection
  useLayoutEffect(() => {
    if (follow.current) root.current?.querySelector<HTMLElement>('[data-cursor]')?.focus()
  }, [at.row, at.column])
  const placeOf = (id: string): string => locations.find(one => one.id === id)?.name ?? ''
  const chosen = new Set(spotsIn(selection).flat().map(spot => `${spot.row} ${spot.column}`))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
    if (step === undefined) return keys(event)
    event.preventDefault()
    const next = {
      row: Math.max(0, Math.min(rota.people.length - 1, at.row + step.row)),
      column: Math.max(0, Math.min(rota.days.length - 1, at.column + step.column)),
    }
    follow.current = true
    select({ at: next, anchor: event.shiftKey ? selection.anchor : next })
  }
  return (
    <table
      ref={root} className="rota-grid" role="grid" aria-multiselectable="true" aria-label={rotaText.grid(location.name, rota.days[0]?.date ?? today)}
      onKeyDown={onKeyDown} onPointerUp={() => { dragging.current = false }} onPointerLeave={() => { dragging.current = false }}
    >
      <thead>
        <tr>
          <th scope="col">{rotaText.person}</th>
          {rota.days.map(day => (
            <th key={day.date} scope="col" data-today={day.date === today || undefined}>
              {dayWords(day.date)}
              {day.closedFor !== null && <span className="rota-closed">{rotaText.closed(day.closedFor)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rota.people.map((person, row) => {
          const most = rota.availabilities.find(one => one.practitionerId === person.id)?.maxWeekMinutes ?? null
          const minutes = weekMinutes(rota, row)
          return (
            <tr key={person.id}>
              <th scope="row">
                {fullName(person.name)}
                <span className={most !== null && minutes > most ? 'rota-hours rota-over' : 'rota-hours'}>{rotaText.hoursOf(minutes, most)}</span>
              </th>
              {rota.days.map((day, column) => {
                const cell = cellAt(rota, { row, column })
                if (cell === null) return null
                const here = at.row === row && at.column === column
                return (
                  <td
                    key={day.date} role="gridcell" tabIndex={here ? 0 : -1} data-cursor={here || undefined} aria-selected={chosen.has(`${row} ${column}`)}
                    className={day.open.length === 0 ? 'hatch-off' : ''} aria-label={rotaText.cell(fullName(person.name), day.date, wordsOf(cell, placeOf))}
                    onPointerDown={event => {
                      dragging.current = true
                      follow.current = true
                      select({ at: { row, column }, anchor: event.shiftKey ? selection.anchor : { row, column } })
                    }}
                    onFocus={() => { if (!here) select({ at: { row, column }, anchor: { row, column } }) }}
                    onPointerEnter={() => { if (dragging.current) select({ at: { row, column }, anchor: selection.anchor }) }}
                  >
                    {cell.shifts.map(shift => (
                      <span key={shiftWords(shift)} className="rota-shift" data-single={cell.single || undefined} data-presence={shift.presence}>{shiftWords(shift)}</span>
                    ))}
                    {cell.elsewhere.map(shift => (
                      <span key={`${shift.locationId} ${shift.start}`} className="rota-else">{rotaText.elsewhere(shiftWords(shift), placeOf(shift.locationId))}</span>
                    ))}
                    {cell.absences.map(reason => <span key={reason} className="rota-away">{absenceReasons[reason]}</span>)}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
      <MinimumRows rota={rota} />
    </table>
  )
}
