import type { Dialect } from './dialect.ts'

/** Products that want a longer interval than the service itself: none, for services made before it could be said. */
export const productIntervalSchema = ({ text }: Dialect): readonly string[] => [
  `alter table service_types add column product_intervals ${text} not null default '[]'`,
]
