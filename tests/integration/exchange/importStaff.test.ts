import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffMapping, StaffReport } from '../../../shared/domain/staffImport.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

type StaffFile = { readonly fileName: string; readonly bytes: string }
const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))
const sample = (file: string): StaffFile => ({ fileName: 'staff', bytes: readFileSync(samples + file).toString('base64') })
const text = (written: string): StaffFile => ({ fileName: 'staff', bytes: Buffer.from(written).toString('base64') })
const message = (...segments: readonly string[]): StaffFile => text(['MSH|^~\\&|HR|CLINIC|DESK|DESK|20260501||MFN^M02^MFN_M02|1|P|2.5.1', 'MFI|PRA||UPD|||NE', ...segments].join('\r'))
/** A segment with these fields filled in, by their number. */
const segment = (name: string, fields: Readonly<Record<number, string>>): string =>
  [name, ...Array.from({ length: Math.max(...Object.keys(fields).map(Number)) }, (_, index) => fields[index + 1] ?? '')].join('|')
const bundle = (...resources: readonly object[]): StaffFile => text(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) }))

const standard = sample('hl7v2/hl7-v2-standard-examples/s8.7.2_0_MFN-M02-MFN_M02.hl7')

describe.each(engines)('a staff list on %s', engine => {
  let desk: TestService
  beforeAll(async () => { desk = await aService(engine) })
  afterAll(() => desk.stop())

  async function preview(file: StaffFile, mapping: StaffMapping | null = null): Promise<StaffReport> {
    const answer = await (await desk.asRole('clinical-lead')).exchange.previewStaff({ file, mapping })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    return answer.value
  }
  async function importing(file: StaffFile, changes: Partial<StaffMapping> = {}): Promise<StaffReport> {
    const answer = await (await desk.asRole('clinical-lead')).exchange.importStaff({ file, mapping: { ...(await preview(file)).mapping, ...changes } })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    return answer.value
  }
  async function refused(file: StaffFile): Promise<string> {
    const answer = await (await desk.asRole('clinical-lead')).exchange.previewStaff({ file, mapping: null })
    if (answer.ok || answer.problem.code !== 'file-unreadable') throw new Error(`read: ${JSON.stringify(answer)}`)
    return answer.problem.why
  }
  async function register() {
    const answer = await (await desk.asRole('clinical-lead')).staff.read({})
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    return answer.value
  }
  async function held(family: string) {
    const { practitioners, qualifications, certificationTypes } = await register()
    const ids = new Set(practitioners.filter(person => person.name.family === family).map(person => person.id))
    return qualifications.filter(one => ids.has(one.practitionerId)).map(one => ({ ...one, type: certificationTypes.find(type => type.id === one.certificationTypeId)?.name }))
  }

  it('shows the standard’s own staff file before it is saved, and saves nothing by showing it', async () => {
    const before = await register()
    const report = await preview(standard)
    expect(report).toMatchObject({ format: 'hl7v2', encoding: 'UTF-8', saved: false, counts: { 'person-new': 1, 'certification-new': 2, unreadable: 0 } })
    expect(await register()).toEqual(before)
  })

  it('records specialties of PRA-5 and licences of PRA-6, never verified, with an expiry that is unknown where none is said', async () => {
    const report = await importing(standard)
    expect(report.saved).toBe(true)
    const papers = await held('Hippocrates')
    expect(papers).toMatchObject([
      { type: 'OB/GYN', issuer: 'STATE BOARD OF OBSTETRICS AND GYNECOLOGY', issued: '1979-01-23', expires: null, verification: { state: 'unverified' } },
      { type: 'DEA registration', number: '1234987757', expires: null, verification: { state: 'unverified' } },
    ])
    const { practitioners, certificationTypes } = await register()
    expect(practitioners.find(person => person.name.family === 'Hippocrates')).toMatchObject({ name: { given: 'Harold H' }, roles: [{ role: 'physician' }], active: true })
    expect(certificationTypes.find(type => type.name === 'OB/GYN')).toMatchObject({ competences: [] })
  })

  it('names each field that was not understood', async () => {
    const { notUnderstood } = await preview(standard)
    const all = notUnderstood.join('\n')
    for (const field of ['STF-5', 'STF-6', 'STF-8', 'STF-9', 'STF-11', 'STF-12', 'PRA-2', 'PRA-7', 'PRA-6.2: "CTY"', 'PRA-6.2: "MDD"', 'PRA-6 (TAX)', 'STF-2 (SS)', 'Segment LAN', 'Segment EDU', 'Segment AFF']) expect(all).toContain(field)
    expect(all).not.toContain('444444444')
    const shifted = (await preview(sample('hl7v2/mfn-staff-credentials/texas_cerner_credentialing.hl7'))).notUnderstood.join('\n')
    expect(shifted).toContain('PRA-8')
    expect(shifted).toContain('STF-12')
    expect((await preview(sample('hl7v2/mfn-staff-credentials/memhosp_m02_v251.hl7'))).notUnderstood.join('\n')).toMatch(/STF-7: "\(555\)777-8888".*\n(?:.*\n)*PRA-4/)
  })

  it('adds nothing when it is imported again', async () => {
    const before = await register()
    const again = await importing(standard)
    expect(again.counts).toMatchObject({ 'person-new': 0, 'certification-new': 0, 'certification-known': 2 })
    expect(await register()).toEqual(before)
  })

  it('reads CER in full: number, authority, jurisdiction, dates and status', async () => {
    await importing(message(
      'MFE|MAD|||S1|CWE', 'STF|S1||Okafor^Ngozi^^^^RN|||||||^WPN^PH^^44^20^5550101', 'PRA|S1||||PED^Board of Nursing^E',
      segment('CER', { 1: '1', 2: 'L-77', 3: '2', 4: 'Board of Nursing', 8: 'AL', 19: 'USA', 20: 'AL', 23: '20240102', 24: '20240103', 25: '20240201', 27: '20280131', 31: 'V' }),
      segment('CER', { 1: '2', 2: 'L-78', 4: 'Board of Nursing', 10: 'INJ^Injector certificate', 23: '20240102', 27: '20290131', 29: '20250601', 30: 'fraud', 31: 'R' }),
      segment('CER', { 1: '3', 2: 'L-79', 4: 'Board', 24: '20240102', 27: '202801', 31: 'P' }),
    ))
    const papers = await held('Okafor')
    expect(papers).toMatchObject([
      { number: 'L-77', type: 'Board of Nursing', issuer: 'Board of Nursing', jurisdiction: 'AL', issued: '2024-01-02', effective: '2024-02-01', expires: '2028-01-31', status: 'active' },
      { number: 'L-78', type: 'Injector certificate', status: 'revoked', expires: '2029-01-31' },
      { number: 'L-79', type: 'Board', expires: null, restrictions: 'Provisional.' },
    ])
    expect(papers.every(paper => paper.verification.state === 'unverified')).toBe(true)
  })

  it('reads PRA-6 with its state and its end, and a licence recorded twice only once', async () => {
    const file = message('MFE|MAD|||S2|CWE', 'STF|S2||Li^Wei^^^^N.P.', 'PRA|S2|||||RN 12^SL^TX^20270630~RN 12^SL^TX^20270630~1999999984^NPI')
    await importing(file)
    expect(await held('Li')).toMatchObject([{ type: 'State licence', number: 'RN 12', jurisdiction: 'TX', expires: '2027-06-30' }])
    expect((await register()).practitioners.find(person => person.name.family === 'Li')?.roles).toMatchObject([{ role: 'nurse-practitioner' }])
  })

  it('finds a person of HL7 again in FHIR by the national number, and takes the certifications there', async () => {
    const resources = JSON.stringify({ resourceType: 'Practitioner', id: 'x', identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1999999984' }], name: [{ family: 'Li', given: ['Wei'] }], qualification: [{ code: { text: 'Board Certified' }, period: { start: '2020-01-01', end: '2030-12-31' }, issuer: { reference: 'Organization/o' } }] })
    const report = await importing(text(`${resources}\n${JSON.stringify({ resourceType: 'Organization', id: 'o', name: 'The Board' })}\n`))
    expect(report).toMatchObject({ format: 'fhir', counts: { 'person-new': 0, 'person-known': 1, 'certification-new': 1 } })
    expect((await held('Li')).at(-1)).toMatchObject({ type: 'Board Certified', issuer: 'The Board', issued: '2020-01-01', expires: '2030-12-31', verification: { state: 'unverified' } })
  })

  it('records the practitioners of the FHIR samples with their roles and qualifications, and names what it did not read', async () => {
    const read = (file: string): object => JSON.parse(readFileSync(`${samples}fhir/${file}`, 'utf8')) as object
    const report = await importing(bundle(
      read('plan-net-qualification/Practitioner-HansSolo.json'), read('plan-net-qualification/PractitionerRole-HansSoloRole1.json'), read('au-base/practitioner-example1.json'), read('r4-spec-examples/Practitioner/Practitioner-example.json'),
      read('r4-spec-examples/PractitionerRole/PractitionerRole-example.json'),
    ))
    expect(report.counts).toMatchObject({ 'person-new': 3, unreadable: 0 })
    expect(await held('Solo')).toMatchObject([
      { type: 'MD', issuer: 'State of Illinois', jurisdiction: 'IL' }, { type: 'Board Certified Internal Medicine', issuer: 'American Board of Internal Medicine' }, { type: 'Board Certified Cardiovascular Disease' },
      { type: '207R00000X', issuer: 'American Board of Internal Medicine' },
    ])
    expect(await held('Smith')).toMatchObject([{ type: 'Ahpra Diagnostic Radiology', number: 'MED0000932846', expires: null }])
    // The year alone does not say the day.
    expect((await held('Careful'))[0]).toMatchObject({ type: 'Bachelor of Science', number: '12345', expires: null })
    const all = report.notUnderstood.join('\n')
    for (const field of ['Practitioner.communication', 'PractitionerRole.location', 'PractitionerRole.availableTime', 'Practitioner.address', 'qualification.period.start: "1995"', 'network-reference']) expect(all).toContain(field)
    const solo = (await register()).practitioners.find(person => person.name.family === 'Solo')
    expect(solo?.roles).toMatchObject([{ role: 'physician', from: '2022-01-01', through: null }])
  })

  it('gives nobody a role that has ended, and records a qualification that stands no longer as suspended', async () => {
    await importing(bundle(
      { resourceType: 'Practitioner', id: 'a', active: false, name: [{ family: 'Ended', given: ['Ada'], suffix: ['MD'] }], qualification: [{
        code: { text: 'Injector course' }, identifier: [{ value: 'I 1' }], period: { end: '2030-01-01' },
        extension: [{ url: 'http://x/practitioner-qualification', extension: [{ url: 'status', valueCode: 'pending' }] }],
      }] },
      { resourceType: 'PractitionerRole', active: true, practitioner: { reference: 'https://example.org/fhir/Practitioner/a/_history/2' }, code: [{ text: 'Physician' }], period: { start: '2010-01-01', end: '2011-01-01' } },
      { resourceType: 'PractitionerRole', active: false, practitioner: { reference: 'Practitioner/a' }, code: [{ text: 'Nurse practitioner' }] },
    ))
    const person = (await register()).practitioners.find(one => one.name.family === 'Ended')
    expect(person).toMatchObject({ active: false, roles: [{ role: 'physician', through: '2011-01-01' }] })
    expect(await held('Ended')).toMatchObject([{ status: 'suspended', note: expect.stringContaining('does not say when it was issued') as unknown }])
  })

  it('reads a table, asks how its dates are written, and keeps what a person said about it', async () => {
    const file = text('Staff ID,Name,Job title,Certificate,Certificate number,Issued by,Issued,Valid until,Status,Shoe size\n7,"Adeyemi, Tola",Registered nurse,Injector course,C-1,College,03/04/2025,03/04/2027,valid,39\n7,"Adeyemi, Tola",Registered nurse,CPR,C-2,Red Cross,03/04/2025,,not valid,39\n8,,RN,CPR,C-3,Red Cross,03/04/2025,,valid,\n')
    const first = await preview(file)
    expect(first).toMatchObject({ format: 'csv', questions: ['date-order'] })
    expect(first.notUnderstood.join()).toContain('Shoe size')
    const lead = await desk.asRole('clinical-lead')
    expect(await lead.exchange.importStaff({ file, mapping: first.mapping })).toMatchObject({ ok: false, problem: { code: 'invalid' } })
    const report = await importing(file, { dateOrder: 'day-first' })
    expect(report.counts).toMatchObject({ 'person-new': 1, 'person-known': 1, 'certification-new': 2, unreadable: 1 })
    expect(await held('Adeyemi')).toMatchObject([{ type: 'Injector course', issued: '2025-04-03', expires: '2027-04-03', status: 'active' }, { type: 'CPR', expires: null, status: 'suspended' }])
    expect((await importing(file, { dateOrder: 'day-first' })).counts).toMatchObject({ 'person-new': 0, 'certification-new': 0, 'certification-known': 2 })
  })

  it('leaves out what somebody says is nothing, and uses a type that is here', async () => {
    const { certificationTypes } = await register()
    const own = certificationTypes.find(type => type.name === 'Injector course')
    if (own === undefined) throw new Error('no type')
    const file = text('First name,Last name,Certification,Number,Expires\nIda,Nilsen,Botox ticket,B 1,2030-01-31\nIda,Nilsen,Parking permit,P 1,2030-01-31\n')
    const report = await importing(file, { types: [{ name: 'botox ticket', to: own.id }, { name: 'Parking permit', to: null }] })
    expect(report.counts).toMatchObject({ 'person-new': 1, 'certification-new': 1, 'left-out': 1 })
    expect(await held('Nilsen')).toMatchObject([{ type: 'Injector course', number: 'B 1', verification: { state: 'unverified' } }])
  })

  it('does not take a namesake with another number for the same person, and takes nobody out', async () => {
    const report = await importing(message('MFE|MAD|||S3|CWE', 'STF|S3||Li^Wei', 'PRA|S3|||||X^SL', 'MFE|MDL|||S2|CWE', 'STF|S2||Li^Wei'))
    expect(report.rows.map(row => row.outcomes)).toEqual([['person-new', 'certification-new'], ['unreadable']])
    expect((await register()).practitioners.filter(person => person.name.family === 'Li').map(person => person.active)).toEqual([true, true])
  })

  it('writes one audit event with counts and ids, and no name', async () => {
    const answer = await (await desk.asRole('clinical-lead')).audit.list({ before: null, limit: 500, entityId: null })
    const [event] = answer.ok ? answer.value.events.filter(found => found.action === 'exchange.importStaff') : []
    expect(event).toMatchObject({ entity: 'import', outcome: 'success' })
    expect(event?.detail).not.toContain('Li')
    expect((await (await desk.asRole('front-desk')).exchange.previewStaff({ file: standard, mapping: null }))).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })

  it('refuses in a sentence what is no staff list', async () => {
    for (const file of ['pacs-bridge-tests/hl7_test_20_ADTA01.hl7', 'ms-fhir-converter/SIU-S12-01.hl7']) expect(await refused(sample(`hl7v2/${file}`))).toContain('no staff file')
    expect(await refused(sample('fhir/argonaut-scheduling-stu3/Appointment-proposed-appt1a-2.json'))).toContain('Nobody is in this file')
    expect(await refused(sample('fhir/au-base-xml/practitioner-example1.xml'))).toContain('XML')
    expect(await refused(bundle({ resourceType: 'Practitioner', name: { family: ['Old'] } }))).toContain('FHIR R4')
    expect(await refused(bundle({ resourceType: 'Practitioner', practitionerRole: [] }))).toContain('DSTU2')
    expect(await refused(text('{"resourceType":"Practitioner","name":[{"fam'))).toContain('cut off')
    expect(await refused(text('[1,2,3]'))).toContain('no FHIR')
    expect(await refused(text('MSH|||||'))).toContain('no message')
    expect(await refused({ fileName: 'x', bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]).toString('base64') })).toContain('Excel')
    expect(await refused({ fileName: 'x', bytes: Buffer.from([0, 1, 2, 3, 0, 5]).toString('base64') })).toContain('not a text file')
  })

  it('survives cut-off messages, framing, other encodings, references in a circle and a very long list', async () => {
    const cut = Buffer.from(standard.bytes, 'base64')
    for (let end = 40; end < cut.length; end += 97) {
      const answer = await (await desk.asRole('clinical-lead')).exchange.previewStaff({ file: { fileName: 'cut', bytes: cut.subarray(0, end).toString('base64') }, mapping: null })
      if (!answer.ok) expect(answer.problem.code).toBe('file-unreadable')
    }
    const framed = Buffer.concat([Buffer.from([0x0b]), Buffer.from(message('MFE|MAD|||S9', 'STF|S9||M\\S\\ller^J\xfcrgen', 'PRA|S9|||||9^SL').bytes, 'base64').toString('utf8').split('').map(letter => letter.charCodeAt(0)).reduce((bytes, code) => Buffer.concat([bytes, Buffer.from([code])]), Buffer.alloc(0)), Buffer.from([0x1c, 0x0d])])
    expect((await preview({ fileName: 'x', bytes: framed.toString('base64') })).rows).toMatchObject([{ person: 'Jürgen M^ller', outcomes: ['person-new', 'certification-new'] }])
    const round = { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'PractitionerRole/r' }, code: [{ text: 'Physician' }] }
    expect((await preview(bundle(round))).counts).toMatchObject({ unreadable: 1, 'person-new': 0 })
    const long = await preview(text(`Name,Certification,Number,Expires\n${Array.from({ length: 3000 }, (_, n) => `Person ${n},Course ${n % 7},N ${n},2030-01-01`).join('\n')}\n`))
    expect(long.counts).toMatchObject({ 'person-new': 3000, 'certification-new': 3000 })
  })
})
