import type { Permission } from '../../shared/domain/permission.ts'
import type { Route } from '../screen.ts'

/** What an account must be allowed so that a screen shows it anything. */
export const screenPermission: Readonly<Record<Route, Permission>> = {
  day: 'appointment.read',
  'sick-call': 'appointment.read',
  ahead: 'appointment.read',
  patients: 'patient.read',
  staff: 'staff.read',
  cards: 'card.print',
  exchange: 'exchange.import',
  settings: 'signed-in',
}
