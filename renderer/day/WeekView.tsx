import type { Schedule, ScheduleDay, Visit } from '../../shared/contract/schedule.ts'
import { minuteMs } from '../../shared/domain/time/instant.ts'
import { mondayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dayInFull, dayWords, instantTime } from '../../shared/text/en/dates.ts'
import { dayText, statusText } from '../../shared/text/en/day.ts'
import { gapSentence } from '../../shared/text/staffing.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useScreen, useWhere } from '../screen.ts'
import { CheckIcon, FlagIcon, FragileIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { dayView, useDayView } from './dayView.ts'
import { isShown } from './grid/columns.ts'
import { lookOf, markOf } from './look.ts'
import { type Names, useDayNames } from './useDayNames.ts'

const marks = { none: null, assignable: null, fragile: <FragileIcon size={11} />, flagged: <FlagIcon size={11} /> } as const

function WeekVisit({ visit, names, selected }: { readonly visit: Visit; readonly names: Names; readonly selected: boolean }) {
  const look = lookOf(visit, names.names, names.staffing)
  const { status } = visit.appointment
  return (
    <button
      type="button"
      className={`visit week-visit visit-${look.mark} visit-${status}${look.mark === 'flagged' ? ' hatch-flag' : ''}`}
      aria-label={look.label}
      aria-pressed={selected}
      title={look.sentence === '' ? look.service : `${look.service}. ${look.words}: ${look.sentence}`}
      onClick={() => screen.open({ kind: 'visit', id: visit.appointment.id })}
    >
      <span className="visit-time">{look.time}</span>{' '}
      {marks[look.mark] !== null && <span className="visit-mark">{marks[look.mark]}</span>}
      {(status === 'noshow' || status === 'cancelled') && <span className="visit-status">{statusText[status]}</span>}
      {status === 'fulfilled' && (
        <span className="visit-done" title={statusText.fulfilled}>
          <CheckIcon size={11} />
        </span>
      )}
      <bdi className="visit-patient">{look.patient}</bdi>
      {look.initials === '' ? '' : ` · ${look.initials}`}
    </button>
  )
}

/** The same hours for several services make one line, longest first. */
function gapLines(day: ScheduleDay, schedule: Schedule, names: Names): readonly string[] {
  const { zone } = schedule.location
  const same = Map.groupBy(day.gaps, gap => `${gap.interval.start} ${gap.interval.end}`)
  return [...same.values()]
    .flatMap(gaps => {
      const first = gaps[0]
      return first === undefined
        ? []
        : [{ interval: first.interval, services: gaps.map(gap => names.names.service(gap.serviceTypeId)) }]
    })
    .sort((a, b) => (b.interval.end - b.interval.start) / minuteMs - (a.interval.end - a.interval.start) / minuteMs)
    .map(({ interval, services }) => gapSentence(services, instantTime(interval.start, zone), instantTime(interval.end, zone)))
}

type WeekDayProps = {
  readonly day: ScheduleDay
  readonly schedule: Schedule
  readonly names: Names
  readonly chosen: PlainDate
  readonly today: PlainDate
  readonly showCancelled: boolean
}

function WeekDay({ day, schedule, names, chosen, today, showCancelled }: WeekDayProps) {
  const drawer = useScreen(state => state.drawer)
  const visits = day.visits
    .filter(visit => isShown(visit, showCancelled))
    .toSorted((a, b) => a.appointment.interval.start - b.appointment.interval.start)
  const flagged = visits.filter(visit => markOf(visit) === 'flagged').length
  const gaps = gapLines(day, schedule, names)
  const closed = day.open.length === 0
  return (
    <section
      className={`week-day${closed ? ' hatch-off' : ''}`}
      aria-label={dayInFull(day.date)}
      data-chosen={day.date === chosen || undefined}
    >
      <button
        type="button"
        className="week-head"
        onClick={() => {
          screen.setDate(day.date)
          dayView.show({ view: 'day' })
        }}
      >
        <strong>{dayWords(day.date)}</strong>
        {day.date === today && <span className="day-today">{dayText.today}</span>}
        <span className="quiet">{closed && visits.length === 0 ? dayText.weekClosed : dayText.weekVisits(visits.length)}</span>
        {flagged > 0 && (
          <span className="week-flagged">
            <FlagIcon size={12} />
            {dayText.attention(flagged)}
          </span>
        )}
      </button>
      <div className="week-list">
        {gaps.map(words => (
          <p key={words} className="week-gap hatch-gap">
            <span>{words}</span>
          </p>
        ))}
        {visits.map(visit => (
          <WeekVisit
            key={visit.appointment.id}
            visit={visit}
            names={names}
            selected={drawer?.kind === 'visit' && drawer.id === visit.appointment.id}
          />
        ))}
      </div>
    </section>
  )
}

function Week({ schedule }: { readonly schedule: Schedule }) {
  const { date, today } = useWhere()
  const showCancelled = useDayView(state => state.showCancelled)
  const names = useDayNames(schedule, today)
  return (
    <div className="week">
      {schedule.days.map(day => (
        <WeekDay
          key={day.date}
          day={day}
          schedule={schedule}
          names={names}
          chosen={date}
          today={today}
          showCancelled={showCancelled}
        />
      ))}
    </div>
  )
}

/** Seven days beside each other: the same marks as the day, denser. */
export function WeekView() {
  const { client } = useDesk()
  const { locationId, date } = useWhere()
  const input = { locationId, from: mondayOf(date), days: 7 }
  const read = useRead(['schedule', 'read', input], () => client.schedule.read(input))
  return (
    <Shown read={read} label={dayText.loadingWeek}>
      {schedule => <Week schedule={schedule} />}
    </Shown>
  )
}
