import { createHash } from 'node:crypto'
import type { RowOutcome } from '../../../shared/domain/importReport.ts'
import { type Appointment, occupyingStatuses } from '../../../shared/domain/appointment.ts'
import { type AppointmentId, asId, type PractitionerId, type ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { Location, Room } from '../../../shared/domain/practice.ts'
import { overlaps } from '../../../shared/domain/time/interval.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import { spanOf, wallAt } from '../../../shared/domain/time/wallClock.ts'
import { tidyLine, tidyWords } from '../../../shared/domain/typed.ts'
import { importedWords, rowSentence } from '../../../shared/text/en/exchange.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import type { WriteTx } from '../store/store.ts'
import { folded } from './fields.ts'
import type { VisitFacts } from './readRow.ts'

/** A visit of a line, with its words turned into what this practice calls them. */
type VisitToBook = VisitFacts & { readonly line: number; readonly patient: Patient; readonly serviceTypeId: ServiceTypeId; readonly performerId: PractitionerId | null; readonly minutes: number }
export type Booked = { readonly outcome: RowOutcome; readonly messages: readonly string[] }
export type VisitBook = { readonly book: (visit: VisitToBook) => Promise<Booked>; readonly made: () => readonly AppointmentId[] }

type Options = { readonly tx: WriteTx; readonly source: string; readonly location: Location; readonly rooms: readonly Room[]; readonly newId: () => string }
type Taken = { readonly interval: Interval; readonly line: number }

/** Who or what is busy, and by which line of the file. */
function occupancy() {
  const byKey = new Map<string, Taken[]>()
  return {
    lineAt: (key: string, interval: Interval): number | null => byKey.get(key)?.find(taken => overlaps(taken.interval, interval))?.line ?? null,
    take: (key: string, taken: Taken): void => void byKey.set(key, [...(byKey.get(key) ?? []), taken]),
  }
}

/** The number by which a visit is known again: the other program's, or one made of what the visit is. */
const numberOf = (visit: VisitToBook): string =>
  visit.number ?? createHash('sha256').update(JSON.stringify([visit.patient.id, visit.start, folded(visit.service), folded(visit.staff)])).digest('hex').slice(0, 24)

function knownBefore(before: Appointment, visit: VisitToBook): Booked {
  const moved = before.interval.start !== visit.start ? [rowSentence.visitMoved] : []
  const changed = (visit.status === 'cancelled' || visit.status === 'noshow') && before.status !== visit.status ? [rowSentence.visitChanged(visit.statusWord)] : []
  return { outcome: 'visit-known', messages: [...moved, ...changed] }
}

/** Enters the visits of a file one by one; what would overlap is reported with both lines and not entered. */
export function openVisitBook({ tx, source, location, rooms, newId }: Options): VisitBook {
  const patients = occupancy()
  const staff = occupancy()
  const roomsTaken = occupancy()
  const lines = new Map<string, number>()
  const made: AppointmentId[] = []
  const roomNamed = (name: string): Room | undefined => rooms.find(room => room.active && room.locationId === location.id && folded(room.name) === folded(name))

  async function insert(row: Appointment, identifier: { readonly system: string; readonly value: string }, line: number): Promise<Booked> {
    const result = await tx.appointments.insert(row, { requestKey: null, identifier })
    if (result.ok) {
      made.push(result.value.id)
      return { outcome: 'visit-new', messages: [] }
    }
    if (result.problem.code === 'duplicate') return { outcome: 'visit-known', messages: [] }
    if (result.problem.overlap !== 'room' || row.roomId === null) return { outcome: 'double-booking', messages: [rowSentence.doubleInBook(result.problem.overlap, line)] }
    const again = await insert({ ...row, roomId: null }, identifier, line)
    const name = rooms.find(room => room.id === row.roomId)?.name ?? ''
    return { ...again, messages: [...again.messages, rowSentence.roomTaken(name)] }
  }

  return {
    made: () => made,
    book: async visit => {
      const interval = spanOf(visit.start, visit.minutes)
      const identifier = { system: source, value: numberOf(visit) }
      const before = await tx.appointments.byIdentifier(identifier.system, identifier.value)
      const occupies = occupyingStatuses.includes(visit.status)
      const staffKey = visit.performerId ?? folded(visit.staff)
      if (before !== null) {
        // Known from an earlier line or an earlier import; the latter keeps its place against later lines.
        const earlier = lines.get(identifier.value)
        if (earlier !== undefined) return { outcome: 'visit-known', messages: [rowSentence.sameVisitNumber(earlier)] }
        lines.set(identifier.value, visit.line)
        if (occupyingStatuses.includes(before.status)) {
          patients.take(before.patientId, { interval: before.interval, line: visit.line })
          if (staffKey !== '') staff.take(staffKey, { interval: before.interval, line: visit.line })
        }
        return knownBefore(before, visit)
      }
      if (occupies) {
        const samePatient = patients.lineAt(visit.patient.id, interval)
        if (samePatient !== null) return { outcome: 'double-booking', messages: [rowSentence.doubleInFile('patient', fullName(visit.patient.name), visit.line, samePatient)] }
        const sameStaff = staffKey === '' ? null : staff.lineAt(staffKey, interval)
        if (sameStaff !== null) return { outcome: 'double-booking', messages: [rowSentence.doubleInFile('staff', visit.staff, visit.line, sameStaff)] }
      }
      const room = visit.room === '' ? undefined : roomNamed(visit.room)
      const roomTaken = room !== undefined && roomsTaken.lineAt(room.id, interval) !== null
      const messages = [
        ...(visit.room !== '' && room === undefined ? [rowSentence.roomUnknown(visit.room)] : []), ...(room !== undefined && roomTaken && occupies ? [rowSentence.roomTaken(room.name)] : []),
      ]
      const row: Appointment = {
        id: asId<AppointmentId>(newId()), version: 1, patientId: visit.patient.id, serviceTypeId: visit.serviceTypeId, locationId: location.id,
        roomId: room === undefined || (roomTaken && occupies) ? null : room.id, performerId: visit.performerId, start: wallAt(visit.start, location.zone), minutes: visit.minutes,
        zone: location.zone, interval, status: visit.status, override: null,
        cancelReason: visit.status === 'cancelled' ? tidyLine(visit.statusWord) || importedWords.cancelReason : null, note: tidyWords(visit.note), series: null,
      }
      const booked = await insert(row, identifier, visit.line)
      if (booked.outcome === 'visit-new') lines.set(identifier.value, visit.line)
      if (booked.outcome === 'visit-new' && occupies) {
        patients.take(visit.patient.id, { interval, line: visit.line })
        if (staffKey !== '') staff.take(staffKey, { interval, line: visit.line })
        if (row.roomId !== null) roomsTaken.take(row.roomId, { interval, line: visit.line })
      }
      return { outcome: booked.outcome, messages: [...messages, ...booked.messages] }
    },
  }
}
