import type { AppointmentCard } from '../../shared/domain/card.ts'
import { clinicZone, newId, wall } from './builders.ts'

/** A card as the service composes it; name what the test is about in the overrides. */
export const aCard = (overrides: Partial<AppointmentCard> = {}): AppointmentCard => ({
  practiceName: 'Lakeside', patientName: { given: 'Rosa', family: 'Ortega' },
  visit: { id: newId(), version: 1, start: wall('2026-12-08T14:20'), arriveBy: wall('2026-12-08T14:10'), zone: clinicZone }, following: [],
  locationName: 'Main house', address: '1 Lake Street\nChicago, IL 60601', telephone: '+1 312 555 0101', askFor: 'the front desk', language: 'en',
  largePrint: false, doNotPrint: false, envelopeOnly: false, postalAddress: '', findings: [],
  ...overrides,
})
