import { useEffect } from 'react'
import { addDays, mondayOf } from '../../shared/domain/time/plainDate.ts'
import { dayInFull, dayWords, dayWordsWithYear } from '../../shared/text/en/dates.ts'
import { dayText } from '../../shared/text/en/day.ts'
import { AlertPanel } from '../alerts/AlertPanel.tsx'
import { useWhere } from '../screen.ts'
import { DayAttention } from './DayAttention.tsx'
import { DayBoard, dayKey } from './DayBoard.tsx'
import { DayHead } from './DayHead.tsx'
import { DayStrip } from './DayStrip.tsx'
import { dayView, useDayView } from './dayView.ts'
import { WeekView } from './WeekView.tsx'
import './day.css'

function DayTitle() {
  const { date, today } = useWhere()
  return (
    <>
      {dayInFull(date)}
      {date === today && <span className="day-today">{dayText.today}</span>}
    </>
  )
}

function WeekTitle() {
  const { date } = useWhere()
  const monday = mondayOf(date)
  return <>{dayText.weekTitle(dayWords(monday), dayWordsWithYear(addDays(monday, 6)))}</>
}

/** What the product is for: a day with its people, its visits, and whoever is missing. */
export function DayScreen() {
  const view = useDayView(state => state.view)
  const { date } = useWhere()
  useEffect(() => dayView.landed, [date])
  return (
    <div className="screen day" onKeyDown={dayKey}>
      <DayStrip />
      <AlertPanel />
      <DayHead title={view === 'week' ? <WeekTitle /> : <DayTitle />}>{view === 'day' && <DayAttention />}</DayHead>
      {view === 'week' ? <WeekView /> : <DayBoard />}
    </div>
  )
}
