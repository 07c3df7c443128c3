import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocationId, PractitionerId, ServiceTypeId, ShiftPatternId } from '../../../shared/domain/ids.ts'
import type { ShiftPattern } from '../../../shared/domain/shift.ts'
import { assessStaffing } from '../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingGap } from '../../../shared/domain/staffing/types.ts'
import { addDays, weekdayOf } from '../../../shared/domain/time/plainDate.ts'
import type { Interval, PlainDate, WallTime } from '../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { aCertificationType, aLocation, aPractitioner, aQualification, aServiceType, at, clinicZone, competence, date, newId } from '../../support/builders.ts'
import { type Assignment, readScenario, type SolvedWeek, solvedWeeks } from '../../support/inrc2.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

// Whoever holds HeadNurse is the certified injector, whatever skill a solution's line names; a minimum of 1 means that the shift
// must be staffed. Each shift type is a place of its own that is open in that shift on the days that ask for a head nurse.

/** A Monday; the weeks follow each other across the end of daylight saving time. */
const firstMonday = date('2026-09-07')
const headNurse = competence('head-nurse')

type Ward = {
  readonly service: TestService
  readonly weeks: readonly PlacedWeek[]
  /** Gaps at the roster's own places; the practice that came with the service has one of its own. */
  readonly own: (gaps: readonly StaffingGap[]) => readonly StaffingGap[]
  readonly locationOf: (shiftType: string) => LocationId
  readonly serviceTypeId: ServiceTypeId
  readonly holders: ReadonlySet<string>
}
type PlacedWeek = SolvedWeek & { readonly monday: PlainDate; readonly window: Interval; readonly patterns: readonly (readonly [Assignment, ShiftPattern])[] }

const needed = (week: SolvedWeek, shiftType: string, day: number): number =>
  week.requirements.find(requirement => requirement.shiftType === shiftType && requirement.skill === 'HeadNurse')?.minimum[day] ?? 0

async function aWard(service: TestService, instance: string): Promise<Ward> {
  const scenario = readScenario(instance)
  const minutes = 1440 / scenario.shiftTypes.length
  const hours = (shiftType: string): { readonly start: WallTime; readonly end: WallTime } => {
    const index = scenario.shiftTypes.indexOf(shiftType)
    return { start: wallTimeAt(index * minutes), end: wallTimeAt(((index + 1) * minutes) % 1440) }
  }
  const people = new Map(scenario.nurses.map(nurse => [nurse.name, newId<PractitionerId>()]))
  const places = new Map(scenario.shiftTypes.map(shiftType => [shiftType, newId<LocationId>()]))
  const holders = new Set(scenario.nurses.filter(nurse => nurse.skills.includes('HeadNurse')).map(nurse => nurse.name))
  const certification = aCertificationType({ name: 'Head nurse', competences: [headNurse], expiry: { kind: 'never' } })
  const serviceType = aServiceType({ name: 'Head nurse on the ward', competences: [headNurse], roles: ['registered-nurse'], supervision: null, needsRoom: false, status: 'approved' })
  const known = <Id>(ids: ReadonlyMap<string, Id>, name: string): Id => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`nobody and nothing is called ${name}`)
    return id
  }
  const weeks = solvedWeeks(instance).map((week, index): PlacedWeek => {
    const monday = addDays(firstMonday, 7 * index)
    const patterns = week.assignments.map((assignment): readonly [Assignment, ShiftPattern] => [assignment, {
      id: newId<ShiftPatternId>(), version: 1, practitionerId: known(people, assignment.nurse), locationId: known(places, assignment.shiftType),
      weekday: weekdayOf(addDays(monday, assignment.day)), rule: null, ...hours(assignment.shiftType), from: monday, through: addDays(monday, 6), presence: 'on-site',
    }])
    return { ...week, monday, patterns, window: { start: at(`${monday}T00:00`), end: at(`${addDays(monday, 7)}T00:00`) } }
  })
  await service.store.write(['practice', 'staff'], async tx => {
    const put = async (writing: Promise<{ readonly ok: boolean }>): Promise<void> => expect(await writing).toMatchObject({ ok: true })
    await put(tx.competences.insert({ code: headNurse, label: 'Head nurse' }))
    await put(tx.certificationTypes.insert(certification))
    await put(tx.serviceTypes.insert(serviceType))
    for (const [shiftType, id] of places) {
      const openingExceptions = weeks.flatMap(week => [0, 1, 2, 3, 4, 5, 6].map(day => ({
        date: addDays(week.monday, day), reason: '', hours: needed(week, shiftType, day) >= 1 ? [{ opens: hours(shiftType).start, closes: hours(shiftType).end }] : [],
      })))
      await put(tx.locations.insert(aLocation({ id, name: shiftType, zone: clinicZone, openingHours: [], openingExceptions })))
    }
    for (const [name, id] of people) {
      await put(tx.practitioners.insert(aPractitioner({ id, name: { given: name, family: '' }, roles: [{ role: 'registered-nurse', locationId: null, from: null, through: null }] })))
      if (holders.has(name)) await put(tx.qualifications.insert(aQualification({ practitionerId: id, certificationTypeId: certification.id, issued: date('2020-01-01'), expires: null })))
    }
    for (const week of weeks) for (const [, pattern] of week.patterns) await put(tx.shiftPatterns.insert(pattern))
    return { keep: true, value: null }
  })
  const here = new Set(places.values())
  return { service, weeks, own: gaps => gaps.filter(gap => here.has(gap.locationId)), locationOf: shiftType => known(places, shiftType), serviceTypeId: serviceType.id, holders }
}

/** The gaps of a week without one of its assignments; the shift is taken out and the transaction undone. */
const gapsWithout = (ward: Ward, week: PlacedWeek, pattern: ShiftPattern): Promise<readonly StaffingGap[]> => ward.service.store.write([], async tx => {
  expect(await tx.shiftPatterns.remove(pattern)).toMatchObject({ ok: true })
  const facts = await tx.staffingFacts(week.window)
  return { keep: false, value: ward.own(assessStaffing(facts, week.window).gaps) }
})

/** What the competition's own demand says must be flagged when this assignment is gone. */
function expectedGaps(ward: Ward, week: PlacedWeek, gone: Assignment): readonly StaffingGap[] {
  const others = week.assignments.filter(other => other !== gone && other.day === gone.day && other.shiftType === gone.shiftType && ward.holders.has(other.nurse))
  if (!ward.holders.has(gone.nurse) || others.length > 0 || needed(week, gone.shiftType, gone.day) !== 1) return []
  const pattern = week.patterns.find(([assignment]) => assignment === gone)?.[1]
  if (pattern === undefined) return []
  const day = addDays(week.monday, gone.day)
  const end = pattern.end === '00:00' ? `${addDays(day, 1)}T00:00` : `${day}T${pattern.end}`
  return [{ locationId: ward.locationOf(gone.shiftType), serviceTypeId: ward.serviceTypeId, interval: { start: at(`${day}T${pattern.start}`), end: at(end) } }]
}

// Counted once from the files themselves: assignments in all, and those on which a needed shift hangs alone.
const instances = [{ instance: 'n005w4', weeks: 12, assignments: 310, alone: 59 }, { instance: 'n012w8', weeks: 24, assignments: 1270, alone: 191 }] as const

for (const engine of engines) {
  describe.each(instances)(`solved rosters of $instance on ${engine}`, ({ instance, weeks, assignments, alone }) => {
    let ward: Ward
    beforeAll(async () => { ward = await aWard(await aService(engine), instance) })
    afterAll(() => ward.service.stop())

    it('are all read', () => {
      expect(ward.weeks).toHaveLength(weeks)
      expect(ward.weeks.flatMap(week => week.assignments)).toHaveLength(assignments)
    })

    it('give no gap in any solved week, as the desk is told', async () => {
      const client = await ward.service.asRole('clinical-lead')
      for (const week of ward.weeks) {
        const answer = await client.staff.staffing({ from: week.monday, through: addDays(week.monday, 6), locationId: null })
        expect({ file: week.file, gaps: answer.ok ? ward.own(answer.value.gaps) : answer }).toEqual({ file: week.file, gaps: [] })
      }
    })

    it('flag exactly the shift and day of a deleted assignment on which they hang, and nothing otherwise, for every assignment', async () => {
      let flagged = 0
      let tried = 0
      for (const week of ward.weeks) {
        for (const [assignment, pattern] of week.patterns) {
          const gaps = await gapsWithout(ward, week, pattern)
          expect({ file: week.file, assignment, gaps }).toEqual({ file: week.file, assignment, gaps: expectedGaps(ward, week, assignment) })
          tried += 1
          flagged += gaps.length
        }
      }
      expect({ tried, flagged }).toEqual({ tried: assignments, flagged: alone })
    })

    it('flag it just so when the shift is taken away at the desk, and clear it when the shift is entered again', async () => {
      const client = await ward.service.asRole('clinical-lead')
      const [week] = ward.weeks
      if (week === undefined) throw new Error('no week')
      const told = async (): Promise<readonly StaffingGap[]> => {
        const answer = await client.staff.staffing({ from: week.monday, through: addDays(week.monday, 6), locationId: null })
        if (!answer.ok) throw new Error(answer.problem.code)
        return ward.own(answer.value.gaps)
      }
      for (const [assignment, pattern] of week.patterns) {
        expect(await client.shiftPattern.remove({ id: pattern.id, version: 1, preview: false })).toMatchObject({ ok: true })
        expect(await told()).toEqual(expectedGaps(ward, week, assignment))
        const { id: _id, version: _version, ...fields } = pattern
        expect(await client.shiftPattern.record({ ...fields, preview: false })).toMatchObject({ ok: true })
        expect(await told()).toEqual([])
      }
    })
  })
}
