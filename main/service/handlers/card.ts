import { type Appointment, isStanding } from '../../../shared/domain/appointment.ts'
import { cardContent } from '../../../shared/domain/card.ts'
import { spanOfDays } from '../../../shared/domain/days.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import type { ReadTx } from '../store/store.ts'
import { missing } from './told.ts'
import type { Handlers, Outputs } from './types.ts'

type CardToPrint = Outputs['card']['read']

/** The action that the audit trail knows printing by. */
export const printedAction = 'paper.printed'

// A card for a visit that will not take place would send somebody on a long journey for nothing.
const takesPlace = (visit: Appointment): boolean => isStanding(visit.status)

const bySooner = (a: Appointment, b: Appointment): number => a.interval.start - b.interval.start

/** The cards of visits, all read in the caller's transaction: they show one moment of the store. */
async function cardsOf(tx: ReadTx, visits: readonly Appointment[]): Promise<readonly CardToPrint[]> {
  const wanted = visits.filter(takesPlace)
  const [practice, design, locations, printed] = [
    await tx.practice.read(), await tx.paper.design(), await tx.locations.all(), await tx.audit.lastOf(printedAction, wanted.map(visit => visit.id)),
  ]
  const patients = new Map((await tx.patients.byIds([...new Set(wanted.map(visit => visit.patientId))])).map(patient => [patient.id, patient]))
  const theirs = new Map<string, readonly Appointment[]>()
  for (const id of patients.keys()) theirs.set(id, (await tx.appointments.ofPatient(id)).filter(takesPlace).toSorted(bySooner))
  return wanted.flatMap((visit) => {
    const patient = patients.get(visit.patientId)
    const location = locations.find(place => place.id === visit.locationId)
    if (patient === undefined || location === undefined) return []
    const following = (theirs.get(patient.id) ?? []).filter(other => other.locationId === visit.locationId && other.interval.start > visit.interval.start)
    return [{ card: cardContent(visit, following, patient, location, practice, design), lastPrinted: printed.get(visit.id) ?? null }]
  })
}

/** Appointment cards: the only paper that leaves the practice. */
export const cardHandlers: Handlers['card'] = {
  read: ({ id }, { store }) => store.read(async tx => {
    const visit = await tx.appointments.byId(id)
    const [card] = visit === null ? [] : await cardsOf(tx, [visit])
    return card === undefined ? err(missing('visit')) : ok(card)
  }),

  batch: ({ ids }, { store }) => store.read(async tx => {
    const visits: Appointment[] = []
    for (const id of new Set(ids)) {
      const visit = await tx.appointments.byId(id)
      if (visit !== null) visits.push(visit)
    }
    return ok(await cardsOf(tx, visits))
  }),

  ofDays: ({ locationId, from, days }, { store }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    return ok(await cardsOf(tx, await tx.appointments.within(spanOfDays(from, days, location.zone), locationId)))
  }),
}
