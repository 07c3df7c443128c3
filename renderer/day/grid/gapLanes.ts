import type { ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { StaffingGap } from '../../../shared/domain/staffing/types.ts'
import { type DayAxis, stretchOf } from './dayAxis.ts'

/** A stretch in which nobody is certified for the services named. */
export type GapBand = {
  readonly services: readonly ServiceTypeId[]
  readonly top: number
  readonly length: number
  readonly lane: number
}

export type GapLanes = { readonly bands: readonly GapBand[]; readonly lanes: number }

type Stretch = Omit<GapBand, 'lane'>

/** More than this would take the place of a person's column. */
const mostLanes = 2

function byService(axis: DayAxis, gaps: readonly StaffingGap[]): readonly Stretch[] {
  const stretches = gaps.flatMap(gap => {
    const stretch = stretchOf(axis, gap.interval)
    return stretch === null ? [] : [{ ...stretch, service: gap.serviceTypeId }]
  })
  return [...Map.groupBy(stretches, stretch => `${stretch.top}+${stretch.length}`).values()].flatMap(same => {
    const first = same[0]
    return first === undefined
      ? []
      : [{ top: first.top, length: first.length, services: [...new Set(same.map(stretch => stretch.service))] }]
  })
}

/** The same gaps cut at every bound, so that no two of them overlap; neighbours with the same services grow together. */
function inOneLane(stretches: readonly Stretch[]): readonly Stretch[] {
  const bounds = [...new Set(stretches.flatMap(stretch => [stretch.top, stretch.top + stretch.length]))].sort((a, b) => a - b)
  const cut: Stretch[] = []
  for (const [at, top] of bounds.entries()) {
    const end = bounds[at + 1]
    const services = stretches
      .filter(stretch => stretch.top <= top && top < stretch.top + stretch.length)
      .flatMap(stretch => stretch.services)
    if (end === undefined || services.length === 0) continue
    const last = cut.at(-1)
    if (
      last !== undefined &&
      last.top + last.length === top &&
      last.services.length === services.length &&
      services.every(service => last.services.includes(service))
    ) {
      cut[cut.length - 1] = { ...last, length: end - last.top }
    } else cut.push({ top, length: end - top, services })
  }
  return cut
}

/** Gaps as bands in as few lanes as they need; the same hours make one band, and what would need many lanes makes one. */
export function gapLanes(axis: DayAxis, gaps: readonly StaffingGap[]): GapLanes {
  const stretches = [...byService(axis, gaps)].sort((a, b) => a.top - b.top || b.length - a.length)
  const ends: number[] = []
  const bands = stretches.map(stretch => {
    const free = ends.findIndex(end => end <= stretch.top)
    const lane = free === -1 ? ends.length : free
    ends[lane] = stretch.top + stretch.length
    return { ...stretch, lane }
  })
  if (ends.length <= mostLanes) return { bands, lanes: ends.length }
  return { bands: inOneLane(stretches).map(stretch => ({ ...stretch, lane: 0 })), lanes: 1 }
}
