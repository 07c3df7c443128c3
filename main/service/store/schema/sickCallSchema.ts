import type { Dialect } from './dialect.ts'

/** Sick calls that were answered, with what each did: whom it moved from where to where, and who was told. */
export function sickCallSchema({ text, integer, instant, strict }: Dialect): readonly string[] {
  return [
    `create table sick_calls (id ${text} not null primary key, version ${integer} not null check (version >= 1),
      practitioner_id ${text} not null references practitioners(id), start_wall ${text} not null, end_wall ${text} not null, zone ${text} not null,
      made_at ${instant} not null, made_by ${text} not null, absence ${text}, shifts ${text} not null, moves ${text} not null, undone_at ${instant}) ${strict}`,
    `create index sick_calls_made on sick_calls (made_at)`,
  ]
}
