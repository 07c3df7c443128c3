import { datesFrom, spanOfDays } from '../../../shared/domain/days.ts'
import { asId, type LocationId, type PractitionerId, type ShiftExceptionId } from '../../../shared/domain/ids.ts'
import { openIntervals } from '../../../shared/domain/openingTime.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { rotaCells } from '../../../shared/domain/rota/cells.ts'
import { rotaPeople } from '../../../shared/domain/rota/people.ts'
import { paintCells } from '../../../shared/domain/rota/paint.ts'
import { unmetMinimums } from '../../../shared/domain/rota/unmet.ts'
import type { ShiftException } from '../../../shared/domain/shift.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { dayInterval } from '../../../shared/domain/time/wallClock.ts'
import type { WriteTx } from '../store/store.ts'
import { type Changed, changeStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { missing } from './told.ts'
import type { Handlers, RequestContext } from './types.ts'
import { factsAround } from './visits.ts'

type Batch = { readonly taken: readonly ShiftException[]; readonly made: readonly ShiftException[] }
type Wanted = { readonly taken: readonly Pick<ShiftException, 'id' | 'version'>[]; readonly made: readonly Omit<ShiftException, 'id' | 'version'>[] }

const withBatch = ({ taken, made }: Batch) => (facts: StaffingFacts): StaffingFacts => {
  const gone = new Set(taken.map(row => row.id))
  return { ...facts, shiftExceptions: [...facts.shiftExceptions.filter(row => !gone.has(row.id)), ...made] }
}

/** The first person or place that is not there, or `null`. */
async function unknownAmong(
  tx: WriteTx, rows: readonly { readonly practitionerId: PractitionerId }[], locationIds: readonly LocationId[],
): Promise<Problem | null> {
  for (const practitionerId of new Set(rows.map(row => row.practitionerId))) {
    const unknown = await unknownOf(tx, { practitionerId })
    if (unknown !== null) return unknown
  }
  return unknownOf(tx, { locationIds })
}

/** Takes dated changes back and makes others, all of them or none. */
async function exchange(tx: WriteTx, { newId }: RequestContext, wanted: Wanted, action: string, locationId: LocationId): Promise<Result<Changed<Batch>, Problem>> {
  const batch: { readonly taken: ShiftException[]; readonly made: ShiftException[] } = { taken: [], made: [] }
  for (const { id, version } of wanted.taken) {
    const before = await tx.shiftExceptions.byId(id)
    if (before === null) return err(missing('shift'))
    const removed = await tx.shiftExceptions.remove({ ...before, version })
    if (!removed.ok) return removed
    batch.taken.push(removed.value)
  }
  for (const fields of wanted.made) {
    const made = await tx.shiftExceptions.insert({ ...fields, note: tidyLine(fields.note), id: asId<ShiftExceptionId>(newId()), version: 1 })
    if (!made.ok) return made
    batch.made.push(made.value)
  }
  return ok({ saved: batch, facts: withBatch(batch), note: { action, entity: 'rota', entityId: locationId, before: { changes: batch.taken }, after: { changes: batch.made } } })
}

/** Who works in which week: read as a grid, painted cell by cell. */
export const rotaHandlers: Handlers['rota'] = {
  read: ({ locationId, from, days }, { store }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const dates = datesFrom(from, days)
    const facts = await factsAround(tx, spanOfDays(from, days, location.zone))
    const minimums = (await tx.staffingMinimums.all()).filter(minimum => minimum.locationId === locationId)
    const people = rotaPeople(facts, locationId, dates)
    return ok({
      days: dates.map(date => ({
        date, open: openIntervals(location, dayInterval(date, location.zone)),
        closedFor: location.openingExceptions.find(exception => exception.date === date && exception.hours.length === 0)?.reason ?? null,
      })),
      people, cells: rotaCells(facts, people.map(person => person.id), locationId, dates),
      minimums, unmet: unmetMinimums(facts, minimums, locationId, dates), availabilities: await tx.availabilities.all(),
    })
  }),

  unmet: ({ locationId, from, days }, { store }) => store.read(async tx => {
    const location = await tx.locations.byId(locationId)
    if (location === null) return err(missing('location'))
    const minimums = (await tx.staffingMinimums.all()).filter(minimum => minimum.locationId === locationId)
    if (minimums.length === 0) return ok({ minimums, unmet: [] })
    return ok({ minimums, unmet: unmetMinimums(await factsAround(tx, spanOfDays(from, days, location.zone)), minimums, locationId, datesFrom(from, days)) })
  }),

  paint: ({ locationId, cells, preview }, context) => changeStaffing<Batch>(context, {
    preview,
    apply: async tx => {
      const unknown = await unknownAmong(tx, cells, [locationId])
      if (unknown !== null) return err(unknown)
      // Cells may lie in any year, behind the horizon of the impact too.
      const facts = { locations: await tx.locations.all(), shiftPatterns: await tx.shiftPatterns.all(), shiftExceptions: await tx.shiftExceptions.all(), absences: [] }
      const change = paintCells(facts, locationId, cells)
      return change.ok ? exchange(tx, context, change.value, 'rota.paint', locationId) : change
    },
  }),

  takeBack: ({ locationId, made, taken, preview }, context) => changeStaffing<Batch>(context, {
    preview,
    apply: async tx => {
      const unknown = await unknownAmong(tx, taken, [locationId, ...taken.map(row => row.locationId)])
      if (unknown !== null) return err(unknown)
      return exchange(tx, context, { taken: made, made: taken }, 'rota.takeBack', locationId)
    },
  }),
}
