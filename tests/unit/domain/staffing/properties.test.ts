import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { judgePlace } from '../../../../shared/domain/staffing/assessPlace.ts'
import { assessStaffing, assessVisits } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { boardOf, standingAround } from '../../../../shared/domain/staffing/board.ts'
import { isFlagged } from '../../../../shared/domain/staffing/explain.ts'
import { findSlots } from '../../../../shared/domain/staffing/slots.ts'
import type { Staffing, StaffingFacts, StaffingGap } from '../../../../shared/domain/staffing/types.ts'
import { flaggedAmong, judgeAll, verdictsOf } from '../../../../shared/domain/staffing/verdicts.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { clip, minutesIn, overlaps } from '../../../../shared/domain/time/interval.ts'
import { addDays, weekdayOf } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { isOpenFor } from '../../../../shared/domain/openingTime.ts'
import { anyCase, crowdedScale } from '../../../support/arbitraryFacts.ts'
import type { Case } from '../../../support/arbitraryFacts.ts'
import { cases } from '../../../support/cases.ts'
import { anAppointment, aPractitioner, aQualification, aRole, aShift, clinicZone, idNumber, time } from '../../../support/builders.ts'

const runs = { numRuns: cases(400) }
const flaggedCount = (staffing: Staffing): number => [...staffing.verdicts.values()].filter(isFlagged).length
const ofGap = (gap: StaffingGap): string => `${gap.locationId} ${gap.serviceTypeId}`
/** Whether one more visit leaves every other with whoever is named for it; a place is offered only where it does. */
function leavesNames(one: Case, visit: Partial<Appointment> & Pick<Appointment, 'interval'>): boolean {
  const window = wide(one)
  const added = anAppointment({ ...visit, id: idNumber(0xfff_fff), zone: clinicZone, minutes: minutesIn([visit.interval]) })
  const after = assessStaffing({ ...one.facts, appointments: [...one.facts.appointments, added] }, window).verdicts
  return [...assessStaffing(one.facts, window).verdicts].every(([id, verdict]) => verdict.state !== 'covered' || after.get(id)?.state === 'covered')
}
const byStretch = (gaps: readonly StaffingGap[]): ReadonlyMap<string, readonly Interval[]> => {
  const found = new Map<string, Interval[]>()
  for (const gap of gaps) found.set(ofGap(gap), [...(found.get(ofGap(gap)) ?? []), gap.interval])
  return found
}
const sharesSupervisors = ({ facts }: Case): boolean =>
  facts.serviceTypes.some((service) => service.supervision !== null && service.supervision.atMost !== null) || facts.rules.some(({ terms }) => terms.ratio !== null)
/** A window that holds every visit of the case. */
const wide = ({ window }: Case): Interval => ({ start: instant(window.start - 86_400_000), end: instant(window.end + 86_400_000) })

/** Somebody new who may do everything, on site day and night. */
function withAllRounder({ facts, day }: Case): StaffingFacts {
  const somebody = aPractitioner({ id: idNumber(0xf00), roles: [aRole(), aRole({ role: 'registered-nurse' })] })
  return {
    ...facts, practitioners: [...facts.practitioners, somebody],
    qualifications: [...facts.qualifications, ...facts.certificationTypes.map((type, n) => aQualification({
      id: idNumber(0xf10 + n), practitionerId: somebody.id, certificationTypeId: type.id, issued: addDays(day, -50), expires: addDays(day, 50),
    }))],
    shiftPatterns: [...facts.shiftPatterns, ...facts.locations.flatMap((location, l) => [-2, -1, 0, 1, 2].map((offset) => aShift({
      id: idNumber(0xf20 + l * 10 + offset), practitionerId: somebody.id, locationId: location.id, weekday: weekdayOf(addDays(day, offset)), rule: null,
      start: time('00:00'), end: time('00:00'),
    })))],
  }
}

describe('whatever the practice', { timeout: 60_000 }, () => {
  test('somebody eligible who comes on shift adds no gap and no flag', () => {
    fc.assert(fc.property(anyCase(), (one) => {
      const before = assessStaffing(one.facts, one.window)
      const after = assessStaffing(withAllRounder(one), one.window)
      const gapsBefore = byStretch(before.gaps)
      for (const gap of after.gaps) expect(minutesIn(clip(gapsBefore.get(ofGap(gap)) ?? [], gap.interval))).toBe(minutesIn([gap.interval]))
      expect(flaggedCount(after)).toBeLessThanOrEqual(flaggedCount(before))
      // Who shares a supervisor may have to give way to an earlier visit that can be had now; their number never grows.
      if (sharesSupervisors(one)) return
      for (const [id, verdict] of before.verdicts) if (verdict.state === 'covered') expect(after.verdicts.get(id)?.state).toBe('covered')
    }), runs)
  })

  test('asked about visits alone, the verdicts are the same', () => {
    fc.assert(fc.property(anyCase(), ({ facts, window }) => {
      expect(assessVisits(facts, window)).toEqual(assessStaffing(facts, window).verdicts)
      const { visits, span } = standingAround(facts.appointments, window)
      const board = boardOf(facts, span)
      const judgement = judgeAll(board, visits)
      const flagged = [...verdictsOf(board, judgement)].filter(([, verdict]) => isFlagged(verdict)).map(([id]) => id)
      expect(flaggedAmong(judgement)).toEqual(flagged)
    }), runs)
  })

  test('the order of the facts changes nothing', () => {
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(fc.property(anyCase(), order, ({ facts, window }, numbers) => {
      const shuffled = <T>(items: readonly T[]): readonly T[] => items.map((item) => ({ item, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ item }) => item)
      const mixed: StaffingFacts = {
        practitioners: shuffled(facts.practitioners), certificationTypes: shuffled(facts.certificationTypes), qualifications: shuffled(facts.qualifications),
        serviceTypes: shuffled(facts.serviceTypes), locations: shuffled(facts.locations), rooms: shuffled(facts.rooms), shiftPatterns: shuffled(facts.shiftPatterns),
        shiftExceptions: shuffled(facts.shiftExceptions), absences: shuffled(facts.absences), appointments: shuffled(facts.appointments),
        rules: shuffled(facts.rules),
      }
      const [one, other] = [assessStaffing(facts, window), assessStaffing(mixed, window)]
      expect(other).toEqual(one)
      expect([...other.verdicts.keys()]).toEqual([...one.verdicts.keys()])
    }), runs)
  })

  test('the answer for a window, clipped, is the answer for a part of it', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 95 }))
    fc.assert(fc.property(anyCase(), parts, (one, [from, length]) => {
      const whole = wide(one)
      const start = instant(whole.start + from * 900_000)
      const part: Interval = { start, end: instant(Math.min(whole.end, start + length * 900_000)) }
      const [all, some] = [assessStaffing(one.facts, whole), assessStaffing(one.facts, part)]
      const clipped = <T extends { readonly interval: Interval }>(items: readonly T[]): readonly T[] =>
        items.flatMap((item) => clip([item.interval], part).map((interval) => ({ ...item, interval })))
      expect(some.gaps).toEqual(clipped(all.gaps))
      expect(some.fragile).toEqual(clipped(all.fragile))
      expect(some.working).toEqual(clipped(all.working))
      const inPart = one.facts.appointments.filter((visit) => overlaps(visit.interval, part)).map((visit) => visit.id)
      expect(some.verdicts).toEqual(new Map([...all.verdicts].filter(([id]) => inPart.includes(id))))
    }), runs)
  })

  test('a shift or a certificate taken away turns no flag off, and covers nothing', () => {
    const which = fc.record({ kind: fc.constantFrom('shiftPatterns' as const, 'qualifications' as const, 'practitioners' as const), n: fc.nat(20) })
    fc.assert(fc.property(anyCase(), which, (one, { kind, n }) => {
      const window = wide(one)
      const rows: readonly unknown[] = one.facts[kind]
      const without = { ...one.facts, [kind]: rows.filter((_, i) => i !== n % Math.max(1, rows.length)) }
      const [before, after] = [assessStaffing(one.facts, window), assessStaffing(without, window)]
      expect(flaggedCount(after)).toBeGreaterThanOrEqual(flaggedCount(before))
      if (!sharesSupervisors(one)) for (const [id, verdict] of after.verdicts) if (verdict.state === 'covered') expect(before.verdicts.get(id)?.state).toBe('covered')
      expect(minutesIn(after.gaps.map((gap) => gap.interval))).toBeGreaterThanOrEqual(minutesIn(before.gaps.map((gap) => gap.interval)))
    }), runs)
  })

  test('a slot that is offered can be booked: it is covered there, flags nobody else, and is not offered again', () => {
    fc.assert(fc.property(anyCase(), fc.nat(50), (one, pick) => {
      const { facts, window } = one
      const serviceTypeId = facts.serviceTypes[0]?.id ?? idNumber(1)
      const query = { serviceTypeId, locationIds: facts.locations.map((location) => location.id), from: window.start, through: window.end, limit: 100, stepMinutes: 15 }
      const { slots } = findSlots(facts, query)
      const slot = slots[pick % Math.max(1, slots.length)]
      if (slot === undefined) return
      const place = { serviceTypeId, locationId: slot.locationId, start: slot.start, performerId: slot.performerId, roomId: slot.roomId }
      const { verdict, flagsOthers } = judgePlace(facts, place)
      expect(verdict.state).toBe('covered')
      expect(flagsOthers()).toEqual([])
      const location = facts.locations.find((candidate) => candidate.id === slot.locationId)
      expect(location !== undefined && isOpenFor(location, slot.interval)).toBe(true)
      const booked = anAppointment({ ...place, id: idNumber(0xfff_fff), zone: clinicZone, interval: slot.interval, minutes: minutesIn([slot.interval]) })
      const again = findSlots({ ...facts, appointments: [...facts.appointments, booked] }, query).slots
      expect(again.some((other) => other.performerId === slot.performerId && overlaps(other.interval, slot.interval))).toBe(false)
    }), runs)
  })

  test('what is neither offered nor closed for a reason does not exist', () => {
    fc.assert(fc.property(fc.oneof(anyCase(), anyCase(crowdedScale)), (one) => {
      const { facts, window } = one
      const serviceTypeId = facts.serviceTypes[1]?.id ?? idNumber(1)
      const query = { serviceTypeId, locationIds: facts.locations.map((location) => location.id), from: window.start, through: window.end, limit: 1000, stepMinutes: 15 }
      const open = findSlots(facts, query)
      const both = findSlots(facts, { ...query, includeClosed: true })
      expect(both.slots).toEqual(open.slots)
      for (const closed of both.closed) {
        const place = { serviceTypeId, locationId: closed.locationId, start: closed.start, roomId: null }
        const people = facts.practitioners.map((person) => person.id)
        const canHave = people.filter((performerId) => {
          const { verdict, flagsOthers } = judgePlace(facts, { ...place, performerId })
          return verdict.state === 'covered' && flagsOthers().length === 0 && leavesNames(one, { ...place, performerId, interval: closed.interval })
        })
        if (!closed.outsideOpeningHours && closed.freeRoom) expect(canHave).toEqual([])
      }
    }), { numRuns: cases(150) })
  })
})
