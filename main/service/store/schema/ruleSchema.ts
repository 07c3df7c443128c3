import type { Dialect } from './dialect.ts'

/** Version 3. */
export function ruleSchema(_: Dialect): readonly string[] {
  return []
}
