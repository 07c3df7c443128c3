import type { StripCell } from '../../shared/domain/strip.ts'
import { dayOfMonth } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { dayHatch } from '../ui/dayHatch.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { type AheadNames, serviceSentence } from './serviceSentence.ts'

type AheadCellProps = {
  readonly day: StripCell
  readonly past: boolean
  readonly today: boolean
  readonly names: AheadNames
  readonly open: (date: PlainDate) => void
}

/** One day: its state by colour, hatch, sign and words; opens the day. */
export function AheadCell({ day, past, today, names, open }: AheadCellProps) {
  const services = day.services.filter(({ state }) => state !== 'safe' && state !== 'closed').map(cell => serviceSentence(cell, names))
  return (
    <button
      type="button" className={`ahead-cell ahead-${day.state} ${dayHatch[day.state]}`} data-past={past || undefined} data-today={today || undefined}
      aria-label={aheadText.cell(dayInFull(day.date), day, services)} aria-current={today ? 'date' : undefined} title={services.join('\n')}
      onClick={() => open(day.date)}
    >
      <span className="ahead-date">{dayOfMonth(day.date)}</span>
      {day.state === 'flagged' && <StateMark kind="flag">{aheadText.flagged(day.flagged)}</StateMark>}
      {day.state === 'gap' && <StateMark kind="flag">{aheadText.gap(day.gapMinutes)}</StateMark>}
      {day.state === 'fragile' && <StateMark kind="fragile">{aheadText.states.fragile}</StateMark>}
      {day.state === 'unchecked' && <StateMark kind="fragile">{aheadText.states.unchecked}</StateMark>}
      {day.state === 'closed' && <span className="quiet">{aheadText.states.closed}</span>}
      {day.state !== 'closed' && <span className="ahead-visits quiet">{aheadText.visits(day.visits)}</span>}
    </button>
  )
}
