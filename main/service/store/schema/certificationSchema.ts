import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Dialect } from './dialect.ts'

const unlimited = `'{"competences":null,"products":[],"youngest":null,"oldest":null}'`

/** Version 4: all that an auditor asks of a certification, each version of it, and the latest time that was ever saved. */
export function certificationSchema({ text, integer, instant, strict }: Dialect): readonly string[] {
  const add = (table: string, ...columns: readonly string[]): readonly string[] => columns.map(column => `alter table ${table} add column ${column}`)
  return [
    ...add('certification_types', `kind ${text} not null default 'training'`, `number_form ${text}`, `reverify_months ${integer}`,
      `needs_prescriber ${integer} not null default 0 check (needs_prescriber in (0, 1))`, `hours ${integer}`),
    ...add('qualifications', `jurisdiction ${text} not null default ''`, `effective ${text}`, `restrictions ${text} not null default ''`,
      `scope ${text} not null default ${unlimited}`, `prescriber_id ${text} references practitioners(id)`, `hours ${integer}`,
      `renews ${text} references qualifications(id)`, `note ${text} not null default ''`),
    `create index qualifications_renews on qualifications (renews)`,
    ...add('store_state', `latest_at ${instant} not null default 0`),
    `update store_state set latest_at = coalesce((select max(at) from audit), 0)`,
    `create table record_versions (kind ${text} not null, id ${text} not null, version ${integer} not null, entered_at ${instant} not null,
      entered_by ${text} not null, body ${text} not null, primary key (kind, id, version)) ${strict}`,
    `create index record_versions_entered on record_versions (kind, entered_at)`,
  ]
}

/** What lies in the tables before versions are kept becomes the first that is known, entered when the audit trail last names it. */
export async function keepAllAsTheyAre(db: Kysely<Tables>): Promise<void> {
  for (const kind of ['practitioners', 'certification_types', 'qualifications', 'service_types'] as const) {
    for (const row of await db.selectFrom(kind).selectAll().execute()) {
      const named = await db.selectFrom('audit').select(({ fn }) => fn.max('at').as('at')).where('entity_id', '=', row.id).where('outcome', '=', 'success').executeTakeFirst()
      const state = await db.selectFrom('store_state').select('latest_at').executeTakeFirstOrThrow()
      await db.insertInto('record_versions').values({
        kind, id: row.id, version: row.version, entered_at: named?.at ?? state.latest_at, entered_by: '', body: JSON.stringify(row),
      }).execute()
    }
  }
}
