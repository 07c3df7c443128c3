import { z } from 'zod'
import type { LocationId, RoomId, ServiceTypeId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { location, locationFields, practice, practiceFields, room, roomFields, serviceStatus, serviceType, serviceTypeFields } from '../places.ts'
import { id, list, nothing, version } from '../scalars.ts'
import { withImpact, preview, seen } from './common.ts'

/** Requests about the practice, its locations, rooms and services. */
export const practiceRequests = {
  practice: {
    read: query({
      permission: 'signed-in', summary: 'The practice, its locations and rooms', input: nothing, problems: [],
      output: z.strictObject({ practice, locations: list(location), rooms: list(room) }),
    }),
    amend: command({ permission: 'practice.write', summary: 'Changes the practice', input: z.strictObject({ ...practiceFields, version }), output: practice, problems: ['stale'] }),
  },
  location: {
    record: command({ permission: 'practice.write', summary: 'Adds a location', input: z.strictObject(locationFields), output: location, problems: ['no-such-time'] }),
    amend: command({
      permission: 'practice.write', summary: 'Changes a location', input: z.strictObject({ ...seen(id<LocationId>()), ...locationFields }), output: location,
      problems: ['not-found', 'stale', 'in-use'],
    }),
  },
  room: {
    record: command({ permission: 'practice.write', summary: 'Adds a room', input: z.strictObject(roomFields), output: room, problems: ['not-found', 'duplicate'] }),
    amend: command({
      permission: 'practice.write', summary: 'Changes a room', input: z.strictObject({ ...seen(id<RoomId>()), ...roomFields }), output: room,
      problems: ['not-found', 'stale', 'duplicate'],
    }),
  },
  serviceType: {
    list: query({ permission: 'signed-in', summary: 'Every service type, drafts and retired ones too', input: nothing, output: list(serviceType), problems: [] }),
    record: command({ permission: 'service.write', summary: 'Adds a service type as a draft', input: z.strictObject(serviceTypeFields), output: serviceType, problems: ['duplicate', 'not-found'] }),
    amend: command({
      permission: 'service.write', summary: 'Changes a service type', input: z.strictObject({ ...seen(id<ServiceTypeId>()), ...serviceTypeFields, ...preview }), output: withImpact(serviceType),
      problems: ['not-found', 'stale', 'duplicate'],
    }),
    setStatus: command({
      permission: 'service.write', summary: 'Approves, retires, or takes back to draft', input: z.strictObject({ ...seen(id<ServiceTypeId>()), status: serviceStatus, ...preview }),
      output: withImpact(serviceType), problems: ['not-found', 'stale'],
    }),
  },
} as const
