import { memo } from 'react'
import type { ServiceTypeId } from '../../../shared/domain/ids.ts'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { gridText } from '../../../shared/text/en/day.ts'
import { gapSentence } from '../../../shared/text/staffing.ts'
import { type DayAxis, wallOf } from './dayAxis.ts'
import type { GapLanes } from './gapLanes.ts'

type GridRailProps = { readonly axis: DayAxis; readonly gaps: GapLanes; readonly service: (id: ServiceTypeId) => string }

/** Beside the columns: the hours of the day, and the hours in which nobody is certified, hatched and in words. */
export const GridRail = memo(function GridRail({ axis, gaps, service }: GridRailProps) {
  const time = (minute: number) => timeOf(wallOf(axis, minute))
  return (
    <div className="grid-rail" style={{ '--lanes': gaps.lanes }}>
      <div className="grid-corner">{gaps.lanes > 0 && <span>{gridText.gapHead}</span>}</div>
      <div className="grid-hours" aria-hidden="true" style={{ height: `calc(${axis.minutes} * var(--px))` }}>
        {axis.hours.map(hour => (
          <span key={hour.minute} style={{ top: `calc(${hour.minute} * var(--px))` }}>
            {hour.label}
          </span>
        ))}
      </div>
      {gaps.lanes > 0 && (
        <ul className="grid-gaps" aria-label={gridText.gaps} style={{ height: `calc(${axis.minutes} * var(--px))` }}>
          {gaps.bands.map(band => {
            const words = gapSentence(band.services.map(service), time(band.top), time(band.top + band.length))
            return (
              <li
                key={`${band.top}-${band.lane}`}
                className="gap-band hatch-gap"
                title={words}
                style={{
                  top: `calc(${band.top} * var(--px))`,
                  height: `calc(${band.length} * var(--px) - 2px)`,
                  left: `calc(${band.lane} * var(--gap-width))`,
                }}
              >
                <span>{words}</span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
})
