import { isStanding } from '../../../shared/domain/appointment.ts'
import { tidyDesign } from '../../../shared/domain/cardDesign.ts'
import { spanOfDays } from '../../../shared/domain/days.ts'
import { asId, type PrintJobId } from '../../../shared/domain/ids.ts'
import { tidyPrintSettings } from '../../../shared/domain/paper/printing.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { printedAction } from './card.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

/** A picture is known by its length: the trail keeps what changed, not a second copy of it. */
const withoutPicture = <T extends { readonly logo: string | null }>(design: T) => ({ ...design, logo: design.logo === null ? null : `${design.logo.length} characters` })

/** How paper looks and where it is printed. */
export const paperHandlers: Handlers['paper'] = {
  settings: (_input, { store }) => store.read(async tx => ok({ design: await tx.paper.design(), printing: await tx.paper.printing() })),

  amendDesign: (input, { store, audit }) => store.write(['paper'], async tx => {
    const design = tidyDesign(input)
    if (!design.ok) return decline(design.problem)
    const before = await tx.paper.design()
    const after = await tx.paper.saveDesign(design.value)
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action: 'paper.amendDesign', entity: 'paper', entityId: 'design', before: withoutPicture(before), after: withoutPicture(after.value) })
    return saved(after.value)
  }),

  amendPrinting: (input, { store, audit }) => store.write(['paper'], async tx => {
    const before = await tx.paper.printing()
    const after = await tx.paper.savePrinting(tidyPrintSettings(input))
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action: 'paper.amendPrinting', entity: 'paper', entityId: 'printing', before, after: after.value })
    return saved(after.value)
  }),

  printed: ({ request: { paper, appointmentIds, stock, day }, how, reason }, { store, audit }) => store.write([], async tx => {
    const note = { paper, stock, how, ...(reason === null ? {} : { reason: tidyLine(reason) }) }
    for (const id of appointmentIds) await audit(tx, { action: printedAction, entity: 'appointment', entityId: id, after: note })
    if (appointmentIds.length === 0) await audit(tx, { action: printedAction, entity: 'paper', entityId: day?.locationId ?? '', after: { ...note, day } })
    return saved({})
  }),

  callList: ({ locationId, date, practitionerId }, { store }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const visits = (await tx.appointments.within(spanOfDays(date, 1, location.zone), locationId))
      .filter(visit => isStanding(visit.status) && (practitionerId === null || visit.performerId === practitionerId))
    const patients = new Map((await tx.patients.byIds([...new Set(visits.map(visit => visit.patientId))])).map(patient => [patient.id, patient]))
    return ok(visits.flatMap(({ id, start, patientId, performerId }) => {
      const patient = patients.get(patientId)
      if (patient === undefined) return []
      const { name, telephone, travelMinutes, card: { language } } = patient
      return [{ id, start, patientName: name, telephone, language, travelMinutes, performerId }]
    }))
  }),
}

/** Jobs that no printer took, kept by what they are made of. */
export const printJobHandlers: Handlers['printJob'] = {
  list: (_input, { store }) => store.read(async tx => ok(await tx.printJobs.all())),

  keep: ({ request, reason }, { store, newId, now, account, audit }) => store.write(['paper'], async tx => {
    const kept = await tx.printJobs.insert({
      id: asId<PrintJobId>(newId()), version: 1, at: now, accountName: account.displayName, request, reason: tidyLine(reason),
    })
    if (!kept.ok) return decline(kept.problem)
    await audit(tx, { action: 'printJob.keep', entity: 'printJob', entityId: kept.value.id, after: { paper: request.paper, reason: kept.value.reason } })
    return saved(kept.value)
  }),

  settle: ({ id, version }, { store, audit }) => store.write(['paper'], async tx => {
    const job = await tx.printJobs.byId(id)
    if (job === null) return decline(missing('print job'))
    const removed = await tx.printJobs.remove({ ...job, version })
    if (!removed.ok) return decline(removed.problem)
    await audit(tx, { action: 'printJob.settle', entity: 'printJob', entityId: id, before: { paper: job.request.paper } })
    return saved({})
  }),
}
