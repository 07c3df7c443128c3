import { asId, type PractitionerId } from '../../../../shared/domain/ids.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'

/** Numbers of other programs for the people on the staff. One that is there already keeps its person. */
export const staffNumberRepository = (tx: Tx): WriteTx['staffNumbers'] => ({
  all: async () => {
    const rows = await tx.db.selectFrom('staff_numbers').selectAll().orderBy('system').orderBy('value').execute()
    return rows.map(row => ({ system: row.system, value: row.value, practitionerId: asId<PractitionerId>(row.practitioner_id) }))
  },
  add: async ({ system, value, practitionerId }) => {
    tx.marks.wrote = true
    await tx.db.insertInto('staff_numbers').values({ system, value, practitioner_id: practitionerId }).onConflict(conflict => conflict.columns(['system', 'value']).doNothing()).execute()
  },
})
