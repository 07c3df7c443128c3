import { expect, test } from 'vitest'
import type { PractitionerId } from '../../../../shared/domain/ids.ts'
import { rotaPeople } from '../../../../shared/domain/rota/people.ts'
import type { Practitioner } from '../../../../shared/domain/person.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import { aLocation, aPractitioner, aRole, date, idNumber, monday, someFacts } from '../../../support/builders.ts'

const [lakeside, branch] = [aLocation(), aLocation()]
const week = [0, 1, 2, 3, 4].map(days => addDays(monday, days))
const rotaOf = (...practitioners: readonly Practitioner[]) => rotaPeople(someFacts({ practitioners, locations: [lakeside, branch] }), lakeside.id, week)
const withRoles = (...roles: Practitioner['roles']) => aPractitioner({ roles })

test('on a rota stand those who work here and have a role at the location, everywhere or there', () => {
  expect(rotaOf(withRoles(aRole()), withRoles(aRole({ locationId: lakeside.id })))).toHaveLength(2)
  expect(rotaOf(withRoles(), withRoles(aRole({ locationId: branch.id })), { ...withRoles(aRole()), active: false })).toEqual([])
})

test('a role on one of the dates is enough', () => {
  expect(rotaOf(withRoles(aRole({ through: monday })), withRoles(aRole({ from: date('2026-05-08') })))).toHaveLength(2)
  expect(rotaOf(withRoles(aRole({ through: date('2026-05-03') })), withRoles(aRole({ from: date('2026-05-09') })))).toEqual([])
})

test('each role that counts there is named once', () => {
  const nurse = withRoles(aRole({ role: 'registered-nurse' }), aRole({ role: 'registered-nurse', locationId: lakeside.id }), aRole({ role: 'physician', locationId: branch.id }))
  expect(rotaOf(nurse)).toEqual([{ id: nurse.id, name: nurse.name, roles: ['registered-nurse'] }])
})

test('people stand by family name, then by given name, then by whoever came first', () => {
  const called = (n: number, family: string, given: string) => aPractitioner({ id: idNumber<PractitionerId>(n), name: { family, given } })
  const ordered = [called(5, 'Ito', 'Yuki'), called(4, 'Khan', 'Asma'), called(2, 'Khan', 'Bilal'), called(3, 'Khan', 'Bilal'), called(1, 'Ortiz', 'Ana')]
  expect(rotaOf(...ordered.toReversed()).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
  expect(rotaOf(...ordered).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
})
