import type { Appointment } from '../../../shared/domain/appointment.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { SickCall } from '../../../shared/domain/sickCall/sickCall.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { spanOf, wallInstant } from '../../../shared/domain/time/wallClock.ts'
import { type FreedPlace, freedPlaces } from '../../../shared/domain/waiting/freed.ts'
import type { ReadTx } from '../store/store.ts'
import { whereItWas } from './lastChange.ts'
import { missing } from './told.ts'
import type { Inputs } from './types.ts'
import { factsAround } from './visits.ts'

/** The visits of a sick call as they stood before it; none once it was taken back. */
async function beforeSickCall(tx: ReadTx, { moves, undoneAt }: SickCall): Promise<readonly Appointment[]> {
  const left: Appointment[] = []
  for (const { id, before } of undoneAt === null ? moves : []) {
    const visit = await tx.appointments.byId(id)
    if (visit === null) continue
    left.push({ ...visit, ...before, interval: spanOf(wallInstant(before.start, visit.zone), visit.minutes), status: 'booked' })
  }
  return left
}

/** The visit or visits of one request as they stood before they left their places. */
async function leftBy(tx: ReadTx, of: Inputs['waiting']['freed']): Promise<Result<readonly Appointment[], Problem>> {
  if ('sickCallId' in of) {
    const sickCall = await tx.sickCalls.byId(of.sickCallId)
    return sickCall === null ? err(missing('sick call')) : ok(await beforeSickCall(tx, sickCall))
  }
  const visit = await tx.appointments.byId(of.visitId)
  if (visit === null) return err(missing('visit'))
  const left = await whereItWas(tx, visit)
  return ok(left === null ? [] : [left])
}

/** The places that a visit or a sick call left behind and that somebody certified could use now. */
export async function freedBy(tx: ReadTx, of: Inputs['waiting']['freed'], now: Instant): Promise<Result<readonly FreedPlace[], Problem>> {
  const left = await leftBy(tx, of)
  if (!left.ok) return left
  const coming = left.value.filter(({ interval }) => interval.start > now)
  if (coming.length === 0) return ok([])
  const facts = await factsAround(tx, {
    start: instant(Math.min(...coming.map(({ interval }) => interval.start))), end: instant(Math.max(...coming.map(({ interval }) => interval.end))),
  })
  return ok(freedPlaces(facts, coming, now))
}
