import type { Appointment } from '../appointment.ts'
import type { WaitingEntryId } from '../ids.ts'
import type { Patient } from '../person.ts'
import { farMinutes } from '../sickCall/affected.ts'
import type { Instant } from '../time/values.ts'
import { answerOffer, type WaitingEntry } from './entry.ts'

/** What an entry was before its patient lost a visit. */
export type BeforeLoss = Pick<WaitingEntry, 'visitId' | 'lost'>

/** Whoever comes from far has to know longer before. */
const noticeMinutes = ({ travelMinutes }: Pick<Patient, 'travelMinutes'>): number => ((travelMinutes ?? 0) >= farMinutes ? 240 : 120)

/** Puts a patient whose visit the practice gave up onto the waiting list for the next place, whoever performs it. */
export const waitsAfterLoss = (visit: Appointment, patient: Pick<Patient, 'travelMinutes'>, id: WaitingEntryId, now: Instant): WaitingEntry => ({
  id, version: 1, patientId: visit.patientId, serviceTypeId: visit.serviceTypeId, locationId: visit.locationId, performerId: null, roomId: null, weekdays: [],
  partOfDay: null, noticeMinutes: noticeMinutes(patient), visitId: null, note: '', since: now, status: 'waiting', offers: [], lost: visit.start,
})

/** Somebody who waits for that service already: they asked for other terms, which stay, but come first from now on. */
export const losesVisit = (entry: WaitingEntry, visit: Appointment): WaitingEntry => ({
  ...entry, visitId: entry.visitId === visit.id ? null : entry.visitId, lost: entry.lost !== null && entry.lost < visit.start ? entry.lost : visit.start,
})

/** The entry once the visit has come back: as it was before, or off the list where it was made for the loss alone. */
export const hasVisitAgain = (entry: WaitingEntry, before: BeforeLoss | null): WaitingEntry =>
  before === null ? { ...answerOffer(entry, 'declined'), status: 'withdrawn' } : { ...entry, ...before }
