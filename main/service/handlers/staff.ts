import { isStanding } from '../../../shared/domain/appointment.ts'
import { visitsAtStake } from '../../../shared/domain/atStake.ts'
import { daysInRange, spanOfDays, todayOf } from '../../../shared/domain/days.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { dayMs, instant, latestInstant } from '../../../shared/domain/time/instant.ts'
import { overlaps } from '../../../shared/domain/time/interval.ts'
import { missing, told } from './told.ts'
import type { Handlers, Outputs } from './types.ts'
import { factsAround, judge, unspoken } from './visits.ts'
import { whatEndsHandler } from './whatEnds.ts'

type Staffing = { -readonly [K in keyof Outputs['staff']['staffing']]: Outputs['staff']['staffing'][K][number][] }

/** The staff register, and the staffing that follows from it. */
export const staffHandlers: Handlers['staff'] = {
  whatEnds: whatEndsHandler,

  read: async (_input, { store, now }) => ok(await store.read(async tx => {
    const register = {
      practitioners: await tx.practitioners.all(), certificationTypes: await tx.certificationTypes.all(), competences: await tx.competences.all(),
      qualifications: await tx.qualifications.all(), shiftPatterns: await tx.shiftPatterns.all(), shiftExceptions: await tx.shiftExceptions.all(),
      absences: await tx.absences.all(),
    }
    // A day back: what is today's visit in one zone may have begun yesterday in another.
    const appointments = await tx.appointments.within({ start: instant(now - dayMs), end: latestInstant }, null)
    return {
      ...register,
      atStake: visitsAtStake({ ...register, serviceTypes: await tx.serviceTypes.all(), appointments }, now),
      today: todayOf(await tx.locations.all(), now),
    }
  })),

  staffing: ({ from, through, locationId }, { store }) => store.read(async tx => {
    const days = daysInRange(from, through)
    if (!days.ok) return err(told(days.problem))
    const locations = (await tx.locations.all()).filter(location => locationId === null || location.id === locationId)
    if (locationId !== null && locations.length === 0) return err(missing('location'))
    const found: Staffing = { verdicts: [], gaps: [], fragile: [], working: [] }
    for (const zone of new Set(locations.map(location => location.zone))) {
      const window = spanOfDays(from, days.value, zone)
      const here = new Set(locations.filter(location => location.zone === zone).map(location => location.id))
      const facts = await factsAround(tx, window)
      const staffing = await judge(tx, facts, window)
      const standing = facts.appointments.filter(visit => here.has(visit.locationId) && isStanding(visit.status) && overlaps(visit.interval, window))
      found.verdicts.push(...standing.toSorted((a, b) => a.interval.start - b.interval.start).map(visit => ({
        appointmentId: visit.id, start: visit.start, locationId: visit.locationId, serviceTypeId: visit.serviceTypeId, performerId: visit.performerId,
        verdict: staffing.verdicts.get(visit.id) ?? unspoken,
        findings: staffing.findings.get(visit.id) ?? [],
      })))
      found.gaps.push(...staffing.gaps.filter(gap => here.has(gap.locationId)))
      found.fragile.push(...staffing.fragile.filter(stretch => here.has(stretch.locationId)))
      found.working.push(...staffing.working.filter(working => here.has(working.locationId)))
    }
    return ok(found)
  }),
}
