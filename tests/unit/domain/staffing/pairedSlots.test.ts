import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { citationOf, type Finding } from '../../../../shared/domain/rules/finding.ts'
import { type CompanionQuery, findPairedSlots } from '../../../../shared/domain/staffing/pairedSlots.ts'
import { findSlots, type SlotQuery } from '../../../../shared/domain/staffing/slots.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aLocation, aPractitioner, aRole, aRoom, aRule, aShift, at, between, date, idNumber, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsShift, service } from '../../../support/smallClinic.ts'

// Besides the small clinic: therapy by Lee, on Mondays from 10 to 12.
const therapy = { ...service, id: idNumber<typeof service.id>(0x32), competences: [], roles: ['physiotherapist' as const], physiotherapy: true }
const lee = aPractitioner({ id: idNumber(0x43), name: { given: 'Sam', family: 'Lee' }, roles: [aRole({ role: 'physiotherapist' })] })
const leesShift = aShift({ id: idNumber(0x63), practitionerId: lee.id, locationId: lakeside.id, start: time('10:00'), end: time('12:00') })
const rosa = idNumber<Appointment['patientId']>(0x91)
const withTherapy = (overrides: Partial<StaffingFacts> = {}): StaffingFacts =>
  clinic({ serviceTypes: [service, therapy], practitioners: [khan, ortiz, lee], shiftPatterns: [khansShift, ortizsShift, leesShift], ...overrides })

type Asked = { readonly query?: Partial<SlotQuery>; readonly companion?: Partial<CompanionQuery>; readonly facts?: Partial<StaffingFacts> }
const found = ({ query = {}, companion = {}, facts = {} }: Asked = {}) => findPairedSlots(withTherapy(facts), {
  serviceTypeId: service.id, locationIds: [lakeside.id], from: at('2026-05-04T00:00'), through: at('2026-05-05T00:00'), limit: 1000, stepMinutes: 30, patientId: rosa, ...query,
}, { serviceTypeId: therapy.id, withinDays: 0, earliest: at('2026-05-04T00:00'), blockedBy: undefined, tooSoon: undefined, ...companion })
/** Each start with that of its companion. */
const pairs = (asked: Asked = {}) => found(asked).slots.map(slot => `${slot.start.slice(11)} + ${slot.companion?.start.slice(5) ?? 'none'}`)
const from = (clock: string) => ({ from: at(`2026-05-04T${clock}`), limit: 1 })

test('slots for which nothing else is asked go alone', () => {
  const query = { serviceTypeId: service.id, locationIds: [lakeside.id], from: at('2026-05-04T00:00'), through: at('2026-05-05T00:00'), limit: 3 }
  expect(findPairedSlots(withTherapy(), query, null).slots).toEqual(findSlots(withTherapy(), query).slots.map(slot => ({ ...slot, companion: null })))
})

describe('what goes with a slot', () => {
  test('is the earliest place that day, before or after it, with its own person and room', () => {
    const needy = { serviceTypes: [service, { ...therapy, needsRoom: true }], rooms: [aRoom({ id: idNumber(0x12), locationId: lakeside.id })] }
    expect(found({ query: { limit: 1 }, facts: needy }).slots).toEqual([{
      locationId: lakeside.id, start: '2026-05-04T09:00', interval: between('2026-05-04T09:00', '2026-05-04T09:30'), performerId: khan.id, roomId: null,
      companion: {
        appointmentId: null, locationId: lakeside.id, start: '2026-05-04T10:00', interval: between('2026-05-04T10:00', '2026-05-04T10:30'), performerId: lee.id, roomId: idNumber(0x12),
      },
    }])
    expect(pairs({ query: from('14:00') })).toEqual(['14:00 + 05-04T10:00'])
  })

  test('never overlaps it, also where no patient is named, and may touch it', () => {
    expect(pairs({ query: { ...from('10:00'), patientId: undefined } })).toEqual(['10:00 + 05-04T10:30'])
    expect(pairs({ query: from('10:00') })).toEqual(['10:00 + 05-04T10:30'])
    expect(pairs({ query: from('10:30') })).toEqual(['10:30 + 05-04T10:00'])
  })

  test('is not earlier than it may be', () => {
    expect(pairs({ query: from('14:00'), companion: { earliest: at('2026-05-04T10:40') } })).toEqual(['14:00 + 05-04T11:00'])
    expect(pairs({ query: from('14:00'), companion: { earliest: at('2026-05-04T12:00') } })).toEqual([])
  })

  test('is not where the patient, its person or its room is taken', () => {
    const elsewhere = aVisit({ patientId: rosa, serviceTypeId: idNumber(0x39), performerId: null, start: wall('2026-05-04T10:00') })
    expect(pairs({ query: from('14:00'), facts: { appointments: [elsewhere] } })).toEqual(['14:00 + 05-04T10:30'])
    expect(pairs({ query: from('14:00'), facts: { appointments: [aVisit({ serviceTypeId: therapy.id, performerId: lee.id })] } })).toEqual(['14:00 + 05-04T10:30'])
  })

  test('is not on a day that is too soon for it, or where a rule blocks it', () => {
    const soon = { service: 'Therapy', minimumDays: 7, other: date('2026-05-01'), from: date('2026-05-08') }
    expect(pairs({ query: from('14:00'), companion: { tooSoon: () => soon } })).toEqual([])
    expect(pairs({ query: from('14:00'), companion: { tooSoon: day => (day === '2026-05-04' ? soon : null), withinDays: 7 } })).toEqual(['14:00 + 05-11T10:00'])
    const finding: Finding = { severity: 'block', cause: { kind: 'role-barred' }, purposeUnknown: false, citation: citationOf(aRule()) }
    expect(pairs({ query: from('14:00'), companion: { blockedBy: ({ start }) => (start < '2026-05-04T11:00' ? [finding] : []) } })).toEqual(['14:00 + 05-04T11:00'])
  })

  test('is within so many days after it, the last one counted, and never on a day before', () => {
    const onWednesday = { shiftPatterns: [khansShift, { ...leesShift, weekday: 3 as const }] }
    expect(pairs({ query: from('09:00'), companion: { withinDays: 2 }, facts: onWednesday })).toEqual(['09:00 + 05-06T10:00'])
    expect(pairs({ query: from('09:00'), companion: { withinDays: 1 }, facts: onWednesday })).toEqual([])
    const onSunday = { shiftPatterns: [khansShift, { ...leesShift, weekday: 7 as const }] }
    expect(pairs({ query: from('09:00'), companion: { withinDays: 5, earliest: at('2026-05-01T00:00') }, facts: onSunday })).toEqual([])
  })

  test('is at the same location', () => {
    const hillside = aLocation({ id: idNumber(0x10) })
    const there = { ...leesShift, id: idNumber<typeof leesShift.id>(0x64), locationId: hillside.id, start: time('11:00') }
    const twice = { locations: [lakeside, hillside], shiftPatterns: [khansShift, { ...leesShift, end: time('11:00') }, { ...ortizsShift, locationId: hillside.id }, there] }
    const slots = found({ query: { ...from('14:00'), limit: 2, locationIds: [lakeside.id, hillside.id] }, facts: twice }).slots
    expect(slots.map(slot => [slot.locationId, slot.companion?.locationId, slot.companion?.start])).toEqual([
      [hillside.id, hillside.id, '2026-05-04T11:00'], [lakeside.id, lakeside.id, '2026-05-04T10:00'],
    ])
    expect(pairs({ query: from('14:00'), facts: { ...twice, shiftPatterns: [khansShift, there] } })).toEqual([])
  })

  test('leaves alone whom another visit needs once the slot is taken', () => {
    // Therapy is Khan's alone, and the waiting visit is for Khan or Ortiz: with Ortiz in the slot, Khan has to do it.
    const waiting = aVisit({ id: idNumber(0x901), performerId: null, minutes: 60 })
    const facts = {
      serviceTypes: [service, { ...therapy, roles: ['physiotherapist' as const] }], appointments: [waiting],
      practitioners: [{ ...khan, roles: [aRole(), aRole({ role: 'physiotherapist' })] }, ortiz],
      shiftPatterns: [{ ...khansShift, start: time('10:00') }, { ...ortizsShift, start: time('10:00') }],
    }
    expect(pairs({ query: { ...from('10:00'), practitionerId: ortiz.id }, facts })).toEqual(['10:00 + 05-04T11:00'])
    expect(pairs({ query: { ...from('10:00'), practitionerId: ortiz.id, patientId: null }, facts })).toEqual(['10:00 + 05-04T11:00'])
    expect(pairs({ query: { ...from('10:00'), practitionerId: ortiz.id }, facts: { ...facts, appointments: [] } })).toEqual(['10:00 + 05-04T10:30'])
  })

  test('is missing where there is no place, which closes the start and says so', () => {
    const { slots, closed } = found({ facts: { shiftPatterns: [khansShift, { ...leesShift, end: time('10:30') }] }, query: { from: at('2026-05-04T09:30'), limit: 2, includeClosed: true } })
    expect(slots.map(slot => slot.start)).toEqual(['2026-05-04T09:30', '2026-05-04T10:30'])
    expect(closed.map(one => [one.start, one.companionMissing])).toEqual([['2026-05-04T10:00', true]])
  })
})

describe('a visit that the patient has already', () => {
  const own = (overrides: Partial<Appointment> = {}) => aVisit({ id: idNumber(0x905), patientId: rosa, serviceTypeId: therapy.id, performerId: null, start: wall('2026-05-04T11:00'), ...overrides })
  const goes = (visits: readonly Appointment[], { withinDays = 0, query = {} }: { readonly withinDays?: number; readonly query?: Partial<SlotQuery> } = {}) =>
    found({ query: { ...from('14:00'), ...query }, companion: { withinDays }, facts: { appointments: visits } }).slots[0]?.companion

  test('goes with the slot as it is, whoever performs it', () => {
    expect(goes([own()])).toEqual({
      appointmentId: own().id, locationId: lakeside.id, start: '2026-05-04T11:00', interval: between('2026-05-04T11:00', '2026-05-04T11:30'), performerId: null, roomId: null,
    })
  })
  test('is the earliest of several that fit', () => {
    const later = own({ id: idNumber(0x906), start: wall('2026-05-05T09:00') })
    expect(goes([later, own()], { withinDays: 1 })?.appointmentId).toBe(own().id)
    expect(goes([own(), later], { withinDays: 1 })?.appointmentId).toBe(own().id)
  })
  test.each([
    ['on the last day of those allowed', own({ start: wall('2026-05-06T09:00') }), 2, true], ['a day after those allowed', own({ start: wall('2026-05-06T09:00') }), 1, false],
    ['the day before', own({ start: wall('2026-05-03T09:00') }), 2, false], ['at another location', own({ locationId: idNumber(0x10) }), 0, false],
    ['cancelled', own({ status: 'cancelled' }), 0, false], ['over', own({ status: 'fulfilled' }), 0, false], ['somebody else’s', own({ patientId: idNumber(0x92) }), 0, false],
    ['for another service', own({ serviceTypeId: idNumber(0x39) }), 0, false],
  ])('%s', (_, visit, withinDays, counts) => {
    expect(goes([visit], { withinDays })?.appointmentId ?? null).toBe(counts ? visit.id : null)
  })
  test('is nobody’s where no patient is named', () => { expect(goes([own()], { query: { patientId: undefined } })?.appointmentId).toBeNull() })
})
