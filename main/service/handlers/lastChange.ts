import { appointmentChange } from '../../../shared/contract/schedule.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import { leavesPlace } from '../../../shared/domain/waiting/freed.ts'
import type { LastChange } from '../../../shared/domain/visitSteps.ts'
import type { ReadTx } from '../store/store.ts'

/** Cards printed and refusals stand in the trail between two changes; no visit has more of them than this. */
const searched = 200

function detailOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

async function* changesOf(tx: Pick<ReadTx, 'audit'>, { id }: Pick<Appointment, 'id'>) {
  for (const event of await tx.audit.list({ before: null, limit: searched, entityId: id })) {
    if (event.entity !== 'appointment' || event.outcome !== 'success') continue
    const detail = appointmentChange.safeParse(detailOf(event.detail))
    if (detail.success) yield { action: event.action, before: detail.data.before ?? null, version: detail.data.after.version }
  }
}

/** What takes back a change leaves nothing behind that was not free before. */
const takesBack: ReadonlySet<string> = new Set(['appointment.undo', 'series.undo', 'sickCall.undo', 'waiting.takeBack'])

/** The visit as it was where it last stood before it came to be where it is now, or went; `null`: it left no place. */
export async function whereItWas(tx: Pick<ReadTx, 'audit'>, visit: Appointment): Promise<Appointment | null> {
  let after = visit
  for await (const { action, before } of changesOf(tx, visit)) {
    if (before === null) return null
    if (leavesPlace(before, after)) return takesBack.has(action) || !leavesPlace(before, visit) ? null : before
    after = before
  }
  return null
}

/** The change that made a visit what it is, as the audit trail has it; `null` when the trail does not tell. */
export async function lastChangeOf(tx: Pick<ReadTx, 'audit'>, visit: Appointment): Promise<LastChange | null> {
  for await (const { before, version } of changesOf(tx, visit)) if (version === visit.version) return { before, version }
  return null
}
