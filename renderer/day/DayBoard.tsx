import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Schedule, ScheduleDay } from '../../shared/contract/schedule.ts'
import type { Slot } from '../../shared/domain/staffing/types.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { dayText } from '../../shared/text/en/day.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { constraintsOf } from '../booking/constraints.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useScreen, useWhere } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { dayView, useDayView } from './dayView.ts'
import { DayGrid } from './grid/DayGrid.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'
import { useDayNames } from './useDayNames.ts'
import { isEmptyDay, useDaySchedule } from './useDaySchedule.ts'
import { useGridActions } from './useGridActions.ts'

const mostOffers = 100

/** The places on this day that the booking in the drawer may take; null while nothing is looked for. */
function useOffers(): readonly Slot[] | null {
  const { client } = useDesk()
  const { locationId, date } = useWhere()
  const drawer = useScreen(state => state.drawer)
  const booking = useScreen(state => state.booking)
  const looking = drawer?.kind === 'book' && booking !== null && booking.step === 'place' && booking.serviceTypeId !== null
  const input = {
    serviceTypeId: booking?.serviceTypeId ?? null,
    locationId,
    from: date,
    days: 1,
    limit: mostOffers,
    performerId: booking?.filters.performerId ?? null,
    partOfDay: booking?.filters.partOfDay ?? null,
    includeClosed: false,
    moving: null,
    patientId: booking?.patient?.id ?? null,
    ...(booking === null ? {} : { constraints: constraintsOf(booking.filters) }),
  } as const
  const { serviceTypeId } = input
  const read = useRead(
    ['slot', 'find', input],
    async () =>
      serviceTypeId === null
        ? { ok: true, value: { slots: [], closed: [], tooSoon: null } }
        : await client.slot.find({ ...input, serviceTypeId }),
    { when: looking },
  )
  return looking ? (read.value?.slots ?? []) : null
}

/** That the practice is closed on a day, and why; null when it opens. */
function closedWords(schedule: Schedule, day: ScheduleDay): string | null {
  if (day.open.length > 0) return null
  const words = dayInFull(day.date)
  const exception = schedule.location.openingExceptions.find(one => one.date === day.date && one.hours.length === 0)
  return exception === undefined || exception.reason === '' ? dayText.closed(words) : dayText.closedReason(words, exception.reason)
}

function Closed({ schedule, day }: { readonly schedule: Schedule; readonly day: ScheduleDay }) {
  const closed = day.open.length === 0
  return (
    <EmptyState title={closedWords(schedule, day) ?? dayText.nobody} hint={closed ? dayText.closedHint : dayText.nobodyHint}>
      <Button variant="default" size="xs" onClick={() => screen.go(closed ? 'settings' : 'staff')}>
        {closed ? frameText.routes.settings : dayText.toStaff}
      </Button>
    </EmptyState>
  )
}

function Board({ schedule, day }: { readonly schedule: Schedule; readonly day: ScheduleDay }) {
  const { may } = useDesk()
  const { today, locationId } = useWhere()
  const { kind, zoom, showCancelled, jump } = useDayView()
  const drawer = useScreen(state => state.drawer)
  const all = useDayNames(schedule, today)
  const control = useGridActions(locationId, all.staffing)
  const offers = useOffers()
  const empty = isEmptyDay(day)
  const closed = closedWords(schedule, day)
  return (
    <>
      {!empty && closed !== null && <p className="notice notice-amber day-closed">{closed}</p>}
      {control.refused !== null && (
        <div className="notice notice-red day-refused" role="alert">
          <WarningIcon />
          <p>{control.refused}</p>
          <Button variant="subtle" color="gray" size="compact-xs" aria-label={frameText.close} onClick={control.forgetRefusal}>
            <CloseIcon size={14} />
          </Button>
        </div>
      )}
      {offers !== null && <p className="notice notice-teal day-choosing">{dayText.placing}</p>}
      {empty ? (
        <Closed schedule={schedule} day={day} />
      ) : (
        <DayGrid
          key={`${locationId} ${day.date}`}
          schedule={schedule}
          day={day}
          names={all.names}
          staffing={all.staffing}
          kind={kind}
          zoom={zoom}
          showCancelled={showCancelled}
          selected={drawer?.kind === 'visit' ? drawer.id : null}
          offers={offers}
          mayWrite={may('appointment.write')}
          actions={control.actions}
          jump={jump}
        />
      )}
      <OverrideDialog override={control.override} close={control.closeOverride} />
    </>
  )
}

/** Keys of the whole day that are not the grid's: zoom, and people or rooms. */
export function dayKey(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]') !== null
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return
  const { kind } = useDayView.getState()
  const act =
    event.key === '+'
      ? () => dayView.zoom(1)
      : event.key === '-'
        ? () => dayView.zoom(-1)
        : event.key === 'r' || event.key === 'R'
          ? () => dayView.show({ kind: kind === 'people' ? 'rooms' : 'people' })
          : null
  if (act === null) return
  event.preventDefault()
  act()
}

/** One day of one location, kept up to date. */
export function DayBoard() {
  const read = useDaySchedule()
  return (
    <Shown read={read} label={dayText.loading}>
      {schedule => {
        const day = schedule.days[0]
        return day === undefined ? null : <Board schedule={schedule} day={day} />
      }}
    </Shown>
  )
}
