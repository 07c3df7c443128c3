import { expect, test } from 'vitest'
import { amendQualification, type QualificationFields, recordQualification, verifyQualification } from '../../../shared/domain/qualificationEdit.ts'
import { anAccount, aQualification, at, date, newId } from '../../support/builders.ts'

const now = at('2026-05-04T09:00')
const held = aQualification()
const fields = (overrides: Partial<QualificationFields> = {}): QualificationFields => {
  const { id: _id, version: _version, verification: _verification, ...rest } = held
  return { ...rest, ...overrides }
}
const afterAmending = (overrides: Partial<QualificationFields>): string | null => {
  const amended = amendQualification(held, fields(overrides))
  return amended.ok ? amended.value.verification.state : null
}

test('a certification is recorded unverified', () => {
  const recorded = recordQualification(fields())
  expect(recorded.ok && recorded.value.verification).toEqual({ state: 'unverified' })
})

test.each([
  { number: 'C-2' }, { issuer: 'Another board' }, { issued: date('2025-01-02') }, { expires: date('2027-12-31') }, { expires: null },
  { certificationTypeId: newId() }, { practitionerId: newId() },
])('another claim has to be verified anew: %o', overrides => {
  expect(afterAmending(overrides as Partial<QualificationFields>)).toBe('unverified')
})

test('suspending keeps the verification of what the paper says', () => {
  expect(afterAmending({ status: 'suspended' })).toBe('verified')
  expect(afterAmending({ number: ' C-1 ' })).toBe('verified')
})

test('counting again after a suspension has to be verified anew', () => {
  const amended = amendQualification({ ...held, status: 'suspended' }, fields({ status: 'active' }))
  expect(amended.ok && amended.value.verification.state).toBe('unverified')
})

test('what was entered in error stays so', () => {
  expect(amendQualification({ ...held, status: 'entered-in-error' }, fields()))
    .toEqual({ ok: false, problem: { code: 'not-allowed-now', from: 'entered-in-error', to: 'active' } })
})

test('it cannot end before it was issued', () => {
  expect(afterAmending({ issued: date('2026-01-02'), expires: date('2026-01-01') })).toBeNull()
  expect(afterAmending({ issued: date('2026-01-01'), expires: date('2026-01-01') })).toBe('unverified')
})

const inquiry = { method: 'telephone', source: ' Ms Okafor ' } as const
const unverified = aQualification({ verification: { state: 'unverified' } })

test('a verification says who asked whom, how and when', () => {
  const lead = anAccount()
  const checked = verifyQualification(unverified, lead, inquiry, now)
  expect(checked.ok && checked.value.verification).toEqual({
    state: 'verified', by: lead.id, byName: 'J. Lee', method: 'telephone', source: 'Ms Okafor', at: now,
  })
})

test('nobody verifies their own', () => {
  expect(verifyQualification(unverified, anAccount({ practitionerId: unverified.practitionerId }), inquiry, now))
    .toEqual({ ok: false, problem: { code: 'forbidden', permission: 'certification.verify' } })
})

test('only an active one is verified, and never without a source', () => {
  for (const status of ['suspended', 'revoked', 'entered-in-error'] as const) {
    expect(verifyQualification({ ...unverified, status }, anAccount(), inquiry, now).ok).toBe(false)
  }
  expect(verifyQualification(unverified, anAccount(), { ...inquiry, source: '  ' }, now).ok).toBe(false)
})
