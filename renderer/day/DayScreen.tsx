import { useEffect } from 'react'
import { AlertPanel } from '../alerts/AlertPanel.tsx'
import { useWhere } from '../screen.ts'
import { DayBoard, dayKey } from './DayBoard.tsx'
import { DayStrip } from './DayStrip.tsx'
import { dayView, useDayView } from './dayView.ts'
import { WeekView } from './WeekView.tsx'
import './day.css'

/** What the product is for: a day with its people, its visits, and whoever is missing. */
export function DayScreen() {
  const view = useDayView(state => state.view)
  const { date } = useWhere()
  useEffect(() => dayView.landed, [date])
  return (
    <div className="screen day" onKeyDown={dayKey}>
      <DayStrip />
      <AlertPanel />
      {view === 'week' ? <WeekView /> : <DayBoard />}
    </div>
  )
}
