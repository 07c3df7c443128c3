import type { StripDay } from '../../shared/contract/schedule.ts'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import { dayOfMonth } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { StateMark } from '../ui/StateMark.tsx'

type AheadCellProps = {
  readonly day: StripDay
  readonly past: boolean
  readonly today: boolean
  readonly nameOf: ReadonlyMap<ServiceTypeId, string>
  readonly open: (date: PlainDate) => void
}

const hatch = { closed: 'hatch-off', safe: '', fragile: '', gap: 'hatch-gap', flagged: 'hatch-flag' } as const

function serviceSentences(day: StripDay, nameOf: ReadonlyMap<ServiceTypeId, string>): readonly string[] {
  return day.services.map(({ serviceTypeId, gapMinutes }) => {
    const name = nameOf.get(serviceTypeId) ?? ''
    return gapMinutes > 0 ? aheadText.serviceGap(name, gapMinutes) : aheadText.serviceFragile(name)
  })
}

/** One day: its state by colour, hatch, sign and words; opens the day. */
export function AheadCell({ day, past, today, nameOf, open }: AheadCellProps) {
  const services = serviceSentences(day, nameOf)
  return (
    <button
      type="button" className={`ahead-cell ahead-${day.state} ${hatch[day.state]}`} data-past={past || undefined} data-today={today || undefined}
      aria-label={aheadText.cell(dayInFull(day.date), day, services)} aria-current={today ? 'date' : undefined} title={services.join('\n')}
      onClick={() => open(day.date)}
    >
      <span className="ahead-date">{dayOfMonth(day.date)}</span>
      {day.state === 'flagged' && <StateMark kind="flag">{aheadText.flagged(day.flagged)}</StateMark>}
      {day.state === 'gap' && <StateMark kind="flag">{aheadText.gap(day.gapMinutes)}</StateMark>}
      {day.state === 'fragile' && <StateMark kind="fragile">{aheadText.states.fragile}</StateMark>}
      {day.state === 'closed' && <span className="quiet">{aheadText.states.closed}</span>}
      {day.state !== 'closed' && <span className="ahead-visits quiet">{aheadText.visits(day.visits)}</span>}
    </button>
  )
}
