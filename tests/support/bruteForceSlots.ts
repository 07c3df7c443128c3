import { type Appointment, isStanding, occupyingStatuses } from '../../shared/domain/appointment.ts'
import type { PatientId, PractitionerId, RoomId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { SlotConstraints } from '../../shared/domain/slotConstraints.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { Temporal } from '../../shared/domain/time/temporal.ts'
import { anAppointment, wall } from './builders.ts'
import { bruteForceFeasible } from './bruteForceStaffing.ts'

// Finding a place once more, as plainly as it can be written: every start is tried with everybody. It knows one location, shifts
// that recur weekly, one shift a day, absences within a day and no rules, and shares with the engine only types, Temporal and builders.

export type Wish = SlotConstraints & {
  readonly serviceTypeId: ServiceTypeId
  readonly dates: readonly string[]
  /** "HH:MM" on the first of the dates before which nothing begins. */
  readonly earliest: string
  readonly limit: number
  readonly stepMinutes: number
  readonly performerId: PractitionerId | null
  readonly partOfDay: 'morning' | 'afternoon' | null
  readonly patientId: PatientId
}
type Place = { readonly start: string; readonly performerId: PractitionerId; readonly roomId: RoomId | null }
export type Found = Place & { readonly second: string | null }

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (start: string): number => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16))
const dateOf = (start: string): string => start.slice(0, 10)
const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek
const later = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
const clash = (a: Pick<Appointment, 'start' | 'minutes'>, b: Pick<Appointment, 'start' | 'minutes'>): boolean =>
  dateOf(a.start) === dateOf(b.start) && minuteOf(a.start) < minuteOf(b.start) + b.minutes && minuteOf(b.start) < minuteOf(a.start) + a.minutes

function eligibleFor(facts: StaffingFacts, service: ServiceType, visit: Pick<Appointment, 'id' | 'start' | 'minutes'>): readonly PractitionerId[] {
  const [date, from, to] = [dateOf(visit.start), visit.start.slice(11), clock(minuteOf(visit.start) + visit.minutes)]
  return facts.practitioners.filter(person =>
    person.roles.some(role => service.roles.includes(role.role))
    && service.competences.every(competence => facts.qualifications.some(held => held.practitionerId === person.id && held.issued <= date && date <= (held.expires ?? '')
      && facts.certificationTypes.some(type => type.id === held.certificationTypeId && type.competences.includes(competence))))
    && facts.shiftPatterns.some(shift => shift.practitionerId === person.id && shift.weekday === weekdayOf(date) && shift.start <= from && to <= shift.end)
    && !facts.absences.some(away => away.practitionerId === person.id && dateOf(away.start) === date && away.start.slice(11) < to && from < away.end.slice(11))
    && !facts.appointments.some(other => other.id !== visit.id && other.performerId === person.id && occupyingStatuses.includes(other.status) && clash(other, visit)),
  ).map(person => person.id).sort()
}

type Want = { readonly visit: Appointment; readonly eligible: readonly PractitionerId[] }
const feasible = (wants: readonly Want[]): boolean => bruteForceFeasible(wants.map(({ visit, eligible }) => ({ interval: visit.interval, eligible })))

/** The visits that name nobody who can do them and are given to somebody: as many as can be, those made earlier first. */
function servedOf(facts: StaffingFacts): readonly Want[] {
  const open = facts.appointments.filter(visit => isStanding(visit.status)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap((visit): readonly Want[] => {
    const service = facts.serviceTypes.find(each => each.id === visit.serviceTypeId)
    const eligible = service === undefined ? [] : eligibleFor(facts, service, visit)
    return visit.performerId !== null && eligible.includes(visit.performerId) ? [] : [{ visit, eligible }]
  })
  const sets = Array.from({ length: 2 ** open.length }, (_, bits) => open.filter((_want, n) => (bits >> n) % 2 === 1)).filter(feasible)
  const names = (set: readonly Want[]): string => set.map(({ visit }) => visit.id).join()
  return sets.reduce((best, set) => (set.length > best.length || (set.length === best.length && names(set) < names(best)) ? set : best), [])
}

function placeAt(facts: StaffingFacts, served: readonly Want[], service: ServiceType, start: string, wish: Pick<Wish, 'performerId' | 'roomId' | 'patientId'>): Place | null {
  const [location] = facts.locations
  const at = { id: anAppointment().id, start: wall(start), minutes: service.minutes }
  const [date, from, to] = [dateOf(start), start.slice(11), clock(minuteOf(start) + service.minutes)]
  const hours = location?.openingExceptions.some(exception => exception.date === date) === true ? [] : location?.openingHours ?? []
  if (!hours.some(each => each.weekday === weekdayOf(date) && each.opens <= from && to <= each.closes)) return null
  const beside = facts.appointments.filter(other => occupyingStatuses.includes(other.status) && clash(other, at))
  if (beside.some(other => other.patientId === wish.patientId)) return null
  const free = facts.rooms.filter(room => !beside.some(other => other.roomId === room.id)).map(room => room.id).sort()
  const needed = service.needsRoom || wish.roomId !== null
  const roomId = needed ? free.find(id => wish.roomId === null || wish.roomId === id) ?? null : null
  if (needed && roomId === null) return null
  const busy = (id: PractitionerId): number => facts.appointments
    .filter(other => other.performerId === id && occupyingStatuses.includes(other.status) && dateOf(other.start) === date).reduce((sum, other) => sum + other.minutes, 0)
  const leavesAll = (id: PractitionerId): boolean =>
    feasible(served.map(want => (clash(want.visit, at) ? { ...want, eligible: want.eligible.filter(other => other !== id) } : want)))
  const [performerId] = eligibleFor(facts, service, at).filter(id => (wish.performerId === null || wish.performerId === id) && leavesAll(id)).toSorted((a, b) => busy(a) - busy(b))
  return performerId === undefined ? null : { start, performerId, roomId }
}

function secondOf(facts: StaffingFacts, wish: Wish, service: ServiceType, first: Place, starts: readonly string[]): string | null {
  const { companion } = wish
  const second = facts.serviceTypes.find(each => each.id === companion?.serviceTypeId)
  if (companion === null || second === undefined) return null
  const last = later(dateOf(first.start), companion.withinDays)
  const near = (start: string): boolean => dateOf(first.start) <= dateOf(start) && dateOf(start) <= last
  const own = facts.appointments.filter(visit => visit.patientId === wish.patientId && visit.serviceTypeId === second.id && isStanding(visit.status) && near(visit.start)).map(visit => visit.start)
  if (own.length > 0) return own.toSorted()[0] ?? null
  const booked = anAppointment({ patientId: wish.patientId, serviceTypeId: service.id, locationId: facts.locations[0]?.id ?? anAppointment().locationId, ...first, start: wall(first.start), minutes: service.minutes })
  const with_ = { ...facts, appointments: [...facts.appointments, booked] }
  const served = servedOf(with_)
  return starts.find(start => near(start) && !clash({ start: wall(start), minutes: second.minutes }, booked)
    && placeAt(with_, served, second, start, { performerId: null, roomId: null, patientId: wish.patientId }) !== null) ?? null
}

export function bruteForceSlots(facts: StaffingFacts, wish: Wish): readonly Found[] {
  const service = facts.serviceTypes.find(each => each.id === wish.serviceTypeId)
  const [first = ''] = wish.dates
  const startsOn = (dates: readonly string[]): readonly string[] =>
    dates.flatMap(date => Array.from({ length: 1440 / wish.stepMinutes }, (_, n) => `${date}T${clock(n * wish.stepMinutes)}`)).filter(start => start >= `${first}T${wish.earliest}`)
  const reach = [...wish.dates, ...Array.from({ length: 14 }, (_, n) => later(wish.dates.at(-1) ?? first, n + 1))]
  const [served, found]: [readonly Want[], Found[]] = [servedOf(facts), []]
  for (const start of startsOn(wish.dates)) {
    if (service === undefined || found.length >= wish.limit) break
    if (wish.partOfDay !== null && (minuteOf(start) < 720) !== (wish.partOfDay === 'morning')) continue
    if (!wish.weekdays.some(weekday => weekday === weekdayOf(dateOf(start)))) continue
    const place = placeAt(facts, served, service, start, wish)
    if (place === null) continue
    const second = secondOf(facts, wish, service, place, startsOn(reach))
    if (wish.companion === null || second !== null) found.push({ ...place, second })
  }
  return found
}
