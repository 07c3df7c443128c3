import { expect, test } from 'vitest'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import { type Register, visitsAtStake } from '../../../shared/domain/atStake.ts'
import { badgesOn } from '../../../shared/domain/badges.ts'
import {
  aCertificationType, anAppointment, aQualification, aServiceType, at, competence, date, newId, wall,
} from '../../support/builders.ts'

const dystonia = aCertificationType()
const both = aCertificationType({ competences: [competence('cervical-dystonia'), competence('migraine')], expiry: { kind: 'never' } })
const service = aServiceType()
const khan = newId<PractitionerId>()
const visit = anAppointment({ serviceTypeId: service.id })
const held = aQualification({ practitionerId: khan, certificationTypeId: dystonia.id })
const more = aQualification({ practitionerId: khan, certificationTypeId: both.id, expires: null })
const now = at('2026-05-04T12:00')

const register = (overrides: Partial<Register> = {}): Register => ({
  certificationTypes: [dystonia, both], qualifications: [held], serviceTypes: [service],
  appointments: [{ ...visit, performerId: khan }], ...overrides,
})
const onDystonia = { practitionerId: khan, certificationTypeId: dystonia.id, visits: 1 }
const onKhan = { practitionerId: khan, certificationTypeId: null, visits: 1 }

test('a visit hangs on its performer and on the only certification that gives what it needs', () => {
  expect(visitsAtStake(register(), now)).toEqual([onKhan, onDystonia])
})

test('a visit that another certification of the same person allows hangs on neither', () => {
  expect(visitsAtStake(register({ qualifications: [held, more] }), now)).toEqual([onKhan])
})

test('another certification counts only where it counts that day', () => {
  const unverified = { ...more, verification: { state: 'unverified' } as const }
  expect(visitsAtStake(register({ qualifications: [held, unverified] }), now)).toContainEqual(onDystonia)
  expect(visitsAtStake(register({ qualifications: [held, { ...more, status: 'entered-in-error' }] }), now)).toEqual([onKhan, onDystonia])
})

test('a visit waits for a certification that has ended', () => {
  expect(visitsAtStake(register({ qualifications: [{ ...held, expires: date('2026-05-03') }] }), now)).toContainEqual(onDystonia)
})

test('all of today counts, nothing of yesterday, and nothing that no longer stands or names nobody', () => {
  const stakes = (overrides: Partial<typeof visit>) => visitsAtStake(register({ appointments: [{ ...visit, performerId: khan, ...overrides }] }), now)
  expect(stakes({ start: wall('2026-05-04T00:00') })).toHaveLength(2)
  expect(stakes({ start: wall('2026-05-03T23:59') })).toEqual([])
  expect(stakes({ status: 'cancelled' })).toEqual([])
  expect(stakes({ performerId: null })).toEqual([])
})

test('badges are what counts on the day, each with the last day on which it does', () => {
  const types = new Map([dystonia, both].map(type => [type.id, type]))
  const day = date('2026-12-31')
  expect(badgesOn([held], types, day)).toEqual([{ competence: 'cervical-dystonia', certificationTypeId: dystonia.id, lastDay: '2026-12-31' }])
  expect(badgesOn([held], types, date('2027-01-01'))).toEqual([])
  expect(badgesOn([held, more], types, day)).toEqual([
    { competence: 'cervical-dystonia', certificationTypeId: both.id, lastDay: null },
    { competence: 'migraine', certificationTypeId: both.id, lastDay: null },
  ])
})
