import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AlertFacts, type DueAlert, dueAlerts, tidyAlertDays, usualAlertDays } from '../../../shared/domain/alert.ts'
import { alertNews, concerns } from '../../../shared/domain/alertNews.ts'
import { type AlertId, asId } from '../../../shared/domain/ids.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { aCertificationType, anAccount, aPractitioner, aQualification, at, date, newId, verified } from '../../support/builders.ts'

const person = aPractitioner()
const type = aCertificationType()
const ends = date('2026-12-31')
const paper = aQualification({ practitionerId: person.id, certificationTypeId: type.id, expires: ends })
const factsOf = (overrides: Partial<AlertFacts> = {}): AlertFacts => ({ practitioners: [person], certificationTypes: [type], qualifications: [paper], alertDays: [], ...overrides })
const daysDue = (facts: AlertFacts, left: number): readonly number[] => dueAlerts(facts, addDays(ends, -left), []).map(alert => alert.days)

describe('alerts before a certification ends', () => {
  it('are due on each of the days, and not a day sooner', () => {
    for (const days of usualAlertDays) expect(daysDue(factsOf(), days).at(-1)).toBe(days)
    expect(daysDue(factsOf(), 91)).toEqual([])
    expect(daysDue(factsOf(), 15)).toEqual([90, 60, 30])
  })
  it('follow the days that are set for the kind of certification', () => {
    expect(daysDue(factsOf({ alertDays: [{ id: type.id, version: 1, days: [200, 3] }] }), 150)).toEqual([200])
    expect(daysDue(factsOf({ alertDays: [{ id: type.id, version: 1, days: [] }] }), 0)).toEqual([])
    expect(tidyAlertDays([1, 90, 1, 0])).toEqual([90, 1, 0])
  })
  it('speak of the verification where that has to be made again first', () => {
    const due = date('2026-06-30')
    const [first] = dueAlerts(factsOf({ qualifications: [{ ...paper, verification: { ...verified, due } }] }), due, [])
    expect(first).toMatchObject({ kind: 'verification', ends: due })
  })
  it('bring back nothing that was told when other days are set afterwards', () => {
    const given = dueAlerts(factsOf(), ends, [])
    expect(dueAlerts(factsOf({ alertDays: [{ id: type.id, version: 1, days: [400, 10] }] }), ends, given)).toEqual([])
  })
  it('are silent about what is over: revoked, in error, left, retired, or renewed by one that counts', () => {
    const renewal = aQualification({ practitionerId: person.id, certificationTypeId: type.id, renews: paper.id, expires: date('2028-12-31') })
    for (const facts of [
      factsOf({ qualifications: [{ ...paper, status: 'revoked' }] }), factsOf({ qualifications: [{ ...paper, status: 'entered-in-error' }] }),
      factsOf({ practitioners: [{ ...person, active: false }] }), factsOf({ certificationTypes: [{ ...type, active: false }] }),
      factsOf({ qualifications: [paper, renewal] }), factsOf({ qualifications: [{ ...paper, expires: null }] }),
    ]) expect(daysDue(facts, 0)).toEqual([])
    expect(daysDue(factsOf({ qualifications: [paper, { ...renewal, verification: { state: 'unverified' } }] }), 0)).not.toEqual([])
  })
  it('are each given exactly once, whatever days desks start on, skipped or set back', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -40, max: 130 }), { maxLength: 40 }), fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 8 }), (lefts, days) => {
      const facts = factsOf({ alertDays: [{ id: type.id, version: 1, days }] })
      const given: DueAlert[] = []
      const times = new Map<number, number>()
      for (const left of lefts) {
        for (const alert of dueAlerts(facts, addDays(ends, -left), given)) {
          given.push(alert)
          times.set(alert.days, (times.get(alert.days) ?? 0) + 1)
        }
      }
      const nearest = Math.min(...lefts)
      // The oracle knows nothing of order: a threshold was reached if any day lay at or past it.
      expect([...times].sort((a, b) => a[0] - b[0])).toEqual(days.filter(day => nearest <= day).sort((a, b) => a - b).map(day => [day, 1]))
    }))
  })
})

describe('what is told', () => {
  const ending = { qualificationId: paper.id, practitionerId: person.id, certificationTypeId: type.id, kind: 'certification', ends } as const
  const alert = (days: number) => ({ id: asId<AlertId>(newId<AlertId>()), qualificationId: paper.id, kind: 'certification', ends, days, givenAt: at('2026-05-04T08:00') } as const)
  it('is one piece of news for all thresholds of one end, those with most visits first', () => {
    const other = { ...ending, qualificationId: newId<typeof paper.id>(), practitionerId: newId<typeof person.id>() }
    const alerts = [alert(90), alert(30), { ...alert(90), qualificationId: other.qualificationId }]
    const news = alertNews(alerts, [ending, other], [{ practitionerId: other.practitionerId, certificationTypeId: type.id, visits: 4 }])
    expect(news.map(({ visits, days }) => ({ visits, days }))).toEqual([{ visits: 4, days: 90 }, { visits: 0, days: 30 }])
    expect(alertNews([{ ...alert(90), ends: date('2025-01-01') }], [ending], [])).toEqual([])
  })
  it('is for the holder and the clinical lead', () => {
    expect(concerns(anAccount({ role: 'injector', practitionerId: person.id }), ending)).toBe(true)
    expect(concerns(anAccount({ role: 'clinical-lead' }), ending)).toBe(true)
    expect(concerns(anAccount({ role: 'injector', practitionerId: newId() }), ending)).toBe(false)
    expect(concerns(anAccount({ role: 'administrator' }), ending)).toBe(false)
  })
})
