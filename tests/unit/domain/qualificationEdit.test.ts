import { describe, expect, test } from 'vitest'
import { plainPaper } from '../../../shared/domain/certification.ts'
import { amendQualification, type QualificationFields, recordQualification, renewQualification, verifyQualification } from '../../../shared/domain/qualificationEdit.ts'
import { aCertificationType, anAccount, aQualification, at, competence, date, newId } from '../../support/builders.ts'

const now = at('2026-05-04T09:00')
const type = aCertificationType()
const today = date('2026-05-04')
const held = aQualification()
const fields = (overrides: Partial<QualificationFields> = {}): QualificationFields => {
  const { id: _id, version: _version, verification: _verification, renews: _renews, ...rest } = held
  return { ...rest, ...overrides }
}
const afterAmending = (overrides: Partial<QualificationFields>): string | null => {
  const amended = amendQualification(held, fields(overrides), type)
  return amended.ok ? amended.value.verification.state : null
}

test('a certification is recorded unverified', () => {
  const recorded = recordQualification(fields(), type)
  expect(recorded.ok && recorded.value.verification).toEqual({ state: 'unverified' })
})

test.each([
  { number: 'C-2' }, { issuer: 'Another board' }, { issued: date('2025-01-02') }, { expires: date('2027-12-31') }, { expires: null },
  { jurisdiction: 'US-AL' }, { effective: date('2025-02-01') }, { restrictions: 'Only under supervision' }, { prescriberId: newId() }, { hours: 3 },
  { scope: { ...plainPaper.scope, youngest: 18 } }, { scope: { ...plainPaper.scope, products: ['Botox'] } }, { scope: { ...plainPaper.scope, competences: [] } },
  { certificationTypeId: newId() }, { practitionerId: newId() },
])('another claim has to be verified anew: %o', overrides => {
  expect(afterAmending(overrides as Partial<QualificationFields>)).toBe('unverified')
})

test('suspending keeps the verification of what the paper says', () => {
  expect(afterAmending({ status: 'suspended' })).toBe('verified')
  expect(afterAmending({ number: ' C-1 ' })).toBe('verified')
  expect(afterAmending({ note: 'Original in the ring binder' })).toBe('verified')
})

test('counting again after a suspension has to be verified anew', () => {
  const amended = amendQualification({ ...held, status: 'suspended' }, fields({ status: 'active' }), type)
  expect(amended.ok && amended.value.verification.state).toBe('unverified')
})

test('what was entered in error stays so', () => {
  expect(amendQualification({ ...held, status: 'entered-in-error' }, fields(), type))
    .toEqual({ ok: false, problem: { code: 'not-allowed-now', from: 'entered-in-error', to: 'active' } })
})

test('it cannot end before it was issued', () => {
  expect(afterAmending({ issued: date('2026-01-02'), expires: date('2026-01-01') })).toBeNull()
  expect(afterAmending({ issued: date('2026-01-01'), expires: date('2026-01-01') })).toBe('unverified')
})

const inquiry = { method: 'telephone', source: ' Ms Okafor ', due: null } as const
const unverified = aQualification({ verification: { state: 'unverified' } })

test('a verification says who asked whom, how and when', () => {
  const lead = anAccount()
  const checked = verifyQualification(unverified, lead, inquiry, now, today)
  expect(checked.ok && checked.value.verification).toEqual({
    state: 'verified', by: lead.id, byName: 'J. Lee', method: 'telephone', source: 'Ms Okafor', at: now, due: null,
  })
})

test('nobody verifies their own', () => {
  expect(verifyQualification(unverified, anAccount({ practitionerId: unverified.practitionerId }), inquiry, now, today))
    .toEqual({ ok: false, problem: { code: 'forbidden', permission: 'certification.verify' } })
})

test('only an active one is verified, and never without a source', () => {
  for (const status of ['suspended', 'revoked', 'entered-in-error'] as const) {
    expect(verifyQualification({ ...unverified, status }, anAccount(), inquiry, now, today).ok).toBe(false)
  }
  expect(verifyQualification(unverified, anAccount(), { ...inquiry, source: '  ' }, now, today).ok).toBe(false)
})

test('the day by which to verify it again is still to come', () => {
  const dueOn = (due: string) => verifyQualification(unverified, anAccount(), { ...inquiry, due: date(due) }, now, today)
  expect(dueOn('2026-05-04')).toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'due', message: 'due-in-past' }] } })
  expect(dueOn('2026-05-05').ok).toBe(true)
})

test('what cannot be is refused by field', () => {
  const strict = { ...type, numberForm: 'npi' as const }
  const paths = (overrides: Partial<QualificationFields>) => {
    const recorded = recordQualification(fields({ number: '', ...overrides }), strict)
    return recorded.ok ? [] : recorded.problem.issues.map(issue => issue.path)
  }
  expect(paths({ number: '1234567890' })).toEqual(['number'])
  expect(paths({ number: '1234567893' })).toEqual([])
  expect(paths({})).toEqual([])
  expect(paths({ effective: date('2027-01-01') })).toEqual(['effective'])
  expect(paths({ scope: { ...plainPaper.scope, youngest: 19, oldest: 18 } })).toEqual(['scope.oldest'])
  expect(paths({ scope: { ...plainPaper.scope, competences: [competence('chronic-migraine')] } })).toEqual(['scope.competences'])
  expect(paths({ prescriberId: held.practitionerId })).toEqual(['prescriberId'])
})

describe('a renewal', () => {
  const { practitionerId: _holder, certificationTypeId: _type, status: _status, ...paper } = fields({ issued: date('2026-12-01'), effective: date('2027-01-01'), expires: date('2028-12-31') })
  test('is a certification of its own, unverified, that names the one it follows', () => {
    const renewed = renewQualification(held, false, paper, type)
    expect(renewed.ok && renewed.value).toMatchObject({
      renews: held.id, practitionerId: held.practitionerId, certificationTypeId: held.certificationTypeId, status: 'active', verification: { state: 'unverified' },
    })
  })
  test('follows nothing that was entered in error, and nothing twice', () => {
    expect(renewQualification({ ...held, status: 'entered-in-error' }, false, paper, type).ok).toBe(false)
    expect(renewQualification(held, true, paper, type)).toEqual({ ok: false, problem: { code: 'not-allowed-now', from: 'renewed', to: 'renewed' } })
  })
})
