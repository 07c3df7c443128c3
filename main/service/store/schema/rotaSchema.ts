import type { Dialect } from './dialect.ts'

/** Version 6. */
export function rotaSchema(_: Dialect): readonly string[] {
  return []
}
