import { z } from 'zod'
import type { AppointmentId, PatientId, SickCallId, WaitingEntryId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { id, list } from '../scalars.ts'
import { visit } from '../schedule.ts'
import { freedPlace, offeredPlace, waitingCandidate, waitingEntry, waitingFields, waitingLine } from '../waiting.ts'
import { seen } from './common.ts'

const entry = z.strictObject(seen(id<WaitingEntryId>()))
const placeProblems = [
  'slot-taken', 'not-staffed', 'against-rule', 'too-soon', 'outside-opening-hours', 'service-not-approved', 'room-needed', 'no-such-time', 'ambiguous-time', 'not-allowed-now',
] as const

/** Requests about patients who would come sooner. */
export const waitingRequests = {
  waiting: {
    list: query({
      permission: 'patient.read', summary: 'Who would come sooner, longest wait first; one patient’s entries, whatever became of them, when one is named', problems: [],
      input: z.strictObject({ patientId: id<PatientId>().nullable() }), output: list(waitingLine),
    }),
    record: command({ permission: 'appointment.write', summary: 'Puts a patient on the waiting list', input: z.strictObject(waitingFields), output: waitingEntry, problems: ['not-found', 'not-allowed-now', 'duplicate'] }),
    amend: command({ permission: 'appointment.write', summary: 'Changes what a patient on the waiting list asks for', input: z.strictObject({ ...seen(id<WaitingEntryId>()), ...waitingFields }), output: waitingEntry, problems: ['not-found', 'stale', 'not-allowed-now', 'duplicate'] }),
    withdraw: command({ permission: 'appointment.write', summary: 'Takes a patient off the waiting list', input: entry, output: waitingEntry, problems: ['not-found', 'stale', 'not-allowed-now'] }),
    match: query({
      permission: 'patient.read', summary: 'For whom of those who wait a free place is, and what stands against it for the others', problems: ['not-found', 'no-such-time', 'ambiguous-time'],
      input: freedPlace,
      output: list(waitingCandidate),
    }),
    freed: query({
      permission: 'patient.read', summary: 'The places still to come that a visit, or a whole sick call, left behind and that somebody certified could use', problems: ['not-found'],
      input: z.union([z.strictObject({ visitId: id<AppointmentId>() }), z.strictObject({ sickCallId: id<SickCallId>() })]), output: list(freedPlace),
    }),
    offer: command({ permission: 'appointment.write', summary: 'Notes that a place was offered', input: z.strictObject({ ...seen(id<WaitingEntryId>()), place: z.strictObject(offeredPlace) }), output: waitingEntry, problems: ['not-found', 'stale', 'not-allowed-now'] }),
    decline: command({ permission: 'appointment.write', summary: 'Notes that the offer was declined; the patient goes on waiting', input: entry, output: waitingEntry, problems: ['not-found', 'stale', 'not-allowed-now'] }),
    accept: command({
      permission: 'appointment.write', summary: 'Books the place that was offered, or moves the patient’s visit there; refused as any booking is', input: entry,
      output: z.strictObject({ entry: waitingEntry, visit }), problems: ['not-found', 'stale', 'duplicate', ...placeProblems],
    }),
    takeBack: command({
      permission: 'appointment.write', summary: 'Takes an accepted offer back: the visit is as it was, and the patient waits again', input: entry, output: waitingEntry,
      problems: ['not-found', 'stale', 'slot-taken', 'not-allowed-now', 'duplicate'],
    }),
  },
} as const
