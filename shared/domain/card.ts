import type { Appointment } from './appointment.ts'
import type { CardDesign } from './cardDesign.ts'
import type { AppointmentId } from './ids.ts'
import type { Language } from './language.ts'
import type { HumanName, Patient } from './person.ts'
import type { Location, Practice } from './practice.ts'
import { type RevealingWord, revealedBy, revealedByName } from './privacy/lint.ts'
import { plusMinutes } from './time/instant.ts'
import type { Interval, WallDateTime, ZoneId } from './time/values.ts'
import { wallAt } from './time/wallClock.ts'

/** One time at which the patient is expected. `interval` is what a calendar needs; only `start` and `arriveBy` are printed as words. */
export type CardVisit = { readonly id: AppointmentId; readonly version: number; readonly start: WallDateTime; readonly interval: Interval; readonly arriveBy: WallDateTime; readonly zone: ZoneId }

/**
 * Everything that paper for a patient may say, and nothing else: not what the visit is for, no product, specialty, performer,
 * birth date or record number.
 */
export type AppointmentCard = {
  readonly practiceName: string
  readonly patientName: HumanName
  readonly visit: CardVisit
  /** The visits at the same location that follow, soonest first. */
  readonly following: readonly CardVisit[]
  readonly locationName: string
  readonly address: string
  readonly telephone: string
  readonly askFor: string
  readonly language: Language
  readonly largePrint: boolean
  readonly doNotPrint: boolean
  readonly envelopeOnly: boolean
  /** Where an envelope goes; on no card. */
  readonly postalAddress: string
  /** What the practice's own words would give away on this patient's paper; with any, nothing is printed. */
  readonly findings: readonly RevealingWord[]
}

const visitOf = (visit: Appointment, practice: Practice): CardVisit => ({
  id: visit.id,
  version: visit.version,
  start: visit.start,
  interval: visit.interval,
  // Counted back in real minutes, then read off the clock: right also on the morning the clocks change.
  arriveBy: wallAt(plusMinutes(visit.interval.start, -practice.arriveEarlyMinutes), visit.zone),
  zone: visit.zone,
})

/** What a visit's appointment card says, in the name that the patient chose for it. */
export function cardContent(
  visit: Appointment, following: readonly Appointment[], patient: Patient, location: Location, practice: Practice, design: CardDesign,
): AppointmentCard {
  const { alternateName, language, largePrint, doNotPrint, envelopeOnly, address } = patient.card
  const patientName = alternateName === null ? patient.name : { given: alternateName, family: '' }
  const wording = design.wording.filter(each => each.language === language).map(each => each.text)
  const telephone = location.telephone === '' ? practice.telephone : location.telephone
  const said = [practice.name, location.name, location.address, telephone, practice.askFor, ...wording]
  return {
    practiceName: practice.name,
    patientName,
    visit: visitOf(visit, practice),
    following: following.map(each => visitOf(each, practice)),
    locationName: location.name,
    address: location.address,
    telephone,
    askFor: practice.askFor,
    language,
    largePrint,
    doNotPrint,
    envelopeOnly,
    postalAddress: address,
    findings: [
      ...said.flatMap(text => revealedBy(text, patient, design.ownWords)),
      ...[`${patientName.given} ${patientName.family}`, address].flatMap(text => revealedByName(text, patient)),
    ],
  }
}
