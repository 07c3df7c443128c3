import type { Occurrence } from '../../shared/domain/series.ts'
import type { PlainDate, WallDateTime, WallTime } from '../../shared/domain/time/values.ts'
import { dateOf, timeOf, wallDateTime } from '../../shared/domain/time/wallClock.ts'
import { dateWords, wallWordsWithYear } from '../../shared/text/en/dates.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { staffingSentence } from '../../shared/text/staffing.ts'
import type { Names } from '../day/useDayNames.ts'
import { DateField } from '../ui/DateField.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { TimeField } from '../ui/TimeField.tsx'

type SeriesRowProps = {
  readonly occurrence: Occurrence
  readonly names: Names
  readonly today: PlainDate
  readonly clocksChanged: boolean
  readonly leftOut: boolean
  readonly choose: (start: WallDateTime | null) => void
  readonly leaveOut: (leftOut: boolean) => void
}

function whyNot({ notBefore, obstacle, closure, wanted }: Occurrence, names: Names): string {
  if (notBefore !== null) return seriesText.tooSoon(dateWords(notBefore))
  if (obstacle === null) return ''
  if (obstacle.code === 'outside-opening-hours' && closure !== null) return seriesText.closed(closure)
  return obstacle.code === 'not-staffed'
    ? staffingSentence(obstacle.verdict, { start: wanted, performerId: null }, names.staffing)
    : problemSentence(obstacle)
}

function Standing({ occurrence, names, clocksChanged }: Pick<SeriesRowProps, 'occurrence' | 'names' | 'clocksChanged'>) {
  const { place, wanted, verdict, certifiedThrough } = occurrence
  const why = whyNot(occurrence, names)
  if (place === null) return <StateMark kind="flag">{occurrence.byHand ? seriesText.notHere(why) : seriesText.none(why)}</StateMark>
  const { performerId, roomId } = place
  return (
    <>
      {place.start === wanted ? (
        <StateMark kind="good">{seriesText.asPlanned}</StateMark>
      ) : (
        <StateMark kind="fragile">{seriesText.moved(wallWordsWithYear(wanted), why)}</StateMark>
      )}
      <span>
        {seriesText.with(performerId === null ? '' : names.names.person(performerId), roomId === null ? '' : names.names.room(roomId))}
      </span>
      {certifiedThrough !== null && <span className="quiet">{seriesText.certified(dateWords(certifiedThrough))}</span>}
      {verdict?.state === 'covered' && verdict.fragile !== null && <span className="quiet">{seriesText.fragile}</span>}
      {clocksChanged && <span className="quiet">{seriesText.clocks(timeOf(place.start))}</span>}
    </>
  )
}

/** One visit of a series before it is saved: its date and time to be changed in place, and what is to be said of it. */
export function SeriesRow({ occurrence, names, today, clocksChanged, leftOut, choose, leaveOut }: SeriesRowProps) {
  const { number, wanted, place, byHand } = occurrence
  const start = place?.start ?? wanted
  const change = (date: PlainDate | null, time: WallTime | null) => {
    if (date !== null && time !== null) choose(wallDateTime(date, time))
  }
  return (
    <li className="series-row" aria-label={seriesText.row(number)}>
      <div className="series-row-head">
        <strong>{number}</strong>
        <DateField
          aria-label={seriesText.date(number)}
          size="xs"
          today={today}
          minDate={today}
          value={dateOf(start)}
          disabled={leftOut}
          onChange={date => change(date, timeOf(start))}
        />
        <TimeField
          aria-label={seriesText.timeOf(number)}
          size="xs"
          value={timeOf(start)}
          disabled={leftOut}
          onChange={time => change(dateOf(start), time)}
        />
      </div>
      <div className="series-row-foot">
        {leftOut ? <span className="quiet">{seriesText.leftOut}</span> : <Standing occurrence={occurrence} names={names} clocksChanged={clocksChanged} />}
        {byHand && (
          <button type="button" className="link" aria-label={seriesText.resetRow(number)} onClick={() => choose(null)}>
            {seriesText.resetShort}
          </button>
        )}
        <button
          type="button"
          className="link"
          aria-label={leftOut ? seriesText.takeIn(number) : seriesText.leaveOut(number)}
          onClick={() => leaveOut(!leftOut)}
        >
          {leftOut ? seriesText.takeInShort : seriesText.leaveOutShort}
        </button>
      </div>
    </li>
  )
}
