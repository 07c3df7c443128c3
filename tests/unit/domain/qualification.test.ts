import { describe, expect, test } from 'vitest'
import { plainPaper, type Qualification } from '../../../shared/domain/certification.ts'
import { competenceOn, endsLast, expiryFor } from '../../../shared/domain/qualification.ts'
import { aCertificationType, aQualification, competence, date, idNumber, unreadable, verified } from '../../support/builders.ts'

const dystonia = competence('cervical-dystonia')
const type = aCertificationType({ competences: [dystonia, competence('spasticity')] })
const lifelong = aCertificationType({ competences: [dystonia], expiry: { kind: 'never' } })
const withdrawn = aCertificationType({ competences: [dystonia], active: false })
const other = aCertificationType({ competences: [competence('chronic-migraine')] })
const types = new Map([type, lifelong, withdrawn, other].map((one) => [one.id, one]))
const held = (overrides: Partial<Qualification> = {}): Qualification =>
  aQualification({ certificationTypeId: type.id, issued: date('2026-05-04'), expires: date('2026-08-31'), ...overrides })
const on = (text: string, ...qualifications: readonly Qualification[]) => competenceOn(qualifications, types, dystonia, date(text))
describe('a certificate counts', () => {
  test.each([['2026-05-03', false], ['2026-05-04', true], ['2026-08-31', true], ['2026-09-01', false]])('on %s: %s', (day, granted) => {
    expect(on(day, held()).granted).toBe(granted)
  })
  test('for every competence of its type and no other', () => {
    expect(competenceOn([held()], types, competence('spasticity'), date('2026-05-04')).granted).toBe(true)
    expect(competenceOn([held()], types, competence('chronic-migraine'), date('2026-05-04')))
      .toEqual({ granted: false, reasons: [{ kind: 'not-certified', competence: 'chronic-migraine' }] })
  })
  test('without an end only where its type never expires', () => {
    expect(on('2099-01-01', held({ certificationTypeId: lifelong.id, expires: null })).granted).toBe(true)
    expect(on('2026-06-01', held({ expires: null }))).toMatchObject({ reasons: [{ kind: 'expiry-unknown' }] })
  })
  test('to its end even where its type never expires', () => {
    expect(on('2026-09-01', held({ certificationTypeId: lifelong.id }))).toMatchObject({ reasons: [{ kind: 'expired', lastDay: '2026-08-31' }] })
  })
  test('beside others that do not', () => {
    const good = held()
    expect(on('2026-06-01', held({ status: 'revoked' }), good, held({ expires: null }))).toEqual({ granted: true, by: [good] })
  })
})

describe('a certificate does not count', () => {
  const one = held()
  const of = { competence: dystonia, qualificationId: one.id, certificationTypeId: type.id }
  test.each([
    ['before its first day', held({ id: one.id }), '2026-05-03', { kind: 'not-yet-effective', ...of, firstDay: '2026-05-04' }],
    ['after its last day', held({ id: one.id }), '2026-09-01', { kind: 'expired', ...of, lastDay: '2026-08-31' }],
    ['while suspended', held({ id: one.id, status: 'suspended' }), '2026-06-01', { kind: 'suspended', ...of }],
    ['once revoked', held({ id: one.id, status: 'revoked' }), '2026-06-01', { kind: 'revoked', ...of }],
    ['until verified', held({ id: one.id, verification: { state: 'unverified' } }), '2026-06-01', { kind: 'unverified', ...of }],
    ['while its end is unknown', held({ id: one.id, expires: null }), '2026-06-01', { kind: 'expiry-unknown', ...of }],
    ['with an end that cannot be read', held({ id: one.id, expires: unreadable('zzz') }), '2026-06-01', { kind: 'expiry-unknown', ...of }],
    ['with a beginning that cannot be read', held({ id: one.id, issued: unreadable('abc') }), '2026-06-01', { kind: 'expiry-unknown', ...of }],
    ['for ever with a beginning that cannot be read', held({ id: one.id, issued: unreadable('abc'), expires: null }), '2026-06-01', { kind: 'expiry-unknown', ...of }],
    ['once its end is past, verified or not', held({ id: one.id, verification: { state: 'unverified' } }), '2026-09-01', { kind: 'expired', ...of, lastDay: '2026-08-31' }],
    ['revoked, expired or not', held({ id: one.id, status: 'revoked' }), '2026-09-01', { kind: 'revoked', ...of }],
  ] as const)('%s', (_, qualification, day, reason) => {
    expect(on(day, qualification)).toEqual({ granted: false, reasons: [reason] })
  })
  test.each([
    ['entered in error', held({ status: 'entered-in-error' })],
    ['of a type that is no longer active', held({ certificationTypeId: withdrawn.id })],
    ['of an unknown type', held({ certificationTypeId: idNumber(0xdead) })],
    ['for something else', held({ certificationTypeId: other.id })],
  ])('%s: it is as if there were none', (_, qualification) => {
    expect(on('2026-06-01', qualification)).toEqual({ granted: false, reasons: [{ kind: 'not-certified', competence: dystonia }] })
  })
  test('and each of several says why', () => {
    const old = held({ issued: date('2020-01-01'), expires: date('2022-12-31') })
    const fresh = held({ verification: { state: 'unverified' } })
    expect(on('2026-06-01', old, fresh)).toMatchObject({ reasons: [{ kind: 'expired', qualificationId: old.id }, { kind: 'unverified', qualificationId: fresh.id }] })
  })
})

describe('a certificate with more to it', () => {
  const reasonFor = (day: string, ...qualifications: readonly Qualification[]) => {
    const grant = on(day, ...qualifications)
    return grant.granted ? 'granted' : grant.reasons.map(reason => reason.kind).join()
  }
  test.each([['2026-05-31', 'not-yet-effective'], ['2026-06-01', 'granted']])('counts from its own first day: on %s %s', (day, expected) => {
    expect(reasonFor(day, held({ effective: date('2026-06-01') }))).toBe(expected)
  })
  test('counts never before it was issued', () => {
    expect(reasonFor('2026-05-03', held({ effective: date('2026-04-01') }))).toBe('not-yet-effective')
    expect(reasonFor('2026-06-01', held({ effective: unreadable('abc') }))).toBe('expiry-unknown')
  })
  test.each([['2026-06-30', 'granted'], ['2026-07-01', 'verification-overdue']])('counts as long as the verification vouches for it: on %s %s', (day, expected) => {
    expect(reasonFor(day, held({ verification: { ...verified, due: date('2026-06-30') } }))).toBe(expected)
  })
  test('counts for what the paper covers, and for no more than its type', () => {
    const scoped = (...codes: readonly string[]) => held({ scope: { ...plainPaper.scope, competences: codes.map(competence) } })
    expect(reasonFor('2026-06-01', scoped('cervical-dystonia'))).toBe('granted')
    expect(reasonFor('2026-06-01', scoped('spasticity'))).toBe('not-certified')
    expect(competenceOn([scoped('chronic-migraine')], types, competence('chronic-migraine'), date('2026-06-01')).granted).toBe(false)
  })
  test('needs a prescriber, or hours, where its type says so', () => {
    const strict = new Map([{ ...type, needsPrescriber: true, hours: 20 }].map(one => [one.id, one]))
    const kinds = (one: Qualification) => {
      const grant = competenceOn([one], strict, dystonia, date('2026-06-01'))
      return grant.granted ? 'granted' : grant.reasons.map(reason => reason.kind).join()
    }
    expect(kinds(held({ hours: 20 }))).toBe('prescriber-missing')
    expect(kinds(held({ prescriberId: idNumber(7), hours: 19 }))).toBe('hours-short')
    expect(kinds(held({ prescriberId: idNumber(7) }))).toBe('hours-short')
    expect(kinds(held({ prescriberId: idNumber(7), hours: 20 }))).toBe('granted')
  })
})

describe('a renewed certificate', () => {
  const old = held()
  const renewal = held({ renews: old.id, issued: date('2026-06-15'), effective: date('2026-07-01'), expires: date('2027-06-30') })
  const granting = (day: string, next: Qualification) => {
    const grant = on(day, old, next)
    return grant.granted ? grant.by.map(one => (one.id === old.id ? 'old' : 'new')) : grant.reasons.map(reason => reason.kind)
  }
  test.each([['2026-06-30', ['old']], ['2026-07-01', ['new']], ['2026-08-31', ['new']], ['2027-07-01', ['superseded', 'expired']]])('on %s: %s', (day, expected) => {
    expect(granting(day, renewal)).toEqual(expected)
  })
  test.each([
    ['not verified yet, takes nothing away', { verification: { state: 'unverified' } }, ['old']], ['suspended, takes the old one with it', { status: 'suspended' }, ['superseded', 'suspended']],
    ['revoked before anybody verified it, too', { status: 'revoked', verification: { state: 'unverified' } }, ['superseded', 'revoked']],
    ['entered in error, is as if it were not there', { status: 'entered-in-error' }, ['old']],
  ] as const)('whose renewal is %s', (_, overrides, expected) => { expect(granting('2026-08-01', { ...renewal, ...overrides })).toEqual(expected) })
})

describe('of several certificates that grant', () => {
  const early = held({ id: idNumber(1), expires: date('2026-06-30') })
  const late = held({ id: idNumber(2), expires: date('2026-12-31') })
  test('the competence ends with the last', () => {
    expect(endsLast([early, late])).toEqual({ qualification: late, lastDay: '2026-12-31' })
    expect(endsLast([late, early])).toEqual({ qualification: late, lastDay: '2026-12-31' })
  })
  test('the competence ends when it has to be verified again', () => {
    const due = held({ verification: { ...verified, due: date('2026-06-15') } })
    expect(endsLast([due])).toEqual({ qualification: due, lastDay: '2026-06-15' })
    expect(endsLast([{ ...due, expires: date('2026-06-01') }])?.lastDay).toBe('2026-06-01')
    expect(endsLast([{ ...due, expires: null }])?.lastDay).toBe('2026-06-15')
  })
  test('one without end makes it endless', () => { expect(endsLast([early, held({ expires: null })])).toBeNull() })
  test('the first recorded is named when two end together', () => {
    const twin = held({ id: idNumber(3), expires: date('2026-12-31') })
    expect(endsLast([twin, late])?.qualification.id).toBe(late.id)
    expect(endsLast([late, twin])?.qualification.id).toBe(late.id)
  })
  test('there is none when there are none', () => { expect(endsLast([])).toBeNull() })
})

describe('the proposed last day', () => {
  test.each([
    ['never', { kind: 'never' }, '2026-05-04', null],
    ['after 24 months', { kind: 'months', months: 24 }, '2026-05-04', '2028-05-03'],
    ['after 1 month from 31 January', { kind: 'months', months: 1 }, '2026-01-31', '2026-02-27'],
    ['on 31 March, issued before it', { kind: 'fixed-date', month: 3, day: 31 }, '2026-02-01', '2026-03-31'],
    ['on 31 March, issued on it', { kind: 'fixed-date', month: 3, day: 31 }, '2026-03-31', '2026-03-31'],
    ['on 31 March, issued after it', { kind: 'fixed-date', month: 3, day: 31 }, '2026-04-01', '2027-03-31'],
    ['on 29 February, in a common year', { kind: 'fixed-date', month: 2, day: 29 }, '2026-01-01', '2026-02-28'],
    ['on 29 February, in a leap year', { kind: 'fixed-date', month: 2, day: 29 }, '2028-01-01', '2028-02-29'],
  ] as const)('%s', (_, rule, issued, expected) => { expect(expiryFor(rule, date(issued))).toBe(expected) })
})
