import { getSlots } from 'slot-calculator'
import { asId, type AppointmentId, type PatientId } from '../../shared/domain/ids.ts'
import type { Appointment } from '../../shared/domain/appointment.ts'
import { findSlots } from '../../shared/domain/staffing/slots.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { plusMinutes } from '../../shared/domain/time/instant.ts'
import { addDays, dateFrom, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import { dayInterval, minutesOfDay, wallDateTime, wallInstant, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { weekdayWord } from '../../shared/text/en/dates.ts'
import { largeClinic } from './clinic.ts'
import { printFigures, quantile, sample } from './measure.ts'

// The first ten places in twelve months. The peer knows nothing of certificates, roles, rooms or visits that name nobody, so it
// is told beforehand who may perform the service, and everybody's hours and visits; both are asked for starts half an hour apart.
const first = dateFrom(2026, 9, 7)
const months = 365
const full = 330
const wanted = 10
const large = largeClinic(12, 900, first)
const [location] = large.locations
const [service] = large.serviceTypes
if (location === undefined || service === undefined) throw new Error('the practice is empty')
const { zone } = location
const certified = new Set(large.qualifications.filter(({ certificationTypeId }) => certificationTypeId === large.certificationTypes[0]?.id).map(({ practitionerId }) => practitionerId))
const near: StaffingFacts = {
  ...large, qualifications: large.qualifications.map(held => ({ ...held, expires: addDays(first, 800) })),
  appointments: large.appointments.filter(visit => visit.performerId !== null),
}

function fullyBooked(): readonly Appointment[] {
  const visits: Appointment[] = []
  for (const { practitionerId, weekday, start, end } of near.shiftPatterns) {
    if (!certified.has(practitionerId)) continue
    for (let day = 0; day < full; day += 1) {
      const date = addDays(first, day)
      if (weekdayOf(date) !== weekday) continue
      for (let minute = minutesOfDay(start); minute + 30 <= minutesOfDay(end); minute += 30) {
        const wall = wallDateTime(date, wallTimeAt(minute))
        const at = wallInstant(wall, zone)
        const id = `00000000-0000-7a00-8000-${visits.length.toString(16).padStart(12, '0')}`
        visits.push({
          id: asId<AppointmentId>(id), version: 1, patientId: asId<PatientId>(id), serviceTypeId: service?.id ?? asId(id), locationId: location?.id ?? asId(id), roomId: null, performerId: practitionerId,
          start: wall, minutes: 30, zone, interval: { start: at, end: plusMinutes(at, 30) }, status: 'booked', override: null, cancelReason: null, note: '', series: null,
        })
      }
    }
  }
  return visits
}

const span = { start: dayInterval(first, zone).start, end: dayInterval(addDays(first, months), zone).start }
const iso = (at: number): string => new Date(at).toISOString()

const ours = (facts: StaffingFacts): readonly number[] => findSlots(facts, {
  serviceTypeId: service.id, locationIds: [location.id], from: span.start, through: span.end, limit: wanted, stepMinutes: 30,
}).slots.map(({ interval }) => interval.start)

const theirs = (facts: StaffingFacts): readonly number[] => getSlots({
  from: iso(span.start), to: iso(span.end), duration: 30, outputTimezone: zone,
  availability: facts.shiftPatterns.filter(({ practitionerId }) => certified.has(practitionerId)).map(({ practitionerId, weekday, start, end }) =>
    ({ day: { text: weekdayWord(weekday), locale: 'en-US' }, from: start, to: end, timezone: zone, metadata: { who: practitionerId } })),
  unavailability: facts.appointments.filter(({ performerId }) => performerId !== null && certified.has(performerId)).map(({ interval, performerId }) =>
    ({ from: iso(interval.start), to: iso(interval.end), metadata: { who: performerId } })),
}).availableSlots.slice(0, wanted).map(slot => Date.parse(slot.from))

for (const [name, facts, runs] of [['nearly empty', near, 15], ['fully booked for 330 days', { ...near, appointments: fullyBooked() }, 7]] as const) {
  const [mine, peers] = [ours(facts), theirs(facts)]
  console.log(`${name}: ${facts.appointments.length} visits; ${mine.length} places, ${mine.join() === peers.join() ? 'the same as' : 'OTHERS THAN'} the peer's`)
  const [own, peer] = [await sample(runs, 2, () => ours(facts)), await sample(3, 0, () => theirs(facts))]
  printFigures(`The first ${wanted} places in 12 months, ${certified.size} of 12 people certified, ${name}; against slot-calculator`, [
    { name: 'median', ours: quantile(own, 0.5), peer: quantile(peer, 0.5), unit: 'ms', aim: '10x faster' },
  ])
  console.log(`${(quantile(peer, 0.5) / quantile(own, 0.5)).toFixed(0)} times as fast as the peer`)
}
