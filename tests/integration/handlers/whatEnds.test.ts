import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainPaper } from '../../../shared/domain/certification.ts'
import { date, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given } from './clinic.ts'

describe.each(engines)('what ends, on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  test('is told with the visits that hang on it, and verifying the renewal clears just these', async () => {
    const before = await clinic.book({ start: wall('2026-05-11T10:00') })
    const after = await clinic.book({ start: wall('2026-05-18T10:00') })
    const { id, version, issuer, number, issued } = clinic.khansPaper
    const { saved } = await given(clinic.lead.qualification.amend({
      id, version, practitionerId: clinic.khan.id, certificationTypeId: clinic.training.id, number, issuer, issued, expires: date('2026-05-12'), status: 'active', ...plainPaper, preview: false,
    }))
    await clinic.verify(saved ?? clinic.khansPaper)
    const ending = { qualificationId: id, practitionerId: clinic.khan.id, kind: 'certification', ends: '2026-05-12', uncovered: [after.appointment.id], cleared: [after.appointment.id] }
    const told = await given(clinic.desk.staff.whatEnds({ days: 28 }))
    expect(told.ends).toMatchObject([{ ...ending, hours: [{ serviceTypeId: clinic.neck.id }] }])
    expect(told.visits).toMatchObject([{ appointment: { id: after.appointment.id }, patientName: after.patientName }])
    expect(told.visits.map(visit => visit.appointment.id)).not.toContain(before.appointment.id)

    const held = saved ?? clinic.khansPaper
    const renewal = await given(clinic.lead.qualification.renew({
      id, version: held.version + 1, number: 'C-2', issuer, issued: date('2026-05-01'), expires: date('2028-05-12'), ...plainPaper, effective: date('2026-05-13'), preview: false,
    }))
    expect(renewal.impact.clears).toEqual([])
    const waiting = (await given(clinic.lead.staff.whatEnds({ days: 28 }))).ends
    expect(waiting).toMatchObject([{ qualificationId: renewal.saved?.id, kind: 'unverified', ends: null, cleared: [after.appointment.id] }, ending])
    const { impact } = await given(clinic.lead.qualification.verify({ id: renewal.saved?.id ?? id, version: 1, method: 'letter', source: 'Letter of 3 May', due: null, preview: false }))
    expect(impact.clears.map(visit => visit.appointment.id)).toEqual([after.appointment.id])
    expect((await given(clinic.lead.staff.whatEnds({ days: 28 }))).ends).toEqual([])
  })
})
