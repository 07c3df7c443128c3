import type { Dialect } from './dialect.ts'

/** Version 4. */
export function paperSchema(_: Dialect): readonly string[] {
  return []
}
