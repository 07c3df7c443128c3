import { useEffect, useMemo, useRef, useState } from 'react'
import type { Schedule, ScheduleDay } from '../../../shared/contract/schedule.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Slot } from '../../../shared/domain/staffing/types.ts'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { dayInFull } from '../../../shared/text/en/dates.ts'
import { gridText } from '../../../shared/text/en/day.ts'
import type { StaffingNames } from '../../../shared/text/staffing.ts'
import type { DayNames } from '../names.ts'
import { type ColumnKind, dayColumns, nowMinute, type Placed } from './columns.ts'
import type { Cursor, Field } from './cursor.ts'
import { dayAxis, wallOf } from './dayAxis.ts'
import { gapLanes } from './gapLanes.ts'
import { Ghost, Peek } from './Ghost.tsx'
import { GridBack, NowLine } from './GridBack.tsx'
import { columnName, GridHeads } from './GridHeads.tsx'
import { GridRail } from './GridRail.tsx'
import { type GridActions, targetAt } from './gridActions.ts'
import { HourRow, within } from './HourRow.tsx'
import { offersIn, offerUnder } from './offers.ts'
import { useCells } from './useCells.ts'
import { useCarry } from './useCarry.ts'
import { gridKey } from './useGridKeys.ts'
import { settle, useFocusFollows, useOpensAtNow } from './useCursor.ts'
import { usePointer } from './usePointer.ts'
import { stepOf, type Zoom } from './zoom.ts'
import './grid.css'

export type DayGridProps = {
  readonly schedule: Schedule
  readonly day: ScheduleDay
  readonly names: DayNames
  readonly staffing: StaffingNames
  readonly kind: ColumnKind
  readonly zoom: Zoom
  readonly showCancelled: boolean
  readonly selected: AppointmentId | null
  /** Null while nothing is being booked. */
  readonly offers: readonly Slot[] | null
  readonly mayWrite: boolean
  readonly actions: GridActions
  /** A visit to bring into view and focus; each new jump is made once. */
  readonly jump: { readonly id: AppointmentId } | null
}

/** The day: one column per person (or room), visits where their hours are, and the hours in which nobody is certified. */
export function DayGrid({
  schedule,
  day,
  names,
  staffing,
  kind,
  zoom,
  showCancelled,
  selected,
  offers,
  mayWrite,
  actions,
  jump,
}: DayGridProps) {
  const {
    people,
    rooms,
    serviceTypes,
    now,
    location: { zone },
  } = schedule
  const { interval, open, working, visits } = day
  const axis = useMemo(() => dayAxis({ interval, open, working, visits }, zone), [interval, open, working, visits, zone])
  const { columns, placed } = useMemo(
    () => dayColumns({ people, rooms, serviceTypes, working, open, visits }, axis, kind, showCancelled),
    [people, rooms, serviceTypes, working, open, visits, axis, kind, showCancelled],
  )
  const gaps = useMemo(() => gapLanes(axis, day.gaps), [axis, day.gaps])
  const cells = useCells(placed, columns.length, axis, names, staffing)
  const field: Field = { placed, columns: columns.length, minutes: axis.minutes, step: stepOf[zoom] }
  const [wanted, setWanted] = useState<Cursor | null>(null)
  const cursor = settle(field, wanted)
  const under = placed.find(spot => spot.visit.appointment.id === cursor.visitId) ?? null
  const root = useRef<HTMLDivElement>(null)
  const follow = useFocusFollows(root, cursor, placed)
  const [spoken, setSpoken] = useState('')
  const [pointed, setPointed] = useState<AppointmentId | null>(null)
  const [focused, setFocused] = useState(false)
  const said = useMemo(() => ({ ...actions, say: setSpoken }), [actions])
  const carrying = useCarry(axis, columns, said, mayWrite)
  const { carry } = carrying
  useEffect(() => {
    if (jump === null) return
    follow.current = true
    setWanted({ column: 0, minute: 0, visitId: jump.id })
  }, [jump, follow])

  useOpensAtNow(root, axis.minutes, nowMinute(axis, now))

  const bookAt = (at: { readonly column: number; readonly minute: number }) => {
    const column = columns[at.column]
    if (column !== undefined && mayWrite) actions.book(targetAt(axis, column, at.minute, null))
  }
  const offered = useMemo(() => offersIn(axis, columns, offers ?? [], kind, names.person), [offers, columns, axis, kind, names])

  const pointer = usePointer({
    placed,
    columns: columns.length,
    minutes: axis.minutes,
    carrying,
    pressed: (spot, id) => {
      follow.current = true
      setWanted({ ...spot, visitId: id })
      if (offers !== null && id === null) bookAt(offerUnder(offered, spot) ?? spot)
    },
    opened: actions.open,
    doubled: bookAt,
  })
  const active = carry === null ? cursor.visitId : carry.visit.appointment.id
  const shownId = carry === null ? (pointed ?? (focused ? cursor.visitId : null)) : null
  const peeked = shownId === null ? null : (cells.flat().find(cell => cell.spot.visit.appointment.id === shownId) ?? null)
  const lifted =
    carry === null ? null : (cells.flat().find(cell => cell.spot.visit.appointment.id === carry.visit.appointment.id) ?? null)
  const here = columns[cursor.column]
  const offShift = here?.shaded.some(shade => shade.top <= cursor.minute && cursor.minute < shade.top + shade.length) ?? false
  const offerHere = offered.starts.find(offer => offer.column === cursor.column && offer.minute === cursor.minute)

  return (
    <div
      className={`grid-scroll grid-zoom-${zoom}${offers === null ? '' : ' grid-choosing'}`}
      style={{ '--minutes': axis.minutes, '--columns': columns.length }}
    >
      <GridRail axis={axis} gaps={gaps} service={names.service} />
      <div
        ref={root}
        role="grid"
        className="grid"
        aria-label={gridText.label(dayInFull(day.date), kind)}
        aria-rowcount={axis.hours.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={event => {
          setPointed(null)
          gridKey(event, {
            field,
            cursor,
            visit: under?.visit ?? null,
            length: lifted?.spot.length ?? 0,
            carrying,
            actions,
            mayWrite,
            moveTo: next => {
              follow.current = true
              setWanted(next)
            },
            bookHere: () => bookAt(cursor),
          })
        }}
        onFocus={event => {
          follow.current = true
          setFocused(true)
          // A reading aid may focus any visit, and keys are meant for the one it reads.
          const visitId = visitUnder(event.target, placed)
          if (visitId !== null && visitId !== cursor.visitId) setWanted({ column: 0, minute: 0, visitId })
        }}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) {
            setFocused(false)
            if (event.relatedTarget !== null) follow.current = false
          }
        }}
      >
        <GridHeads columns={columns} names={names} date={day.date} />
        <div
          role="rowgroup"
          className="grid-body"
          {...pointer}
          onPointerOver={event => setPointed(visitUnder(event.target, placed))}
          onPointerLeave={() => setPointed(null)}
        >
          <GridBack axis={axis} columns={columns} offers={offered.free} />
          {axis.hours.map((hour, index) => {
            const inRow = cells[index] ?? []
            const empty = carry === null && cursor.visitId === null && Math.floor(cursor.minute / 60) === index
            return [
              <HourRow
                key={hour.minute}
                label={hour.label}
                index={index}
                cells={inRow}
                active={within(inRow, active)}
                selected={within(inRow, selected)}
                lifted={within(inRow, carry?.visit.appointment.id ?? null)}
              />,
              empty && here !== undefined && (
                <div role="row" key="empty" aria-rowindex={index + 2}>
                  <div
                    role="gridcell"
                    aria-colindex={cursor.column + 2}
                    data-cursor
                    tabIndex={0}
                    className="grid-empty"
                    aria-label={
                      offerHere?.label ?? gridText.empty(timeOf(wallOf(axis, cursor.minute)), columnName(here), offShift)
                    }
                    style={{
                      top: `calc(${cursor.minute} * var(--px))`,
                      height: `calc(${field.step} * var(--px))`,
                      left: `${(cursor.column / columns.length) * 100}%`,
                      width: `${100 / columns.length}%`,
                    }}
                  >
                    {timeOf(wallOf(axis, cursor.minute))}
                  </div>
                </div>
              ),
            ]
          })}
          <NowLine axis={axis} minute={nowMinute(axis, now)} />
          {peeked !== null && (
            <Peek
              look={peeked.look}
              column={peeked.spot.column}
              columns={columns.length}
              top={peeked.spot.top}
              minutes={axis.minutes}
            />
          )}
          {carry !== null && lifted !== null && (
            <Ghost
              look={lifted.look}
              time={timeOf(wallOf(axis, carry.minute))}
              column={carry.column}
              columns={columns.length}
              top={carry.minute}
              length={lifted.spot.length}
              minutes={axis.minutes}
              assessed={carrying.assessed}
            />
          )}
        </div>
      </div>
      <div className="visually-hidden" aria-live="assertive">
        {spoken}
      </div>
    </div>
  )
}

function visitUnder(target: EventTarget, placed: readonly Placed[]): AppointmentId | null {
  const id = target instanceof Element ? target.closest('[data-visit]')?.getAttribute('data-visit') : null
  return placed.find(spot => spot.visit.appointment.id === id)?.visit.appointment.id ?? null
}
