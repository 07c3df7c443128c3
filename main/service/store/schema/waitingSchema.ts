import type { Dialect } from './dialect.ts'

/** Patients who would come sooner, what they ask for, and what was offered to them. */
export function waitingSchema({ text, integer, instant, strict }: Dialect): readonly string[] {
  return [
    `create table waiting_entries (id ${text} not null primary key, version ${integer} not null check (version >= 1),
      patient_id ${text} not null references patients(id), service_type_id ${text} not null references service_types(id),
      location_id ${text} not null references locations(id), performer_id ${text} references practitioners(id), room_id ${text} references rooms(id),
      visit_id ${text} references appointments(id), weekdays ${text} not null, part_of_day ${text}, notice_minutes ${integer} not null check (notice_minutes >= 0),
      note ${text} not null, since ${instant} not null, status ${text} not null, offers ${text} not null) ${strict}`,
    `create unique index waiting_entries_once on waiting_entries (patient_id, service_type_id, location_id) where status = 'waiting'`,
    `create index waiting_entries_patient on waiting_entries (patient_id)`,
  ]
}
