import { type KeyboardEvent, memo } from 'react'
import type { StripCell as StripDay } from '../../shared/domain/strip.ts'
import { addDays, dayNumber, dayOfMonth, mondayOf, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dayInFull, weekdayShort } from '../../shared/text/en/dates.ts'
import { stripText } from '../../shared/text/en/day.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { dayHatch } from '../ui/dayHatch.ts'
import { FlagIcon, FragileIcon, LeftIcon, RightIcon } from '../ui/icons.tsx'
import { ReadNotice } from '../ui/ProblemNotice.tsx'

const days = 28

/** Whole weeks with today's in front, unless the date looked at lies elsewhere: the strip stands still while one clicks along it. */
export function stripStart(date: PlainDate, today: PlainDate): PlainDate {
  const thisMonday = mondayOf(today)
  const weeksAway = Math.floor((dayNumber(date) - dayNumber(thisMonday)) / days)
  return addDays(thisMonday, weeksAway * days)
}

const StripCell = memo(function StripCell({
  day,
  chosen,
  today,
}: {
  readonly day: StripDay
  readonly chosen: boolean
  readonly today: boolean
}) {
  return (
    <button
      type="button"
      className={`strip-cell strip-${day.state} ${dayHatch[day.state]}`}
      aria-current={chosen ? 'date' : undefined}
      data-today={today || undefined}
      tabIndex={chosen ? 0 : -1}
      aria-label={stripText.cell(dayInFull(day.date), day)}
      title={stripText.cell(dayInFull(day.date), day)}
      onClick={() => screen.setDate(day.date)}
    >
      <span className="strip-weekday">{weekdayShort(weekdayOf(day.date))}</span>
      <span className="strip-date">{dayOfMonth(day.date)}</span>
      <span className="strip-mark">
        {day.state === 'flagged' && (
          <>
            <FlagIcon size={11} />
            {stripText.count(day.flagged)}
          </>
        )}
        {day.state === 'gap' && stripText.gapWord}
        {day.state === 'fragile' && <FragileIcon size={11} />}
        {day.state === 'closed' && stripText.closedWord}
        {day.state === 'unchecked' && stripText.uncheckedWord}
      </span>
    </button>
  )
})

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || event.altKey) return
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('.strip-cell')]
  cells[cells.findIndex(cell => cell === document.activeElement) + by]?.focus()
  event.preventDefault()
}

/** Four weeks, a cell a day: which of them are safe. A click goes there. */
export function DayStrip() {
  const { client } = useDesk()
  const { locationId, date, today } = useWhere()
  const from = stripStart(date, today)
  const input = { locationId, from, days }
  const read = useRead(['schedule', 'strip', input], () => client.schedule.strip(input), { keep: true })
  return (
    <nav className="strip" aria-label={stripText.title} onKeyDown={moveFocus}>
      <button
        type="button"
        className="strip-step"
        aria-label={stripText.earlier}
        title={stripText.earlier}
        onClick={() => screen.setDate(addDays(date, -days))}
      >
        <LeftIcon size={14} />
      </button>
      <div className="strip-cells">
        {(read.value ?? []).map(day => (
          <StripCell key={day.date} day={day} chosen={day.date === date} today={day.date === today} />
        ))}
      </div>
      <button
        type="button"
        className="strip-step"
        aria-label={stripText.later}
        title={stripText.later}
        onClick={() => screen.setDate(addDays(date, days))}
      >
        <RightIcon size={14} />
      </button>
      {read.value === null && <ReadNotice read={read} />}
    </nav>
  )
}
