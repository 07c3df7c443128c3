import { asId, type PatientId } from '../../../shared/domain/ids.ts'
import { decidePatientStatus, latestDateAt, tidyPatient } from '../../../shared/domain/patient.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { decline, missing } from './told.ts'
import { type Handlers, type RequestContext, saved } from './types.ts'
import { shownVisits, saidOf } from './visits.ts'

/** Looking into records is written down too (ISO 27789): who, when and whose, never what was typed. */
const noteLook = ({ store, audit }: RequestContext, action: string, entityId: string, after?: unknown): Promise<null> =>
  store.write([], async tx => {
    await audit(tx, { action, entity: 'patient', entityId, ...(after === undefined ? {} : { after }) })
    return { keep: true, value: null }
  })

/** The people treated here. */
export const patientHandlers: Handlers['patient'] = {
  find: async ({ text, limit }, context) => {
    const found = await context.store.read(tx => tx.patients.find(text, limit))
    await noteLook(context, 'patient.find', '', { found: found.length })
    return ok(found)
  },

  read: async ({ id }, context) => {
    const answer = await context.store.read(async tx => {
      const patient = await tx.patients.byId(id)
      if (patient === null) return null
      const appointments = (await tx.appointments.ofPatient(id)).toSorted((a, b) => b.interval.start - a.interval.start)
      return { patient, visits: await shownVisits(tx, appointments, await saidOf(tx, appointments)) }
    })
    if (answer === null) return err(missing('patient'))
    await noteLook(context, 'patient.read', id)
    return ok(answer)
  },

  record: ({ evenIfDuplicate, ...fields }, { store, newId, now, audit }) => store.write(['patients'], async tx => {
    const kept = tidyPatient(fields, latestDateAt(now))
    if (!kept.ok) return decline(kept.problem)
    const likely = evenIfDuplicate ? [] : await tx.patients.likely(kept.value)
    if (likely.length > 0) return decline({ code: 'possible-duplicates', patientIds: likely.map(patient => patient.id) })
    const patient: Patient = { ...kept.value, id: asId<PatientId>(newId()), version: 1, status: 'active' }
    const made = await tx.patients.insert(patient)
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'patient.record', entity: 'patient', entityId: patient.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, status, ...fields }, { store, now, audit }) => store.write(['patients'], async tx => {
    const before = await tx.patients.byId(id)
    if (before === null) return decline(missing('patient'))
    const kept = tidyPatient(fields, latestDateAt(now))
    if (!kept.ok) return decline(kept.problem)
    const allowed = decidePatientStatus(status, await tx.appointments.ofPatient(id), now)
    if (!allowed.ok) return decline(allowed.problem)
    const after = await tx.patients.update({ ...kept.value, id, version, status: allowed.value })
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action: 'patient.amend', entity: 'patient', entityId: id, before, after: after.value })
    return saved(after.value)
  }),
}
