import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { Supervision } from '../../../../shared/domain/service.ts'
import { assign } from '../../../../shared/domain/staffing/assignment.ts'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { findSlots } from '../../../../shared/domain/staffing/slots.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aPractitioner, aQualification, aRole, aShift, at, between, idNumber, wall } from '../../../support/builders.ts'
import { aVisit, certificate, clinic, khan, khansCertificate, khansShift, lakeside, monday4May, ortiz, ortizsCertificate, ortizsShift, service } from '../../../support/smallClinic.ts'

const nurse = aPractitioner({ id: idNumber(0x43), roles: [aRole({ role: 'registered-nurse' })] })
const doctor = aPractitioner({ id: idNumber(0x44), roles: [aRole({ role: 'physician' })] })
const lee = aPractitioner({ id: idNumber(0x45), roles: [aRole({ role: 'physician' })] })
const asNurse = (person: typeof khan) => ({ ...person, roles: [aRole({ role: 'registered-nurse' })] })
/** Three nurses who are certified and, besides, one physician who is not: the only supervisor. */
const supervisedBy = (supervision: Partial<Supervision> = {}): Partial<StaffingFacts> => ({
  practitioners: [asNurse(khan), asNurse(ortiz), nurse, doctor],
  qualifications: [khansCertificate, ortizsCertificate, aQualification({ id: idNumber(0x53), practitionerId: nurse.id, certificationTypeId: certificate.id })],
  shiftPatterns: [khansShift, ortizsShift, ...[nurse, doctor].map((who, n) => aShift({ id: idNumber(0x63 + n), practitionerId: who.id, locationId: lakeside.id }))],
  serviceTypes: [{ ...service, roles: ['registered-nurse'], supervision: { roles: ['physician'], competences: [], presence: 'on-site', atMost: 2, ...supervision } }],
})
const visit = (n: number, who: typeof khan | null, start = '15:00', rest: Partial<Appointment> = {}) =>
  aVisit({ id: idNumber(0x900 + n), performerId: who?.id ?? null, start: wall(`2026-05-04T${start}`), ...rest })
const states = (facts: Partial<StaffingFacts>) => [...monday4May(facts).verdicts.values()].map(verdict => verdict.state)

describe('a supervisor who may look after two visits at a time', () => {
  const three = [visit(1, khan), visit(2, ortiz), visit(3, nurse)]
  test('leaves the third of three at once, the latest made, and it is said who is too few', () => {
    const { verdicts } = monday4May({ ...supervisedBy(), appointments: three })
    expect([...verdicts.values()].map(verdict => verdict.state)).toEqual(['covered', 'covered', 'uncovered'])
    expect(verdicts.get(idNumber(0x903))).toMatchObject({ shortage: {
      appointmentIds: three.map(one => one.id), practitionerIds: [khan.id, ortiz.id, nurse.id], supervision: { practitionerIds: [doctor.id], atMost: 2 },
    } })
  })
  test('is enough for three where the third begins as the first ends', () => {
    expect(states({ ...supervisedBy(), appointments: [visit(1, khan), visit(2, ortiz), visit(3, nurse, '15:30')] })).toEqual(['covered', 'covered', 'covered'])
  })
  test('is enough for any number where no number is said', () => {
    expect(states({ ...supervisedBy({ atMost: null }), appointments: three })).toEqual(['covered', 'covered', 'covered'])
  })
  test('is joined by a second one, and all three are covered', () => {
    const facts = supervisedBy()
    const both = { ...facts, practitioners: [...facts.practitioners ?? [], lee], shiftPatterns: [...facts.shiftPatterns ?? [], aShift({ practitionerId: lee.id, locationId: lakeside.id })] }
    expect(states({ ...both, appointments: three })).toEqual(['covered', 'covered', 'covered'])
  })
  test('may be on call where that is enough, and has no more than two then either', () => {
    const facts = supervisedBy({ presence: 'on-call' })
    const onCall = { ...facts, shiftPatterns: facts.shiftPatterns?.map(one => (one.practitionerId === doctor.id ? { ...one, presence: 'on-call' as const } : one)) ?? [] }
    expect(states({ ...onCall, appointments: three })).toEqual(['covered', 'covered', 'uncovered'])
  })
  test('counts for visits that name nobody yet: two find somebody, the third does not', () => {
    expect(states({ ...supervisedBy(), appointments: [visit(1, null), visit(2, null), visit(3, null)] })).toEqual(['assignable', 'assignable', 'uncovered'])
  })
  test('is what all hangs on, and the visits say so', () => {
    expect(monday4May({ ...supervisedBy(), appointments: [visit(1, khan)] }).verdicts.get(idNumber(0x901))).toMatchObject({ state: 'covered', fragile: { practitionerId: doctor.id } })
  })
})

describe('who supervises and who performs', () => {
  test('are found together: one who would supervise performs where nobody else can', () => {
    const facts = supervisedBy({ roles: ['physician', 'registered-nurse'], atMost: 1 })
    const two = { ...facts, practitioners: [asNurse(khan), doctor], appointments: [visit(1, null, '10:00')] }
    expect(monday4May(two).verdicts.get(idNumber(0x901))).toMatchObject({ state: 'assignable', performerId: khan.id })
  })
  test('someone named stays named as long as that costs nobody a visit, else a colleague is proposed', () => {
    // Ortiz alone may supervise Khan, and Khan Ortiz: for two visits at once both have to perform, and each supervises the other.
    const facts = { ...supervisedBy({ roles: ['registered-nurse'], atMost: 1 }), practitioners: [asNurse(khan), asNurse(ortiz)] }
    expect(states({ ...facts, appointments: [visit(1, khan), visit(2, ortiz)] })).toEqual(['covered', 'covered'])
    expect(states({ ...facts, appointments: [visit(1, khan), visit(2, null)] })).toEqual(['covered', 'assignable'])
  })
})

describe('a slot', () => {
  const query = { serviceTypeId: service.id, locationIds: [lakeside.id], from: at('2026-05-04T15:00'), through: at('2026-05-04T16:00'), limit: 10, stepMinutes: 30, includeClosed: true }
  test('is not offered where the supervisor has enough already, and says so', () => {
    const { slots, closed } = findSlots(clinic({ ...supervisedBy(), appointments: [visit(1, khan), visit(2, ortiz)] }), query)
    expect(slots.map(slot => slot.start.slice(11))).toEqual(['15:30'])
    expect(closed[0]?.reasons.find(entry => entry.practitionerId === nurse.id)?.reasons).toEqual([{ kind: 'supervisor-busy' }])
  })
})

test('a day of sixty visits with three supervisors is settled at once, whatever is too much for them', () => {
  const demand = (n: number): Demand => {
    const start = 480 + 15 * Math.floor(n / 2)
    const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return {
      id: idNumber(0x1000 + n), interval: between(`2026-05-04T${clock(start)}`, `2026-05-04T${clock(start + 60)}`), candidates: [100 + (n % 12)], named: 100 + (n % 12),
      supervised: { by: [1, 2, 3], atMost: 2 },
    }
  }
  const groups = assign(Array.from({ length: 60 }, (_, n) => demand(n)))
  expect(groups.every(group => group.settled)).toBe(true)
  const served = groups.flatMap(group => [...group.assigned.keys()]).length
  // Six places, each free again after an hour: three of four quarters of an hour begin with two visits that find one.
  expect(served).toBe(46)
})
