import type { Appointment } from './appointment.ts'
import type { HumanName, Patient } from './person.ts'
import type { Location, Practice } from './practice.ts'
import { plusMinutes } from './time/instant.ts'
import type { WallDateTime, ZoneId } from './time/values.ts'
import { wallAt } from './time/wallClock.ts'

/**
 * Everything that an appointment card may say, and nothing else: not what the visit is for, no product, specialty, performer,
 * birth date or record number.
 */
export type AppointmentCard = {
  readonly practiceName: string
  readonly patientName: HumanName
  readonly start: WallDateTime
  readonly arriveBy: WallDateTime
  readonly zone: ZoneId
  readonly locationName: string
  readonly address: string
  readonly telephone: string
  readonly askFor: string
  readonly largePrint: boolean
  readonly doNotPrint: boolean
}

/** What a visit's appointment card says, in the name that the patient chose for it. */
export function cardContent(visit: Appointment, patient: Patient, location: Location, practice: Practice): AppointmentCard {
  const { alternateName, largePrint, doNotPrint } = patient.card
  return {
    practiceName: practice.name,
    patientName: alternateName === null ? patient.name : { given: alternateName, family: '' },
    start: visit.start,
    // Counted back in real minutes, then read off the clock: right also on the morning the clocks change.
    arriveBy: wallAt(plusMinutes(visit.interval.start, -practice.arriveEarlyMinutes), visit.zone),
    zone: visit.zone,
    locationName: location.name,
    address: location.address,
    telephone: location.telephone === '' ? practice.telephone : location.telephone,
    askFor: practice.askFor,
    largePrint,
    doNotPrint,
  }
}

/** Card stocks; their sizes live beside the card's drawing. */
export const cardTemplates = ['card-us', 'card-eu', 'a6-large-print'] as const
export type CardTemplate = (typeof cardTemplates)[number]
