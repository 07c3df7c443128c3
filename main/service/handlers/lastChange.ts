import { appointmentChange } from '../../../shared/contract/schedule.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
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

/** The change that made a visit what it is, as the audit trail has it; `null` when the trail does not tell. */
export async function lastChangeOf(tx: Pick<ReadTx, 'audit'>, visit: Appointment): Promise<LastChange | null> {
  for (const event of await tx.audit.list({ before: null, limit: searched, entityId: visit.id })) {
    if (event.entity !== 'appointment' || event.outcome !== 'success') continue
    const detail = appointmentChange.safeParse(detailOf(event.detail))
    if (detail.success && detail.data.after.version === visit.version) {
      return { before: detail.data.before ?? null, version: visit.version }
    }
  }
  return null
}
