import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import type { StripCell } from '../../shared/domain/strip.ts'
import type { AheadNames } from './serviceSentence.ts'

/** Thirteen weeks fit beside one another on a screen and on a sheet. */
export const daysInBlock = 91

/** Days in pieces of so many, the last one perhaps shorter. */
export const inBlocks = (days: readonly StripCell[], length: number): readonly (readonly StripCell[])[] =>
  Array.from({ length: Math.ceil(days.length / length) }, (_, n) => days.slice(n * length, (n + 1) * length))

/** The services that the days speak of, by name. */
export const servicesOf = (days: readonly StripCell[], names: AheadNames): readonly ServiceTypeId[] =>
  [...new Set(days.flatMap(day => day.services.map(cell => cell.serviceTypeId)))].sort((a, b) => names.service(a).localeCompare(names.service(b)))
