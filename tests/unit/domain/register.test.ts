import { describe, expect, test } from 'vitest'
import type { Qualification } from '../../../shared/domain/certification.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import { certifiedOn, registerOn } from '../../../shared/domain/register.ts'
import { aCertificationType, aPractitioner, aQualification, aRole, at, competence, date, idNumber, verified } from '../../support/builders.ts'

const dystonia = competence('cervical-dystonia')
const migraine = competence('chronic-migraine')
const here = idNumber<never>(0x11)
const elsewhere = idNumber<never>(0x12)
const training = aCertificationType({ id: idNumber(0x21), name: 'Dystonia training', competences: [dystonia] })
const diploma = aCertificationType({ id: idNumber(0x22), name: 'Headache diploma', competences: [migraine] })
const both = aCertificationType({ id: idNumber(0x23), name: 'Toxin fellowship', competences: [dystonia, migraine] })
const khan = aPractitioner({ id: idNumber(0x41), name: { given: 'Asma', family: 'Khan' } })
const ortiz = aPractitioner({ id: idNumber(0x42), name: { given: 'Marta', family: 'Ortiz' } })
const paperOf = (who: Practitioner, n: number, overrides: Partial<Qualification> = {}): Qualification =>
  aQualification({ id: idNumber(n), practitionerId: who.id, certificationTypeId: training.id, number: `C-${n}`, issued: date('2025-01-01'), expires: date('2026-12-31'), ...overrides })
const known = (practitioners: readonly Practitioner[], qualifications: readonly Qualification[]) =>
  ({ practitioners, qualifications, certificationTypes: [training, diploma, both] })
const today = date('2026-05-04')

describe('the register on a date', () => {
  const lines = (practitioners: readonly Practitioner[], qualifications: readonly Qualification[], day = today) =>
    registerOn(known(practitioners, qualifications), new Map(), day)
      .map(({ name, type, qualification, state }) => `${name.given} ${name.family}, ${type?.name ?? '?'}, ${qualification.number}: ${state}`)

  test.each([
    ['2024-12-31', 'not-yet-effective'], ['2025-01-01', 'verified'], ['2026-12-31', 'verified'], ['2027-01-01', 'expired'],
  ])('says of %s what held on that day: %s', (day, state) => {
    expect(lines([khan], [paperOf(khan, 1)], date(day))).toEqual([`Asma Khan, Dystonia training, C-1: ${state}`])
  })

  test('goes by family name, then given name, then kind, then day of issue, then id', () => {
    const asmaOrtiz = aPractitioner({ id: idNumber(0x40), name: { given: 'Asma', family: 'Ortiz' } })
    expect(lines([ortiz, asmaOrtiz, khan], [
      paperOf(ortiz, 8), paperOf(asmaOrtiz, 7), paperOf(khan, 6, { issued: date('2025-03-01') }), paperOf(khan, 5, { issued: date('2025-03-01') }),
      paperOf(khan, 4, { issued: date('2025-02-01') }), paperOf(khan, 3, { certificationTypeId: diploma.id, issued: date('2024-01-01') }), paperOf(khan, 9, { certificationTypeId: idNumber(0x99) }),
    ])).toEqual([
      'Asma Khan, ?, C-9: type-retired', 'Asma Khan, Dystonia training, C-4: verified', 'Asma Khan, Dystonia training, C-5: verified', 'Asma Khan, Dystonia training, C-6: verified',
      'Asma Khan, Headache diploma, C-3: verified', 'Asma Ortiz, Dystonia training, C-7: verified', 'Marta Ortiz, Dystonia training, C-8: verified',
    ])
  })

  test('leaves out what was entered in error, and it takes no other paper’s place', () => {
    const renewal = paperOf(khan, 2, { renews: idNumber(1), issued: date('2026-01-01'), expires: date('2027-12-31') })
    expect(lines([khan], [paperOf(khan, 1), { ...renewal, status: 'entered-in-error' }])).toEqual(['Asma Khan, Dystonia training, C-1: verified'])
    expect(lines([khan], [paperOf(khan, 1), renewal])).toEqual(['Asma Khan, Dystonia training, C-1: superseded', 'Asma Khan, Dystonia training, C-2: verified'])
  })

  test('has nobody’s paper replaced by another person’s', () => {
    expect(lines([khan, ortiz], [paperOf(khan, 1), paperOf(ortiz, 2, { renews: idNumber(1), issued: date('2026-01-01') })]))
      .toEqual(['Asma Khan, Dystonia training, C-1: verified', 'Marta Ortiz, Dystonia training, C-2: verified'])
  })

  test('names who entered each and when, or nobody where that is not on record', () => {
    const [one, two] = [paperOf(khan, 1), paperOf(khan, 2)]
    const entered = { at: at('2025-01-02T09:00'), by: 'J. Lee' }
    expect(registerOn(known([khan], [one, two]), new Map([[one.id, entered]]), today).map(line => [line.qualification.id, line.entered])).toEqual([[one.id, entered], [two.id, null]])
  })
})

describe('who was certified for a service on a date', () => {
  const asked = (practitioners: readonly Practitioner[], qualifications: readonly Qualification[], { day = '2026-05-04', competences = [dystonia], place = here } = {}) =>
    certifiedOn(known(practitioners, qualifications), { competences, roles: ['physician'] }, place, date(day))
  const kinds = (...from: Parameters<typeof asked>) => asked(...from).map(person => person.reasons.map(reason => reason.kind))

  test('stands with the papers that say so', () => {
    expect(asked([khan], [paperOf(khan, 1)])).toEqual([{
      practitionerId: khan.id, name: khan.name, reasons: [], by: [{ typeName: 'Dystonia training', number: 'C-1', lastDay: '2026-12-31' }],
    }])
  })

  test.each([
    ['before the first day', '2024-12-31', ['not-yet-effective']], ['on the first day', '2025-01-01', []],
    ['on the last day', '2026-12-31', []], ['after the last day', '2027-01-01', ['expired']],
  ])('is answered %s of a paper', (_, day, reasons) => {
    expect(kinds([khan], [paperOf(khan, 1)], { day })).toEqual([reasons])
  })

  test('is nobody by a paper that was revoked, not verified, or entered in error', () => {
    const people = [khan]
    expect(kinds(people, [paperOf(khan, 1, { status: 'revoked' })])).toEqual([['revoked']])
    expect(kinds(people, [paperOf(khan, 1, { verification: { state: 'unverified' } })])).toEqual([['unverified']])
    expect(kinds(people, [paperOf(khan, 1, { verification: { ...verified, due: date('2026-05-03') } })])).toEqual([['verification-overdue']])
    expect(kinds(people, [paperOf(khan, 1, { status: 'entered-in-error' })])).toEqual([['not-certified']])
    expect(asked(people, [paperOf(khan, 1, { status: 'revoked' })])[0]?.by).toEqual([])
  })

  test('takes every competence of the service, and one paper for two of them is named once', () => {
    const competences = [dystonia, migraine]
    expect(kinds([khan], [paperOf(khan, 1)], { competences })).toEqual([['not-certified']])
    expect(asked([khan], [paperOf(khan, 1, { certificationTypeId: both.id })], { competences })).toMatchObject([{ reasons: [], by: [{ typeName: 'Toxin fellowship' }] }])
    expect(asked([khan], [paperOf(khan, 1), paperOf(khan, 2, { certificationTypeId: diploma.id, expires: date('2026-06-30') })], { competences })[0]?.by)
      .toEqual([{ typeName: 'Dystonia training', number: 'C-1', lastDay: '2026-12-31' }, { typeName: 'Headache diploma', number: 'C-2', lastDay: '2026-06-30' }])
  })

  test('is nobody by another person’s paper', () => {
    expect(asked([khan, ortiz], [paperOf(ortiz, 1)]).map(({ practitionerId, reasons }) => [practitionerId, reasons])).toEqual([
      [ortiz.id, []], [khan.id, [{ kind: 'not-certified', competence: dystonia }]],
    ])
  })

  test.each([
    ['at the place itself', { locationId: here }, []], ['at every place', { locationId: null }, []],
    ['at another place only', { locationId: elsewhere }, [{ kind: 'role-not-allowed', roles: [] }]],
    ['that the service does not allow', { role: 'receptionist' }, [{ kind: 'role-not-allowed', roles: ['receptionist'] }]],
    ['that begins on the day', { from: today }, []], ['that ends on the day', { through: today }, []],
    ['that begins the day after', { from: date('2026-05-05') }, [{ kind: 'role-not-allowed', roles: [] }]],
    ['that ended the day before', { through: date('2026-05-03') }, [{ kind: 'role-not-allowed', roles: [] }]],
  ] as const)('goes by the role held on that day: one %s', (_, role, reasons) => {
    expect(asked([{ ...khan, roles: [aRole(role)] }], [paperOf(khan, 1)])[0]?.reasons).toEqual(reasons)
  })

  test('may hold several roles, one of which suffices', () => {
    expect(kinds([{ ...khan, roles: [aRole({ role: 'receptionist' }), aRole()] }], [paperOf(khan, 1)])).toEqual([[]])
  })

  test('shows somebody who left as one who could not, and not at all without a paper', () => {
    const left = { ...khan, active: false }
    expect(asked([left], [paperOf(khan, 1)])).toMatchObject([{ reasons: [{ kind: 'inactive' }], by: [{ number: 'C-1' }] }])
    expect(asked([left], [paperOf(ortiz, 1)])).toEqual([])
    expect(kinds([khan], [])).toEqual([['not-certified']])
  })

  test('has those who could first, then goes by family name, then by id', () => {
    const adams = aPractitioner({ id: idNumber(0x43), name: { given: 'Jo', family: 'Adams' } })
    const otherKhan = aPractitioner({ id: idNumber(0x40), name: { given: 'Zia', family: 'Khan' } })
    expect(asked([adams, ortiz, khan, otherKhan], [paperOf(ortiz, 1), paperOf(khan, 2), paperOf(otherKhan, 3)]).map(person => person.practitionerId))
      .toEqual([otherKhan.id, khan.id, ortiz.id, adams.id])
  })
})
