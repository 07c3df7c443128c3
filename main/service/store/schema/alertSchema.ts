import type { Dialect } from './dialect.ts'

/** Alerts that were given, who has heard and answered them, on which days they are given, and the addresses of calendars. */
export function alertSchema({ text, integer, instant, strict, appendOnly }: Dialect): readonly string[] {
  return [
    `create table alerts (id ${text} not null primary key, qualification_id ${text} not null references qualifications(id), kind ${text} not null,
      ends ${text} not null, days ${integer} not null, given_at ${instant} not null, unique (qualification_id, kind, ends, days)) ${strict}`,
    `create table alert_receipts (alert_id ${text} not null references alerts(id), account_id ${text} not null references accounts(id),
      step ${text} not null, at ${instant} not null, primary key (alert_id, account_id, step)) ${strict}`,
    `create table alert_days (id ${text} not null primary key references certification_types(id), version ${integer} not null check (version >= 1),
      days ${text} not null) ${strict}`,
    `create table calendar_feeds (id ${text} not null primary key, version ${integer} not null check (version >= 1), token_hash ${text} not null unique,
      made_at ${instant} not null, made_by ${text} not null, revoked_at ${instant}) ${strict}`,
    ...appendOnly('alerts'), ...appendOnly('alert_receipts'),
  ]
}
