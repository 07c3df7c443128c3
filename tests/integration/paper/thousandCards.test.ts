import { chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeCard } from '../../../renderer/paper/composeCard.ts'
import { makePaper } from '../../../renderer/paper/makePaper.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import { cardContent } from '../../../shared/domain/card.ts'
import { firstDesign } from '../../../shared/domain/cardDesign.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { wallDateTime } from '../../../shared/domain/time/wallClock.ts'
import { anAppointment, aPatient, date, monday, newId, time } from '../../support/builders.ts'
import { systemChromium } from '../../support/machine.ts'
import { readPdf, tinted } from '../../support/pdf.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given } from '../handlers/clinic.ts'

const count = 1000
const perDay = 20
const bare = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]/g, '')
const twoDigits = (number: number): string => String(number).padStart(2, '0')
type Visits = ReadonlyMap<AppointmentId, Appointment>

/** A thousand visits of a thousand patients over fifty days, put straight into the store. */
async function manyVisits({ service, location, neck }: Clinic): Promise<{ readonly patients: readonly Patient[]; readonly visits: Visits }> {
  const patients = Array.from({ length: count }, (_, at) => aPatient({ id: newId(), name: { given: 'Rosa', family: `No${at + 1}` } }))
  const visits = patients.map((patient, at) => anAppointment({
    id: newId(), patientId: patient.id, locationId: location.id, serviceTypeId: neck.id, zone: location.zone,
    start: wallDateTime(addDays(monday, 1 + Math.floor(at / perDay)), time(`${twoDigits(8 + (at % 10))}:00`)),
  }))
  await service.store.write(['patients', 'appointments'], async (tx) => {
    for (const patient of patients) await tx.patients.insert(patient)
    for (const visit of visits) await tx.appointments.insert(visit, { requestKey: null, identifier: null })
    return { keep: true, value: null }
  })
  return { patients, visits: new Map(visits.map(visit => [visit.id, visit])) }
}

describe.each(engines)('on %s', (engine) => {
  let clinic: Clinic
  beforeAll(async () => { clinic = await aClinic(engine) })
  afterAll(() => clinic.service.stop())

  test('a thousand cards printed while visits are being moved each say what the store held, all at one and the same moment', { timeout: 300_000 }, async () => {
    const { patients, visits } = await manyVisits(clinic)
    const ids = [...visits.keys()]
    // The store after each move, in the order of the moves.
    const history: Visits[] = [visits]
    const move = async (): Promise<void> => {
      const now = history.at(-1) ?? visits
      const id = ids[(history.length * 37) % count]
      const visit = id === undefined ? undefined : now.get(id)
      if (visit === undefined) throw new Error('no visit to move')
      const start = wallDateTime(addDays(date(visit.start.slice(0, 10)), 60), time(`09:${twoDigits(history.length % 60)}`))
      const { appointment } = await given(clinic.lead.appointment.move({
        id: visit.id, version: visit.version, locationId: visit.locationId, start, performerId: null, roomId: null, fold: null, overrideReason: 'Nobody else can',
      }))
      history.push(new Map([...now, [appointment.id, appointment]]))
    }
    for (let n = 0; n < 3; n += 1) await move()
    let made = false
    const printing = makePaper({ paper: 'card', appointmentIds: ids, stock: 'avery-5371', startCell: 0, day: null }, { client: clinic.desk, today: monday, mayReadStaff: false }).finally(() => { made = true })
    do await move()
    while (!made)
    await move()
    const paper = await printing
    if (!paper.ok) throw new Error(paper.problem)
    expect(paper.value.request.appointmentIds).toHaveLength(count)

    const executablePath = systemChromium()
    const browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === undefined ? {} : { executablePath }) })
    const page = await browser.newPage()
    await page.setContent(tinted(paper.value.job).html)
    const { pages, tagged } = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })))
    await browser.close()
    expect([pages.length, tagged]).toEqual([count / 10, true])
    const said = pages.flatMap(({ boxes, texts }) => boxes.map(box => bare(texts
      .filter(each => each.left >= box.left && each.left < box.left + box.width && each.top >= box.top && each.top < box.top + box.height).map(each => each.text).join(''))))

    const { practice } = await given(clinic.lead.practice.read({}))
    // From one moment to the next all visits but one are the same.
    const saidOf = new Map<Appointment, string>()
    const cardOf = (visit: Appointment, patient: Patient): string => {
      const text = saidOf.get(visit) ?? bare(composeCard(cardContent(visit, [], patient, clinic.location, practice, firstDesign), firstDesign).groups.flat().map(line => line.text).join(''))
      saidOf.set(visit, text)
      return text
    }
    const asIn = (state: Visits): readonly string[] => patients.flatMap((patient, at) => {
      const visit = state.get(ids[at] ?? newId())
      return visit === undefined ? [] : [cardOf(visit, patient)]
    })
    const told = history.map(asIn)
    const moments = told.flatMap((state, at) => (state.length === said.length && state.every((text, card) => text === said[card]) ? [at] : []))
    const wrong = said.filter((text, at) => !told.some(state => state[at] === text))
    expect(wrong.slice(0, 3), 'cards that say what no moment of the store did').toEqual([])
    expect(moments, `one of ${history.length} moments`).toHaveLength(1)
    expect(moments[0]).toBeGreaterThanOrEqual(3)
    expect(moments[0]).toBeLessThan(history.length - 1)
  })
})
