import type { Schedule, SchedulePerson, ScheduleDay, Visit } from '../../../shared/contract/schedule.ts'
import { minutesOfDay, timeOf, wallDateTime, wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import type { Verdict } from '../../../shared/domain/staffing/types.ts'
import {
  aLocation,
  anAppointment,
  aRoom,
  aServiceType,
  between,
  competence,
  idNumber,
  monday,
  wholeDay,
} from '../../support/builders.ts'

export const people = 10
const perPerson = 20
const location = aLocation({ id: idNumber(1) })
const service = aServiceType({ id: idNumber(2), roles: ['physician'] })
const personId = (n: number): PractitionerId => idNumber<PractitionerId>(100 + n)

/** Of ten visits one is flagged and one fragile; the rest are covered. */
function verdictOf(n: number): Verdict {
  const { id: practitionerId } = { id: personId(n % people) }
  if (n % 10 === 3)
    return { state: 'uncovered', shortage: null, reasons: [{ practitionerId, reasons: [{ kind: 'off-shift', next: null }] }] }
  return { state: 'covered', fragile: n % 10 === 7 ? { practitionerId, expiring: null } : null, reasons: [] }
}

function visitOf(n: number): Visit {
  const person = Math.floor(n / perPerson)
  return {
    appointment: anAppointment({
      id: idNumber(1000 + n),
      patientId: idNumber(5000 + n),
      serviceTypeId: service.id,
      locationId: location.id,
      performerId: personId(person),
      start: wallDateTime(monday, wallTimeAt(480 + (n % perPerson) * 30)),
      minutes: 30,
    }),
    patientName: { given: `Given ${n}`, family: `Family ${n}` },
    patientTelephone: '',
    verdict: verdictOf(n),
    findings: [],
  }
}

const staff: readonly SchedulePerson[] = Array.from({ length: people }, (_, n) => ({
  id: personId(n),
  name: { given: 'Person', family: `Number ${n}` },
  roles: ['physician'] as const,
  badges: [{ competence: competence('cervical-dystonia'), certificationTypeId: idNumber(3), lastDay: null }],
}))

const day: ScheduleDay = {
  date: monday,
  interval: wholeDay(),
  open: [between('2026-05-04T08:00', '2026-05-04T18:00')],
  working: staff.map(person => ({
    practitionerId: person.id,
    locationId: location.id,
    presence: 'on-site',
    interval: between('2026-05-04T08:00', '2026-05-04T18:00'),
  })),
  visits: Array.from({ length: people * perPerson }, (_, n) => visitOf(n)),
  gaps: [],
  fragile: [],
}

/** Two hundred visits of ten people on one day. */
export const fullDay: Schedule = {
  location,
  days: [day],
  people: staff,
  serviceTypes: [service],
  rooms: [aRoom({ id: idNumber(4), locationId: location.id })],
  now: between('2026-05-04T07:00', '2026-05-04T08:00').start,
}

/** The same day after one edit: a visit with another patient's name, so that the change can be seen in the page. */
export function editedDay(name: string): Schedule {
  return {
    ...fullDay,
    days: [
      {
        ...day,
        visits: day.visits.map((visit, n) => (n === 57 ? { ...visit, patientName: { given: name, family: '' } } : visit)),
      },
    ],
  }
}

export type PlainVisit = {
  readonly id: string
  readonly title: string
  readonly person: number
  readonly startMinutes: number
  readonly endMinutes: number
  readonly flagged: boolean
}

/** The visits of a schedule as any calendar wants them. */
export const plainVisits = (schedule: Schedule): readonly PlainVisit[] =>
  (schedule.days[0]?.visits ?? []).map((visit, n) => {
    const start = minutesOfDay(timeOf(visit.appointment.start))
    return {
      id: visit.appointment.id,
      title: `${visit.patientName.given} ${visit.patientName.family} · ${service.name}`,
      person: Math.floor(n / perPerson),
      startMinutes: start,
      endMinutes: start + visit.appointment.minutes,
      flagged: visit.verdict?.state === 'uncovered',
    }
  })
