import type { Dialect } from './dialect.ts'
import { longestVisitMs } from './dialect.ts'

/** Version 1: every table of the desk. */
export function firstSchema({ text, integer, instant, strict }: Dialect): readonly string[] {
  const id = `id ${text} not null primary key`
  const version = `version ${integer} not null check (version >= 1)`
  const flag = (name: string): string => `${name} ${integer} not null check (${name} in (0, 1))`
  const words = (...names: readonly string[]): string => names.map(name => `${name} ${text} not null`).join(', ')
  const perhaps = (name: string): string => `${name} ${text}`
  const of = (name: string, table: string): string => `${name} ${text} not null references ${table}(id)`
  const perhapsOf = (name: string, table: string): string => `${name} ${text} references ${table}(id)`
  const table = (name: string, ...columns: readonly string[]): string => `create table ${name} (${columns.join(', ')}) ${strict}`

  return [
    table('store_state', `id ${integer} not null primary key check (id = 1)`, `opens ${instant} not null`, `commits ${instant} not null`,
      `staff_changed ${instant} not null`, `audit_sequence ${instant} not null`, words('audit_hash')),
    `insert into store_state (id, opens, commits, staff_changed, audit_sequence, audit_hash) values (1, 0, 0, 0, 0, '')`,

    table('practice', `${id} check (id = 'practice')`, version, words('name', 'telephone', 'ask_for'), `arrive_early_minutes ${integer} not null`, flag('demo')),
    table('locations', id, version, words('name', 'address', 'telephone', 'zone', 'opening_hours', 'opening_exceptions'), flag('active')),
    table('rooms', id, version, of('location_id', 'locations'), words('name', 'name_key'), flag('active')),
    `create unique index rooms_name on rooms (location_id, name_key)`,

    table('practitioners', id, version, words('given_name', 'family_name', 'telephone', 'roles'), flag('active')),
    table('accounts', id, version, words('username', 'username_key', 'display_name', 'role'), perhapsOf('practitioner_id', 'practitioners'), flag('active')),
    `create unique index accounts_username on accounts (username_key)`,
    table('credentials', `account_id ${text} not null primary key references accounts(id)`, words('hash'), `failures ${integer} not null`, `locked_until ${instant}`),

    table('competences', `code ${text} not null primary key`, words('label')),
    table('certification_types', id, version, words('name', 'name_key', 'issuer', 'competences', 'expiry'), flag('active')),
    `create unique index certification_types_name on certification_types (name_key)`,
    table('qualifications', id, version, of('practitioner_id', 'practitioners'), of('certification_type_id', 'certification_types'),
      words('number', 'issuer', 'issued'), perhaps('expires'), words('status', 'verification')),
    `create index qualifications_practitioner on qualifications (practitioner_id)`,
    table('service_types', id, version, words('name', 'name_key'), `minutes ${integer} not null check (minutes > 0)`, words('competences', 'roles'),
      perhaps('supervision'), flag('needs_room'), words('label_status', 'status', 'note')),
    `create unique index service_types_name on service_types (name_key)`,

    table('shift_patterns', id, version, of('practitioner_id', 'practitioners'), of('location_id', 'locations'),
      `weekday ${integer} not null check (weekday between 1 and 7)`, words('start_time', 'end_time', 'from_date'), perhaps('through_date'), words('presence')),
    `create unique index shift_patterns_same on shift_patterns
      (practitioner_id, location_id, weekday, start_time, end_time, from_date, coalesce(through_date, ''), presence)`,
    table('shift_exceptions', id, version, of('practitioner_id', 'practitioners'), of('location_id', 'locations'),
      words('on_date', 'kind', 'start_time', 'end_time', 'presence', 'note')),
    `create index shift_exceptions_practitioner on shift_exceptions (practitioner_id, on_date)`,
    table('absences', id, version, of('practitioner_id', 'practitioners'), words('start_wall', 'end_wall', 'zone', 'reason', 'note')),
    `create index absences_practitioner on absences (practitioner_id, start_wall)`,

    table('patients', id, version, words('given_name', 'family_name'), perhaps('birth_date'), words('telephone', 'telephone_key', 'email', 'identifiers'),
      `travel_minutes ${integer}`, words('card', 'note', 'status'), `changed ${instant} not null`),
    `create index patients_birth_date on patients (birth_date)`,
    `create index patients_telephone on patients (telephone_key)`,
    `create index patients_changed on patients (changed, id)`,
    table('patient_identifiers', words('system', 'value'), of('patient_id', 'patients'), 'unique (system, value)'),
    `create index patient_identifiers_patient on patient_identifiers (patient_id)`,

    table('appointments', id, version, of('patient_id', 'patients'), of('service_type_id', 'service_types'), of('location_id', 'locations'),
      perhapsOf('room_id', 'rooms'), perhapsOf('performer_id', 'practitioners'), words('start_wall'), `minutes ${integer} not null check (minutes > 0)`,
      words('zone'), `start_at ${instant} not null`, `end_at ${instant} not null`, words('status'), perhaps('override'), perhaps('cancel_reason'),
      words('note'), perhaps('request_key'), `constraint appointments_bounds check (end_at > start_at and end_at - start_at <= ${longestVisitMs})`),
    `create unique index appointments_request_key on appointments (request_key)`,
    `create index appointments_location on appointments (location_id, start_at)`,
    `create index appointments_patient on appointments (patient_id, start_at)`,
    `create index appointments_performer on appointments (performer_id, start_at)`,
    `create index appointments_room on appointments (room_id, start_at)`,
    table('appointment_identifiers', words('system', 'value'), of('appointment_id', 'appointments'), 'unique (system, value)'),
    `create index appointment_identifiers_appointment on appointment_identifiers (appointment_id)`,

    table('audit', `sequence ${instant} not null primary key`, `at ${instant} not null`, perhaps('account_id'),
      words('account_name', 'action', 'entity', 'entity_id', 'outcome', 'detail', 'hash')),
    `create index audit_entity on audit (entity_id, sequence)`,
  ]
}
