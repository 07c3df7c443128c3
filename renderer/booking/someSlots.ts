import type { Slot } from '../../shared/domain/staffing/types.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'

const mostPerDay = 4

/**
 * A choice of the slots found, in their order: none overlaps the one offered before it with the same person, and no day takes
 * the whole list, so that somebody who cannot come tomorrow sees the day after as well.
 */
export function someSlots<S extends Slot>(slots: readonly S[], count: number, perDay = mostPerDay): readonly S[] {
  const ends = new Map<string, number>()
  const onDay = new Map<string, number>()
  const chosen: S[] = []
  for (const slot of slots) {
    const day = dateOf(slot.start)
    const taken = onDay.get(day) ?? 0
    if (taken >= perDay || (ends.get(slot.performerId) ?? -Infinity) > slot.interval.start) continue
    ends.set(slot.performerId, slot.interval.end)
    onDay.set(day, taken + 1)
    chosen.push(slot)
    if (chosen.length >= count) break
  }
  return chosen
}
