import { memo } from 'react'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Cell } from './useCells.ts'
import { VisitCell } from './VisitCell.tsx'

type HourRowProps = {
  readonly label: string
  readonly index: number
  readonly cells: readonly Cell[]
  readonly active: AppointmentId | null
  readonly selected: AppointmentId | null
  readonly lifted: AppointmentId | null
}

/** The id when it is among the cells: a row is drawn anew only for what concerns it. */
export const within = (cells: readonly Cell[], id: AppointmentId | null): AppointmentId | null =>
  id !== null && cells.some(cell => cell.spot.visit.appointment.id === id) ? id : null

/** The visits that begin within one hour: a row, as assistive technology counts it. */
export const HourRow = memo(function HourRow({ label, index, cells, active, selected, lifted }: HourRowProps) {
  return (
    <div role="row" aria-rowindex={index + 2}>
      <div role="rowheader" aria-colindex={1} className="visually-hidden">
        {label}
      </div>
      {cells.map(({ spot, look, left, width }) => {
        const { id } = spot.visit.appointment
        return (
          <VisitCell
            key={id}
            id={id}
            look={look}
            column={spot.column + 2}
            top={spot.top}
            length={spot.length}
            left={left}
            width={width}
            active={active === id}
            selected={selected === id}
            lifted={lifted === id}
          />
        )
      })}
    </div>
  )
})
