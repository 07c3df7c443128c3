import { expect, test } from 'vitest'
import { peopleOn } from '../../../shared/domain/people.ts'
import type { PractitionerRole } from '../../../shared/domain/person.ts'
import { aPractitioner, aRole, date, idNumber, monday } from '../../support/builders.ts'
import { certificate, clinic, dystonia, khan, khansCertificate, lakeside, ortiz, ortizsCertificate } from '../../support/smallClinic.ts'

const adams = aPractitioner({ id: idNumber(0x48), name: { given: 'Jo', family: 'Adams' } })
const names = (...people: readonly (typeof khan)[]) =>
  peopleOn(clinic({ practitioners: people }), new Set(people.map(person => person.id)), lakeside.id, monday).map(({ name }) => `${name.family}, ${name.given}`)

test('people are listed by family name, then given name, and two of one name by who was entered first', () => {
  expect(names(ortiz, khan, adams, { ...khan, id: idNumber(0x47), name: { given: 'Amir', family: 'Khan' } })).toEqual(['Adams, Jo', 'Khan, Amir', 'Khan, Asma', 'Ortiz, Marta'])
  const [later, earlier] = [{ ...khan, id: idNumber<typeof khan.id>(0x47) }, khan]
  for (const practitioners of [[later, earlier], [earlier, later]]) {
    expect(peopleOn(clinic({ practitioners }), new Set([khan.id, later.id]), lakeside.id, monday).map(person => person.id)).toEqual([earlier.id, later.id])
  }
})

test('only those asked for are listed, each with the badges of their own papers', () => {
  const qualifications = [khansCertificate, { ...ortizsCertificate, expires: date('2026-05-03') }]
  const listed = (...people: readonly (typeof khan)[]) => peopleOn(clinic({ qualifications }), new Set(people.map(person => person.id)), lakeside.id, monday)
  expect(listed(khan)).toEqual([{ id: khan.id, name: khan.name, roles: ['physician'], badges: [{ competence: dystonia, certificationTypeId: certificate.id, lastDay: '2026-12-31' }] }])
  expect(listed(khan, ortiz).map(person => person.badges.length)).toEqual([1, 0])
  expect(listed()).toEqual([])
})

test('a role is held where and when it says, both dates counted, and named once', () => {
  const rolesOf = (...roles: readonly PractitionerRole[]) => peopleOn(clinic({ practitioners: [{ ...khan, roles }] }), new Set([khan.id]), lakeside.id, monday)[0]?.roles
  expect(rolesOf(aRole(), aRole({ locationId: lakeside.id }), aRole({ role: 'dentist', locationId: idNumber(0x10) }))).toEqual(['physician'])
  expect(rolesOf(aRole({ from: monday, through: monday }))).toEqual(['physician'])
  expect(rolesOf(aRole({ from: date('2026-05-05') }), aRole({ through: date('2026-05-03') }))).toEqual([])
})
