import { z } from 'zod'
import type { AvailabilityId, LocationId, PractitionerId, ShiftExceptionId, StaffingMinimumId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { humanName, role } from '../people.ts'
import { shiftException, shiftExceptionFields } from '../places.ts'
import { availability, availabilityFields, minimumFields, paintedCell, rotaCell, staffingMinimum, unmetMinimum } from '../rota.ts'
import { id, interval, line, list, plainDate } from '../scalars.ts'
import { preview, seen, withImpact } from './common.ts'

const range = { locationId: id<LocationId>(), from: plainDate }
/** Dated changes that a batch took back and made; with it the batch can be taken back as a whole. */
const batch = z.strictObject({ taken: list(shiftException), made: list(shiftException) })

/** Requests about who works in which week, who could, and how many must. */
export const rotaRequests = {
  rota: {
    read: query({
      permission: 'staff.read', summary: 'Weeks of one location as a grid: people, their shifts by date, minimums and where they are not met', problems: ['not-found'],
      input: z.strictObject({ ...range, days: z.int().min(1).max(42) }),
      output: z.strictObject({
        days: list(z.strictObject({ date: plainDate, open: list(interval), closedFor: line.nullable() })),
        people: list(z.strictObject({ id: id<PractitionerId>(), name: humanName, roles: list(role) })),
        cells: list(rotaCell), minimums: list(staffingMinimum), unmet: list(unmetMinimum), availabilities: list(availability),
      }),
    }),
    unmet: query({
      permission: 'staff.read', summary: 'The minimums of one location, and the hours of the coming days in which they are not met', problems: ['not-found'],
      input: z.strictObject({ ...range, days: z.int().min(1).max(370) }), output: z.strictObject({ minimums: list(staffingMinimum), unmet: list(unmetMinimum) }),
    }),
    paint: command({
      permission: 'shift.write', summary: 'Makes cells of the rota what they are painted as, all or none', problems: ['not-found', 'stale', 'duplicate'],
      input: z.strictObject({ locationId: id<LocationId>(), cells: list(paintedCell, 4000), ...preview }), output: withImpact(batch),
    }),
    takeBack: command({
      permission: 'shift.write', summary: 'Takes a painted batch back as a whole', problems: ['not-found', 'stale'],
      input: z.strictObject({ locationId: id<LocationId>(), made: list(z.strictObject(seen(id<ShiftExceptionId>())), 20_000), taken: list(z.strictObject(shiftExceptionFields), 20_000), ...preview }),
      output: withImpact(batch),
    }),
  },
  availability: {
    record: command({ permission: 'shift.write', summary: 'Records when somebody could work', input: z.strictObject(availabilityFields), output: availability, problems: ['not-found', 'duplicate'] }),
    amend: command({ permission: 'shift.write', summary: 'Changes when somebody could work', input: z.strictObject({ ...seen(id<AvailabilityId>()), ...availabilityFields }), output: availability, problems: ['not-found', 'stale', 'duplicate'] }),
    remove: command({ permission: 'shift.write', summary: 'Forgets when somebody could work', input: z.strictObject(seen(id<AvailabilityId>())), output: availability, problems: ['not-found', 'stale'] }),
  },
  staffingMinimum: {
    record: command({ permission: 'shift.write', summary: 'Adds a minimum of people for a service', input: z.strictObject(minimumFields), output: staffingMinimum, problems: ['not-found'] }),
    amend: command({ permission: 'shift.write', summary: 'Changes a minimum', input: z.strictObject({ ...seen(id<StaffingMinimumId>()), ...minimumFields }), output: staffingMinimum, problems: ['not-found', 'stale'] }),
    remove: command({ permission: 'shift.write', summary: 'Takes a minimum away', input: z.strictObject(seen(id<StaffingMinimumId>())), output: staffingMinimum, problems: ['not-found', 'stale'] }),
  },
} as const
