import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDemo } from '../../../main/service/demo/fillDemo.ts'
import { planVisits } from '../../../main/service/demo/demoVisits.ts'
import { passwordMatches } from '../../../main/service/password.ts'
import type { Store } from '../../../main/service/store/store.ts'
import { type Appointment, occupyingStatuses } from '../../../shared/domain/appointment.ts'
import { assessStaffing } from '../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts, Verdict } from '../../../shared/domain/staffing/types.ts'
import { overlaps } from '../../../shared/domain/time/interval.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { dateAt, dateOf, dayInterval } from '../../../shared/domain/time/wallClock.ts'
import { at, clinicZone, newId } from '../../support/builders.ts'
import { aStore, type TestStore } from '../../support/stores.ts'
import { engines } from '../../support/service.ts'

// Weekdays and Sundays, days of 23 and 25 hours, the turn of the year, a leap day, before opening and after closing.
const moments = [
  '2026-05-04T08:00', '2026-11-22T21:30', '2026-03-08T01:59', '2026-11-01T23:45', '2026-12-31T12:00', '2027-01-01T00:00', '2028-02-29T17:59', '2026-07-04T10:10',
  '2026-12-25T06:00', '2026-11-23T13:05', '2027-03-14T16:00', '2026-08-08T14:14',
] as const

const filled = async (store: Store, now: Instant): Promise<void> => fillDemo(store, { now: () => now, newId: () => newId() })

/** The words for what a visit's state looks like on the screen. */
const look = (verdict: Verdict): string => {
  if (verdict.state === 'covered') return verdict.fragile === null ? 'covered' : 'fragile'
  return verdict.state === 'uncovered' ? `uncovered${verdict.shortage === null ? '' : ' by shortage'}` : verdict.state
}

const performerReasons = (facts: StaffingFacts, verdicts: ReadonlyMap<string, Verdict>): ReadonlySet<string> => new Set(facts.appointments.flatMap(visit => {
  const verdict = verdicts.get(visit.id)
  const own = verdict?.state === 'uncovered' ? verdict.reasons.find(entry => entry.practitionerId === visit.performerId) : undefined
  return own?.reasons.map(reason => reason.kind) ?? []
}))

function overlapping(visits: readonly Appointment[]): readonly (readonly [string, string])[] {
  const clashes: (readonly [string, string])[] = []
  const standing = visits.filter(visit => occupyingStatuses.includes(visit.status)).toSorted((a, b) => a.interval.start - b.interval.start)
  for (const [index, visit] of standing.entries()) {
    for (let next = index + 1; next < standing.length; next += 1) {
      const other = standing[next]
      if (other === undefined || other.interval.start >= visit.interval.end) break
      const shared = other.patientId === visit.patientId || (other.roomId !== null && other.roomId === visit.roomId) || (other.performerId !== null && other.performerId === visit.performerId)
      if (shared && overlaps(visit.interval, other.interval)) clashes.push([visit.id, other.id])
    }
  }
  return clashes
}

describe('the plan of the made-up practice', () => {
  it('is the same every time', () => {
    expect(planVisits(600, () => true)).toEqual(planVisits(600, () => true))
  })
})

for (const engine of engines) {
  // What today looks like does not hang on the engine; a server takes longer to fill.
  describe.each(moments.filter((_, index) => engine === 'sqlite' || index % 4 === 1))(`the made-up practice at %s on ${engine}`, moment => {
    const now = at(moment)
    const today = dateAt(now, clinicZone)
    let opened: TestStore
    let facts: StaffingFacts
    let visits: readonly Appointment[]
    beforeAll(async () => {
      opened = await aStore(engine)
      await filled(opened.store, now)
      facts = await opened.store.read(tx => tx.staffingFacts(dayInterval(today, clinicZone)))
      visits = await opened.store.read(tx => tx.appointments.within({ start: at(`${addDays(today, -400)}T00:00`), end: at(`${addDays(today, 400)}T00:00`) }, null))
    })
    afterAll(() => opened.stop())

    it('shows every verdict today', () => {
      const day = dayInterval(today, clinicZone)
      const staffing = assessStaffing(facts, day)
      const main = facts.locations.find(location => location.name === 'Lakeside')
      const here = facts.appointments.filter(visit => visit.locationId === main?.id && dateOf(visit.start) === today)
      const looks = new Set(here.flatMap(visit => { const verdict = staffing.verdicts.get(visit.id); return verdict === undefined ? [] : [look(verdict)] }))
      expect([...looks].toSorted()).toEqual(['assignable', 'cannot-verify', 'covered', 'fragile', 'uncovered', 'uncovered by shortage'])
      const reasons = performerReasons(facts, staffing.verdicts)
      expect(reasons).toContain('expired')
      expect(reasons).toContain('absent')
      expect(staffing.gaps.filter(gap => gap.locationId === main?.id).length).toBeGreaterThan(0)
      expect(staffing.fragile.filter(stretch => stretch.locationId === main?.id).length).toBeGreaterThan(0)
    })

    it('books nobody and no room twice', () => {
      expect(overlapping(visits)).toEqual([])
    })

    it('has what it promises: 12 staff, 400 patients, several hundred visits, three months of visits, a year of shifts, and says that it is made up', async () => {
      const found = await opened.store.read(async tx => ({
        practice: await tx.practice.read(), staff: await tx.practitioners.all(), patients: await tx.patients.all(), patterns: await tx.shiftPatterns.all(), services: await tx.serviceTypes.all(),
      }))
      expect(found.practice.demo).toBe(true)
      expect(found.practice.name).toContain('made-up')
      expect([found.staff.length, found.patients.length, found.services.filter(service => service.status === 'approved').length]).toEqual([12, 400, 7])
      expect(visits.length).toBeGreaterThan(300)
      expect(visits.every(visit => visit.start.slice(0, 10) >= addDays(today, -28) && visit.start.slice(0, 10) <= addDays(today, 62))).toBe(true)
      expect(found.patterns.every(pattern => pattern.from === addDays(today, -28) && pattern.through === addDays(today, 371))).toBe(true)
    })

    it('lets each role sign in with the password that it shows', async () => {
      const accounts = await opened.store.read(tx => tx.accounts.all())
      expect(accounts.map(account => account.role).toSorted()).toEqual(['administrator', 'auditor', 'clinical-lead', 'front-desk', 'injector'])
      const [first] = accounts
      const credential = first === undefined ? null : await opened.store.read(tx => tx.accounts.credential(first.id))
      expect(await passwordMatches('demo-practice', credential?.hash ?? '')).toBe(true)
    })
  })
}
