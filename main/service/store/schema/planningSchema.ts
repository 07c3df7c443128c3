import type { Dialect } from './dialect.ts'

/** Version 5. */
export function planningSchema(_: Dialect): readonly string[] {
  return []
}
