import type { Dialect } from './dialect.ts'

/** Files that show a certification. What is in them is in a table of its own and never changes; lists read only the first. */
export function evidenceSchema({ text, integer, instant, bytes, strict, appendOnly }: Dialect): readonly string[] {
  return [
    `create table evidence (id ${text} not null primary key, version ${integer} not null, qualification_id ${text} not null references qualifications(id), title ${text} not null,
      media_type ${text} not null, size ${integer} not null, sha256 ${text} not null, at ${instant} not null, by_name ${text} not null, status ${text} not null, reason ${text} not null) ${strict}`,
    `create index evidence_qualification on evidence (qualification_id)`,
    `create table evidence_bytes (id ${text} not null primary key references evidence(id), body ${bytes} not null) ${strict}`,
    ...appendOnly('evidence_bytes'),
  ]
}
