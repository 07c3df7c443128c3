import { chromium, type Page } from '@playwright/test'
import decode from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePaper } from '../../../renderer/paper/makePaper.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import { firstDesign } from '../../../shared/domain/cardDesign.ts'
import { anAppointment, aPatient, monday, newId, wall } from '../../support/builders.ts'
import { systemChromium } from '../../support/machine.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given } from '../handlers/clinic.ts'

/** What somebody's telephone reads off a card that lies before it. */
async function scanned(page: Page, card: number): Promise<string> {
  const photo = (await page.locator('.page').nth(card).screenshot()).toString('base64')
  const { width, height, greys } = await page.evaluate(async (png) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${png}`
    await picture.decode()
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(picture, 0, 0)
    // Black on white: one channel tells all, and goes over faster than four.
    const pixels = drawing?.getImageData(0, 0, picture.width, picture.height).data ?? []
    let greys = ''
    for (let at = 0; at < pixels.length; at += 4) greys += String.fromCharCode(pixels[at] ?? 0)
    return { width: picture.width, height: picture.height, greys }
  }, photo)
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < greys.length; at += 1) data.fill(greys.charCodeAt(at), at * 3, at * 3 + 3)
  return decode({ width, height, data }, { timeLimit: 10_000 })
}

/** An instant as RFC 5545 writes it in UTC, by the runtime's own clock. */
const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.000/g, '')
/** What a telephone in the practice's own zone shows for it. */
const shownIn = (zone: string, at: string): string => {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/.exec(at) ?? []
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T')
}

describe.each(engines)('on %s', (engine) => {
  let clinic: Clinic
  beforeAll(async () => { clinic = await aClinic(engine) })
  afterAll(() => clinic.service.stop())

  test('the code on a card, scanned off the card, puts the visit’s own hours into a calendar under “Appointment”, and says nothing else', { timeout: 150_000 }, async () => {
    const { service, lead, desk, location, neck } = clinic
    await given(lead.paper.amendDesign({ ...firstDesign, qr: true }))
    const patient = aPatient({ id: newId(), name: { given: 'Rosa', family: 'Ortega' } })
    // In summer, in winter, and over the hour that the clocks skip: a visit from 1:30 to 3:15.
    const visits: readonly Appointment[] = [['2026-07-06T09:20', 30], ['2026-12-08T14:20', 60], ['2026-03-08T01:30', 45]].map(([start, minutes]) => anAppointment({
      id: newId(), patientId: patient.id, locationId: location.id, serviceTypeId: neck.id, zone: location.zone, start: wall(String(start)), minutes: Number(minutes),
    }))
    await service.store.write(['patients', 'appointments'], async (tx) => {
      await tx.patients.insert(patient)
      for (const visit of visits) await tx.appointments.insert(visit, { requestKey: null, identifier: null })
      return { keep: true, value: null }
    })
    const made = await makePaper({ paper: 'card', appointmentIds: visits.map(visit => visit.id), stock: 'card-eu', startCell: 0, day: null }, { client: desk, today: monday, mayReadStaff: false })
    if (!made.ok) throw new Error(made.problem)

    const executablePath = systemChromium()
    const browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === undefined ? {} : { executablePath }) })
    const page = await browser.newPage({ deviceScaleFactor: 3 })
    // The document's own policy lets nothing run; the reading of the picture is the test's.
    await page.setContent(made.value.job.html.replace(/<meta http-equiv[^>]*>/, ''))
    const read: string[] = []
    for (const card of visits.keys()) read.push(await scanned(page, card))
    await browser.close()

    for (const [at, { interval, start, zone }] of visits.entries()) {
      const lines = read[at]?.split('\r\n') ?? []
      expect(lines, `card ${at + 1}: nothing but this, so neither who nor where nor what for`).toEqual([
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Desk//EN', 'BEGIN:VEVENT', `UID:${stamp(interval.start)}@card`, `DTSTAMP:${stamp(interval.start)}`,
        `DTSTART:${stamp(interval.start)}`, `DTEND:${stamp(interval.end)}`, 'SUMMARY:Appointment', 'END:VEVENT', 'END:VCALENDAR', '',
      ])
      expect(shownIn(zone, stamp(interval.start)), 'at the hour that the card says').toBe(start)
    }
    expect(visits.map(({ interval, zone }) => shownIn(zone, stamp(interval.end)))).toEqual(['2026-07-06T09:50', '2026-12-08T15:20', '2026-03-08T03:15'])
  })
})
