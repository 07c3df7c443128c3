import { memo } from 'react'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { gridText } from '../../../shared/text/en/day.ts'
import type { Column } from './columns.ts'
import { type DayAxis, wallOf } from './dayAxis.ts'
import type { Free } from './offers.ts'

type GridBackProps = {
  readonly axis: DayAxis
  readonly columns: readonly Column[]
  /** Where the booking under way may go. */ readonly offers: readonly Free[]
}

const across = (index: number, count: number) => ({ left: `${(index / count) * 100}%`, width: `${100 / count}%` })
const down = (top: number, length: number) => ({ top: `calc(${top} * var(--px))`, height: `calc(${length} * var(--px))` })

/** Behind the visits: lines of the hours, off-shift shading, and the places that a booking may take. */
export const GridBack = memo(function GridBack({ axis, columns, offers }: GridBackProps) {
  return (
    <div className="grid-back" aria-hidden="true">
      {columns.map((column, index) => (
        <div key={column.key} className="grid-column" style={across(index, columns.length)}>
          {column.shaded.map(shade => (
            <div key={shade.top} className="grid-shade hatch-off" style={down(shade.top, shade.length)} />
          ))}
        </div>
      ))}
      {axis.hours.map(hour => (
        <div key={hour.minute} className="grid-line" style={{ top: `calc(${hour.minute} * var(--px))` }} />
      ))}
      {offers.map(offer => (
        <div
          key={`${offer.column}-${offer.top}`}
          className="grid-offer"
          style={{ ...across(offer.column, columns.length), ...down(offer.top, offer.length) }}
        />
      ))}
    </div>
  )
})

/** The line of now; drawn apart, so that the passing minute redraws nothing else. */
export function NowLine({ axis, minute }: { readonly axis: DayAxis; readonly minute: number | null }) {
  if (minute === null) return null
  return (
    <div className="grid-now" aria-hidden="true" style={{ top: `calc(${minute} * var(--px))` }}>
      <span>{gridText.now(timeOf(wallOf(axis, minute)))}</span>
    </div>
  )
}
