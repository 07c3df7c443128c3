import { asId } from '../../../shared/domain/ids.ts'
import { instant, minuteMs } from '../../../shared/domain/time/instant.ts'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import { anAppointment, at } from '../../support/builders.ts'
import { quietPorts } from '../../support/stores.ts'

export type Job = {
  readonly folder: string
  readonly attempts: number
  readonly seed: number
  readonly patientIds: readonly string[]
  readonly serviceTypeId: string
  readonly locationId: string
  readonly performerIds: readonly string[]
}
export type Outcome = { readonly booked: number; readonly refused: number; readonly faults: readonly string[] }

/** A desk of its own process that books at random, as fast as it can. */
async function book(job: Job): Promise<Outcome> {
  const ports = quietPorts(job.folder)
  const store = await (await openStoreHouse(ports)).openByItself()
  if (store === null) throw new Error('the store did not open')
  const any = chances(job.seed)
  const pick = (ids: readonly string[]): string => ids[any(ids.length)] ?? ''
  let [booked, refused] = [0, 0]
  const faults: string[] = []
  for (let n = 0; n < job.attempts; n++) {
    const start = instant(at('2026-05-04T08:00') + any(800) * 15 * minuteMs)
    const visit = anAppointment({
      id: asId(ports.newId()), patientId: asId(pick(job.patientIds)), serviceTypeId: asId(job.serviceTypeId), locationId: asId(job.locationId),
      performerId: asId(pick(job.performerIds)), interval: { start, end: instant(start + 30 * minuteMs) },
    })
    try {
      const done = await store.write(['appointments'], async tx => ({ keep: true, value: await tx.appointments.insert(visit, { requestKey: null, identifier: null }) }))
      if (done.ok) booked += 1
      else refused += 1
    } catch (error) {
      faults.push(String(error))
    }
  }
  await store.close()
  return { booked, refused, faults }
}

/** Small, seeded and good enough (mulberry32): a failing run can be run again. */
function chances(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

process.once('message', (job: Job) => {
  void book(job).then(outcome => process.send?.(outcome, () => process.disconnect()))
})
