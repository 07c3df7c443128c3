import type { Dialect } from './dialect.ts'

/** How many days must lie between two visits of a service: a rule that services made before it do not have until somebody says so. */
export const intervalSchema = ({ integer }: Dialect): readonly string[] => [
  `alter table service_types add column minimum_interval_days ${integer} check (minimum_interval_days >= 1)`,
]
