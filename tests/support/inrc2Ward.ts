import type { LocationId, PractitionerId, ServiceTypeId, StaffingMinimumId } from '../../shared/domain/ids.ts'
import type { Availability } from '../../shared/domain/rota/availability.ts'
import type { StaffingMinimum } from '../../shared/domain/rota/minimum.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { addDays, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate, Weekday } from '../../shared/domain/time/values.ts'
import { aCertificationType, aLocation, aPractitioner, aQualification, aServiceType, competence, date, newId, openDaily, someFacts, time } from './builders.ts'
import { readRequirements, readScenario } from './inrc2.ts'

/**
 * A month of the competition as a practice of our own: a skill is a certificate and a service that asks for it, a demand is a
 * minimum of one date that counts people apart (a nurse works one skill a shift). With shifts of six hours, thirteen hours of
 * rest forbid exactly the successions that the competition forbids.
 */
const hours: Readonly<Record<string, readonly [string, string]>> = { Early: ['00:00', '06:00'], Day: ['06:00', '12:00'], Late: ['12:00', '18:00'], Night: ['18:00', '00:00'] }
const shiftMinutes = 360
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export type WardMonth = {
  readonly facts: StaffingFacts
  readonly minimums: readonly StaffingMinimum[]
  readonly availabilities: readonly Availability[]
  readonly locationId: LocationId
  readonly dates: readonly PlainDate[]
  /** Shifts that the minimums ask for: no rota can do with fewer. */
  readonly asked: number
}

export function wardMonth(instance: string, weeks: readonly string[], monday: PlainDate = date('2026-09-07')): WardMonth {
  const scenario = readScenario(instance)
  const location = aLocation({ openingHours: openDaily('00:00', '00:00') })
  const skills = [...new Set(scenario.nurses.flatMap(nurse => nurse.skills))]
  const bySkill = new Map(skills.map(skill => {
    const needed = competence(skill.toLowerCase())
    return [skill, {
      type: aCertificationType({ name: skill, competences: [needed], expiry: { kind: 'never' } }),
      service: aServiceType({ name: skill, competences: [needed], roles: ['registered-nurse'], id: newId<ServiceTypeId>() }),
    }]
  }))
  const people = scenario.nurses.map(nurse => ({ nurse, person: aPractitioner({
    id: newId<PractitionerId>(), name: { given: nurse.name, family: '' }, roles: [{ role: 'registered-nurse', locationId: null, from: null, through: null }],
  }) }))
  const minimums = weeks.flatMap((week, w) => readRequirements(instance, week).flatMap(({ shiftType, skill, minimum }) => minimum.flatMap((count, day): readonly StaffingMinimum[] => {
    const on = addDays(monday, w * 7 + day)
    const [start, end] = hours[shiftType] ?? ['', '']
    const service = bySkill.get(skill)?.service
    return count === 0 || service === undefined ? [] : [{
      id: newId<StaffingMinimumId>(), version: 1, locationId: location.id, serviceTypeId: service.id, people: count, weekdays: [weekdayOf(on)],
      hours: { start: time(start), end: time(end) }, from: on, through: on, apart: true,
    }]
  })))
  return {
    minimums, locationId: location.id, dates: Array.from({ length: 7 * weeks.length }, (_, n) => addDays(monday, n)),
    asked: minimums.reduce((sum, minimum) => sum + minimum.people, 0),
    availabilities: people.map(({ nurse, person }): Availability => ({
      id: newId(), version: 1, practitionerId: person.id, weekly: everyDay.map(weekday => ({ weekday, start: time('00:00'), end: time('00:00'), wish: 'could' })), dated: [],
      maxWeekMinutes: Math.ceil(nurse.mostShifts / 4) * shiftMinutes, restMinutes: 780, note: '',
    })),
    facts: someFacts({
      locations: [location], practitioners: people.map(({ person }) => person), certificationTypes: [...bySkill.values()].map(({ type }) => type),
      serviceTypes: [...bySkill.values()].map(({ service }) => service),
      qualifications: people.flatMap(({ nurse, person }) => nurse.skills.flatMap(skill => {
        const type = bySkill.get(skill)?.type
        return type === undefined ? [] : [aQualification({ practitionerId: person.id, certificationTypeId: type.id, issued: date('2020-01-01'), expires: null })]
      })),
    }),
  }
}
