import type { AppointmentStatus } from '../../../shared/domain/appointment.ts'
import { type DemoService, demoServices, type ServiceKey } from './demoServices.ts'
import { type Day, demoAbsences, demoExceptions, type DemoPerson, type DemoShift, demoStaff, type PersonKey, type PlaceKey } from './demoStaff.ts'
import { demoToday } from './demoToday.ts'
import { type Random, randomFrom } from './random.ts'

/** A visit before it has a patient and ids: on which day, where, from which minute of the day. */
export type PlannedVisit = {
  readonly day: Day
  readonly place: PlaceKey
  readonly room: number
  readonly start: number
  readonly minutes: number
  readonly service: ServiceKey
  readonly performer: PersonKey | null
  readonly status: AppointmentStatus
}

type Slot = { readonly start: number; readonly end: number }
type Rooms = readonly Slot[][]

const firstDay: Day = -28
const lastDay: Day = 62
const roomCount: Readonly<Record<PlaceKey, number>> = { main: 6, branch: 2 }

const serviceOf = (key: ServiceKey): DemoService | undefined => demoServices.find(service => service.key === key)
const minutesFor = (key: ServiceKey): number => serviceOf(key)?.minutes ?? 30

/** The first room that is free for the whole slot, taken at once; null when every room is busy. */
function takeRoom(rooms: Rooms, slot: Slot): number | null {
  const free = rooms.findIndex(taken => taken.every(other => other.end <= slot.start || slot.end <= other.start))
  rooms[free]?.push(slot)
  return free < 0 ? null : free
}

const emptyRooms = (place: PlaceKey): Rooms => Array.from({ length: roomCount[place] }, () => [])

/** What somebody could be booked for on a day; for days to come an end date is overlooked, as desks do. */
const offered = (person: DemoPerson, day: Day): readonly ServiceKey[] =>
  person.qualifications
    .filter(held => held.status === 'active' && held.verified && held.expires !== null && held.issued <= day && (day >= 0 ? held.expires > 0 : held.expires >= day))
    .map(held => held.type)

const isAway = (person: DemoPerson, day: Day): boolean =>
  demoAbsences.some(absence => absence.person === person.key && absence.from <= day && day < absence.until)
const isTakenOut = (person: DemoPerson, day: Day, slot: Slot): boolean =>
  demoExceptions.some(change => change.person === person.key && change.day === day && change.kind === 'removed' && change.start < slot.end && slot.start < change.end)

function statusOn(day: Day, random: Random): AppointmentStatus {
  const drawn = random.next()
  if (day < 0) return drawn < 0.05 ? 'noshow' : drawn < 0.1 ? 'cancelled' : 'fulfilled'
  return drawn < 0.04 ? 'cancelled' : 'booked'
}

function visitsOfShift(person: DemoPerson, shift: DemoShift, day: Day, rooms: Rooms, random: Random): readonly PlannedVisit[] {
  const services = offered(person, day)
  const planned: PlannedVisit[] = []
  let start = shift.start + 15 * random.between(0, 16)
  for (;;) {
    const service = services[random.between(0, services.length - 1)]
    if (service === undefined) return planned
    const minutes = minutesFor(service)
    const slot = { start, end: start + minutes }
    if (slot.end > shift.end) return planned
    // Some visits were agreed on before the leave was: they stay in the book until somebody moves them.
    const overlooked = day > 0 && random.next() < 0.25
    const possible = overlooked || (!isAway(person, day) && !isTakenOut(person, day, slot))
    const room = possible ? takeRoom(rooms, slot) : null
    if (room !== null) {
      const performer = day > 0 && random.next() < 0.05 ? null : person.key
      planned.push({ day, place: shift.place, room, start, minutes, service, performer, status: statusOn(day, random) })
    }
    start = slot.end + 15 * random.between(12, 44)
  }
}

/** Today as the scripted list says it: what is over by `minuteNow` (of the day) is done, what tells something stays to come. */
function todayVisits(minuteNow: number): readonly PlannedVisit[] {
  const rooms = emptyRooms('main')
  return demoToday.flatMap(({ start, service, performer, stays }): readonly PlannedVisit[] => {
    const minutes = minutesFor(service)
    const room = takeRoom(rooms, { start, end: start + minutes })
    if (room === null) return []
    const status = stays || minuteNow < start ? 'booked' : minuteNow < start + minutes ? 'arrived' : 'fulfilled'
    return [{ day: 0, place: 'main', room, start, minutes, service, performer, status }]
  })
}

/** Four weeks back and nine ahead; `openOn` says whether a place opens on a day. */
export function planVisits(minuteNow: number, openOn: (place: PlaceKey, day: Day) => boolean): readonly PlannedVisit[] {
  const random = randomFrom(31)
  const planned: PlannedVisit[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    const rooms = { main: emptyRooms('main'), branch: emptyRooms('branch') }
    for (const person of demoStaff) {
      const shift = person.shifts.find(({ offset }) => offset === ((day % 7) + 7) % 7)
      if (shift === undefined || !openOn(shift.place, day) || (day === 0 && shift.place === 'main')) continue
      planned.push(...visitsOfShift(person, shift, day, rooms[shift.place], random))
    }
  }
  return [...planned, ...todayVisits(minuteNow)]
}
