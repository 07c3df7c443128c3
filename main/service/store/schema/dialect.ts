import { type Kysely, sql } from 'kysely'
import { occupyingStatuses } from '../../../../shared/domain/appointment.ts'
import type { Overlap } from '../../../../shared/domain/problem.ts'
import type { Tables } from '../tables.ts'

/** Where the two engines' SQL differs; all other statements are the same text on both. */
export type Dialect = {
  readonly text: string
  readonly integer: string
  readonly instant: string
  readonly bytes: string
  /** Ends a `create table`. */
  readonly strict: string
  /** Taken by whoever migrates; SQLite's writer has it already. */
  readonly lockSchema: string
  readonly refuseOverlaps: (db: Kysely<Tables>) => Promise<void>
  readonly refuseAuditChanges: (db: Kysely<Tables>) => Promise<void>
  /** Lets rows be added to a table, and never changed or taken away again. */
  readonly appendOnly: (table: keyof Tables) => readonly string[]
}

/** The column that must not overlap, for each kind of overlap. */
export const overlapColumns: readonly { readonly overlap: Overlap; readonly column: string }[] = [
  { overlap: 'patient', column: 'patient_id' },
  { overlap: 'performer', column: 'performer_id' },
  { overlap: 'room', column: 'room_id' },
]

/** Longest visit the schema takes: bounds every search for what might overlap. */
export const longestVisitMs = 172_800_000

const occupying = occupyingStatuses.map(status => `'${status}'`).join(', ')

const run = async (db: Kysely<Tables>, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const overlapping = (column: string): string => `select 1 from appointments other
  where other.${column} = new.${column} and other.id <> new.id and other.status in (${occupying})
    and other.start_at < new.end_at and other.start_at > new.start_at - ${longestVisitMs} and other.end_at > new.start_at`

export const sqliteDialect: Dialect = {
  text: 'text',
  integer: 'integer',
  instant: 'integer',
  bytes: 'blob',
  strict: 'strict',
  lockSchema: 'select 1',
  // One trigger for all three: SQLite promises no order among several.
  refuseOverlaps: db => run(db, ['insert', 'update'].map(event => `
    create trigger appointments_overlap_${event} before ${event} on appointments when new.status in (${occupying}) begin
    ${overlapColumns.map(({ overlap, column }) => `select raise(abort, 'overlap:${overlap}') where exists (${overlapping(column)});`).join(' ')} end`)),
  refuseAuditChanges: db => run(db, ['update', 'delete'].map(event => `
    create trigger audit_no_${event} before ${event} on audit begin select raise(abort, 'audit:append-only'); end`)),
  appendOnly: table => ['update', 'delete'].map(event => `
    create trigger ${table}_no_${event} before ${event} on ${table} begin select raise(abort, 'audit:append-only'); end`),
}

export const postgresDialect: Dialect = {
  // Sorted by code point, as SQLite does, whatever the server's locale.
  text: 'text collate "C"',
  integer: 'integer',
  instant: 'bigint',
  bytes: 'bytea',
  strict: '',
  lockSchema: `select pg_advisory_xact_lock(hashtext('injection-desk'))`,
  refuseOverlaps: async (db) => {
    await run(db, [await hasTreeExtension(db)
      ? overlapColumns.map(({ overlap, column }) => `alter table appointments add constraint overlap_${overlap}
          exclude using gist (${column} with =, int8range(start_at, end_at) with &&) where (status in (${occupying}))`).join(';')
      : overlapColumns.map(overlapTrigger).join(';')])
  },
  refuseAuditChanges: db => run(db, [
    `create function refuse_audit_change() returns trigger language plpgsql as $$ begin
       raise exception using errcode = 'restrict_violation', message = 'audit:append-only'; end $$`,
    `create trigger audit_append_only before update or delete on audit for each row execute function refuse_audit_change()`,
    `create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_audit_change()`,
  ]),
  appendOnly: table => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_audit_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_audit_change()`,
  ],
}

/** Not every server lets a practice add an extension; then a trigger refuses the same things. */
async function hasTreeExtension(db: Kysely<Tables>): Promise<boolean> {
  await sql`savepoint extension`.execute(db)
  try {
    await sql`create extension if not exists btree_gist`.execute(db)
  } catch {
    await sql`rollback to savepoint extension`.execute(db)
  }
  const found = await sql`select 1 from pg_extension where extname = 'btree_gist'`.execute(db)
  return found.rows.length > 0
}

// The state row is the writer's lock: two transactions never look for overlaps at the same time, even outside this program.
const overlapTrigger = ({ overlap, column }: { readonly overlap: Overlap; readonly column: string }): string => `
  create function refuse_overlap_${overlap}() returns trigger language plpgsql as $$ begin
    perform 1 from store_state where id = 1 for update;
    if exists (${overlapping(column)}) then
      raise exception using errcode = 'exclusion_violation', constraint = 'overlap_${overlap}', message = 'overlap:${overlap}';
    end if;
    return new; end $$;
  create trigger overlap_${overlap} before insert or update on appointments for each row
    when (new.${column} is not null and new.status in (${occupying})) execute function refuse_overlap_${overlap}()`
