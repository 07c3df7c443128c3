import type { Dialect } from './dialect.ts'

/** Version 2. */
export function certificationRecordSchema(_: Dialect): readonly string[] {
  return []
}
