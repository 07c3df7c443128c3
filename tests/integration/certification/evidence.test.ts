import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainPaper, plainType } from '../../../shared/domain/certification.ts'
import { asId, type EvidenceId, type QualificationId } from '../../../shared/domain/ids.ts'
import { date } from '../../support/builders.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

const pdf = Buffer.from('%PDF-1.7\nnot much of one\n')
const image = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from([0, 0xff, 0x80, 0x7f, 10, 13])])

describe.each(engines)('evidence files on %s', engine => {
  let desk: TestService
  let qualificationId: QualificationId
  beforeAll(async () => {
    desk = await aService(engine)
    const lead = await desk.asRole('clinical-lead')
    const type = await lead.certificationType.record({ name: 'Course', issuer: 'College', competences: [], expiry: { kind: 'months', months: 12 }, active: true, ...plainType })
    const person = await lead.practitioner.record({ name: { given: 'Ada', family: 'Khan' }, telephone: '', roles: [], active: true })
    if (!type.ok || !person.ok) throw new Error('not recorded')
    const held = await lead.qualification.record({ practitionerId: person.value.id, certificationTypeId: type.value.id, number: '1', issuer: '', issued: date('2026-01-01'), expires: null, status: 'active', ...plainPaper, preview: false })
    if (!held.ok || held.value.saved === null) throw new Error(JSON.stringify(held))
    qualificationId = held.value.saved.id
  })
  afterAll(() => desk.stop())

  async function attached(bytes: Buffer, title = 'scan.pdf') {
    const answer = await (await desk.asRole('clinical-lead')).evidence.attach({ qualificationId, title, bytes: bytes.toString('base64') })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    return answer.value
  }
  const events = async (id: EvidenceId): Promise<readonly string[]> => (await desk.store.read(tx => tx.audit.list({ before: null, limit: 100, entityId: id }))).map(event => `${event.action} ${event.outcome}`)

  test('are kept byte by byte with their hash, whatever they are called, and opened with a record of it', async () => {
    const file = await attached(image, 'certificate.pdf')
    expect(file).toMatchObject({ mediaType: 'image/png', size: image.length, sha256: createHash('sha256').update(image).digest('hex'), status: 'active', byName: 'Test clinical-lead' })
    const opened = await (await desk.asRole('auditor')).evidence.open({ id: file.id })
    expect(opened).toMatchObject({ ok: true, value: { evidence: file, bytes: image.toString('base64') } })
    expect(await events(file.id)).toEqual(['evidence.open success', 'evidence.attach success'])
    const list = await (await desk.asRole('front-desk')).evidence.list({ qualificationId })
    expect(list).toMatchObject({ ok: true, value: { files: [file] } })
  })

  test('are opened and attached by those alone who may', async () => {
    const file = await attached(pdf)
    expect(await (await desk.asRole('front-desk')).evidence.open({ id: file.id })).toMatchObject({ ok: false, problem: { code: 'forbidden', permission: 'evidence.read' } })
    expect(await (await desk.asRole('injector')).evidence.open({ id: file.id })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect(await (await desk.asRole('auditor')).evidence.attach({ qualificationId, title: '', bytes: pdf.toString('base64') })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })

  test('are refused in a sentence when they are too large, empty or of another kind', async () => {
    const lead = await desk.asRole('clinical-lead')
    const why = async (bytes: Buffer): Promise<string> => {
      const answer = await lead.evidence.attach({ qualificationId, title: 'x.pdf', bytes: bytes.toString('base64') })
      return answer.ok || answer.problem.code !== 'file-unreadable' ? 'kept' : answer.problem.why
    }
    expect(await why(Buffer.alloc(0))).toContain('empty')
    expect(await why(Buffer.concat([pdf, Buffer.alloc(10 * 2 ** 20)]))).toContain('larger than 10 MB')
    expect(await why(Buffer.from('<html><script>alert(1)</script>'))).toContain('Only PDF')
    expect(await lead.evidence.attach({ qualificationId: asId<QualificationId>(desk.ports.newId()), title: '', bytes: pdf.toString('base64') })).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })

  test('are never deleted: a withdrawn one is kept with its reason, and once only', async () => {
    const lead = await desk.asRole('clinical-lead')
    const file = await attached(pdf)
    expect(await lead.evidence.withdraw({ id: file.id, version: 1, reason: ' ' })).toMatchObject({ ok: false, problem: { code: 'invalid' } })
    expect(await lead.evidence.withdraw({ id: file.id, version: 7, reason: 'Not hers' })).toMatchObject({ ok: false, problem: { code: 'stale' } })
    expect(await lead.evidence.withdraw({ id: file.id, version: 1, reason: 'Not hers' })).toMatchObject({ ok: true, value: { status: 'entered-in-error', reason: 'Not hers', version: 2 } })
    expect(await lead.evidence.withdraw({ id: file.id, version: 2, reason: 'Again' })).toMatchObject({ ok: false, problem: { code: 'not-allowed-now' } })
    expect(await lead.evidence.open({ id: file.id })).toMatchObject({ ok: true, value: { bytes: pdf.toString('base64') } })
  })

  test('are not handed out when they are no longer what was attached, and that is on the audit trail', async () => {
    const file = await attached(pdf)
    const other = { ...file, id: asId<EvidenceId>(desk.ports.newId()), sha256: '0'.repeat(64) }
    await desk.store.write([], async tx => {
      await tx.evidence.attach(other, pdf)
      return { keep: true, value: null }
    })
    const answer = await (await desk.asRole('clinical-lead')).evidence.open({ id: other.id })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'file-unreadable', why: expect.stringContaining('SHA-256') as unknown } })
    expect(await events(other.id)).toContain('evidence.open success')
  })
})
