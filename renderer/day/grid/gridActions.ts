import type { Visit } from '../../../shared/contract/schedule.ts'
import type { AppointmentId, PractitionerId, RoomId } from '../../../shared/domain/ids.ts'
import type { WallDateTime } from '../../../shared/domain/time/values.ts'
import type { Column } from './columns.ts'
import { type DayAxis, foldOf, wallOf } from './dayAxis.ts'

/** A place on the grid, as the service wants to hear it. */
export type Target = {
  readonly start: WallDateTime
  readonly fold: 'earlier' | 'later' | null
  readonly performerId: PractitionerId | null
  readonly roomId: RoomId | null
}

/** What would become of a visit in a place. */
export type Assessed = { readonly state: 'checking' | 'good' | 'fragile' | 'assignable' | 'flagged'; readonly words: string }

/** What a person can do from the grid. The grid itself knows no service. */
export type GridActions = {
  readonly open: (id: AppointmentId) => void
  readonly book: (target: Target) => void
  readonly assess: (visit: Visit, target: Target) => Promise<Assessed>
  /** Resolves once it is done, refused or put off. */
  readonly drop: (visit: Visit, target: Target) => Promise<void>
  readonly checkIn: (visit: Visit) => void
  readonly complete: (visit: Visit) => void
  readonly cancel: (visit: Visit) => void
  readonly card: (visit: Visit) => void
  readonly say: (sentence: string) => void
}

/** The place at a minute of a column; what the column does not decide stays as it is with the visit carried there. */
export function targetAt(axis: DayAxis, column: Column, minute: number, visit: Visit | null): Target {
  const kept = visit?.appointment
  const byPerson = column.kind === 'person' || column.kind === 'unassigned'
  return {
    start: wallOf(axis, minute),
    fold: foldOf(axis, minute),
    performerId: byPerson ? (column.person?.id ?? null) : (kept?.performerId ?? null),
    roomId: byPerson ? (kept?.roomId ?? null) : (column.room?.id ?? null),
  }
}
