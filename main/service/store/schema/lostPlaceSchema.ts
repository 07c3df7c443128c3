import type { Dialect } from './dialect.ts'

/** When the visit was that the practice gave up, so that its patient comes first. */
export const lostPlaceSchema = ({ text }: Dialect): readonly string[] => [`alter table waiting_entries add column lost_wall ${text}`]
