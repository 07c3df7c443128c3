import { occupyingStatuses } from '../../../shared/domain/appointment.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import type { ReadTx } from '../../../main/service/store/store.ts'

// Says who may perform a visit by looking at it minute by minute, on days without a clock change: slow, plain, and without
// a line of the engine's.

export type Rows = {
  readonly practitioners: Awaited<ReturnType<ReadTx['practitioners']['all']>>
  readonly certificationTypes: Awaited<ReturnType<ReadTx['certificationTypes']['all']>>
  readonly qualifications: Awaited<ReturnType<ReadTx['qualifications']['all']>>
  readonly serviceTypes: Awaited<ReturnType<ReadTx['serviceTypes']['all']>>
  readonly shiftPatterns: Awaited<ReturnType<ReadTx['shiftPatterns']['all']>>
  readonly shiftExceptions: Awaited<ReturnType<ReadTx['shiftExceptions']['all']>>
  readonly absences: Awaited<ReturnType<ReadTx['absences']['all']>>
}

export const rowsOf = async (tx: ReadTx): Promise<Rows> => ({
  practitioners: await tx.practitioners.all(), certificationTypes: await tx.certificationTypes.all(), qualifications: await tx.qualifications.all(),
  serviceTypes: await tx.serviceTypes.all(), shiftPatterns: await tx.shiftPatterns.all(), shiftExceptions: await tx.shiftExceptions.all(),
  absences: await tx.absences.all(),
})

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (visit: Appointment): readonly string[] => {
  const start = Number(visit.start.slice(11, 13)) * 60 + Number(visit.start.slice(14, 16))
  return Array.from({ length: visit.minutes }, (_, n) => clock(start + n))
}
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

function atWork(rows: Rows, who: PractitionerId, visit: Appointment, minute: string): boolean {
  const date = visit.start.slice(0, 10)
  const wall = `${date}T${minute}`
  const here = (row: { readonly practitionerId: PractitionerId; readonly locationId: string; readonly presence: string; readonly start: string; readonly end: string }) =>
    row.practitionerId === who && row.locationId === visit.locationId && row.presence === 'on-site' && row.start <= minute && minute < row.end
  const weekly = rows.shiftPatterns.some(row => here(row) && row.weekday === weekdayOf(date) && row.from <= date && (row.through === null || date <= row.through))
  // The latest word on an hour counts, and later ids sort after earlier ones.
  const word = rows.shiftExceptions.filter(row => row.date === date && here(row)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)
  if (word === undefined ? !weekly : word.kind === 'removed') return false
  return !rows.absences.some(row => row.practitionerId === who && row.start <= wall && wall < row.end)
}

/** Whether somebody is certified, on shift and free for the whole of a visit. */
export function mayPerform(rows: Rows, visits: readonly Appointment[], who: PractitionerId, visit: Appointment): boolean {
  const person = rows.practitioners.find(row => row.id === who)
  const service = rows.serviceTypes.find(row => row.id === visit.serviceTypeId)
  if (person === undefined || !person.active || service === undefined || service.status !== 'approved') return false
  if (!person.roles.some(({ role }) => service.roles.includes(role))) return false
  const date = visit.start.slice(0, 10)
  const certified = service.competences.every(competence => rows.qualifications.some(held =>
    held.practitionerId === who && held.status === 'active' && held.verification.state === 'verified' && held.issued <= date
    && held.expires !== null && date <= held.expires
    && rows.certificationTypes.some(type => type.id === held.certificationTypeId && type.active && type.competences.includes(competence))))
  const minutes = minutesOf(visit)
  const busy = visits.some(other => other.id !== visit.id && other.performerId === who && occupyingStatuses.includes(other.status)
    && other.start.slice(0, 10) === date && minutesOf(other).some(minute => minutes.includes(minute)))
  return certified && !busy && minutes.every(minute => atWork(rows, who, visit, minute))
}

const atOnce = (a: Appointment, b: Appointment): boolean =>
  a.start.slice(0, 10) === b.start.slice(0, 10) && minutesOf(a).some(minute => minutesOf(b).includes(minute))

/** Whether all of these visits can be given to people at once, nobody being in two places. */
export function canShareOut(rows: Rows, visits: readonly Appointment[], open: readonly Appointment[], given: readonly (readonly [Appointment, PractitionerId])[] = []): boolean {
  const [visit, ...rest] = open
  if (visit === undefined) return true
  return rows.practitioners.some(({ id }) =>
    mayPerform(rows, visits, id, visit) && !given.some(([other, who]) => who === id && atOnce(other, visit))
    && canShareOut(rows, visits, rest, [...given, [visit, id]]))
}
