import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import type { Store } from '../../../main/service/store/store.ts'
import { type Appointment, appointmentStatuses, occupyingStatuses } from '../../../shared/domain/appointment.ts'
import { err } from '../../../shared/domain/result.ts'
import { instant, minuteMs } from '../../../shared/domain/time/instant.ts'
import { overlaps } from '../../../shared/domain/time/interval.ts'
import { anAppointment, aPatient, aPractitioner, aRoom, at, newId } from '../../support/builders.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { aClinicIn, keep, onBothEngines, quietPorts } from '../../support/stores.ts'

const unkeyed = { requestKey: null, identifier: null }
const start = at('2026-05-04T10:00')
const halfHourAt = (minutes: number) => ({ start: instant(start + minutes * minuteMs), end: instant(start + (minutes + 30) * minuteMs) })

async function people(store: Store) {
  const clinic = await aClinicIn(store)
  const two = { patient: aPatient(), practitioner: aPractitioner(), room: aRoom({ locationId: clinic.location.id, name: 'Room 2' }) }
  await keep(store, async (tx) => {
    await tx.patients.insert(two.patient)
    await tx.practitioners.insert(two.practitioner)
    await tx.rooms.insert(two.room)
  })
  return { clinic, two }
}

/** Answers as the schema must, worked out the slow way. */
function expected(standing: readonly Appointment[], visit: Appointment): 'patient' | 'performer' | 'room' | null {
  const others = standing.filter(other =>
    other.id !== visit.id && [other, visit].every(each => occupyingStatuses.includes(each.status)) && overlaps(other.interval, visit.interval))
  if (others.some(other => other.patientId === visit.patientId)) return 'patient'
  if (others.some(other => other.performerId !== null && other.performerId === visit.performerId)) return 'performer'
  if (others.some(other => other.roomId !== null && other.roomId === visit.roomId)) return 'room'
  return null
}

async function agreesWithTheSlowWay(store: Store): Promise<void> {
  const { clinic, two } = await people(store)
  const step = fc.record({
    which: fc.nat(5), patient: fc.boolean(), performer: fc.constantFrom(0, 1, 2), room: fc.constantFrom(0, 1, 2),
    from: fc.integer({ min: -6, max: 6 }), minutes: fc.constantFrom(15, 30, 45, 1440), status: fc.constantFrom(...appointmentStatuses, 'booked' as const, 'booked' as const),
  })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
    await store.write([], async (tx) => {
      const standing = new Map<number, Appointment>()
      for (const { which, patient, performer, room, from, minutes, status } of steps) {
        const before = standing.get(which)
        const begins = instant(start + from * 15 * minuteMs)
        const visit = anAppointment({
          id: before?.id ?? newId(), version: before?.version ?? 1, serviceTypeId: clinic.service.id, locationId: clinic.location.id,
          patientId: patient ? clinic.patient.id : two.patient.id, performerId: [null, clinic.practitioner.id, two.practitioner.id][performer] ?? null,
          roomId: [null, clinic.room.id, two.room.id][room] ?? null, interval: { start: begins, end: instant(begins + minutes * minuteMs) }, minutes, status,
        })
        const done = before === undefined ? await tx.appointments.insert(visit, unkeyed) : await tx.appointments.update(visit)
        const overlap = expected([...standing.values()], visit)
        if (overlap === null) expect(done.ok).toBe(true)
        else expect(done).toEqual(err({ code: 'slot-taken', overlap }))
        if (done.ok) standing.set(which, done.value)
      }
      return { keep: false, value: null }
    })
  }), { numRuns: 60 })
}

onBothEngines('a place in the calendar', (open) => {
  test('is given to one visit of a patient, a performer and a room, as the slow way of looking says', async () => {
    await agreesWithTheSlowWay((await open()).store)
  })

  test('is free again at the minute at which the visit before it ends', async () => {
    const { store } = await open()
    const { clinic } = await people(store)
    const visit = (minutes: number) => anAppointment({
      patientId: clinic.patient.id, performerId: clinic.practitioner.id, roomId: clinic.room.id, serviceTypeId: clinic.service.id,
      locationId: clinic.location.id, interval: halfHourAt(minutes),
    })
    await keep(store, async (tx) => {
      for (const minutes of [0, 30, -30]) expect((await tx.appointments.insert(visit(minutes), unkeyed)).ok).toBe(true)
      for (const minutes of [29, 1, -1, -29, -59, 59]) expect((await tx.appointments.insert(visit(minutes), unkeyed)).ok).toBe(false)
    })
  })

  test('is taken by a visit that began more than a day before', async () => {
    const { store } = await open()
    const { clinic } = await people(store)
    const long = anAppointment({
      patientId: clinic.patient.id, serviceTypeId: clinic.service.id, locationId: clinic.location.id, minutes: 1440,
      interval: { start: instant(start - 1499 * minuteMs), end: instant(start + minuteMs) },
    })
    const visit = anAppointment({ ...long, id: newId(), minutes: 30, interval: halfHourAt(0) })
    await keep(store, async (tx) => {
      expect((await tx.appointments.insert(long, unkeyed)).ok).toBe(true)
      expect(await tx.appointments.insert(visit, unkeyed)).toEqual(err({ code: 'slot-taken', overlap: 'patient' }))
      expect((await tx.appointments.within(visit.interval, null)).map(each => each.id)).toEqual([long.id])
    })
  })
})

describe('a PostgreSQL server that lets nobody add extensions', () => {
  test('refuses the same overlaps', async () => {
    const url = new URL(await freshDatabase())
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    const role = `desk_${url.pathname.slice(1)}`
    await client.query(`create role ${role} login`)
    await client.query(`create schema injection_desk authorization ${role}`)
    url.username = role
    const folder = mkdtempSync(join(tmpdir(), 'injection-desk-overlaps-'))
    try {
      const { store } = await (await openStoreHouse(quietPorts(folder))).create({ passphrase: null, postgresUrl: url.href })
      expect((await client.query(`select 1 from pg_extension where extname = 'btree_gist'`)).rows).toEqual([])
      await agreesWithTheSlowWay(store)
      await store.close()
    } finally {
      await client.query(`drop schema injection_desk cascade`)
      await client.query(`drop role ${role}`)
      await client.end()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
