import { z } from 'zod'
import type { AbsenceId, ShiftExceptionId, ShiftPatternId } from '../../domain/ids.ts'
import { command } from '../define.ts'
import { absence, absenceFields, shiftException, shiftExceptionFields, shiftPattern, shiftPatternFields } from '../places.ts'
import { id } from '../scalars.ts'
import { withImpact, preview, seen } from './common.ts'

/** Requests about when people work. */
export const shiftsRequests = {
  shiftPattern: {
    record: command({ permission: 'shift.write', summary: 'Adds a weekly shift', input: z.strictObject({ ...shiftPatternFields, ...preview }), output: withImpact(shiftPattern), problems: ['not-found', 'duplicate'] }),
    amend: command({
      permission: 'shift.write', summary: 'Changes a weekly shift', input: z.strictObject({ ...seen(id<ShiftPatternId>()), ...shiftPatternFields, ...preview }), output: withImpact(shiftPattern),
      problems: ['not-found', 'stale', 'duplicate'],
    }),
    remove: command({ permission: 'shift.write', summary: 'Takes a weekly shift away', input: z.strictObject({ ...seen(id<ShiftPatternId>()), ...preview }), output: withImpact(shiftPattern), problems: ['not-found', 'stale'] }),
  },
  shiftException: {
    record: command({ permission: 'shift.write', summary: 'Adds or removes hours on one date', input: z.strictObject({ ...shiftExceptionFields, ...preview }), output: withImpact(shiftException), problems: ['not-found'] }),
    remove: command({ permission: 'shift.write', summary: 'Takes a dated change back', input: z.strictObject({ ...seen(id<ShiftExceptionId>()), ...preview }), output: withImpact(shiftException), problems: ['not-found', 'stale'] }),
  },
  absence: {
    record: command({ permission: 'shift.write', summary: 'Records an absence', input: z.strictObject({ ...absenceFields, ...preview }), output: withImpact(absence), problems: ['not-found', 'no-such-time', 'ambiguous-time'] }),
    amend: command({
      permission: 'shift.write', summary: 'Changes an absence', input: z.strictObject({ ...seen(id<AbsenceId>()), ...absenceFields, ...preview }), output: withImpact(absence),
      problems: ['not-found', 'stale', 'no-such-time', 'ambiguous-time'],
    }),
    remove: command({ permission: 'shift.write', summary: 'Takes an absence back', input: z.strictObject({ ...seen(id<AbsenceId>()), ...preview }), output: withImpact(absence), problems: ['not-found', 'stale'] }),
  },
} as const
