import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { dayText } from '../../shared/text/en/day.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { useOpenSickCall } from '../sickCall/sickCallDraft.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { dayView, useDayView } from './dayView.ts'
import { zooms } from './grid/zoom.ts'

const views = [
  { value: 'day', label: dayText.views.day },
  { value: 'week', label: dayText.views.week },
] as const
const kinds = [
  { value: 'people', label: dayText.columnKinds.people },
  { value: 'rooms', label: dayText.columnKinds.rooms },
] as const

function ZoomButtons() {
  const zoom = useDayView(state => state.zoom)
  const at = zooms.indexOf(zoom)
  return (
    <div
      className="zoom"
      role="group"
      aria-label={dayText.zoomIs(dayText.zooms[zoom])}
      title={dayText.zoomIs(dayText.zooms[zoom])}
    >
      <ActionIcon
        variant="default"
        size={26}
        aria-label={dayText.zoomOut}
        title={dayText.zoomOut}
        disabled={at === 0}
        onClick={() => dayView.zoom(-1)}
      >
        <span aria-hidden="true">−</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={26}
        aria-label={dayText.zoomIn}
        title={dayText.zoomIn}
        disabled={at === zooms.length - 1}
        onClick={() => dayView.zoom(1)}
      >
        <span aria-hidden="true">+</span>
      </ActionIcon>
    </div>
  )
}

/** Above the schedule: which day, how it is looked at, and what there is to see; the children are what wants attention. */
export function DayHead({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const { may } = useDesk()
  const sickCall = useOpenSickCall()
  const { view, kind } = useDayView()
  return (
    <header className="screen-head day-head">
      <h1>{title}</h1>
      {children}
      <div className="day-tools">
        {view === 'day' && <ZoomButtons />}
        {view === 'day' && (
          <SegmentedControl
            size="xs"
            aria-label={dayText.columns}
            data={[...kinds]}
            value={kind}
            onChange={value => dayView.show({ kind: value })}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={dayText.view}
          data={[...views]}
          value={view}
          onChange={value => dayView.show({ view: value })}
        />
        {may('appointment.write') && (
          <Button size="xs" variant="default" onClick={() => sickCall(null)}>
            {sickCallText.open}
          </Button>
        )}
        {may('appointment.write') && (
          <Button size="xs" leftSection={<PlusIcon size={14} />} onClick={() => screen.open({ kind: 'book', draft: {} })}>
            {dayText.book}
          </Button>
        )}
      </div>
    </header>
  )
}
