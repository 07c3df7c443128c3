import { describe, expect, test } from 'vitest'
import { mayDo, type Permission, permissions } from '../../../shared/domain/permission.ts'
import { type AccountRole, accountRoles } from '../../../shared/domain/person.ts'

const everybody: readonly AccountRole[] = ['front-desk', 'injector', 'clinical-lead', 'administrator', 'auditor']
const lead: readonly AccountRole[] = ['clinical-lead']
const leading: readonly AccountRole[] = ['clinical-lead', 'administrator']
const booking: readonly AccountRole[] = ['front-desk', 'injector', 'clinical-lead', 'administrator']
const registering: readonly AccountRole[] = ['front-desk', 'clinical-lead', 'administrator']

/** Who may what. Whatever is not said here, nobody may. */
const table: Readonly<Record<Permission, readonly AccountRole[]>> = {
  'public': everybody, 'signed-in': everybody,
  'patient.read': booking, 'patient.write': registering,
  'appointment.read': everybody, 'appointment.write': booking, 'appointment.override': lead,
  'staff.read': everybody, 'shift.write': leading, 'practitioner.write': leading, 'certification.write': leading, 'certification.verify': lead,
  'evidence.read': ['clinical-lead', 'administrator', 'auditor'],
  'service.write': lead, 'rule.write': lead, 'practice.write': leading, 'account.write': leading,
  'card.print': booking, 'exchange.import': registering, 'audit.read': ['clinical-lead', 'administrator', 'auditor'],
}

describe.each(permissions)('%s', permission => {
  test('is given to those who need it, and to nobody else', () => {
    expect(accountRoles.filter(role => mayDo(role, permission))).toEqual(table[permission])
  })
})

test('what makes a visit count as staffed is the clinical lead’s alone: verifying, overriding, services and rules', () => {
  for (const permission of ['certification.verify', 'appointment.override', 'service.write', 'rule.write'] as const) {
    for (const role of accountRoles) expect(mayDo(role, permission), `${role} ${permission}`).toBe(role === 'clinical-lead')
  }
})

test('an auditor changes nothing and sees no patient', () => {
  expect(permissions.filter(permission => mayDo('auditor', permission) && /write|override|verify|import|print|patient/.test(permission))).toEqual([])
})
