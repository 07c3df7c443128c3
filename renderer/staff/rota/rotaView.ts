import type { PractitionerId } from '../../../shared/domain/ids.ts'
import type { PaintedCell } from '../../../shared/domain/rota/paint.ts'
import type { RotaCell, RotaShift } from '../../../shared/domain/rota/cells.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import type { DeskClient } from '../../client.ts'

type Answered<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never

/** A week of a location as the service tells it. */
export type Rota = Answered<Awaited<ReturnType<DeskClient['rota']['read']>>>

/** A cell by its place: row a person, column a day. */
export type Spot = { readonly row: number; readonly column: number }
export type Selection = { readonly at: Spot; readonly anchor: Spot }

const empty = (practitionerId: PractitionerId, date: PlainDate): RotaCell =>
  ({ practitionerId, date, shifts: [], single: false, elsewhere: [], absences: [] })

/** What stands in a cell; nothing is a cell too. */
export function cellAt(rota: Rota, { row, column }: Spot): RotaCell | null {
  const person = rota.people[row]
  const day = rota.days[column]
  if (person === undefined || day === undefined) return null
  return rota.cells.find(cell => cell.practitionerId === person.id && cell.date === day.date) ?? empty(person.id, day.date)
}

/** The rows of the selected block, each a list of spots. */
export function spotsIn({ at, anchor }: Selection): readonly (readonly Spot[])[] {
  const [top, left] = [Math.min(at.row, anchor.row), Math.min(at.column, anchor.column)]
  const [height, width] = [Math.abs(at.row - anchor.row) + 1, Math.abs(at.column - anchor.column) + 1]
  return Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_unused, c) => ({ row: top + r, column: left + c })))
}

const same = (a: readonly RotaShift[], b: readonly RotaShift[]): boolean =>
  a.length === b.length && a.every((one, n) => one.start === b[n]?.start && one.end === b[n]?.end && one.presence === b[n]?.presence)

/** The cells that become something else than they are. */
export const changed = (cells: readonly (readonly [RotaCell, readonly RotaShift[]])[]): readonly PaintedCell[] =>
  cells.filter(([cell, shifts]) => !same(cell.shifts, shifts))
    .map(([{ practitionerId, date, shifts: seen }, shifts]) => ({ practitionerId, date, seen, shifts }))
