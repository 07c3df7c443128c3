import { describe, expect, test } from 'vitest'
import { dayColumns } from '../../../renderer/day/grid/columns.ts'
import { carryStep, cursorAt, type Field, moveCursor } from '../../../renderer/day/grid/cursor.ts'
import { dayAxis, foldOf, wallOf } from '../../../renderer/day/grid/dayAxis.ts'
import { gapLanes } from '../../../renderer/day/grid/gapLanes.ts'
import { targetAt } from '../../../renderer/day/grid/gridActions.ts'
import { offersIn, offerUnder } from '../../../renderer/day/grid/offers.ts'
import { markOf } from '../../../renderer/day/look.ts'
import type { Schedule, ScheduleDay, Visit } from '../../../shared/contract/schedule.ts'
import type { AppointmentStatus } from '../../../shared/domain/appointment.ts'
import type { AppointmentId, LocationId, PractitionerId, ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { StaffingGap } from '../../../shared/domain/staffing/types.ts'
import { plusMinutes } from '../../../shared/domain/time/instant.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import {
  aLocation,
  anAppointment,
  aServiceType,
  at,
  between,
  clinicZone,
  date,
  idNumber,
  monday,
  wall,
  wholeDay,
} from '../../support/builders.ts'

const khan = idNumber<PractitionerId>(1)
const ortiz = idNumber<PractitionerId>(2)
const location = aLocation({ id: idNumber<LocationId>(9) })
const service = aServiceType({ id: idNumber<ServiceTypeId>(8) })
const id = (n: number) => idNumber<AppointmentId>(n)

const visitAt = (
  n: number,
  start: string,
  performerId: PractitionerId | null,
  status: AppointmentStatus = 'booked',
  minutes = 30,
): Visit => ({
  appointment: anAppointment({
    id: id(n),
    start: wall(start),
    minutes,
    performerId,
    status,
    serviceTypeId: service.id,
    locationId: location.id,
  }),
  patientName: { given: 'Rosa', family: 'Ortega' },
  patientTelephone: '',
  verdict: null,
  findings: [],
})
const works = (practitionerId: PractitionerId, from: string, to: string) => ({
  practitionerId,
  locationId: location.id,
  presence: 'on-site' as const,
  interval: between(from, to),
})
const dayOf = (visits: readonly Visit[], on: PlainDate = monday): ScheduleDay => ({
  date: on,
  interval: wholeDay(on),
  open: [between('2026-05-04T08:00', '2026-05-04T18:00')],
  working: [works(khan, '2026-05-04T09:00', '2026-05-04T17:00'), works(ortiz, '2026-05-04T09:00', '2026-05-04T12:00')],
  visits,
  gaps: [],
  fragile: [],
})
const scheduleOf = (day: ScheduleDay): Schedule => ({
  location,
  days: [day],
  serviceTypes: [service],
  rooms: [],
  now: at('2026-05-04T10:00'),
  people: [
    { id: khan, name: { given: 'Asma', family: 'Khan' }, roles: ['physician'], badges: [] },
    { id: ortiz, name: { given: 'Mateo', family: 'Ortiz' }, roles: ['physician'], badges: [] },
    { id: idNumber(3), name: { given: 'Jo', family: 'Lee' }, roles: ['receptionist'], badges: [] },
  ],
})
const laidOut = (visits: readonly Visit[], showCancelled = false) => {
  const day = dayOf(visits)
  const axis = dayAxis(day, clinicZone)
  return { axis, ...dayColumns({ ...scheduleOf(day), ...day }, axis, 'people', showCancelled) }
}

describe('the axis of a day', () => {
  test('shows the hours that are used, in full hours', () => {
    const axis = dayAxis(dayOf([visitAt(1, '2026-05-04T07:40', khan)]), clinicZone)
    expect(axis.hours.map(hour => hour.label).slice(0, 2)).toEqual(['07:00', '08:00'])
    expect(axis.minutes).toBe(11 * 60)
  })
  const night = (on: string): ScheduleDay => ({
    ...dayOf([]),
    date: date(on),
    interval: wholeDay(date(on)),
    open: [wholeDay(date(on))],
    working: [],
  })
  test('has 25 hours when clocks go back: one o’clock comes twice, and each is told apart', () => {
    const axis = dayAxis(night('2026-11-01'), clinicZone)
    expect(axis.minutes).toBe(25 * 60)
    expect(axis.hours.map(hour => hour.label).slice(0, 4)).toEqual(['00:00', '01:00', '01:00', '02:00'])
    expect([foldOf(axis, 90), foldOf(axis, 150), foldOf(axis, 240)]).toEqual(['earlier', 'later', null])
  })
  test('has 23 hours when clocks go forward: two o’clock is not there', () => {
    const axis = dayAxis(night('2026-03-08'), clinicZone)
    expect(axis.minutes).toBe(23 * 60)
    expect(axis.hours.map(hour => hour.label).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00'])
    expect(wallOf(axis, 120)).toBe('2026-03-08T03:00')
  })
})

describe('columns', () => {
  test('one for everybody at work who may perform something, by family name', () => {
    expect(laidOut([]).columns.map(column => column.person?.name.family)).toEqual(['Khan', 'Ortiz'])
  })
  test('hours off shift are shaded', () => {
    expect(laidOut([]).columns[1]?.shaded).toEqual([
      { top: 0, length: 60 },
      { top: 240, length: 360 },
    ])
  })
  test('a visit with nobody named, or somebody not at work, stands under Unassigned', () => {
    const { columns, placed } = laidOut([
      visitAt(1, '2026-05-04T09:00', null),
      visitAt(2, '2026-05-04T11:00', idNumber(99)),
      visitAt(3, '2026-05-04T11:00', khan),
    ])
    expect(columns.at(-1)?.kind).toBe('unassigned')
    expect(placed.map(spot => [spot.visit.appointment.id, spot.column])).toEqual([
      [id(1), 2],
      [id(3), 0],
      [id(2), 2],
    ])
  })
  test('visits that overlap stand beside each other, those that touch do not', () => {
    const { placed } = laidOut([
      visitAt(1, '2026-05-04T09:00', khan),
      visitAt(2, '2026-05-04T09:15', khan),
      visitAt(3, '2026-05-04T09:45', khan),
    ])
    expect(placed.map(spot => [spot.lane, spot.lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ])
  })
  test('cancelled visits are shown only when asked for, those entered in error never', () => {
    const visits = [
      visitAt(1, '2026-05-04T09:00', khan, 'cancelled'),
      visitAt(2, '2026-05-04T10:00', khan, 'entered-in-error'),
      visitAt(3, '2026-05-04T11:00', khan, 'noshow'),
    ]
    expect(laidOut(visits).placed.map(spot => spot.visit.appointment.id)).toEqual([id(3)])
    expect(laidOut(visits, true).placed.map(spot => spot.visit.appointment.id)).toEqual([id(1), id(3)])
  })
})

describe('gap bands', () => {
  const { axis } = laidOut([])
  const gap = (n: number, from: string, to: string): StaffingGap => ({
    locationId: location.id,
    serviceTypeId: idNumber(n),
    interval: between(`2026-05-04T${from}`, `2026-05-04T${to}`),
  })
  test('the same hours of several services make one band', () => {
    expect(gapLanes(axis, [gap(1, '13:00', '15:30'), gap(2, '13:00', '15:30')])).toEqual({
      lanes: 1,
      bands: [{ services: [idNumber(1), idNumber(2)], top: 300, length: 150, lane: 0 }],
    })
  })
  test('hours that only overlap stand in two lanes', () => {
    expect(gapLanes(axis, [gap(1, '13:00', '15:00'), gap(2, '14:00', '16:00')]).bands.map(band => band.lane)).toEqual([0, 1])
  })
  test('what would need more lanes collapses into one, in which nothing is lost', () => {
    const { lanes, bands } = gapLanes(axis, [gap(1, '08:00', '12:00'), gap(2, '09:00', '11:00'), gap(3, '10:00', '13:00')])
    expect(lanes).toBe(1)
    expect(bands.map(band => [band.top, band.length, band.services.length])).toEqual([
      [0, 60, 1],
      [60, 60, 2],
      [120, 60, 3],
      [180, 60, 2],
      [240, 60, 1],
    ])
  })
  test('no gap, no lane', () => {
    expect(gapLanes(axis, [])).toEqual({ lanes: 0, bands: [] })
  })
})

describe('the keyboard', () => {
  const { placed, columns, axis } = laidOut([
    visitAt(1, '2026-05-04T08:10', khan),
    visitAt(2, '2026-05-04T09:00', khan),
    visitAt(3, '2026-05-04T09:00', ortiz, 'booked', 60),
  ])
  const field: Field = { placed, columns: columns.length, minutes: axis.minutes, step: 15 }
  const walk = (
    from: { readonly column: number; readonly minute: number },
    ...steps: readonly Parameters<typeof moveCursor>[2][]
  ) => {
    let cursor = cursorAt(field, from.column, from.minute)
    return steps.map(step => {
      cursor = moveCursor(field, cursor, step)
      return cursor.visitId === null ? cursor.minute : `visit ${cursor.visitId.slice(-1)}`
    })
  }
  test('goes down from empty time to visit to empty time', () => {
    expect(walk({ column: 0, minute: 0 }, 'down', 'down', 'down', 'down', 'down')).toEqual(['visit 1', 40, 45, 'visit 2', 90])
  })
  test('goes up the same way', () => {
    expect(walk({ column: 0, minute: 90 }, 'up', 'up', 'up', 'up', 'up', 'up')).toEqual(['visit 2', 45, 40, 'visit 1', 0, 0])
  })
  test('goes sideways to what stands there', () => {
    expect(walk({ column: 0, minute: 100 }, 'right', 'left', 'left')).toEqual(['visit 3', 'visit 2', 'visit 2'])
  })
  test('stays inside', () => {
    expect(walk({ column: 1, minute: 585 }, 'down', 'right', 'page-down')).toEqual([585, 585, 585])
  })
  test('carries a visit in steps, to the ends and not beyond', () => {
    expect(carryStep(field, { column: 0, minute: 10 }, 'down', 30)).toEqual({ column: 0, minute: 15 })
    expect(carryStep(field, { column: 0, minute: 10 }, 'up', 30)).toEqual({ column: 0, minute: 0 })
    expect(carryStep(field, { column: 0, minute: 570 }, 'down', 30)).toEqual({ column: 0, minute: 570 })
    expect(carryStep(field, { column: 0, minute: 10 }, 'right', 30)).toEqual({ column: 1, minute: 10 })
  })
})

test('a place on the grid names the person of its column and keeps the visit’s room', () => {
  const { axis, columns } = laidOut([])
  const visit = visitAt(1, '2026-05-04T09:00', khan)
  const column = columns[1] ?? expect.fail('Ortiz has no column')
  expect(targetAt(axis, column, 120, { ...visit, appointment: { ...visit.appointment, roomId: idNumber(77) } })).toEqual({
    start: '2026-05-04T10:00',
    fold: null,
    performerId: ortiz,
    roomId: idNumber(77),
  })
})

test('pointing into a free stretch means the last start above', () => {
  const { axis, columns } = laidOut([])
  const slot = (start: string) => ({
    locationId: location.id,
    start: wall(start),
    interval: { start: at(start), end: plusMinutes(at(start), 30) },
    performerId: ortiz,
    roomId: null,
  })
  const offers = offersIn(
    axis,
    columns,
    [slot('2026-05-04T09:00'), slot('2026-05-04T09:10'), slot('2026-05-04T09:20')],
    'people',
    () => 'M. Ortiz',
  )
  expect(offers.free).toEqual([{ column: 1, top: 60, length: 50 }])
  expect(offerUnder(offers, { column: 1, minute: 78 })).toMatchObject({ minute: 70, label: '09:10 with M. Ortiz, free' })
  expect(offerUnder(offers, { column: 0, minute: 78 })).toBeNull()
})

describe('marks', () => {
  const marked = (verdict: Visit['verdict']) => markOf({ ...visitAt(1, '2026-05-04T09:00', khan), verdict })
  test('whatever is not known to be staffed is flagged', () => {
    expect(marked({ state: 'uncovered', shortage: null, reasons: [] })).toBe('flagged')
    expect(marked({ state: 'cannot-verify', cause: 'rule-failed', reasons: [] })).toBe('flagged')
  })
  test('covered carries no mark, fragile and assignable one each', () => {
    expect(marked({ state: 'covered', fragile: null, reasons: [] })).toBe('none')
    expect(marked({ state: 'covered', fragile: { practitionerId: khan, expiring: null }, reasons: [] })).toBe('fragile')
    expect(marked({ state: 'assignable', performerId: khan, reasons: [] })).toBe('assignable')
  })
})
