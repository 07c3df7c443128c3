import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LocationId } from '../../../shared/domain/ids.ts'
import { at, date, monday, newId, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('the schedule on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const week = () => given(clinic.desk.schedule.read({ locationId: clinic.location.id, from: monday, days: 7 }))

  test('a day names who is at work, with what counts that day, the visits and the hours without anybody', async () => {
    const { appointment } = await clinic.book()
    const read = await week()
    const [first] = read.days
    expect(first).toMatchObject({
      date: '2026-05-04', interval: { start: at('2026-05-04T00:00'), end: at('2026-05-05T00:00') },
      open: [{ start: at('2026-05-04T08:00'), end: at('2026-05-04T18:00') }],
      visits: [{ appointment: { id: appointment.id }, patientName: { family: 'Ortega' }, verdict: { state: 'covered' } }],
    })
    expect(first?.working.map(stretch => stretch.practitionerId).sort()).toEqual([clinic.khan.id, clinic.ortiz.id].sort())
    const gaps = first?.gaps.filter(gap => gap.serviceTypeId === clinic.neck.id).map(gap => gap.interval)
    expect(gaps).toEqual([{ start: at('2026-05-04T08:00'), end: at('2026-05-04T09:00') }, { start: at('2026-05-04T17:00'), end: at('2026-05-04T18:00') }])
    expect(read.people).toEqual([
      { id: clinic.khan.id, name: clinic.khan.name, roles: ['physician'], badges: [{ competence: clinic.code, certificationTypeId: clinic.training.id, lastDay: '2026-12-31' }] },
      { id: clinic.ortiz.id, name: clinic.ortiz.name, roles: ['physician'], badges: [] },
    ])
    expect(read.days).toHaveLength(7)
    expect(read.days.slice(1).flatMap(day => [...day.visits, ...day.working])).toEqual([])
  })

  test('how a patient is reached is told only to those who may read patients', async () => {
    const { id } = await clinic.patient({ telephone: '+1 312 555 0142' })
    const { appointment } = await clinic.book({ patientId: id })
    const auditor = await clinic.service.asRole('auditor')
    for (const [who, telephone] of [[clinic.desk, '+1 312 555 0142'], [auditor, '']] as const) {
      const { days } = await given(who.schedule.read({ locationId: clinic.location.id, from: monday, days: 1 }))
      expect(days[0]?.visits).toMatchObject([{ patientName: { family: 'Ortega' }, patientTelephone: telephone }])
      expect((await given(who.appointment.read({ id: appointment.id }))).visit.patientTelephone).toBe(telephone)
    }
  })

  test('a cancelled visit is shown without a verdict', async () => {
    const { appointment } = await clinic.book()
    await given(clinic.desk.appointment.cancel({ id: appointment.id, version: 1, reason: 'rang' }))
    expect((await week()).days[0]?.visits).toMatchObject([{ verdict: null, appointment: { status: 'cancelled' } }])
  })

  test('the strip says of each day the worst that holds', async () => {
    await clinic.book()
    const { appointment } = await given(clinic.lead.appointment.book(clinic.asked({ start: wall('2026-05-05T10:00'), overrideReason: 'came from afar' })))
    const strip = await given(clinic.desk.schedule.strip({ locationId: clinic.location.id, from: monday, days: 3 }))
    expect(strip.map(day => [day.date, day.state, day.visits, day.flagged, day.assignable])).toEqual([
      ['2026-05-04', 'gap', 1, 0, 0], ['2026-05-05', 'flagged', 1, 1, 0], ['2026-05-06', 'gap', 0, 0, 0],
    ])
    expect(strip[0]?.services.find(service => service.serviceTypeId === clinic.neck.id)).toMatchObject({
      state: 'gap', gapMinutes: 120, visits: 1, flagged: 0, hangsOn: [{ practitionerId: clinic.khan.id, expiring: { lastDay: '2026-12-31' } }],
    })
    expect(appointment.override).not.toBeNull()
  })

  test('a year ahead is one question', async () => {
    const strip = await given(clinic.desk.schedule.strip({ locationId: clinic.location.id, from: monday, days: 370 }))
    expect(strip).toHaveLength(370)
    expect(strip.at(-1)?.date).toBe('2027-05-08')
    // The certificate ends with the year: from the first Monday after it nobody is left for a whole day.
    const neck = (day: string) => strip.find(cell => cell.date === date(day))?.services.find(service => service.serviceTypeId === clinic.neck.id)?.gapMinutes
    expect([neck('2026-12-28'), neck('2027-01-04')]).toEqual([120, 600])
  })

  test('a location that is not there is refused', async () => {
    const nowhere = newId<LocationId>()
    expect(await refusal(clinic.desk.schedule.read({ locationId: nowhere, from: monday, days: 1 }))).toEqual({ code: 'not-found', what: 'location' })
    expect(await refusal(clinic.desk.schedule.strip({ locationId: nowhere, from: monday, days: 1 }))).toEqual({ code: 'not-found', what: 'location' })
  })
})
