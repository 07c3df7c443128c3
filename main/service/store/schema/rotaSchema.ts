import type { Dialect } from './dialect.ts'

/** Rules by which shifts recur (none: every week, as all did before), when people could work, and how many must be there. */
export function rotaSchema({ text, integer, strict }: Dialect): readonly string[] {
  const id = `id ${text} not null primary key`
  const version = `version ${integer} not null check (version >= 1)`
  const of = (name: string, table: string): string => `${name} ${text} not null references ${table}(id)`
  return [
    `alter table shift_patterns add column rule ${text}`,
    `drop index shift_patterns_same`,
    `create unique index shift_patterns_same on shift_patterns
      (practitioner_id, location_id, weekday, coalesce(rule, ''), start_time, end_time, from_date, coalesce(through_date, ''), presence)`,
    `create table availabilities (${id}, ${version}, ${of('practitioner_id', 'practitioners')}, weekly ${text} not null, dated ${text} not null,
      max_week_minutes ${integer}, rest_minutes ${integer} not null check (rest_minutes >= 0), note ${text} not null) ${strict}`,
    `create unique index availabilities_practitioner on availabilities (practitioner_id)`,
    `create table staffing_minimums (${id}, ${version}, ${of('location_id', 'locations')}, ${of('service_type_id', 'service_types')},
      people ${integer} not null check (people >= 1), weekdays ${text} not null, hours ${text}, from_date ${text} not null, through_date ${text},
      apart ${integer} not null check (apart in (0, 1))) ${strict}`,
    `create index staffing_minimums_location on staffing_minimums (location_id)`,
  ]
}
