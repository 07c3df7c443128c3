import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../main/service/handlers/types.ts'
import { plainCard } from '../../../shared/domain/person.ts'
import { between, date, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('patients on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const fields = (overrides: Partial<Inputs['patient']['record']> = {}): Inputs['patient']['record'] => ({
    name: { given: 'Ana', family: 'Ruiz' }, birthDate: date('1970-02-03'), telephone: '+1 312 555 0144', email: '', identifiers: [], travelMinutes: 180,
    card: plainCard, note: '', evenIfDuplicate: false, ...overrides,
  })
  const looks = async (action: string) =>
    (await given(clinic.lead.audit.list({ before: null, limit: 100, entityId: null }))).events.filter(event => event.action === action)

  test('a name is kept as its bearer writes it', async () => {
    const written = { given: ' Zoe\u0308 ', family: "O’Neil-van der Berg III" }
    expect((await given(clinic.desk.patient.record(fields({ name: written })))).name).toEqual({ given: 'Zoë', family: "O’Neil-van der Berg III" })
    expect((await given(clinic.desk.patient.record(fields({ name: { given: '', family: '李\u0000小龍' }, birthDate: null })))).name).toEqual({ given: '', family: '李 小龍' })
    expect(await refusal(clinic.desk.patient.record(fields({ name: { given: ' ', family: '\u200B' } }))))
      .toEqual({ code: 'invalid', issues: [{ path: 'name', message: 'Write a name.' }] })
  })

  test('somebody who may be registered already is pointed out, and registered all the same when told to', async () => {
    const first = await given(clinic.desk.patient.record(fields()))
    const again = fields({ name: { given: 'Anna', family: 'Ruiz' } })
    expect(await refusal(clinic.desk.patient.record(again))).toEqual({ code: 'possible-duplicates', patientIds: [first.id] })
    const second = await given(clinic.desk.patient.record({ ...again, evenIfDuplicate: true }))
    expect(second.id).not.toBe(first.id)
  })

  test('a record number belongs to one patient', async () => {
    const identifiers = [{ system: 'chart', value: ' 4711 ' }]
    await given(clinic.desk.patient.record(fields({ identifiers })))
    const other = fields({ name: { given: 'Bo', family: 'Li' }, birthDate: date('1990-01-01'), telephone: '', identifiers, evenIfDuplicate: true })
    expect(await refusal(clinic.desk.patient.record(other))).toMatchObject({ code: 'duplicate' })
  })

  test('looking into records is written down, and never what was typed', async () => {
    const { id } = await given(clinic.desk.patient.record(fields()))
    expect((await given(clinic.desk.patient.find({ text: 'ruis', limit: 10 }))).map(patient => patient.id)).toContain(id)
    await given(clinic.desk.patient.read({ id }))
    expect(await looks('patient.read')).toMatchObject([{ entityId: id, accountName: 'Test front-desk' }])
    const [found] = await looks('patient.find')
    expect(found).toMatchObject({ entity: 'patient', accountName: 'Test front-desk' })
    expect(JSON.stringify(found)).not.toContain('ruis')
  })

  test('a patient is shown with all visits, the latest first, each with its verdict', async () => {
    const early = await clinic.book({ patientId: clinic.rosa.id })
    const late = await clinic.book({ patientId: clinic.rosa.id, start: wall('2026-06-01T10:00') })
    await given(clinic.desk.appointment.cancel({ id: early.appointment.id, version: 1, reason: 'rang' }))
    const { visits } = await given(clinic.desk.patient.read({ id: clinic.rosa.id }))
    expect(visits.map(visit => [visit.appointment.id, visit.verdict?.state])).toEqual([[late.appointment.id, 'covered'], [early.appointment.id, undefined]])
  })

  test('a patient with a visit to come stays active', async () => {
    const { appointment } = await clinic.book({ patientId: clinic.rosa.id })
    const { id, version, status: _status, ...rest } = clinic.rosa
    const leave = (status: 'inactive' | 'entered-in-error') => clinic.desk.patient.amend({ id, version, ...rest, status })
    expect(await refusal(leave('inactive'))).toEqual({ code: 'in-use', what: 'visits' })
    await given(clinic.desk.appointment.cancel({ id: appointment.id, version: 1, reason: 'rang' }))
    expect((await given(leave('inactive'))).status).toBe('inactive')
    expect(await refusal(clinic.desk.appointment.undo({ id: appointment.id, version: 2 }))).toEqual({ code: 'not-allowed-now', from: 'inactive', to: 'booked' })
    expect(await refusal(leave('inactive'))).toEqual({ code: 'stale', yours: 1, current: 2 })
  })

  test('a card says when to come and where, in the chosen name, and nothing of what it is for', async () => {
    const patient = await clinic.patient({ card: { ...plainCard, largePrint: true, alternateName: 'R. O.', language: 'es', envelopeOnly: true, address: '7 Oak Road' } })
    const { appointment: { id } } = await clinic.book({ patientId: patient.id, note: 'wheelchair' })
    const { card, lastPrinted } = await given(clinic.desk.card.read({ id }))
    const visit = { id, version: 1, start: '2026-05-04T10:00', interval: between('2026-05-04T10:00', '2026-05-04T10:30'), arriveBy: '2026-05-04T09:45', zone: 'America/Chicago' }
    expect(lastPrinted).toBeNull()
    expect(card).toEqual({
      practiceName: 'Lindenhof Practice', patientName: { given: 'R. O.', family: '' }, visit, following: [], locationName: 'Main street', address: '1 Main Street\nSpringfield',
      telephone: '+1 312 555 0199', askFor: 'the front desk', language: 'es', largePrint: true, doNotPrint: false, envelopeOnly: true, postalAddress: '7 Oak Road', findings: [],
    })
    const request = { paper: 'card' as const, appointmentIds: [id], stock: 'card-eu', startCell: 0, day: null }
    await given(clinic.desk.paper.printed({ request, how: 'saved', reason: null }))
    const [printed] = await looks('paper.printed')
    expect(JSON.parse(printed?.detail ?? '')).toEqual({ after: { paper: 'card', stock: 'card-eu', how: 'saved' } })
    expect((await given(clinic.desk.card.read({ id }))).lastPrinted).not.toBeNull()
    await given(clinic.desk.appointment.cancel({ id, version: 1, reason: 'rang' }))
    expect(await refusal(clinic.desk.card.read({ id }))).toEqual({ code: 'not-found', what: 'visit' })
  })
})
