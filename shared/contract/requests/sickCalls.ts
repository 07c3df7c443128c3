import { z } from 'zod'
import type { AppointmentId, SickCallId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { id, line, list, nothing, version } from '../scalars.ts'
import { affected, answered, option, sickCall, sickSpell, sickSpellFields, unplaced } from '../sickCall.ts'
import { seen } from './common.ts'

/** More visits than one person has in the longest time that is planned at once. */
const mostVisits = 1000
const visitId = id<AppointmentId>()

/** Requests about somebody who calls in sick. Taking such a call is part of booking: it only ever takes staffing away, and whoever comes in instead needs a shift, which is asked for apart. */
export const sickCallsRequests = {
  sickCall: {
    look: query({
      permission: 'appointment.read', summary: 'The visits that somebody’s sick call affects, worst first, each with how it could go on, best first', problems: ['not-found', 'no-such-time', 'ambiguous-time'],
      input: sickSpell, output: z.strictObject({ visits: list(affected), recorded: z.boolean() }),
    }),
    plan: query({
      permission: 'appointment.read', summary: 'All affected visits found places together, around those that were settled by hand; saves nothing',
      problems: ['not-found', 'no-such-time', 'ambiguous-time', 'not-allowed-now', 'visit-refused'],
      input: z.strictObject({ ...sickSpellFields, byHand: list(z.strictObject({ id: visitId, option: option.nullable() }), mostVisits) }),
      output: z.strictObject({
        status: z.enum(['optimal', 'best-found', 'gave-up']), weighed: z.int(), lines: list(z.strictObject({ id: visitId, option: option.nullable(), unplaced: unplaced.nullable() })),
      }),
    }),
    apply: command({
      permission: 'appointment.write', summary: 'Records the absence and moves the visits, all or nothing', problems: ['not-found', 'stale', 'no-such-time', 'ambiguous-time', 'not-allowed-now', 'visit-refused'],
      input: z.strictObject({ ...sickSpellFields, note: line, lines: list(z.strictObject({ id: visitId, version, option }), mostVisits) }), output: answered,
    }),
    undo: command({
      permission: 'appointment.write', summary: 'Takes everything back that a sick call did, all or nothing', problems: ['not-found', 'stale', 'slot-taken', 'not-allowed-now'],
      // No version of the call itself: whoever was told meanwhile is no reason against it, and each visit's own version is checked.
      input: z.strictObject({ id: id<SickCallId>() }), output: sickCall,
    }),
    list: query({ permission: 'appointment.read', summary: 'The sick calls of the last days, latest first', input: nothing, output: list(sickCall), problems: [] }),
    read: query({ permission: 'patient.read', summary: 'A sick call and whom to telephone about it, whoever has to leave home first at the head', input: z.strictObject({ id: id<SickCallId>() }), output: answered, problems: ['not-found'] }),
    tick: command({
      permission: 'appointment.write', summary: 'Notes whether a patient was told', input: z.strictObject({ ...seen(id<SickCallId>()), visitId, called: z.boolean() }), output: sickCall, problems: ['not-found', 'stale'],
    }),
  },
} as const
