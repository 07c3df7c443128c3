import type { AccountRole } from './person.ts'

/** What a request may ask for; `public` needs no sign-in and is kept to status, first run, unlock and sign-in. */
export const permissions = [
  'public', 'signed-in',
  'patient.read', 'patient.write',
  'appointment.read', 'appointment.write', 'appointment.override',
  'staff.read', 'shift.write', 'practitioner.write', 'certification.write', 'certification.verify', 'evidence.read',
  'service.write', 'rule.write', 'practice.write', 'account.write',
  'card.print', 'exchange.import', 'audit.read',
] as const
export type Permission = (typeof permissions)[number]

const reading: readonly Permission[] = ['signed-in', 'patient.read', 'appointment.read', 'staff.read']

const granted: Readonly<Record<AccountRole, readonly Permission[]>> = {
  'front-desk': [...reading, 'patient.write', 'appointment.write', 'card.print', 'exchange.import'],
  injector: [...reading, 'appointment.write', 'card.print'],
  'clinical-lead': [
    ...reading, 'patient.write', 'appointment.write', 'appointment.override', 'shift.write', 'practitioner.write',
    'certification.write', 'certification.verify', 'evidence.read', 'service.write', 'rule.write', 'practice.write', 'account.write', 'card.print',
    'exchange.import', 'audit.read',
  ],
  administrator: [
    ...reading, 'patient.write', 'appointment.write', 'shift.write', 'practitioner.write', 'certification.write', 'evidence.read',
    'practice.write', 'account.write', 'card.print', 'exchange.import', 'audit.read',
  ],
  auditor: ['signed-in', 'staff.read', 'evidence.read', 'appointment.read', 'audit.read'],
}

/** Whether an account role holds a permission; anything not listed is denied. */
export const mayDo = (role: AccountRole, permission: Permission): boolean =>
  permission === 'public' || granted[role].includes(permission)
