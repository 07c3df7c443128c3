import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportMapping, ImportReport } from '../../../shared/domain/importReport.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { plainCard } from '../../../shared/domain/person.ts'
import { aPractitioner, aServiceType, at } from '../../support/builders.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/csv/', import.meta.url))
const sample = (file: string): { readonly fileName: string; readonly bytes: string } => ({ fileName: 'export.csv', bytes: readFileSync(samples + file).toString('base64') })
const written = (...lines: readonly string[]): { readonly fileName: string; readonly bytes: string } => ({ fileName: 'export.csv', bytes: Buffer.from(`${lines.join('\n')}\n`).toString('base64') })

for (const engine of engines) {
  describe(`an import of a CSV file on ${engine}`, () => {
    let service: TestService
    beforeAll(async () => { service = await aService(engine) })
    afterAll(() => service.stop())

    const desk = () => service.asRole('front-desk')
    async function preview(file: ReturnType<typeof sample>, mapping: ImportMapping | null = null): Promise<ImportReport> {
      const answer = await (await desk()).exchange.previewCsv({ file, mapping })
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
      return answer.value
    }
    async function importing(file: ReturnType<typeof sample>, changes: Partial<ImportMapping> = {}): Promise<ImportReport> {
      const first = await preview(file)
      const answer = await (await desk()).exchange.importCsv({ file, mapping: { ...first.mapping, ...changes } })
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
      return answer.value
    }
    const patients = () => service.store.read(tx => tx.patients.all())
    const visits = (from = '2000-01-01T00:00', to = '2100-01-01T00:00'): Promise<readonly Appointment[]> => service.store.read(tx => tx.appointments.within({ start: at(from), end: at(to) }, null))
    const outcomesOf = (report: ImportReport): readonly (readonly [number, readonly string[]])[] => report.rows.map(row => [row.line, row.outcomes])

    it('shows an Acuity export before it is saved, and saves nothing by showing it', async () => {
      const before = [await patients(), await visits()]
      const report = await preview(sample('booking-exports/acuity_appointments_open.csv'))
      expect(report).toMatchObject({ encoding: 'UTF-8', delimiter: ',', questions: [], saved: false })
      expect(report.rows).toHaveLength(151)
      expect(report.counts).toMatchObject({ unreadable: 0, 'no-such-time': 0, 'ambiguous-time': 0, 'service-left-out': 0 })
      expect(report.counts['visit-new'] + report.counts['double-booking']).toBe(151)
      expect(report.notUnderstood.join()).toContain('Paid?')
      expect([await patients(), await visits()]).toEqual(before)
    })

    it('takes the export as shown, reports its real double bookings with both lines, and finds everything again the second time', async () => {
      const shown = await preview(sample('booking-exports/acuity_appointments_open.csv'))
      const report = await importing(sample('booking-exports/acuity_appointments_open.csv'))
      expect(report).toEqual({ ...shown, saved: true })
      const found = await visits('2020-01-01T00:00', '2022-01-01T00:00')
      expect(found).toHaveLength(report.counts['visit-new'])
      const double = report.rows.filter(row => row.outcomes.includes('double-booking'))
      // Counted by a program of a few lines that knows nothing of this one; line 55 is the one client at one time with two staff.
      expect(double.map(row => row.line)).toEqual([32, 37, 39, 48, 50, 53, 54, 55, 64, 78, 82, 83, 105, 142])
      for (const row of double) expect(row.messages.join(' ')).toMatch(new RegExp(`lines \\d+ and ${row.line} overlap`))
      // Nine in the morning in London is three in the night in Chicago, where the practice is.
      expect(found.find(visit => visit.start.startsWith('2020-12-02'))).toMatchObject({ start: '2020-12-02T03:00', minutes: 105, zone: 'America/Chicago', status: 'booked', performerId: null })
      const erin = (await patients()).find(patient => patient.name.given === 'Erin' && patient.name.family === 'Moore')
      expect(erin).toMatchObject({ telephone: '+447700900000', email: 'erin.moore0@example.com' })

      const again = await importing(sample('booking-exports/acuity_appointments_open.csv'))
      expect(again.counts).toMatchObject({ 'patient-new': 0, 'patient-possible-duplicate': 0, 'visit-new': 0, 'visit-known': report.counts['visit-new'], 'double-booking': report.counts['double-booking'] })
      expect(await visits('2020-01-01T00:00', '2022-01-01T00:00')).toEqual(found)
    })

    it('makes drafts of services that are not known here, which stay flagged until they are approved', async () => {
      const made = (await service.store.read(tx => tx.serviceTypes.all())).filter(type => type.name === 'Gel Mani & Pedi')
      expect(made).toMatchObject([{ status: 'draft', roles: [], competences: [], minutes: 90 }])
    })

    it('writes one audit event with counts and the ids of what it made', async () => {
      const lead = await service.asRole('clinical-lead')
      const answer = await lead.audit.list({ before: null, limit: 500, entityId: null })
      const [event] = answer.ok ? answer.value.events.filter(found => found.action === 'exchange.importCsv').toReversed() : []
      expect(event).toMatchObject({ entity: 'import', outcome: 'success' })
      expect(event?.detail).toContain('"visit-new"')
      expect(event?.detail).not.toContain('Erin')
      const [appointment] = await visits('2020-12-01T00:00', '2021-12-01T00:00')
      expect(event?.detail).toContain(appointment?.id)
    })

    it('reads client lists: numbers, accents, missing details', async () => {
      const report = await importing(sample('booking-exports/mindbody_uk_clients.csv'))
      expect(report.counts).toMatchObject({ 'patient-new': 3, unreadable: 0 })
      expect((await patients()).find(patient => patient.identifiers.some(identifier => identifier.value === '100235'))).toMatchObject({ name: { given: 'Tomás', family: 'Ó Súilleabháin' } })
      expect((await importing(sample('booking-exports/mindbody_uk_clients.csv'))).counts).toMatchObject({ 'patient-new': 0, 'patient-known': 3 })
      expect((await importing(sample('patients/practiceq_import.csv'))).counts).toMatchObject({ 'patient-new': 3 })
      expect((await importing(sample('emr-exports/openemr_patient_data.csv'))).counts).toMatchObject({ 'patient-new': 2 })
      expect((await importing(sample('contacts/google_contacts_new_layout.csv'))).rows[0]?.messages.join()).toContain('--03-07')
      for (const file of ['booking-exports/fresha_appointments_headers.csv', 'booking-exports/fresha_clients_headers.csv', 'contacts/outlook_headers.csv', 'patients/reservation_studio_headers.csv']) {
        expect((await importing(sample(file))).rows).toEqual([])
      }
    })

    it('asks which of day and month comes first when the file does not show it, and takes the answer', async () => {
      const file = written('First Name,Last Name,DOB', 'Vera,Lang,03/04/1960', 'Otto,Lang,05/06/1961')
      const report = await preview(file)
      expect(report.questions).toEqual(['date-order'])
      const refused = await (await desk()).exchange.importCsv({ file, mapping: report.mapping })
      expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid', issues: [{ path: 'mapping.dateOrder' }] } })
      await importing(file, { dateOrder: 'day-first' })
      expect((await patients()).find(patient => patient.name.given === 'Vera')?.birthDate).toBe('1960-04-03')
    })

    it('lets one day above twelve settle it for the whole column', async () => {
      const report = await preview(written('First Name,Last Name,DOB', 'Nora,Quist,03/04/1960', 'Olaf,Quist,25/06/1961'))
      expect([report.mapping.dateOrder, report.questions]).toEqual(['day-first', []])
    })

    it('tells apart people of one name, and never merges them silently', async () => {
      const report = await importing(written(
        'First Name,Last Name,Phone,Date of Birth', 'Ida,Brandt,0171 5550101,1950-01-01', 'Ida,Brandt,0171 5550101,1950-01-01', 'Ida,Brandt,0171 5550101,1980-02-02', 'Ida,Brandt,0171 5550199,', 'Ida,Brandt,,',
      ))
      expect(outcomesOf(report)).toEqual([[2, ['patient-new']], [3, ['patient-known']], [4, ['patient-possible-duplicate']], [5, ['patient-possible-duplicate']], [6, ['patient-possible-duplicate']]])
      expect((await patients()).filter(patient => patient.name.family === 'Brandt')).toHaveLength(4)
      expect(report.rows[2]?.messages.join()).toContain('Ida Brandt')
    })

    it('warns of somebody registered at the desk before, and leaves that record as it is', async () => {
      const client = await desk()
      const recorded = await client.patient.record({
        name: { given: 'Per', family: 'Holm' }, birthDate: null, telephone: '+46 8 555 0101', email: '', identifiers: [], travelMinutes: null,
        card: plainCard, note: '', evenIfDuplicate: false,
      })
      expect(recorded.ok).toBe(true)
      const report = await importing(written('First Name,Last Name,Phone', 'Per,Holm,+46 8 555 0101'))
      expect(report.counts).toMatchObject({ 'patient-new': 0, 'patient-known': 0, 'patient-possible-duplicate': 1 })
      const holms = (await patients()).filter(patient => patient.name.family === 'Holm')
      expect(holms).toHaveLength(2)
      expect(holms.filter(patient => patient.identifiers.length === 0)).toHaveLength(1)
    })

    it('does not believe a number that belongs to somebody else here', async () => {
      await importing(written('Client ID,First Name,Last Name', '77,Una,First'))
      const report = await importing(written('Client ID,First Name,Last Name', '77,Zoe,Second'))
      expect(report.rows).toMatchObject([{ outcomes: ['unreadable'] }])
      expect(report.rows[0]?.messages.join()).toContain('Una First')
      expect((await importing(written('Client ID,First Name,Last Name', '77,Zoe,Second'), { source: 'another program' })).counts).toMatchObject({ 'patient-new': 1 })
    })

    it('maps services and staff by name, as this practice calls them, and leaves out what it is told to', async () => {
      const [khan, approved] = [aPractitioner({ name: { given: 'Asma', family: 'Kahn' } }), aServiceType({ name: 'Dystonia follow-up', minutes: 40, needsRoom: false, competences: [] })]
      await service.store.write(['staff'], async tx => {
        await tx.practitioners.insert(khan)
        const [competence] = await tx.competences.all()
        await tx.serviceTypes.insert({ ...approved, competences: competence === undefined ? [] : [competence.code] })
        return { keep: true, value: null }
      })
      const file = written(
        'Appointment ID,Client,Service,Provider,Date,Time,Status,Room', 'v1,Lena Frost,dystonia FOLLOW-UP,Dr. Asma Kahn,2026-06-01,9:00 am,Confirmed,Room 1',
        'v2,Mona Frost,Massage,Nobody Known,2026-06-01,10:00 am,Confirmed,Room 9', 'v3,Nils Frost,Dystonia follow-up,"Kahn, Asma",2026-06-01,9:30 am,Confirmed,', 'v4,Olga Frost,Dystonia follow-up,,2026-06-01,9:00,Cancelled,Room 1',
        'v5,Pia Frost,Dystonia follow-up,,2026-06-01,9:10,,Room 1',
      )
      const first = await preview(file)
      const services = first.mapping.services.map(entry => (entry.name === 'Massage' ? { ...entry, to: null } : entry))
      const report = await importing(file, { services })
      expect(report.rows.map(row => row.outcomes[1])).toEqual(['visit-new', 'service-left-out', 'double-booking', 'visit-new', 'visit-new'])
      expect(report.rows[2]?.messages.join()).toContain('lines 2 and 4 overlap')
      expect(report.rows[4]?.messages.join()).toContain('Room 1')
      const june = (await visits('2026-06-01T00:00', '2026-06-02T00:00')).toSorted((a, b) => a.start.localeCompare(b.start) || a.status.localeCompare(b.status))
      expect(june.map(visit => [visit.start, visit.minutes, visit.performerId, visit.status, visit.roomId !== null])).toEqual([
        ['2026-06-01T09:00', 40, khan.id, 'booked', true], ['2026-06-01T09:00', 40, null, 'cancelled', true], ['2026-06-01T09:10', 40, null, 'booked', false],
      ])
      expect(report.notUnderstood.join()).toContain('Massage')
    })

    it('enters visits to come that are too near to each other, and says so', async () => {
      const spaced = aServiceType({ name: 'Spaced', minutes: 20, minimumIntervalDays: 28 })
      await service.store.write(['staff'], async tx => {
        const [competence] = await tx.competences.all()
        await tx.serviceTypes.insert({ ...spaced, competences: competence === undefined ? [] : [competence.code] })
        return { keep: true, value: null }
      })
      const report = await importing(written(
        'Appointment ID,Client ID,Client,Service,Date,Time,Status', 's1,u7,Uli Frost,Spaced,2026-06-08,9:00 am,Confirmed', 's2,u7,Uli Frost,Spaced,2026-06-22,9:00 am,Confirmed', 's3,u7,Uli Frost,Spaced,2026-06-23,9:00 am,Cancelled',
        's4,u7,Uli Frost,Spaced,2026-07-20,9:00 am,Confirmed',
      ))
      expect(report.rows.map(row => row.outcomes.slice(1))).toEqual([['visit-new'], ['visit-new', 'too-soon'], ['visit-new'], ['visit-new']])
      expect(report.rows[1]?.messages.join()).toContain('Spaced needs 28 days from one visit to the next, and this patient has one on 8 Jun 2026.')
      expect(report.counts).toMatchObject({ 'visit-new': 4, 'too-soon': 1 })
    })

    it('reports what overlaps a visit in the book', async () => {
      const report = await importing(written('Appointment ID,Client,Service,Provider,Date,Time,Duration', 'w1,Rut Frost,Dystonia follow-up,Asma Kahn,2026-06-01,9:20 am,30'))
      expect(report.rows).toMatchObject([{ outcomes: ['patient-new', 'double-booking'] }])
      expect(report.rows[0]?.messages.join()).toContain('line 2 was not taken')
    })

    it('does not move or cancel a visit that is in the book, and says that the file says otherwise', async () => {
      const report = await importing(written('Appointment ID,Client,Service,Provider,Date,Time,Duration,Status', 'v1,Lena Frost,Dystonia follow-up,Asma Kahn,2026-06-02,9:00 am,40,Cancelled'))
      expect(report.counts).toMatchObject({ 'visit-known': 1, 'visit-new': 0 })
      expect(report.rows[0]?.messages.join(' ')).toMatch(/another time.*Cancelled/)
      expect((await visits('2026-06-01T00:00', '2026-06-02T00:00')).filter(visit => visit.status === 'cancelled')).toHaveLength(1)
    })

    it('asks about times that the clocks skip or repeat instead of guessing', async () => {
      const report = await importing(written(
        'Client,Phone,Service,Date,Time,Duration', 'Sue Dunn,555 010 0001,Dystonia follow-up,2026-03-08,2:30 am,30', 'Tom Dunn,555 010 0002,Dystonia follow-up,2026-11-01,1:30 am,30',
        'Udo Dunn,555 010 0003,Dystonia follow-up,2026-11-01,9:30 am,30', 'Val Dunn,555 010 0004,Dystonia follow-up,2026-11-31,9:30 am,30', 'Wes Dunn,555 010 0005,Dystonia follow-up,2026-11-30,9:30 am,soon',
      ))
      expect(report.rows.map(row => row.outcomes)).toEqual([
        ['patient-new', 'no-such-time'], ['patient-new', 'ambiguous-time'], ['patient-new', 'visit-new'], ['patient-new', 'unreadable'], ['patient-new', 'unreadable'],
      ])
    })

    it('keeps a visit to come on the book when the file says that it is over', async () => {
      const report = await importing(written('Client,Phone,Service,Date,Time,Duration,Status', 'Xia Dunn,555 010 0006,Dystonia follow-up,2026-11-02,9:30 am,30,Completed', 'Yan Dunn,555 010 0007,Dystonia follow-up,2026-04-02,9:30 am,30,Completed'))
      const [past, future] = await Promise.all([visits('2026-04-02T00:00', '2026-04-03T00:00'), visits('2026-11-02T00:00', '2026-11-03T00:00')])
      expect([past[0]?.status, future[0]?.status]).toEqual(['fulfilled', 'booked'])
      expect(report.rows[0]?.messages.join()).toContain('Completed')
    })

    it('takes names literally, formulas and markup too', async () => {
      const names = ['=HYPERLINK("http://x")', '<script>alert(1)</script>', "Robert'); DROP TABLE patients;--", '@SUM(A1)', '\u202eevil', 'O’Néill 陳']
      const report = await importing(written('First Name,Last Name,Phone', ...names.map((name, index) => `"${name.replaceAll('"', '""')}",Literal,555 020 00${10 + index}`)))
      expect(report.counts).toMatchObject({ 'patient-new': names.length })
      expect((await patients()).filter(patient => patient.name.family === 'Literal').map(patient => patient.name.given).toSorted()).toEqual(names.toSorted())
    })

    it('is for those who may, and refuses what is no CSV file', async () => {
      const injector = await service.asRole('injector')
      expect(await injector.exchange.previewCsv({ file: written('First Name,Last Name', 'A,B'), mapping: null })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
      expect(await (await desk()).exchange.previewCsv({ file: { fileName: 'x.xlsx', bytes: Buffer.from('PK\u0003\u0004').toString('base64') }, mapping: null })).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    })

    it('with visits and several locations asks where they are', async () => {
      const lead = await service.asRole('clinical-lead')
      const [first] = (await service.store.read(tx => tx.locations.all()))
      if (first === undefined) throw new Error('no location')
      const { id: _id, version: _version, ...fields } = first
      expect(await lead.location.record({ ...fields, name: 'Second street', zone: first.zone })).toMatchObject({ ok: true })
      const file = written('Client,Phone,Service,Date,Time,Duration', 'Zed Dunn,555 010 0008,Dystonia follow-up,2026-12-02,9:30 am,30')
      const report = await preview(file)
      expect(report.questions).toEqual(['location'])
      expect(report.rows[0]?.outcomes).toEqual(['patient-new'])
      expect(await (await desk()).exchange.importCsv({ file, mapping: report.mapping })).toMatchObject({ ok: false, problem: { code: 'invalid', issues: [{ path: 'mapping.locationId' }] } })
      expect((await importing(file, { locationId: first.id })).counts).toMatchObject({ 'visit-new': 1 })
      const types: readonly ServiceType[] = await service.store.read(tx => tx.serviceTypes.all())
      expect(types.filter(type => type.name === 'Dystonia follow-up')).toHaveLength(1)
    })
  })
}
