import type { Dialect } from './dialect.ts'

/** Series of visits: what was agreed as a whole, and which visit is which of it. Each visit stays a row of its own. */
export function seriesSchema({ text, integer, strict }: Dialect): readonly string[] {
  return [
    `create table series (id ${text} not null primary key, version ${integer} not null check (version >= 1),
      patient_id ${text} not null references patients(id), service_type_id ${text} not null references service_types(id),
      location_id ${text} not null references locations(id), terms ${text} not null) ${strict}`,
    `alter table appointments add column series_id ${text} references series(id)`,
    `alter table appointments add column series_number ${integer}`,
    `alter table appointments add column series_of ${integer}`,
    `create index appointments_series on appointments (series_id, series_number)`,
    `alter table service_types add column physiotherapy ${integer} not null default 0 check (physiotherapy in (0, 1))`,
  ]
}
