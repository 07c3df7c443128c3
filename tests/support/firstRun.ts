import type { Inputs } from '../../main/service/handlers/types.ts'
import { clinicZone, openDaily } from './builders.ts'

/** What a clinical lead types on the first day: one place with two rooms, open every day from 8 to 18. */
export const aFirstRun = (overrides: Partial<Inputs['system']['create']> = {}): Inputs['system']['create'] => ({
  practice: { name: 'Lindenhof Practice', telephone: '+1 312 555 0199', askFor: 'the front desk', arriveEarlyMinutes: 15 },
  locations: [{
    name: 'Main street', address: '1 Main Street\nSpringfield', telephone: '+1 312 555 0199', zone: clinicZone, openingHours: openDaily('08:00', '18:00'),
    openingExceptions: [], regulation: null, active: true, rooms: ['Room 1', 'Room 2'],
  }],
  lead: { username: 'lead', displayName: 'Dr. Ada Moreau', password: 'correct horse battery' },
  passphrase: 'a key under the old doormat',
  postgresUrl: null,
  ...overrides,
})
