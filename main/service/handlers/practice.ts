import { asId, type LocationId, type RoomId } from '../../../shared/domain/ids.ts'
import type { Location, Room } from '../../../shared/domain/practice.ts'
import { ok } from '../../../shared/domain/result.ts'
import { isStanding } from '../../../shared/domain/appointment.ts'
import { instant, latestInstant } from '../../../shared/domain/time/instant.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { placeSentence } from '../../../shared/text/en/issues.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { invalid, locationIssues, trimmed } from './places.ts'
import { type Handlers, refuse, saved } from './types.ts'

/** The practice itself. */
export const practiceHandlers: Handlers['practice'] = {
  read: async (_input, { store }) => ok(await store.read(async tx => ({
    practice: await tx.practice.read(), locations: await tx.locations.all(), rooms: await tx.rooms.all(),
  }))),

  amend: async (input, { store, audit }) => {
    if (trimmed(input.name) === '') return invalid([{ path: 'name', message: placeSentence.noName }])
    return store.write(['practice'], async tx => {
      const before = await tx.practice.read()
      const after = await tx.practice.update({ ...before, ...input, name: trimmed(input.name) })
      if (!after.ok) return refuse(after.problem)
      await audit(tx, { action: 'practice.amend', entity: 'practice', entityId: '', before, after: after.value })
      return saved(after.value)
    })
  },
}

type LocationFields = Omit<Location, 'id' | 'version'>
const keptLocation = (fields: LocationFields): LocationFields =>
  ({ ...fields, name: trimmed(fields.name), zone: parseZoneId(fields.zone) ?? fields.zone })

/** The practice's places. */
export const locationHandlers: Handlers['location'] = {
  record: async (fields, { store, newId, audit }) => {
    const issues = locationIssues(fields)
    if (issues.length > 0) return invalid(issues)
    return store.write(['practice'], async tx => {
      if (await namedAlike(tx, fields, null)) return { keep: false, value: invalid([{ path: 'name', message: placeSentence.locationTwice }]) }
      const made = await tx.locations.insert({ ...keptLocation(fields), id: asId<LocationId>(newId()), version: 1 })
      if (!made.ok) return refuse(made.problem)
      await audit(tx, { action: 'location.record', entity: 'location', entityId: made.value.id, after: made.value })
      return saved(made.value)
    })
  },

  amend: async ({ id, version, ...fields }, { store, audit, now }) => {
    const issues = locationIssues(fields)
    if (issues.length > 0) return invalid(issues)
    return store.write(['practice'], async tx => {
      const before = await tx.locations.byId(id)
      if (before === null) return refuse({ code: 'not-found', what: 'location' })
      if (await namedAlike(tx, fields, id)) return { keep: false, value: invalid([{ path: 'name', message: placeSentence.locationTwice }]) }
      const wanted = { ...keptLocation(fields), id, version }
      // Visits keep the zone they were agreed in; a place whose clock changes under them, or that closes, would leave them nowhere.
      const displaces = wanted.zone !== before.zone || (before.active && !wanted.active)
      if (displaces && await hasVisitsAhead(tx, id, now)) return refuse({ code: 'in-use', what: 'appointments' })
      const after = await tx.locations.update(wanted)
      if (!after.ok) return refuse(after.problem)
      await audit(tx, { action: 'location.amend', entity: 'location', entityId: id, before, after: after.value })
      return saved(after.value)
    })
  },
}

/** The rooms of a place. */
export const roomHandlers: Handlers['room'] = {
  record: async (fields, { store, newId, audit }) => {
    if (trimmed(fields.name) === '') return invalid([{ path: 'name', message: placeSentence.noName }])
    return store.write(['practice'], async tx => {
      if (await tx.locations.byId(fields.locationId) === null) return refuse({ code: 'not-found', what: 'location' })
      const room: Room = { ...fields, name: trimmed(fields.name), id: asId<RoomId>(newId()), version: 1 }
      if (await hasTwin(tx, room)) return refuse({ code: 'duplicate', what: 'room' })
      const made = await tx.rooms.insert(room)
      if (!made.ok) return refuse(made.problem)
      await audit(tx, { action: 'room.record', entity: 'room', entityId: room.id, after: made.value })
      return saved(made.value)
    })
  },

  amend: async (input, { store, audit }) => {
    if (trimmed(input.name) === '') return invalid([{ path: 'name', message: placeSentence.noName }])
    return store.write(['practice'], async tx => {
      const before = await tx.rooms.byId(input.id)
      if (before === null) return refuse({ code: 'not-found', what: 'room' })
      // A room does not travel: visits in it are at its own location.
      if (before.locationId !== input.locationId) return refuse({ code: 'not-found', what: 'location' })
      const room: Room = { ...input, name: trimmed(input.name) }
      if (await hasTwin(tx, room)) return refuse({ code: 'duplicate', what: 'room' })
      const after = await tx.rooms.update(room)
      if (!after.ok) return refuse(after.problem)
      await audit(tx, { action: 'room.amend', entity: 'room', entityId: room.id, before, after: after.value })
      return saved(after.value)
    })
  },
}

const alike = (one: string, other: string): boolean => trimmed(one).toLowerCase() === trimmed(other).toLowerCase()

const namedAlike = async (tx: Pick<WriteTx, 'locations'>, { name }: LocationFields, except: LocationId | null): Promise<boolean> =>
  (await tx.locations.all()).some(other => other.id !== except && alike(other.name, name))

const hasTwin = async (tx: Pick<WriteTx, 'rooms'>, room: Room): Promise<boolean> =>
  (await tx.rooms.all()).some(other => other.id !== room.id && other.locationId === room.locationId && alike(other.name, room.name))

const hasVisitsAhead = async (tx: Pick<ReadTx, 'appointments'>, id: LocationId, now: Instant): Promise<boolean> =>
  (await tx.appointments.within({ start: instant(now), end: latestInstant }, id)).some(visit => isStanding(visit.status))
