import type { Dialect } from './dialect.ts'

/** Registers that were signed off: the file's text and its hash, never changed. */
export function registerSchema({ text, instant, strict, appendOnly }: Dialect): readonly string[] {
  return [
    `create table register_snapshots (id ${text} not null primary key, as_of ${text} not null, at ${instant} not null, signed_by ${text} not null,
      statement ${text} not null, sha256 ${text} not null, body ${text} not null) ${strict}`,
    ...appendOnly('register_snapshots'),
  ]
}
