import { describe, expect, it } from 'vitest'
import type { Register } from '../../../renderer/staff/register.ts'
import { heldBy, staffLines, standingOf } from '../../../renderer/staff/standing.ts'
import type { CertificationTypeId, PractitionerId } from '../../../shared/domain/ids.ts'
import { standingWords } from '../../../shared/text/en/standing.ts'
import { aCertificationType, aPractitioner, aQualification, date, verified } from '../../support/builders.ts'

const today = date('2026-05-04')
const type = aCertificationType({ expiry: { kind: 'months', months: 24 } })
const ofType = (overrides: Parameters<typeof aQualification>[0] = {}) => aQualification({ certificationTypeId: type.id, ...overrides })
const words = (overrides: Parameters<typeof aQualification>[0], of = type) => standingWords(standingOf(ofType(overrides), of, [], today))

describe('where a certification stands today, in words', () => {
  it.each([
    ['counts until its last day', { expires: date('2026-12-31') }, 'counts until 31 Dec 2026'],
    ['is ending from sixty days before', { expires: date('2026-07-03') }, 'ends in 60 days, on 3 Jul 2026'],
    ['still counts on its last day', { expires: today }, 'ends today, 4 May 2026'],
    ['has ended the day after', { expires: date('2026-05-03') }, 'ended 3 May 2026'],
    ['does not count before it is issued', { issued: date('2026-05-05') }, 'counts from 5 May 2026'],
    ['does not count unverified', { verification: { state: 'unverified' } }, 'not verified: does not count yet'],
    ['does not count suspended', { status: 'suspended' }, 'suspended: does not count'],
    ['does not count revoked', { status: 'revoked' }, 'revoked: does not count'],
    ['does not count unverified, though it has not started', { issued: date('2026-05-05'), verification: { state: 'unverified' } }, 'not verified: does not count yet'],
    ['is due soon from sixty days before', { verification: { ...verified, due: date('2026-06-01') } }, 'to be verified again by 1 Jun 2026'],
    ['does not count once verifying it again is overdue', { verification: { ...verified, due: date('2026-05-03') } }, 'verification overdue: does not count'],
    ['does not count without an end', { expires: null }, 'end date unknown: does not count'],
  ] as const)('%s', (_, overrides, sentence) => expect(words(overrides)).toBe(sentence))

  it('is quiet about an end that a verified renewal follows on', () => {
    const old = ofType({ expires: date('2026-05-20') })
    const renewal = ofType({ renews: old.id, issued: date('2026-05-01'), effective: date('2026-05-21'), expires: date('2028-05-20') })
    const kind = (held: readonly ReturnType<typeof ofType>[]) => standingOf(old, type, held, today).kind
    expect(kind([old, renewal])).toBe('counts')
    expect(kind([old, { ...renewal, verification: { state: 'unverified' } }])).toBe('ends-soon')
    expect(kind([old, { ...renewal, effective: date('2026-05-22') }])).toBe('ends-soon')
    expect(standingWords(standingOf(old, type, [old, renewal], date('2026-05-21')))).toBe('renewed: the newer one counts')
  })

  it('needs no end where its kind never ends', () => {
    const forever = aCertificationType({ id: type.id, expiry: { kind: 'never' } })
    expect(words({ expires: null }, forever)).toBe('counts, never ends')
  })

  it('counts for nothing when its kind is retired or gone', () => {
    expect(words({}, aCertificationType({ id: type.id, active: false }))).toBe('this kind is no longer used: does not count')
    expect(standingOf(ofType(), undefined, [], today).kind).toBe('type-retired')
  })
})

type Stake = { readonly practitionerId: PractitionerId; readonly certificationTypeId: CertificationTypeId | null; readonly visits: number }
const register = (part: Partial<Register>, atStake: readonly Stake[] = []): Register => ({
  practitioners: [], certificationTypes: [type], competences: [], qualifications: [], shiftPatterns: [], shiftExceptions: [], absences: [], today, ...part, atStake,
})

describe('who comes first on the staff list', () => {
  const [calm, lapsed, ending, left] = [
    aPractitioner({ name: { given: 'A', family: 'Calm' } }), aPractitioner({ name: { given: 'B', family: 'Lapsed' } }),
    aPractitioner({ name: { given: 'C', family: 'Ending' } }), aPractitioner({ name: { given: 'D', family: 'Left' }, active: false }),
  ]
  const held = [
    ofType({ practitionerId: calm.id }), ofType({ practitionerId: lapsed.id, expires: date('2026-05-01') }),
    ofType({ practitionerId: ending.id, expires: date('2026-05-20') }), ofType({ practitionerId: left.id, expires: date('2026-05-01') }),
  ]
  const stake = (practitionerId: PractitionerId, visits: number): Stake => ({ practitionerId, certificationTypeId: type.id, visits })

  it('puts what no longer counts before what soon will not, and those who left last', () => {
    const lines = staffLines(register({ practitioners: [calm, left, ending, lapsed], qualifications: held }, [stake(lapsed.id, 2), stake(ending.id, 9), stake(left.id, 5)]))
    expect(lines.map(line => line.practitioner.name.family)).toEqual(['Lapsed', 'Ending', 'Calm', 'Left'])
  })

  it('hangs no visit on an old certification where a newer one of its kind counts', () => {
    const both = [ofType({ practitionerId: lapsed.id, expires: date('2026-05-01') }), ofType({ practitionerId: lapsed.id })]
    const [first, second] = heldBy(lapsed, register({ practitioners: [lapsed], qualifications: both }, [stake(lapsed.id, 3)]))
    expect([first, second].map(one => [one?.standing.kind, one?.visits])).toEqual([['ended', 0], ['counts', 3]])
  })
})
