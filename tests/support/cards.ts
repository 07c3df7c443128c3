import type { AppointmentCard, CardVisit } from '../../shared/domain/card.ts'
import { plusMinutes } from '../../shared/domain/time/instant.ts'
import type { WallDateTime } from '../../shared/domain/time/values.ts'
import { wallInstant } from '../../shared/domain/time/wallClock.ts'
import { clinicZone, newId, wall } from './builders.ts'

/** A visit of three quarters of an hour, for which one arrives when it begins. */
export function visitAt(start: WallDateTime): CardVisit {
  const begin = wallInstant(start, clinicZone)
  return { id: newId(), version: 1, start, interval: { start: begin, end: plusMinutes(begin, 45) }, arriveBy: start, zone: clinicZone }
}

/** A card as the service composes it; name what the test is about in the overrides. */
export const aCard = (overrides: Partial<AppointmentCard> = {}): AppointmentCard => ({
  practiceName: 'Lakeside', patientName: { given: 'Rosa', family: 'Ortega' },
  visit: { ...visitAt(wall('2026-12-08T14:20')), arriveBy: wall('2026-12-08T14:10') }, following: [],
  locationName: 'Main house', address: '1 Lake Street\nChicago, IL 60601', telephone: '+1 312 555 0101', askFor: 'the front desk', language: 'en',
  largePrint: false, doNotPrint: false, envelopeOnly: false, postalAddress: '', findings: [],
  ...overrides,
})
