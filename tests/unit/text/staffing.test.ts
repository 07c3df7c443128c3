import { describe, expect, test } from 'vitest'
import type { AppointmentId, CertificationTypeId, PractitionerId, QualificationId } from '../../../shared/domain/ids.ts'
import type { CannotVerifyCause, PractitionerReasons, Reason, Verdict } from '../../../shared/domain/staffing/types.ts'
import {
  cannotVerifyText,
  closedSlotSentence,
  dayNear,
  fragileStretchSentence,
  gapSentence,
  personSentence,
  type StaffingNames,
  staffingSentence,
} from '../../../shared/text/staffing.ts'
import { at, competence, date, idNumber, wall } from '../../support/builders.ts'

const khan = idNumber<PractitionerId>(1)
const ortiz = idNumber<PractitionerId>(2)
const silva = idNumber<PractitionerId>(3)
const people = new Map([
  [khan, 'A. Khan'],
  [ortiz, 'M. Ortiz'],
  [silva, 'R. Silva'],
])
const names: StaffingNames = {
  person: id => people.get(id) ?? 'somebody',
  competence: code => (code === 'dystonia' ? 'Dystonia' : 'Chronic migraine, 31 sites'),
  visitTime: id => (id === idNumber<AppointmentId>(50) ? '10:00' : null),
  today: date('2026-05-04'),
}
const held = {
  competence: competence('dystonia'),
  qualificationId: idNumber<QualificationId>(9),
  certificationTypeId: idNumber<CertificationTypeId>(8),
}
const lacks = (practitionerId: PractitionerId, ...reasons: readonly Reason[]): PractitionerReasons => ({
  practitionerId,
  reasons,
})
const notCertified: Reason = { kind: 'not-certified', competence: held.competence }
const expired = (lastDay: string): Reason => ({ kind: 'expired', ...held, lastDay: date(lastDay) })
const offShift = (next: string | null): Reason => ({ kind: 'off-shift', next: next === null ? null : wall(next) })
const uncovered = (...reasons: readonly PractitionerReasons[]): Verdict => ({ state: 'uncovered', shortage: null, reasons })
const say = (verdict: Verdict, performerId: PractitionerId | null = null) =>
  staffingSentence(verdict, { start: wall('2026-05-04T10:00'), performerId }, names)

describe('an uncovered visit', () => {
  test('says whose certificate ended and who is there later', () => {
    expect(say(uncovered(lacks(khan, expired('2026-05-03')), lacks(ortiz, offShift('2026-05-04T14:00'))), khan)).toBe(
      'A. Khan’s dystonia certificate ended yesterday; nobody else certified is on shift. M. Ortiz is on shift from 14:00.',
    )
  })
  test('says the same of somebody on shift who is not the one named', () => {
    expect(say(uncovered(lacks(khan, expired('2026-01-03'))))).toBe(
      'A. Khan’s dystonia certificate ended on 3 January; nobody else certified is on shift.',
    )
  })
  test('speaks of a certificate that will have ended by then in the present', () => {
    expect(say(uncovered(lacks(khan, expired('2026-05-05'))))).toContain('certificate ends tomorrow')
  })
  test('says that nobody is on shift when those certified come on another day', () => {
    expect(say(uncovered(lacks(khan, offShift('2026-05-06T09:00'))))).toBe(
      'Nobody certified is on shift then. A. Khan is on shift from Wed 6 May 09:00.',
    )
  })
  test('names who is certified and has no shift that day', () => {
    expect(say(uncovered(lacks(khan, offShift(null))))).toBe(
      'Nobody certified is on shift then. A. Khan is certified but not on shift that day.',
    )
  })
  test('says that nobody here is certified when nobody is', () => {
    expect(say(uncovered(lacks(khan, notCertified), lacks(ortiz, { kind: 'role-not-allowed', roles: ['receptionist'] })))).toBe(
      'Nobody here is certified for this.',
    )
  })
  test('does not offer a person who misses by two things', () => {
    expect(say(uncovered(lacks(khan, expired('2026-05-03'), offShift('2026-05-04T14:00'))))).toBe(
      'Nobody with a certificate that counts is on shift then.',
    )
  })
  test('names who is away and until when', () => {
    expect(say(uncovered(lacks(khan, { kind: 'absent', until: wall('2026-05-11T00:00') })), khan)).toBe(
      'A. Khan is away until Mon 11 May; nobody else certified is on shift.',
    )
    expect(say(uncovered(lacks(khan, { kind: 'absent', until: wall('2026-05-04T13:00') })))).toBe(
      'Nobody certified is on shift then. A. Khan is away until 13:00.',
    )
  })
  test('names who is busy, with the time of the other visit when it is known', () => {
    expect(say(uncovered(lacks(khan, { kind: 'busy', appointmentId: idNumber(50) })))).toBe(
      'A. Khan has another visit at 10:00; nobody else certified is free.',
    )
    expect(say(uncovered(lacks(khan, { kind: 'busy', appointmentId: idNumber(51) })))).toBe(
      'A. Khan has another visit then; nobody else certified is free.',
    )
  })
  test('says when only the supervisor is missing', () => {
    expect(say(uncovered(lacks(silva, { kind: 'supervisor-missing' })))).toBe(
      'R. Silva needs a supervisor, and none is there then; nobody else certified is on shift.',
    )
  })
  test('names the visits and people of the smallest set that cannot be covered', () => {
    const appointmentIds = [idNumber<AppointmentId>(50), idNumber<AppointmentId>(51), idNumber<AppointmentId>(52)]
    expect(say({ state: 'uncovered', shortage: { appointmentIds, practitionerIds: [khan, ortiz], supervision: null }, reasons: [] })).toBe(
      '3 visits overlap, 2 people can do them: A. Khan and M. Ortiz.',
    )
    expect(say({ state: 'uncovered', shortage: { appointmentIds, practitionerIds: [], supervision: null }, reasons: [] })).toBe(
      '3 visits overlap, nobody can do them.',
    )
    expect(say({ state: 'uncovered', shortage: { appointmentIds, practitionerIds: [khan], supervision: { practitionerIds: [ortiz], atMost: 2, scopeRuleId: null } }, reasons: [] })).toBe(
      '3 visits overlap that have to be supervised; M. Ortiz may supervise 2 at a time.',
    )
    expect(say({ state: 'uncovered', shortage: { appointmentIds, practitionerIds: [khan], supervision: { practitionerIds: [ortiz, silva], atMost: 1, scopeRuleId: idNumber(7) } }, reasons: [] })).toBe(
      '3 visits overlap at which somebody else must be there, by a rule of the place; M. Ortiz and R. Silva may be there for 1 each at a time.',
    )
  })
})

describe('every reason has its words', () => {
  const told: readonly (readonly [Reason, string])[] = [
    [{ kind: 'inactive' }, 'A. Khan no longer works here.'],
    [{ kind: 'role-not-allowed', roles: ['receptionist'] }, 'A. Khan’s role does not allow it.'],
    [notCertified, 'A. Khan is not certified for dystonia.'],
    [expired('2026-05-04'), 'A. Khan’s dystonia certificate ends today.'],
    [expired('2025-12-31'), 'A. Khan’s dystonia certificate ended on 31 December 2025.'],
    [{ kind: 'not-yet-effective', ...held, firstDay: date('2026-05-05') }, 'A. Khan’s dystonia certificate starts tomorrow.'],
    [{ kind: 'suspended', ...held }, 'A. Khan’s dystonia certificate is suspended.'],
    [{ kind: 'revoked', ...held }, 'A. Khan’s dystonia certificate was revoked.'],
    [{ kind: 'unverified', ...held }, 'A. Khan’s dystonia certificate is not verified yet.'],
    [
      { kind: 'expiry-unknown', ...held, competence: competence('migraine') },
      'A. Khan’s chronic migraine certificate has no known end date.',
    ],
    [offShift(null), 'A. Khan is not on shift.'],
    [offShift('2026-05-04T14:00'), 'A. Khan is on shift from 14:00.'],
    [{ kind: 'supervisor-missing' }, 'A. Khan needs a supervisor, and none is there then.'],
    [{ kind: 'supervisor-busy' }, 'A. Khan needs a supervisor, and whoever could has as many visits then as may be.'],
  ]
  test.each(told)('%o', (reason, words) => {
    expect(personSentence(lacks(khan, reason), { start: wall('2026-05-04T10:00'), performerId: null }, names)).toBe(words)
  })
})

describe('the other verdicts', () => {
  test('covered says by whom', () => {
    expect(say({ state: 'covered', fragile: null, reasons: [] }, khan)).toBe('A. Khan is certified and on shift.')
  })
  test('fragile names the one person and the day on which it ends', () => {
    const expiring = {
      qualificationId: held.qualificationId,
      certificationTypeId: held.certificationTypeId,
      lastDay: date('2027-01-03'),
    }
    expect(say({ state: 'covered', fragile: { practitionerId: khan, expiring }, reasons: [] }, khan)).toBe(
      'Only A. Khan can do this; the certificate ends on 3 January 2027.',
    )
    expect(say({ state: 'covered', fragile: { practitionerId: khan, expiring: null }, reasons: [] }, khan)).toBe(
      'Only A. Khan can do this.',
    )
  })
  test('assignable says who can, and why the one named cannot', () => {
    expect(say({ state: 'assignable', performerId: ortiz, reasons: [] })).toBe('Nobody is named yet. M. Ortiz can do it.')
    expect(say({ state: 'assignable', performerId: ortiz, reasons: [lacks(khan, offShift(null))] }, khan)).toBe(
      'A. Khan is not on shift; M. Ortiz can do it.',
    )
  })
  test('cannot-verify has a sentence for every cause', () => {
    const causes: readonly CannotVerifyCause[] = [
      'service-type-unknown',
      'service-type-not-approved',
      'location-unknown',
      'time-invalid',
      'search-limit',
      'rule-failed',
    ]
    expect(Object.keys(cannotVerifyText).sort()).toEqual([...causes].sort())
    for (const cause of causes) expect(say({ state: 'cannot-verify', cause, reasons: [] })).toMatch(/\.$/)
  })
})

test('a closed slot gives one reason', () => {
  const slot = {
    start: wall('2026-05-04T10:00'),
    interval: { start: at('2026-05-04T10:00'), end: at('2026-05-04T10:30') },
    outsideOpeningHours: false,
    freeRoom: true,
    patientBusy: false,
    companionMissing: false,
    tooSoon: null,
    findings: [],
    reasons: [lacks(khan, offShift('2026-05-04T14:00'))],
  }
  expect(closedSlotSentence(slot, names)).toBe('Nobody certified is on shift then. A. Khan is on shift from 14:00.')
  expect(closedSlotSentence({ ...slot, freeRoom: false }, names)).toBe('Every room is taken then.')
  expect(closedSlotSentence({ ...slot, freeRoom: false }, names, 'Room 2')).toBe('Room 2 is taken then.')
  expect(closedSlotSentence({ ...slot, patientBusy: true }, names)).toBe('The patient has another visit then.')
  expect(closedSlotSentence({ ...slot, companionMissing: true }, names)).toBe('It is free, but there is no place for the second visit.')
  const tooSoon = { service: 'Dystonia', minimumDays: 84, other: date('2026-03-02'), from: date('2026-05-25') }
  expect(closedSlotSentence({ ...slot, tooSoon }, names)).toBe('Dystonia needs 84 days from one visit to the next, and this patient has one on 2 Mar 2026. It can be from 25 May 2026 on.')
  expect(closedSlotSentence({ ...slot, outsideOpeningHours: true }, names)).toBe('This lies outside the opening hours.')
})

test('a gap says for what and from when to when', () => {
  expect(gapSentence(['Dystonia'], '13:00', '15:30')).toBe('No one certified for dystonia 13:00–15:30')
  expect(gapSentence(['Dystonia', 'Blepharospasm'], '13:00', '15:30')).toBe(
    'No one certified for dystonia and blepharospasm 13:00–15:30',
  )
  expect(fragileStretchSentence('A. Khan', 'Dystonia', '13:00', '15:30')).toBe('Only A. Khan for dystonia 13:00–15:30')
})

test('days near today are called by their names', () => {
  expect(dayNear(date('2026-05-04'), names.today)).toBe('today')
  expect(dayNear(date('2026-05-03'), names.today)).toBe('yesterday')
  expect(dayNear(date('2026-05-05'), names.today)).toBe('tomorrow')
  expect(dayNear(date('2026-06-01'), names.today)).toBe('on 1 June')
})
