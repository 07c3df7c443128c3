import { isStanding } from '../../../shared/domain/appointment.ts'
import { cardContent } from '../../../shared/domain/card.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

/** Appointment cards: the only paper that leaves the practice. */
export const cardHandlers: Handlers['card'] = {
  read: ({ id }, { store }) => store.read(async tx => {
    const visit = await tx.appointments.byId(id)
    // A card for a visit that will not take place would send somebody on a long journey for nothing.
    if (visit === null || !isStanding(visit.status)) return err(missing('visit'))
    const patient = await tx.patients.byId(visit.patientId)
    const location = await tx.locations.byId(visit.locationId)
    if (patient === null || location === null) return err(missing(patient === null ? 'patient' : 'location'))
    return ok(cardContent(visit, patient, location, await tx.practice.read()))
  }),

  printed: ({ id, template, how }, { store, audit }) => store.write([], async tx => {
    if (await tx.appointments.byId(id) === null) return decline(missing('visit'))
    await audit(tx, { action: 'card.printed', entity: 'appointment', entityId: id, after: { template, how } })
    return saved({})
  }),
}
