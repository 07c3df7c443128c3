import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { earliestInstant as visitsFrom, latestInstant as visitsTo } from '../../../shared/domain/time/instant.ts'
import { aPatient, aPractitioner } from '../../support/builders.ts'
import { aClinicIn, keep, storesOf, type TestStore } from '../../support/stores.ts'
import type { Job, Outcome } from './bookingProcess.ts'
import { openRaw } from './rawFile.ts'

const desks = 8
const program = fileURLToPath(new URL('bookingProcess.ts', import.meta.url))

function bookInProcess(job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } })
    child.once('message', (outcome: Outcome) => resolve(outcome))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`a desk ended early: ${code}`)))
    child.send(job)
  })
}

async function crowd({ store, folder }: TestStore, attempts: number): Promise<readonly Outcome[]> {
  const { service, location } = await aClinicIn(store)
  const patients = Array.from({ length: 40 }, () => aPatient())
  const performers = Array.from({ length: 4 }, () => aPractitioner())
  await keep(store, async (tx) => {
    for (const patient of patients) await tx.patients.insert(patient)
    for (const performer of performers) await tx.practitioners.insert(performer)
  })
  const ids = { patientIds: patients.map(each => each.id), performerIds: performers.map(each => each.id), serviceTypeId: service.id, locationId: location.id }
  return Promise.all(Array.from({ length: desks }, (_, seed) => bookInProcess({ ...ids, folder, attempts: attempts / desks, seed })))
}

const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number => outcomes.reduce((total, each) => total + of(each), 0)

async function overlapsIn(folder: string): Promise<number> {
  const database = await openRaw(folder)
  try {
    return Number(database.prepare(`select count(*) from appointments a join appointments b on a.id < b.id and a.start_at < b.end_at and b.start_at < a.end_at
      and (a.patient_id = b.patient_id or a.performer_id = b.performer_id)`).pluck().get())
  } finally {
    database.close()
  }
}

describe(`${desks} desks booking into one file at the same time`, () => {
  const open = storesOf('sqlite')

  test('never book one place twice, and none of them is turned away for being busy', async () => {
    const made = await open()
    const outcomes = await crowd(made, 4000)
    expect(outcomes.flatMap(each => each.faults)).toEqual([])
    expect(sum(outcomes, each => each.booked + each.refused)).toBe(4000)
    expect(sum(outcomes, each => each.refused)).toBeGreaterThan(100)
    expect(await overlapsIn(made.folder)).toBe(0)
    const visits = await made.store.read(tx => tx.appointments.within({ start: visitsFrom, end: visitsTo }, null))
    expect(visits.length).toBe(sum(outcomes, each => each.booked))
  }, 240_000)

  test('do book places twice where the schema does not refuse it, so this test would notice', async () => {
    const made = await open()
    await keep(made.store, tx => tx.patients.insert(aPatient()))
    const database = await openRaw(made.folder)
    for (const event of ['insert', 'update']) database.exec(`drop trigger appointments_overlap_${event}`)
    database.close()
    await crowd(made, 400)
    expect(await overlapsIn(made.folder)).toBeGreaterThan(0)
  }, 120_000)
})
