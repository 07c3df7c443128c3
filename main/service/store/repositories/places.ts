import { asId, type LocationId, type RoomId } from '../../../../shared/domain/ids.ts'
import type { Location, OpeningException, OpeningHours, Practice, Room } from '../../../../shared/domain/practice.ts'
import type { Regulation } from '../../../../shared/domain/rules/jurisdiction.ts'
import type { ZoneId } from '../../../../shared/domain/time/values.ts'
import type { ReadTx, WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { flag, json, nameKey } from './cells.ts'
import { copiedById, type Mapping, readsOf, repositoryOf, writesOf } from './versioned.ts'

const theOnly = 'practice'

const practiceMapping: Mapping<'practice', Practice & { readonly id: string }> = {
  table: 'practice', noun: 'practice', unique: 'practice', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, name: row.name, telephone: row.telephone, ask_for: row.askFor,
    arrive_early_minutes: row.arriveEarlyMinutes, demo: flag(row.demo),
  }),
  fromRow: row => ({
    id: row.id, version: row.version, name: row.name, telephone: row.telephone, askFor: row.ask_for,
    arriveEarlyMinutes: row.arrive_early_minutes, demo: row.demo === 1,
  }),
}

export const locationMapping: Mapping<'locations', Location> = {
  table: 'locations', noun: 'location', unique: 'location', staff: true,
  toRow: row => ({
    id: row.id, version: row.version, name: row.name, address: row.address, telephone: row.telephone, zone: row.zone,
    opening_hours: json(row.openingHours), opening_exceptions: json(row.openingExceptions),
    regulation: row.regulation === null ? null : json(row.regulation), active: flag(row.active),
  }),
  fromRow: row => ({
    id: asId<LocationId>(row.id), version: row.version, name: row.name, address: row.address, telephone: row.telephone, zone: row.zone as ZoneId,
    openingHours: JSON.parse(row.opening_hours) as readonly OpeningHours[],
    openingExceptions: JSON.parse(row.opening_exceptions) as readonly OpeningException[],
    regulation: row.regulation === null ? null : JSON.parse(row.regulation) as Regulation, active: row.active === 1,
  }),
}

export const roomMapping: Mapping<'rooms', Room> = {
  table: 'rooms', noun: 'room', unique: 'room', staff: true,
  toRow: row => ({ id: row.id, version: row.version, location_id: row.locationId, name: row.name, name_key: nameKey(row.name), active: flag(row.active) }),
  fromRow: row => ({ id: asId<RoomId>(row.id), version: row.version, locationId: asId<LocationId>(row.location_id), name: row.name, active: row.active === 1 }),
}

const withoutId = ({ id: _id, ...practice }: Practice & { readonly id: string }): Practice => practice

/** The practice itself: one row, written when the practice is made. */
export function practiceReads(tx: Tx): ReadTx['practice'] {
  return {
    read: async () => {
      const found = await readsOf<'practice', Practice & { readonly id: string }, string>(tx, practiceMapping).byId(theOnly)
      if (found === null) throw new Error('the practice has not been written yet')
      return withoutId(found)
    },
  }
}

export function practiceRepository(tx: Tx): WriteTx['practice'] {
  const { insert, update } = writesOf(tx, practiceMapping)
  return {
    ...practiceReads(tx),
    insert: async (row) => {
      const done = await insert({ ...row, id: theOnly })
      if (done.ok) return { ok: true, value: withoutId(done.value) }
      return done.problem.code === 'duplicate' ? { ok: false, problem: { code: 'duplicate', what: 'practice' } } : done
    },
    update: async (row) => {
      const done = await update({ ...row, id: theOnly })
      return done.ok ? { ok: true, value: withoutId(done.value) } : done
    },
  }
}

export const locationRepository = (tx: Tx): WriteTx['locations'] => ({ ...repositoryOf(tx, locationMapping), byId: copiedById(tx, locationMapping, facts => facts.locations) })
export const roomRepository = (tx: Tx): WriteTx['rooms'] => repositoryOf(tx, roomMapping)
