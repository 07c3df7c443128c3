import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HttpDoor, openHttpDoor } from '../../../main/service/doors/http.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { plainPaper, plainType } from '../../../shared/domain/certification.ts'
import { mayDo, permissions } from '../../../shared/domain/permission.ts'
import { plainCard } from '../../../shared/domain/person.ts'
import { at as instantAt, openDaily } from '../../support/builders.ts'
import { aFirstRun } from '../../support/firstRun.ts'
import { anHttpDoor } from '../../support/httpDoor.ts'
import { at, faultsOf, object, type Operation, operationsOf, seeded, textAt, valueOf } from '../../support/openApi.ts'
import { aService, testPassword, type TestService } from '../../support/service.ts'

let desk: TestService
let door: HttpDoor
let document: unknown
let operations: ReadonlyMap<string, Operation>
beforeAll(async () => {
  desk = await aService('sqlite')
  door = await openHttpDoor(desk.service, { port: 0, rendererDir: desk.dataDir, version: '0.0.0' })
  document = await (await fetch(`${door.url}/api/openapi.json`, { headers: { authorization: `Bearer ${door.token}` } })).json()
  operations = new Map(operationsOf(document).map(operation => [operation.id, operation]))
})
afterAll(async () => {
  await door.close()
  await desk.stop()
})

type Answer = { readonly status: number; readonly body: unknown }

/** Calls an operation as the description says, with nothing but the description; what comes back must be declared in it. */
async function call(id: string, input: unknown, session: string | null, token: string = door.token, described: unknown = document): Promise<Answer> {
  const operation = operations.get(id)
  if (operation === undefined) throw new Error(`no operation ${id}`)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const scheme of Object.keys(operation.security[0] ?? {})) {
    const [type, detail] = [textAt(described, 'components', 'securitySchemes', scheme, 'type'), (name: string) => textAt(described, 'components', 'securitySchemes', scheme, name)]
    if (type === 'http' && detail('scheme') === 'bearer') headers['authorization'] = `Bearer ${token}`
    if (type === 'apiKey' && session !== null) headers[detail('name')] = session
  }
  const leaving = new AbortController()
  const response = await fetch(textAt(described, 'servers', 0, 'url') + operation.path, { method: 'POST', headers, body: JSON.stringify(input), signal: leaving.signal })
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const schema = operation.answers.get(response.status)?.get(type)
  expect(schema, `${id} answered ${response.status} ${type}, which is not declared`).toBeDefined()
  if (schema === undefined) throw new Error('not declared')
  if (type === 'text/event-stream') {
    leaving.abort()
    return { status: response.status, body: null }
  }
  const body: unknown = await response.json()
  expect(faultsOf(schema, body), `${id} answered ${response.status} ${JSON.stringify(body).slice(0, 500)}`).toEqual([])
  return { status: response.status, body }
}

describe('the description', () => {
  test('names every request of the contract and no other', () => {
    const all = Object.entries(contract).flatMap(([area, methods]) => Object.keys(methods).map(method => `${area}.${method}`))
    expect([...operations.keys()].toSorted()).toEqual(all.toSorted())
    expect(at(document, 'openapi')).toMatch(/^3\.1/)
  })
  test('says of each what opens it', () => {
    for (const operation of operations.values()) {
      const open = ['system.status', 'system.create', 'system.tryDemo', 'system.unlock', 'session.signIn'].includes(operation.id)
      expect(operation.security, operation.id).toEqual(open ? [{ door: [] }, { browser: [] }] : [{ door: [], session: [] }, { browser: [], session: [] }])
    }
  })
  test('would be caught if it told an untruth', async () => {
    const operation = operations.get('practice.read')
    const schema = operation?.answers.get(200)?.get('application/json')
    if (schema === undefined) throw new Error('not declared')
    const { body } = await call('practice.read', {}, await desk.sessionOf('auditor'))
    expect(faultsOf(schema, body)).toEqual([])
    expect(faultsOf(schema, { ...object(body), rooms: [{ id: 7 }] })).not.toEqual([])
    expect(faultsOf(schema, { ...object(body), extra: 1 })).not.toEqual([])
    expect(faultsOf(schema, { practice: at(body, 'practice') })).not.toEqual([])
  })
})

test('every operation does what it is for, called from its description alone', async () => {
  const lead = await desk.sessionOf('clinical-lead')
  const done = new Set<string>()
  const did = async (id: string, input: unknown, session: string = lead): Promise<unknown> => {
    const { status, body } = await call(id, input, session)
    expect(status, `${id}: ${JSON.stringify(body)}`).toBe(200)
    done.add(id)
    return body
  }
  const seen = (row: unknown, ...path: readonly (string | number)[]) => ({ id: at(row, ...path, 'id'), version: at(row, ...path, 'version') })
  const without = (row: unknown, ...names: readonly string[]) => Object.fromEntries(Object.entries(object(row)).filter(([name]) => !names.includes(name)))
  const preview = false

  await did('system.status', {})
  await did('system.unlock', { secret: aFirstRun().passphrase, kind: 'passphrase' })
  await did('system.desk', {})
  await did('system.changes', {})
  await did('session.current', {})
  const practice = await did('practice.read', {})
  await did('practice.amend', { ...without(at(practice, 'practice'), 'demo'), telephone: '1' })
  const location = await did('location.record', { ...without(aFirstRun().locations[0], 'rooms'), name: 'Branch', openingHours: openDaily('00:00', '00:00') })
  const branch = await did('location.amend', { ...object(location), address: 'Elsewhere' })
  const locationId = at(branch, 'id')
  const room = await did('room.record', { locationId, name: 'Room 1', active: true })
  await did('room.amend', { ...object(room), name: 'Room one' })

  const account = await did('account.record', { username: 'second', displayName: 'Second', role: 'front-desk', practitionerId: null, active: true, password: testPassword })
  await did('account.amend', { ...object(account), displayName: 'Second desk' })
  await did('account.setPassword', { id: at(account, 'id'), password: 'four quite other words' })
  await did('account.list', {})
  const signedIn = await did('session.signIn', { username: 'second', password: 'four quite other words' })
  await did('session.signOut', {}, textAt(signedIn, 'session'))

  const competence = at(await did('competence.record', { label: 'Neck' }), 'code')
  const type = await did('certificationType.record', { name: 'Neck course', issuer: 'College', competences: [competence], expiry: { kind: 'months', months: 24 }, active: true, ...plainType })
  await did('certificationType.amend', { ...object(type), issuer: 'Other college', preview })
  const person = await did('practitioner.record', { name: { given: 'Ada', family: 'Khan' }, telephone: '', roles: [{ role: 'physician', locationId: null, from: null, through: null }], active: true })
  const practitionerId = at(person, 'id')
  await did('practitioner.amend', { ...object(person), telephone: '7', preview })
  const held = await did('qualification.record', { practitionerId, certificationTypeId: at(type, 'id'), number: 'N 1', issuer: 'College', issued: '2026-01-01', expires: '2027-12-31', status: 'active', ...plainPaper, preview })
  const amended = await did('qualification.amend', { ...without(without(at(held, 'saved'), 'verification'), 'renews'), number: 'N 2', preview })
  const checked = await did('qualification.verify', { ...seen(amended, 'saved'), method: 'letter', source: 'Letter of 3 May', due: null, preview })
  const scan = await did('evidence.attach', { qualificationId: at(checked, 'saved', 'id'), title: 'Letter.pdf', bytes: Buffer.from('%PDF-1.4\n').toString('base64') })
  await did('evidence.list', { qualificationId: at(checked, 'saved', 'id') })
  await did('evidence.open', { id: at(scan, 'id') })
  await did('evidence.withdraw', { ...seen(scan), reason: 'Another person’s' })
  await did('qualification.renew', { ...seen(checked, 'saved'), number: 'N 3', issuer: 'College', issued: '2027-12-01', expires: '2029-12-31', ...plainPaper, effective: '2028-01-01', preview })
  await did('alert.setDays', { id: at(type, 'id'), version: 0, days: [730] })
  await did('alert.collect', {})
  const told = await did('alert.list', {})
  await did('alert.acknowledge', { ids: at(told, 'given', 0, 'news', 'alertIds') })
  const opened = await did('calendar.open', {})
  await did('calendar.read', {})
  await did('calendar.revoke', { id: at(opened, 'feed', 'id') })
  const shift = { practitionerId, locationId, start: '08:00', end: '18:00', presence: 'on-site' }
  const pattern = await did('shiftPattern.record', { ...shift, weekday: 1, rule: null, from: '2026-01-01', through: null, preview })
  const widened = await did('shiftPattern.amend', { ...object(at(pattern, 'saved')), end: '19:00', preview })
  const exception = await did('shiftException.record', { ...shift, date: '2026-05-05', kind: 'added', note: '', preview })
  const away = { practitionerId, zone: 'America/Chicago', start: '2026-06-01T00:00', end: '2026-06-08T00:00', reason: 'leave', note: '' }
  const absence = await did('absence.record', { ...away, preview })
  const longer = await did('absence.amend', { ...object(at(absence, 'saved')), end: '2026-06-09T00:00', preview })

  const wishes = await did('availability.record', { practitionerId, weekly: [{ weekday: 1, start: '08:00', end: '18:00', wish: 'could' }], dated: [], maxWeekMinutes: 2400, restMinutes: 660, note: '' })
  const fewer = await did('availability.amend', { ...object(wishes), maxWeekMinutes: null })
  await did('availability.list', {})
  await did('availability.remove', seen(fewer))
  await did('rota.read', { locationId, from: '2026-05-04', days: 7 })
  const cell = { practitionerId, date: '2026-05-06', seen: [], shifts: [{ start: '10:00', end: '12:00', presence: 'on-call' }] }
  const painted = await did('rota.paint', { locationId, cells: [cell], preview })
  await did('rota.takeBack', { locationId, made: [seen(painted, 'saved', 'made', 0)], taken: [], preview })

  const service = await did('serviceType.record', {
    name: 'Neck', minutes: 30, competences: [competence], roles: ['physician'], supervision: null, needsRoom: true, minimumIntervalDays: 84, productIntervals: [{ product: 'Xeomin', days: 112 }], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, note: '',
  })
  const named = await did('serviceType.amend', { ...without(service, 'status'), note: 'First', preview })
  const approved = await did('serviceType.setStatus', { ...seen(named, 'saved'), status: 'approved', preview })
  const serviceTypeId = at(approved, 'saved', 'id')
  await did('serviceType.list', {})
  const minimum = await did('staffingMinimum.record', { locationId, serviceTypeId, people: 1, weekdays: [1], hours: null, from: '2026-01-01', through: null, apart: false })
  await did('rota.suggest', { locationId, from: '2026-05-01', days: 31 })
  await did('rota.unmet', { locationId, from: '2026-05-04', days: 60 })
  await did('staffingMinimum.remove', seen(await did('staffingMinimum.amend', { ...object(minimum), people: 2 })))

  const terms = {
    jurisdiction: 'US-TX', setting: 'any', purpose: 'any', roles: [], mayPrescribe: 'silent', mayInject: 'silent', order: 'silent', examination: 'yes', presence: 'silent',
    presentRoles: [], ratio: null, minimumAge: null, severity: 'warn', law: true, words: 'Examined first.', source: 'The board', sourceDate: '2026-05-01', effectiveFrom: '2026-05-01',
  }
  const rule = await did('rule.record', { terms })
  const worded = await did('rule.amend', { ...seen(rule), terms: { ...terms, words: 'A prescriber examines first.' } })
  const inForce = await did('rule.approve', { ...seen(worded), preview })
  const next = await did('rule.revise', { ...seen(inForce, 'saved'), terms: { ...terms, effectiveFrom: '2026-06-01' } })
  await did('rule.retire', { ...seen(next), from: '2026-05-04', preview })
  await did('rule.list', {})

  const patientFields = {
    name: { given: 'Ines', family: 'Øster' }, birthDate: '1980-02-29', telephone: '+1 312 555 0111', email: '', identifiers: [{ system: 'chart', value: '17' }],
    travelMinutes: 90, card: plainCard, note: '',
  }
  const patient = await did('patient.record', { ...patientFields, evenIfDuplicate: false })
  await did('patient.amend', { ...object(patient), note: 'Prefers mornings' })
  await did('patient.find', { text: 'oster', limit: 5 })

  const place = { locationId, start: '2026-05-04T08:15', performerId: practitionerId, roomId: at(room, 'id'), fold: null }
  const search = { serviceTypeId, locationId, from: '2026-05-04', days: 7, limit: 5, performerId: null, partOfDay: 'morning', includeClosed: true, moving: null, patientId: at(patient, 'id') }
  await did('slot.find', search)
  await did('slot.find', { ...search, constraints: { weekdays: [1, 5], roomId: at(room, 'id'), noticeMinutes: 120, companion: { serviceTypeId, withinDays: 7 } } })
  await did('slot.assess', { serviceTypeId, ...place, moving: null, patientId: null })
  const visit = await did('appointment.book', { requestKey: desk.ports.newId(), patientId: at(patient, 'id'), serviceTypeId, ...place, overrideReason: null, note: '' })
  const moved = await did('appointment.move', { ...seen(visit, 'appointment'), ...place, start: '2026-05-04T10:00', overrideReason: null })
  const undone = await did('appointment.undo', seen(moved, 'appointment'))
  const another = await did('patient.record', { ...patientFields, name: { given: 'Per', family: 'Lund' }, identifiers: [], evenIfDuplicate: true })
  const late = await did('appointment.book', { requestKey: desk.ports.newId(), patientId: at(another, 'id'), serviceTypeId, ...place, start: '2026-05-04T21:00', overrideReason: 'she stays on', overrideThrough: '2026-05-04', note: '' })
  await did('appointment.overrides', {})
  await did('staff.whatEnds', { days: 91 })
  const withdrawn = await did('appointment.withdrawOverride', seen(late, 'appointment'))
  await did('appointment.cancel', { ...seen(withdrawn, 'appointment'), reason: 'Comes another day' })
  desk.setNow(instantAt('2026-05-04T08:10'))
  const arrived = await did('appointment.mark', { ...seen(undone, 'appointment'), status: 'arrived' })
  await did('appointment.read', { id: at(visit, 'appointment', 'id') })
  await did('card.read', { id: at(visit, 'appointment', 'id') })
  await did('card.batch', { ids: [at(visit, 'appointment', 'id')] })
  await did('card.ofDays', { locationId, from: '2026-05-04', days: 7 })
  const request = { paper: 'card', appointmentIds: [at(visit, 'appointment', 'id')], stock: 'card-us', startCell: 0, day: null }
  await did('paper.printed', { request, how: 'printed', reason: null })
  await did('paper.callList', { locationId, date: '2026-05-04', practitionerId: null })
  const settled = await did('paper.settings', {})
  await did('paper.amendDesign', at(settled, 'design'))
  await did('paper.amendPrinting', at(settled, 'printing'))
  const kept = await did('printJob.keep', { request, reason: 'The printer is off' })
  await did('printJob.list', {})
  await did('printJob.settle', { id: at(kept, 'id'), version: 1 })
  await did('patient.read', { id: at(patient, 'id') })
  await did('schedule.read', { locationId, from: '2026-05-04', days: 7 })
  await did('schedule.strip', { locationId, from: '2026-05-04', days: 60 })
  await did('staff.read', {})
  await did('register.read', { asOf: '2026-05-04' })
  await did('register.visit', { id: at(visit, 'appointment', 'id') })
  await did('register.history', { id: at(held, 'saved', 'id') })
  await did('register.csv', { asOf: '2030-01-01' })
  const signed = await did('register.sign', { asOf: '2026-05-04', statement: 'Looked through' })
  await did('register.snapshots', {})
  await did('register.snapshot', { id: at(signed, 'id') })
  await did('staff.staffing', { from: '2026-05-01', through: '2026-05-31', locationId: null })
  const spell = { practitionerId, start: '2026-05-04T00:00', end: '2026-05-05T00:00', zone: 'America/Chicago' }
  const affected = await did('sickCall.look', spell)
  await did('sickCall.plan', { ...spell, byHand: [] })
  const answered = await did('sickCall.apply', { ...spell, note: '', lines: [{ ...seen(affected, 'visits', 0, 'visit', 'appointment'), option: { kind: 'refer', reason: 'Elsewhere' } }] })
  await did('sickCall.tick', { ...seen(answered, 'sickCall'), visitId: at(arrived, 'appointment', 'id'), called: true })
  await did('sickCall.read', { id: at(answered, 'sickCall', 'id') })
  await did('sickCall.list', {})
  await did('sickCall.undo', { id: at(answered, 'sickCall', 'id') })
  const again = at(await did('appointment.read', { id: at(arrived, 'appointment', 'id') }), 'visit')
  await did('appointment.cancel', { ...seen(again, 'appointment'), reason: 'Feels ill' })

  const agreed = {
    patientId: at(patient, 'id'), serviceTypeId, locationId,
    terms: { product: 'Any', everyDays: 84, minimumDays: 0, visits: 2, first: '2026-05-11', time: '10:00', weekday: null, earlyDays: 0, lateDays: 6, performerId: null },
  }
  const planned = await did('series.plan', { ...agreed, byHand: [] })
  const places = [0, 1].map(n => at(planned, 'occurrences', n, 'place'))
  const series = await did('series.book', { requestKey: desk.ports.newId(), ...agreed, places })
  const seriesId = at(series, 'series', 'id')
  const both = (row: unknown) => [0, 1].map(n => seen(row, 'visits', n, 'appointment'))
  const rest = await did('series.cancelRest', { id: seriesId, visits: both(series), reason: 'Moves away' })
  await did('series.undo', { id: seriesId, visits: both(rest) })
  await did('series.read', { id: seriesId })

  const waits = at(await did('patient.record', { ...patientFields, name: { given: 'Ida', family: 'Roth' }, identifiers: [], evenIfDuplicate: true }), 'id')
  const wish = { patientId: waits, serviceTypeId, locationId, performerId: null, roomId: null, weekdays: [1, 3], partOfDay: null, noticeMinutes: 60, visitId: null, note: '' }
  const asksMore = await did('waiting.amend', { ...seen(await did('waiting.record', wish)), ...wish, weekdays: [], note: 'Any day' })
  await did('waiting.list', { patientId: null })
  const free = { start: '2026-05-18T10:00', performerId: practitionerId, roomId: null }
  await did('waiting.match', { locationId, ...free })
  await did('waiting.freed', { visitId: at(arrived, 'appointment', 'id') })
  await did('waiting.freed', { sickCallId: at(answered, 'sickCall', 'id') })
  const goesOn = await did('waiting.decline', seen(await did('waiting.offer', { ...seen(asksMore), place: free })))
  const accepted = await did('waiting.accept', seen(await did('waiting.offer', { ...seen(goesOn), place: free })))
  await did('waiting.withdraw', seen(await did('waiting.takeBack', seen(accepted, 'entry'))))

  const file = { fileName: 'export.csv', bytes: Buffer.from('Patient ID,First Name,Last Name,Date of Birth,Phone\n4,Jan,Novák,1990-01-31,555 0100\n').toString('base64') }
  const report = await did('exchange.previewCsv', { file, mapping: null })
  await did('exchange.importCsv', { file, mapping: { ...object(at(report, 'mapping')), locationId } })
  const staffList = { fileName: 'staff.csv', bytes: Buffer.from('Name,Certification,Number,Expires\nLea Brandt,Neck course,N 9,2030-01-31\n').toString('base64') }
  const staffReport = await did('exchange.previewStaff', { file: staffList, mapping: null })
  await did('exchange.importStaff', { file: staffList, mapping: at(staffReport, 'mapping') })
  await did('audit.list', { before: null, limit: 500, entityId: null })

  await did('absence.remove', { ...seen(longer, 'saved'), preview })
  await did('shiftException.remove', { ...seen(exception, 'saved'), preview })
  await did('shiftPattern.remove', { ...seen(widened, 'saved'), preview })
  await did('system.setPassphrase', { passphrase: 'quite another sentence' })

  // The first run happens once, so it has a door of its own.
  const fresh = await anHttpDoor()
  try {
    const description: unknown = await (await fetch(`${fresh.url}/api/openapi.json`, { headers: { authorization: `Bearer ${fresh.token}` } })).json()
    expect(await call('practice.read', {}, 'x', fresh.token, description)).toMatchObject({ status: 409, body: { code: 'not-set-up' } })
    expect(await call('system.create', aFirstRun(), null, fresh.token, description)).toMatchObject({ status: 200 })
    expect(await call('system.tryDemo', {}, null, fresh.token, description)).toMatchObject({ status: 409, body: { code: 'already-set-up' } })
    done.add('system.create')
  } finally {
    await fresh.remove()
  }
  const undecided = await anHttpDoor()
  try {
    const description: unknown = await (await fetch(`${undecided.url}/api/openapi.json`, { headers: { authorization: `Bearer ${undecided.token}` } })).json()
    expect(await call('system.tryDemo', {}, null, undecided.token, description)).toMatchObject({ status: 200 })
    done.add('system.tryDemo')
  } finally {
    await undecided.remove()
  }
  expect([...operations.keys()].filter(id => !done.has(id))).toEqual([])
})

describe('refusals', () => {
  test('of whoever is not signed in, or may not, are as declared', async () => {
    const auditor = await desk.sessionOf('auditor')
    for (const [id, { path }] of operations) {
      const named = at(contract, ...path.split('/').slice(1), '~orpc', 'meta', 'permission')
      const permission = permissions.find(each => each === named)
      if (permission === undefined || permission === 'public') continue
      expect(await call(id, {}, null), id).toMatchObject({ status: 401, body: { defined: true, code: 'not-signed-in' } })
      expect(await call(id, {}, auditor, 'wrong'), id).toMatchObject({ status: 401, body: { defined: false } })
      if (!mayDo('auditor', permission)) expect(await call(id, {}, auditor), id).toMatchObject({ status: 403, body: { defined: true, data: { code: 'forbidden', permission } } })
    }
  })

  test('of any input that the description allows are as declared, and none is a fault', { timeout: 240_000 }, async () => {
    const random = seeded(20261122)
    const unsafe = new Set(['session.signOut', 'system.create', 'system.changes', 'system.unlock'])
    const session = await desk.sessionOf('clinical-lead')
    for (const [id, operation] of operations) {
      if (unsafe.has(id)) continue
      for (let time = 0; time < 12; time += 1) {
        const input = valueOf(operation.input, random)
        const { status, body } = await call(id, input, session)
        expect(status, `${id} ${JSON.stringify(input)} ${JSON.stringify(body)} ${JSON.stringify(desk.log.at(-1))}`).not.toBe(500)
      }
    }
  })

  test('of what the description does not allow name the field', async () => {
    const session = await desk.sessionOf('clinical-lead')
    for (const [id, operation] of operations) {
      if (id === 'system.changes') continue
      expect(await call(id, { ...object(valueOf(operation.input, seeded(7))), '?': 1 }, session), id).toMatchObject({ status: 422, body: { data: { issues: [{ path: '?' }] } } })
    }
  })
})
