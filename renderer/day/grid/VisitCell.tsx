import { memo } from 'react'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import { gridText, statusText } from '../../../shared/text/en/day.ts'
import { CheckIcon, FlagIcon, FragileIcon } from '../../ui/icons.tsx'
import type { Look } from '../look.ts'

type VisitCellProps = {
  readonly id: AppointmentId
  readonly look: Look
  /** Column, counted from 1 as ARIA does. */
  readonly column: number
  readonly top: number
  readonly length: number
  readonly left: number
  readonly width: number
  readonly active: boolean
  readonly selected: boolean
  readonly lifted: boolean
}

const marks = { none: null, assignable: null, fragile: <FragileIcon size={12} />, flagged: <FlagIcon size={12} /> } as const

/** One visit on the grid. It holds no handler of its own: the grid listens for all of them. */
export const VisitCell = memo(function VisitCell({
  id,
  look,
  column,
  top,
  length,
  left,
  width,
  active,
  selected,
  lifted,
}: VisitCellProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      aria-label={look.label}
      aria-selected={selected}
      data-visit={id}
      data-cursor={active || undefined}
      data-lifted={lifted || undefined}
      tabIndex={active ? 0 : -1}
      className={`visit visit-${look.mark} visit-${look.status}${look.mark === 'flagged' ? ' hatch-flag' : ''}`}
      style={{
        top: `calc(${top} * var(--px))`,
        height: `calc(${length} * var(--px) - 2px)`,
        left: `${left}%`,
        width: `calc(${width}% - 4px)`,
      }}
    >
      <span className="visit-text">
        <span className="visit-time">{look.time}</span>{' '}
        {look.status === 'arrived' && <span className="visit-here">{gridText.hereMark}</span>}
        {look.status === 'fulfilled' && (
          <span className="visit-done" title={statusText.fulfilled}>
            <CheckIcon size={12} />
          </span>
        )}
        {marks[look.mark] !== null && <span className="visit-mark">{marks[look.mark]}</span>}
        <bdi className="visit-patient" data-short={look.patientShort}>
          {look.patient}
        </bdi>
        {look.status !== 'booked' && look.status !== 'arrived' && look.status !== 'fulfilled' && (
          <span className="visit-status">{statusText[look.status]}</span>
        )}
        {look.short !== '' && <span className="visit-words">{look.short}</span>}
        <span className="visit-service">
          {look.service}
          {look.initials === '' ? '' : ` · ${look.initials}`}
        </span>
      </span>
    </div>
  )
})
