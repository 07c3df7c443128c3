import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainPaper, plainType } from '../../../shared/domain/certification.ts'
import type { LocationId, PractitionerId } from '../../../shared/domain/ids.ts'
import { at, competence, date, monday, newId, time, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('flags on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const paperFields = () => {
    const { id, version, verification: _verification, renews: _renews, ...fields } = clinic.khansPaper
    return { id, version, ...fields, preview: false }
  }
  const away = (preview: boolean) => ({
    practitionerId: clinic.khan.id, start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00'), zone: clinic.location.zone,
    reason: 'sick' as const, note: '', preview,
  })

  test('a visit is flagged when the certificate is suspended, stays so when it counts again, and clears when it is verified', async () => {
    const { appointment } = await clinic.book()
    expect(appointment.performerId).toBe(clinic.khan.id)
    expect(await clinic.verdictOf(appointment.id)).toBe('covered')

    const suspended = await given(clinic.lead.qualification.amend({ ...paperFields(), status: 'suspended' }))
    expect(suspended.impact.flags.map(visit => [visit.appointment.id, visit.verdict?.state])).toEqual([[appointment.id, 'uncovered']])
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')

    const reinstated = await given(clinic.lead.qualification.amend({ ...paperFields(), version: 3, status: 'active' }))
    expect(reinstated.saved?.verification).toEqual({ state: 'unverified' })
    expect(reinstated.impact).toEqual({ flags: [], clears: [], unchanged: 1 })
    expect((await clinic.shown(appointment.id))?.verdict?.reasons.find(entry => entry.practitionerId === clinic.khan.id)?.reasons)
      .toMatchObject([{ kind: 'unverified' }])

    const preview = await given(clinic.lead.qualification.verify({ id: clinic.khansPaper.id, version: 4, method: 'letter', source: 'L 17', due: null, preview: true }))
    expect(preview).toMatchObject({ saved: null, impact: { clears: [{ appointment: { id: appointment.id } }] } })
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')
    await clinic.verify({ id: clinic.khansPaper.id, version: 4 })
    expect(await clinic.verdictOf(appointment.id)).toBe('covered')
  })

  test('a previewed absence names the visits that it touches and saves nothing', async () => {
    const { appointment } = await clinic.book()
    const preview = await given(clinic.lead.absence.record(away(true)))
    expect(preview.saved).toBeNull()
    expect(preview.impact.flags.map(visit => visit.appointment.id)).toEqual([appointment.id])
    expect(preview.impact.flags[0]?.patientName.family).toBe('Ortega')
    expect((await given(clinic.lead.staff.read({}))).absences).toEqual([])
    expect(await clinic.verdictOf(appointment.id)).toBe('covered')
    const { events } = await given(clinic.lead.audit.list({ before: null, limit: 100, entityId: null }))
    expect(events.filter(event => event.action === 'absence.record')).toEqual([])

    const { saved } = await given(clinic.lead.absence.record(away(false)))
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')
    const back = await given(clinic.lead.absence.remove({ id: savedId(saved), version: 1, preview: false }))
    expect(back.impact.clears).toHaveLength(1)
    expect(await clinic.verdictOf(appointment.id)).toBe('covered')
  })

  test('a colleague who is certified turns a flag into a visit that wants a name', async () => {
    await clinic.book()
    await clinic.certify(clinic.ortiz)
    const { impact } = await given(clinic.lead.absence.record(away(false)))
    expect(impact.flags.map(visit => visit.verdict)).toMatchObject([{ state: 'assignable', performerId: clinic.ortiz.id }])
  })

  test('a visit far ahead is flagged for the day on which the certificate has ended, not before', async () => {
    const last = await clinic.book({ start: wall('2026-12-28T10:00') })
    expect(last.verdict?.state).toBe('covered')
    const beyond = clinic.asked({ start: wall('2027-01-04T10:00') })
    expect(await refusal(clinic.desk.appointment.book(beyond))).toMatchObject({ code: 'not-staffed', mayOverride: false })

    const shorter = await given(clinic.lead.qualification.amend({ ...paperFields(), expires: date('2026-12-27'), preview: true }))
    expect(shorter.impact.flags.map(visit => visit.appointment.id)).toEqual([last.appointment.id])
    const toTheDay = await given(clinic.lead.qualification.amend({ ...paperFields(), expires: date('2026-12-28'), preview: true }))
    expect(toTheDay.impact.flags[0]?.verdict?.reasons.find(entry => entry.practitionerId === clinic.khan.id)?.reasons).toMatchObject([{ kind: 'unverified' }])
  })

  test('taking hours out of a day, ending a shift, or closing a person flags at once', async () => {
    const { appointment } = await clinic.book()
    const hours = { practitionerId: clinic.khan.id, locationId: clinic.location.id, date: monday, presence: 'on-site' as const, note: '', preview: false }
    const removed = await given(clinic.lead.shiftException.record({ ...hours, kind: 'removed', start: time('10:15'), end: time('10:16') }))
    expect(removed.impact.flags).toHaveLength(1)
    const restored = await given(clinic.lead.shiftException.remove({ id: savedId(removed.saved), version: 1, preview: false }))
    expect(restored.impact.clears).toHaveLength(1)

    const { id, version, ...shift } = clinic.khansShift
    const shorter = await given(clinic.lead.shiftPattern.amend({ id, version, ...shift, end: time('10:29'), preview: false }))
    expect(shorter.impact.flags).toHaveLength(1)
    const longer = await given(clinic.lead.shiftPattern.amend({ id, version: 2, ...shift, end: time('10:30'), preview: false }))
    expect(longer.impact.clears).toHaveLength(1)
    expect((await given(clinic.lead.shiftPattern.remove({ id, version: 3, preview: true }))).impact.flags).toHaveLength(1)

    const { id: khan, version: khansVersion, ...person } = clinic.khan
    const left = await given(clinic.lead.practitioner.amend({ id: khan, version: khansVersion, ...person, active: false, preview: false }))
    expect(left.impact.flags).toHaveLength(1)
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')
  })

  test('a rule that asks for more flags what was booked under the old one', async () => {
    const { appointment } = await clinic.book()
    const { code } = await given(clinic.lead.competence.record({ label: 'Ultrasound' }))
    const { id, version, status: _status, ...fields } = clinic.neck
    const stricter = await given(clinic.lead.serviceType.amend({ id, version, ...fields, competences: [...fields.competences, code], preview: false }))
    expect(stricter.impact.flags).toHaveLength(1)
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')

    const { id: type, version: typeVersion, ...training } = clinic.training
    const wider = await given(clinic.lead.certificationType.amend({
      id: type, version: typeVersion, ...training, competences: [...training.competences, code], preview: false,
    }))
    expect(wider.impact.clears).toHaveLength(1)
    const retired = await given(clinic.lead.serviceType.setStatus({ id, version: version + 1, status: 'retired', preview: false }))
    expect(retired.impact.flags.map(visit => visit.verdict)).toMatchObject([{ state: 'cannot-verify', cause: 'service-type-not-approved' }])
  })

  test('a visit that is over is none of an edit’s business, one under way is', async () => {
    await clinic.book()
    const under = await clinic.later(at('2026-05-04T10:29'))
    expect((await given(under.lead.absence.record(away(true)))).impact.flags).toHaveLength(1)
    const over = await clinic.later(at('2026-05-04T10:30'))
    expect((await given(over.lead.absence.record(away(true)))).impact).toEqual({ flags: [], clears: [], unchanged: 0 })
  })

  test('nobody verifies their own certificate, whatever their role', async () => {
    const own = await given(clinic.lead.qualification.record({
      practitionerId: clinic.ortiz.id, certificationTypeId: clinic.training.id, number: 'C-2', issuer: 'Board', issued: date('2026-01-01'),
      expires: date('2027-12-31'), status: 'active', ...plainPaper, preview: false,
    }))
    const password = 'four words in a row'
    await given(clinic.lead.account.record({
      username: 'ortiz', displayName: 'M. Ortiz', role: 'clinical-lead', practitionerId: clinic.ortiz.id, active: true, password,
    }))
    const { session } = await given(clinic.service.client(null).session.signIn({ username: 'ortiz', password }))
    const inquiry = { version: 1, method: 'original-seen' as const, source: 'the frame on my wall', due: null, preview: false }
    const id = own.saved?.id ?? clinic.khansPaper.id
    expect(await refusal(clinic.service.client(session).qualification.verify({ id, ...inquiry }))).toEqual({ code: 'forbidden', permission: 'certification.verify' })
    expect((await given(clinic.lead.qualification.verify({ id, ...inquiry }))).saved?.verification).toMatchObject({ state: 'verified', byName: 'Test clinical-lead' })
  })

  test('every change is in the audit trail, once, with who made it and what it changed', async () => {
    await given(clinic.lead.qualification.amend({ ...paperFields(), status: 'suspended' }))
    const { events, intact } = await given(clinic.lead.audit.list({ before: null, limit: 500, entityId: null }))
    expect(intact).toBe(true)
    const count = (action: string) => events.filter(event => event.action === action).length
    expect([
      'competence.record', 'certificationType.record', 'practitioner.record', 'shiftPattern.record', 'qualification.record', 'qualification.verify',
      'serviceType.record', 'serviceType.setStatus', 'patient.record', 'qualification.amend',
    ].map(action => count(action))).toEqual([1, 1, 2, 2, 1, 1, 1, 1, 1, 1])
    const [latest] = events
    expect(latest).toMatchObject({ action: 'qualification.amend', entityId: clinic.khansPaper.id, accountName: 'Test clinical-lead', outcome: 'success' })
    expect(JSON.parse(latest?.detail ?? '')).toMatchObject({ before: { status: 'active', version: 2 }, after: { status: 'suspended', version: 3 } })
  })

  test('what two people change at once is refused to the second, with both versions', async () => {
    await given(clinic.lead.qualification.amend({ ...paperFields(), number: 'C-7' }))
    expect(await refusal(clinic.lead.qualification.amend({ ...paperFields(), number: 'C-8' }))).toEqual({ code: 'stale', yours: 2, current: 3 })
  })

  test('nothing is recorded that names what is not there', async () => {
    const [nobody, nowhere] = [newId<PractitionerId>(), newId<LocationId>()]
    expect(await refusal(clinic.lead.absence.record({ ...away(false), practitionerId: nobody }))).toEqual({ code: 'not-found', what: 'staff member' })
    expect(await refusal(clinic.lead.shiftPattern.record({ ...clinicShift(clinic), locationId: nowhere }))).toEqual({ code: 'not-found', what: 'location' })
    expect(await refusal(clinic.lead.certificationType.record({
      name: 'X', issuer: '', competences: [competence('unheard-of')], expiry: { kind: 'never' }, active: true, ...plainType,
    }))).toEqual({ code: 'not-found', what: 'competence' })
  })

  test('nobody is put on two shifts at the same hour', async () => {
    expect(await refusal(clinic.lead.shiftPattern.record({ ...clinicShift(clinic), start: time('16:00'), end: time('18:00') })))
      .toEqual({ code: 'duplicate', what: 'shift' })
  })

  test('a service without a competence cannot be approved: everybody would count as certified for it', async () => {
    const draft = await given(clinic.lead.serviceType.record({
      name: 'Anything', minutes: 30, competences: [], roles: ['physician'], supervision: null, needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'cosmetic', purpose: 'cosmetic', physiotherapy: false, note: '',
    }))
    expect(draft.status).toBe('draft')
    expect(await refusal(clinic.lead.serviceType.setStatus({ id: draft.id, version: 1, status: 'approved', preview: false })))
      .toMatchObject({ code: 'invalid', issues: [{ path: 'competences' }] })
  })

  test('the visits that hang on a person and on a certificate are counted', async () => {
    await clinic.book()
    await clinic.book({ start: wall('2026-05-11T10:00') })
    expect((await given(clinic.lead.staff.read({}))).atStake).toEqual([
      { practitionerId: clinic.khan.id, certificationTypeId: null, visits: 2 },
      { practitionerId: clinic.khan.id, certificationTypeId: clinic.training.id, visits: 2 },
    ])
  })

  test('the same flags are told for a range of days as on the schedule', async () => {
    const { appointment } = await clinic.book()
    await given(clinic.lead.absence.record(away(false)))
    const range = await given(clinic.lead.staff.staffing({ from: monday, through: date('2026-05-10'), locationId: null }))
    expect(range.verdicts).toMatchObject([{ appointmentId: appointment.id, verdict: { state: 'uncovered' } }])
    expect(range.working.map(stretch => stretch.practitionerId)).toEqual([clinic.ortiz.id])
    expect(await refusal(clinic.lead.staff.staffing({ from: monday, through: date('2026-05-03'), locationId: null }))).toMatchObject({ code: 'invalid' })
    expect(await refusal(clinic.lead.staff.staffing({ from: monday, through: date('2027-05-10'), locationId: null }))).toMatchObject({ code: 'invalid' })
  })
})

function clinicShift(clinic: Clinic) {
  const { id: _id, version: _version, ...fields } = clinic.khansShift
  return { ...fields, preview: false }
}

function savedId<Row extends { readonly id: string }>(row: Row | null): Row['id'] {
  if (row === null) throw new Error('nothing was saved')
  return row.id
}
