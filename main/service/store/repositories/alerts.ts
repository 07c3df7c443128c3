import type { Alert, AlertDays, AlertKind } from '../../../../shared/domain/alert.ts'
import { type AccountId, type AlertId, asId, type CalendarFeedId, type CertificationTypeId, type QualificationId } from '../../../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../../../shared/domain/time/values.ts'
import { attempt } from '../attempt.ts'
import type { CalendarFeed, WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, repositoryOf } from './versioned.ts'

const alertDaysMapping: Mapping<'alert_days', AlertDays> = {
  table: 'alert_days', noun: 'alert days', unique: 'alert days', staff: false,
  toRow: row => ({ id: row.id, version: row.version, days: json(row.days) }),
  fromRow: row => ({ id: asId<CertificationTypeId>(row.id), version: row.version, days: JSON.parse(row.days) as readonly number[] }),
}

const feedMapping: Mapping<'calendar_feeds', CalendarFeed> = {
  table: 'calendar_feeds', noun: 'calendar address', unique: 'calendar address', staff: false,
  toRow: row => ({ id: row.id, version: row.version, token_hash: row.tokenHash, made_at: row.madeAt, made_by: row.madeBy, revoked_at: row.revokedAt }),
  fromRow: row => ({
    id: asId<CalendarFeedId>(row.id), version: row.version, tokenHash: row.token_hash, madeAt: row.made_at as Instant, madeBy: row.made_by,
    revokedAt: row.revoked_at as Instant | null,
  }),
}

/** What was told about ends to come, to whom, and how calendars get at it. */
export const alertRepositories = (tx: Tx): Pick<WriteTx, 'alerts' | 'alertDays' | 'calendarFeeds'> => ({
  alerts: {
    all: async () => {
      const rows = await tx.db.selectFrom('alerts').selectAll().orderBy('id').execute()
      return rows.map((row): Alert => ({
        id: asId<AlertId>(row.id), qualificationId: asId<QualificationId>(row.qualification_id), kind: row.kind as AlertKind, ends: row.ends as PlainDate,
        days: row.days, givenAt: row.given_at as Instant,
      }))
    },
    give: row => attempt(tx, 'alert', 'one', async () => {
      await tx.db.insertInto('alerts').values({
        id: row.id, qualification_id: row.qualificationId, kind: row.kind, ends: row.ends, days: row.days, given_at: row.givenAt,
      }).execute()
      return row
    }),
    receipts: async (accountId: AccountId) => {
      const rows = await tx.db.selectFrom('alert_receipts').selectAll().where('account_id', '=', accountId).execute()
      const of = (step: string): ReadonlySet<AlertId> => new Set(rows.filter(row => row.step === step).map(row => asId<AlertId>(row.alert_id)))
      return { notified: of('notified'), acknowledged: of('acknowledged') }
    },
    receive: async (accountId, step, ids, at) => {
      tx.marks.wrote = true
      for (let from = 0; from < ids.length; from += 100) {
        await tx.db.insertInto('alert_receipts').values(ids.slice(from, from + 100).map(id => ({ alert_id: id, account_id: accountId, step, at })))
          .onConflict(conflict => conflict.doNothing()).execute()
      }
    },
  },
  alertDays: repositoryOf(tx, alertDaysMapping),
  calendarFeeds: {
    ...repositoryOf(tx, feedMapping),
    byTokenHash: async (hash: string) => {
      const row = await tx.db.selectFrom('calendar_feeds').selectAll().where('token_hash', '=', hash).executeTakeFirst()
      return row === undefined ? null : feedMapping.fromRow(row)
    },
  },
})
