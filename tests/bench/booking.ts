import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { demoAccounts } from '../../main/service/demo/fillDemo.ts'
import { systemPorts } from '../../main/service/ports.ts'
import { createService } from '../../main/service/service.ts'
import { openStoreHouse } from '../../main/service/store/storeHouse.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import { printFigures, quantile } from './measure.ts'

const runs = 300
const { default: Database } = await import('better-sqlite3')
const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
const ports = { ...systemPorts({ dataDir: join(folder, 'desk'), demo: true, keyStore: null }), log: () => undefined }
const service = await createService(ports, await openStoreHouse(ports))
const lead = demoAccounts.find(account => account.username === 'lead') ?? demoAccounts[0]
if (lead === undefined) throw new Error('the made-up practice has no accounts')
const { session } = await service.client(null).session.signIn({ username: lead.username, password: lead.password })
const client = service.client(session)

const { locations } = await client.practice.read({})
const location = locations.find(place => place.openingHours.length > 5) ?? locations[0]
if (location === undefined) throw new Error('the made-up practice has no location')
const patients = await client.patient.find({ text: '', limit: 50 })
const services = (await client.serviceType.list({})).filter(service => service.status === 'approved')
const today = dateAt(ports.now(), location.zone)

// The bare peer: the same file system, one row of the same size, one fsync per insert, nothing else.
const bare = new Database(join(folder, 'bare.db'))
bare.pragma('journal_mode = WAL')
bare.exec('CREATE TABLE visit (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT')
bare.pragma('synchronous = FULL')
const insert = bare.prepare('INSERT INTO visit VALUES (?, ?)')
const body = 'x'.repeat(400)

const ours: number[] = []
const theirs: number[] = []
let day = 1
while (ours.length < runs && day < 80) {
  const service = services[day % services.length]
  if (service === undefined) break
  const { slots } = await client.slot.find({
    serviceTypeId: service.id, locationId: location.id, from: addDays(today, day), days: 1, limit: 12, performerId: null, partOfDay: null, includeClosed: false, moving: null, patientId: null,
  })
  day += 1
  for (const slot of slots) {
    const patient = patients[ours.length % patients.length]
    if (patient === undefined) continue
    const beforeBare = performance.now()
    insert.run(randomUUID(), body)
    const before = performance.now()
    const booked = await client.appointment.book({
      requestKey: randomUUID(), patientId: patient.id, serviceTypeId: service.id, locationId: location.id, start: slot.start, performerId: slot.performerId,
      roomId: slot.roomId, fold: null, overrideReason: null, note: '',
    }).then(() => true, () => false)
    // A place that the booking before it has taken is refused, and is no booking.
    if (!booked) continue
    ours.push(performance.now() - before)
    theirs.push(before - beforeBare)
  }
}
await service.stop()
bare.close()
rmSync(folder, { recursive: true, force: true })

printFigures(`One durable booking (${ours.length} of them, check, row and audit event in one transaction), against one bare fsync'ed insert`, [
  { name: 'p50', ours: quantile(ours, 0.5), peer: quantile(theirs, 0.5), unit: 'ms', aim: 'within 3x' },
  { name: 'p99', ours: quantile(ours, 0.99), peer: quantile(theirs, 0.99), unit: 'ms', aim: 'within 3x' },
])
