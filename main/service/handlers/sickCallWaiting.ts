import type { Appointment } from '../../../shared/domain/appointment.ts'
import { asId, type WaitingEntryId } from '../../../shared/domain/ids.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { SickCallMove } from '../../../shared/domain/sickCall/sickCall.ts'
import { hasVisitAgain, losesVisit, waitsAfterLoss } from '../../../shared/domain/waiting/lostPlace.ts'
import type { WriteTx } from '../store/store.ts'
import { missing } from './told.ts'
import type { RequestContext } from './types.ts'

type OnList = NonNullable<SickCallMove['waiting']>

/** Puts the patient of a visit that a sick call takes out of the calendar at the head of the waiting list. */
export async function putOnList(tx: WriteTx, visit: Appointment, patient: Patient | null, { audit, newId, now }: RequestContext): Promise<Result<OnList, Problem>> {
  if (patient === null) return err(missing('patient'))
  const { patientId, serviceTypeId, locationId } = visit
  const before = (await tx.waiting.ofPatient(patientId))
    .find(entry => entry.status === 'waiting' && entry.serviceTypeId === serviceTypeId && entry.locationId === locationId)
  const after = await (before === undefined
    ? tx.waiting.insert(waitsAfterLoss(visit, patient, asId<WaitingEntryId>(newId()), now))
    : tx.waiting.update(losesVisit(before, visit)))
  if (!after.ok) return after
  const { id } = after.value
  await audit(tx, { action: 'sickCall.apply', entity: 'waiting', entityId: id, ...(before === undefined ? {} : { before }), after: after.value })
  return ok({ id, before: before === undefined ? null : { visitId: before.visitId, lost: before.lost } })
}

/** The visit is back: its patient waits as before, or no more. Whoever was given another place meanwhile has to give it back first. */
export async function takeOffList(tx: WriteTx, { id, before: earlier }: OnList, action: string, audit: RequestContext['audit']): Promise<Result<null, Problem>> {
  const before = await tx.waiting.byId(id)
  if (before === null) return err(missing('entry of the waiting list'))
  if (before.status === 'settled') return err({ code: 'not-allowed-now', from: before.status, to: 'undone' })
  // Taken off the list by hand meanwhile: there they stay.
  if (before.status === 'withdrawn') return ok(null)
  const after = await tx.waiting.update(hasVisitAgain(before, earlier))
  if (!after.ok) return after
  await audit(tx, { action, entity: 'waiting', entityId: id, before, after: after.value })
  return ok(null)
}
