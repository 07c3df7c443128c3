import type { AppointmentId } from './ids.ts'
import type { Verdict } from './staffing/types.ts'

type Verdicts = ReadonlyMap<AppointmentId, Verdict>

/** Which visits an edit makes worse, which better, and how many it leaves as they were. */
export type Difference = {
  readonly flags: readonly AppointmentId[]
  readonly clears: readonly AppointmentId[]
  readonly unchanged: number
}

const concern: Readonly<Record<Verdict['state'], number>> = { covered: 0, assignable: 1, uncovered: 2, 'against-rule': 2, 'cannot-verify': 2 }

/** Compares what the engine says of the same visits before and after an edit; a visit with no verdict counts as flagged. */
export function verdictDifference(before: Verdicts, after: Verdicts): Difference {
  const flags: AppointmentId[] = []
  const clears: AppointmentId[] = []
  let unchanged = 0
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const change = concern[after.get(id)?.state ?? 'cannot-verify'] - concern[before.get(id)?.state ?? 'cannot-verify']
    if (change > 0) flags.push(id)
    else if (change < 0) clears.push(id)
    else unchanged += 1
  }
  return { flags, clears, unchanged }
}

/** The rows with one of them put in the place of its earlier version, added, or (`null`) taken out. */
export function replaceRow<Row extends { readonly id: string }>(rows: readonly Row[], id: Row['id'], row: Row | null): readonly Row[] {
  const others = rows.filter(other => other.id !== id)
  return row === null ? others : [...others, row]
}
