import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { AppointmentId } from '../../../../shared/domain/ids.ts'
import { affectedBy, overdueDays, type Trouble, worstFirst } from '../../../../shared/domain/sickCall/affected.ts'
import { leavesHomeAt } from '../../../../shared/domain/sickCall/sickCall.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { anAbsence, aServiceType, at, idNumber, newId, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, ortiz, ortizsShift, service } from '../../../support/smallClinic.ts'

/** Khan is sick on Monday from 9 to 13. */
const morning = anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T09:00'), end: wall('2026-05-04T13:00'), reason: 'sick' })
const early = at('2026-05-04T07:00')
const affected = (appointments: readonly Appointment[], overrides: Partial<StaffingFacts> = {}, now = early) =>
  affectedBy(clinic({ appointments, ...overrides }), morning, now).map(({ id }) => id)
const ortizIsThereToo = { shiftPatterns: [...clinic().shiftPatterns, { ...ortizsShift, id: newId<typeof ortizsShift.id>(), start: time('09:00'), end: time('14:00') }] }

test('an absence takes a visit from its performer even where a colleague is there for it', () => {
  const visit = aVisit()
  expect(affected([visit])).toEqual([visit.id])
  expect(affected([visit], ortizIsThereToo)).toEqual([visit.id])
  expect(affected([visit], { qualifications: [] })).toEqual([visit.id])
})

test('an absence leaves a colleague’s visit alone, and a visit that names nobody while somebody else can do it', () => {
  const theirs = aVisit({ performerId: ortiz.id })
  const anybodys = aVisit({ performerId: null, start: wall('2026-05-04T11:00') })
  expect(affected([theirs, anybodys], ortizIsThereToo)).toEqual([])
})

test('an absence affects a visit that names nobody, and a colleague’s that needs the absent one beside it, once nobody is left for them', () => {
  const anybodys = aVisit({ performerId: null })
  expect(affected([anybodys])).toEqual([anybodys.id])
  const supervised = aServiceType({ ...service, supervision: { roles: ['physician'], competences: [], presence: 'on-site', atMost: null } })
  const beside = aVisit({ performerId: ortiz.id })
  expect(affected([beside], { ...ortizIsThereToo, serviceTypes: [supervised] })).toEqual([beside.id])
})

test('a visit that was flagged before is not made worse by the absence of somebody whom it does not name', () => {
  expect(affected([aVisit({ performerId: null })], { qualifications: [] })).toEqual([])
})

test('an absence affects what is still to come or under way, not what is over, cancelled or missed', () => {
  const visit = aVisit({ start: wall('2026-05-04T10:00'), minutes: 30 })
  expect(affected([visit], {}, at('2026-05-04T10:29'))).toEqual([visit.id])
  expect(affected([visit], {}, at('2026-05-04T10:30'))).toEqual([])
  const later = (['proposed', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error'] as const).map(status => ({ ...visit, id: newId<AppointmentId>(), status }))
  expect(later.filter(({ id, ...each }) => affected([{ ...each, id }]).includes(id)).map(({ status }) => status)).toEqual(['proposed', 'booked', 'arrived'])
})

test('an absence affects no visit that ends as it begins or begins as it ends', () => {
  const touching = [aVisit({ start: wall('2026-05-04T08:30'), minutes: 30 }), aVisit({ start: wall('2026-05-04T13:00'), minutes: 30 })]
  expect(affected(touching)).toEqual([])
  expect(affected([aVisit({ start: wall('2026-05-04T12:59'), minutes: 30 })])).toHaveLength(1)
})

const everyTwelveWeeks = { ...service, minimumIntervalDays: 84 }
const on = (day: string, overrides: Partial<Appointment> = {}): Appointment => aVisit({ start: wall(`${day}T10:00`), ...overrides })

test('a visit is overdue by the days beyond the shortest interval since the last one', () => {
  const last = on('2026-02-09')
  expect(['2026-05-03', '2026-05-04', '2026-05-14'].map(day => overdueDays(on(day), [last], everyTwelveWeeks))).toEqual([-1, 0, 10])
  expect(overdueDays(on('2026-05-14'), [on('2026-02-09'), on('2025-11-03'), on('2026-08-24')], everyTwelveWeeks)).toBe(10)
})

test('nothing is known of an interval without one, without a service, and without an earlier visit that counts', () => {
  const visit = on('2026-05-14')
  const last = on('2026-02-09')
  expect(overdueDays(visit, [last], { ...service, minimumIntervalDays: null })).toBeNull()
  expect(overdueDays(visit, [last], undefined)).toBeNull()
  for (const other of [visit, on('2026-05-14'), on('2026-06-01'), { ...last, status: 'cancelled' as const }, { ...last, serviceTypeId: newId<typeof last.serviceTypeId>() }]) {
    expect(overdueDays(visit, [other], everyTwelveWeeks)).toBeNull()
  }
  expect(overdueDays(visit, [{ ...on('2026-01-01'), id: visit.id }], everyTwelveWeeks)).toBeNull()
})

const trouble = (overrides: Partial<Trouble> = {}): Trouble => ({ visit: aVisit(), uncovered: false, travelMinutes: null, overdueDays: null, ...overrides })

test('the worst comes first: nobody there, then from far, overdue, arrived, and the earliest', () => {
  const ordered = [
    trouble({ uncovered: true, visit: aVisit({ start: wall('2026-05-04T16:00') }) }),
    trouble({ travelMinutes: 60, visit: aVisit({ start: wall('2026-05-04T15:30') }) }),
    trouble({ overdueDays: 1, visit: aVisit({ start: wall('2026-05-04T15:00') }) }),
    trouble({ visit: aVisit({ status: 'arrived', start: wall('2026-05-04T14:30') }) }),
    trouble({ travelMinutes: 59, overdueDays: 0, visit: aVisit({ start: wall('2026-05-04T10:00') }) }),
    trouble({ visit: aVisit({ start: wall('2026-05-04T11:00') }) }),
    trouble({ overdueDays: -3, visit: aVisit({ start: wall('2026-05-04T12:00') }) }),
  ]
  expect(ordered.toReversed().toSorted(worstFirst)).toEqual(ordered)
  expect(ordered.toSorted(worstFirst)).toEqual(ordered)
})

test('of two troubles alike at the same hour the earlier booked comes first', () => {
  const [first, second] = [1, 2].map(n => trouble({ visit: aVisit({ id: idNumber<AppointmentId>(n) }) }))
  if (first === undefined || second === undefined) throw new Error('two were made')
  expect([second, first].toSorted(worstFirst)).toEqual([first, second])
  expect([first, second].toSorted(worstFirst)).toEqual([first, second])
})

test('whoever has the longest way leaves home first, and of an unknown way nothing is taken off', () => {
  expect(leavesHomeAt(at('2026-05-04T10:00'), 90)).toBe(at('2026-05-04T08:30'))
  expect(leavesHomeAt(at('2026-05-04T10:00'), null)).toBe(at('2026-05-04T10:00'))
})
