import type { Schedule } from '../../shared/contract/schedule.ts'
import type { Competence } from '../../shared/domain/certification.ts'
import type { AppointmentId, PractitionerId, RoomId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { HumanName } from '../../shared/domain/person.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { timeOf } from '../../shared/domain/time/wallClock.ts'
import { shortName } from '../../shared/text/en/day.ts'
import { initials } from '../../shared/text/en/names.ts'
import type { StaffingNames } from '../../shared/text/staffing.ts'

/** Names that the schedule itself does not carry: everybody ever employed, and the words for competences. */
export type StaffWords = {
  readonly practitioners: readonly { readonly id: PractitionerId; readonly name: HumanName }[]
  readonly competences: readonly { readonly code: Competence; readonly label: string }[]
}

export const noWords: StaffWords = { practitioners: [], competences: [] }

/** How everything on the schedule is called. */
export type DayNames = {
  readonly person: (id: PractitionerId) => string
  readonly initials: (id: PractitionerId) => string
  readonly service: (id: ServiceTypeId) => string
  readonly room: (id: RoomId) => string
  readonly competence: (code: Competence) => string
}

const unknownPerson = 'somebody no longer listed'
const unknownService = 'unknown service'

/** Looks names up in a schedule and the staff register. */
export function dayNames(schedule: Pick<Schedule, 'people' | 'serviceTypes' | 'rooms'>, staff: StaffWords): DayNames {
  const people = new Map([...staff.practitioners, ...schedule.people].map(person => [person.id, person.name]))
  const services = new Map(schedule.serviceTypes.map(service => [service.id, service.name]))
  const rooms = new Map(schedule.rooms.map(room => [room.id, room.name]))
  const competences = new Map(staff.competences.map(competence => [competence.code, competence.label]))
  const nameOf = (id: PractitionerId) => people.get(id)
  return {
    person: id => {
      const name = nameOf(id)
      return name === undefined ? unknownPerson : shortName(name)
    },
    initials: id => {
      const name = nameOf(id)
      return name === undefined ? '?' : initials(name)
    },
    service: id => services.get(id) ?? unknownService,
    room: id => rooms.get(id) ?? '',
    competence: code => competences.get(code) ?? code.replaceAll('-', ' '),
  }
}

/** The names as the staffing sentences want them; the times of other visits come from the days on screen. */
export function staffingNames(names: DayNames, days: Schedule['days'], today: PlainDate): StaffingNames {
  const times = new Map<AppointmentId, string>(
    days.flatMap(day => day.visits.map(visit => [visit.appointment.id, timeOf(visit.appointment.start)] as const)),
  )
  return { person: names.person, competence: names.competence, visitTime: id => times.get(id) ?? null, today }
}
