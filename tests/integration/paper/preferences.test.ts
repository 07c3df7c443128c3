import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePaper } from '../../../renderer/paper/makePaper.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Paper } from '../../../shared/domain/paper/printing.ts'
import { type CardPreference, plainCard } from '../../../shared/domain/person.ts'
import { cardsText } from '../../../shared/text/en/cards.ts'
import { monday, wall } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given } from '../handlers/clinic.ts'

const forPatients = ['card', 'label', 'series-letter'] as const satisfies readonly Paper[]
const stockOf = { card: 'card-us', label: 'avery-l7163', 'series-letter': '' } as const

describe.each(engines)('on %s', (engine) => {
  let clinic: Clinic
  beforeAll(async () => { clinic = await aClinic(engine) })
  afterAll(() => clinic.service.stop())

  let hour = 8
  const booked = async (card: Partial<CardPreference>): Promise<AppointmentId> => {
    hour += 1
    const patient = await clinic.patient({ card: { ...plainCard, address: '7 Oak Road\nSpringfield', ...card } })
    return (await clinic.book({ patientId: patient.id, start: wall(`2026-05-04T${String(hour).padStart(2, '0')}:30`) })).appointment.id
  }
  const made = (paper: (typeof forPatients)[number], appointmentIds: readonly AppointmentId[]) =>
    makePaper({ paper, appointmentIds, stock: stockOf[paper], startCell: 0, day: null }, { client: clinic.desk, today: monday, mayReadStaff: false })

  test('“do not print”, the other name and the patient’s large print hold on cards, labels and letters alike', async () => {
    const [plain, unwanted, renamed] = [await booked({}), await booked({ doNotPrint: true }), await booked({ alternateName: 'R. O.', largePrint: true, envelopeOnly: true })]
    for (const paper of forPatients) {
      expect(await made(paper, [unwanted]), paper).toEqual({ ok: false, problem: cardsText.doNotPrint })
      const both = await made(paper, [plain, unwanted])
      expect(both.ok && both.value.request.appointmentIds, paper).toEqual([plain])
      const other = await made(paper, [renamed])
      const html = other.ok ? other.value.job.html : ''
      expect(html, paper).toContain('R. O.')
      expect(html, paper).not.toMatch(/Rosa|Ortega|1961/)
      if (paper !== 'label') expect(html, paper).toMatch(/font(-size)?:18pt/)
    }
    const large = await made('card', [renamed])
    expect(large.ok && [large.value.kind, large.value.moved?.id]).toEqual(['large', 'a6-large-print'])
  })

  test('a practice’s words that give the visit away stop every paper for a patient, and are told', async () => {
    const visit = await booked({})
    const { practice: { name, telephone, arriveEarlyMinutes, version } } = await given(clinic.lead.practice.read({}))
    await given(clinic.lead.practice.amend({ name, telephone, arriveEarlyMinutes, version, askFor: 'the migraine nurse' }))
    for (const paper of forPatients) {
      const stopped = await made(paper, [visit])
      expect(stopped.ok ? '' : stopped.problem, paper).toContain('“migraine”')
    }
  })
})
