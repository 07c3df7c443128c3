import type { Dialect } from './dialect.ts'

/** Version 2: what is settled about paper, and jobs that no printer took. */
export function paperSchema({ text, integer, instant, strict }: Dialect): readonly string[] {
  return [
    `create table paper_settings (id ${text} not null primary key, version ${integer} not null check (version >= 1), body ${text} not null) ${strict}`,
    `create table print_jobs (id ${text} not null primary key, version ${integer} not null check (version >= 1), at ${instant} not null,
      account_name ${text} not null, paper ${text} not null, request ${text} not null, reason ${text} not null) ${strict}`,
  ]
}
