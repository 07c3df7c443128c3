import { type AlertFacts, dueAlerts, endingsOf } from '../../../shared/domain/alert.ts'
import { alertNews, type AlertNews } from '../../../shared/domain/alertNews.ts'
import { visitsAtStake } from '../../../shared/domain/atStake.ts'
import { todayOf } from '../../../shared/domain/days.ts'
import { type AlertId, asId } from '../../../shared/domain/ids.ts'
import { dayMs, instant, latestInstant } from '../../../shared/domain/time/instant.ts'
import type { Instant, PlainDate } from '../../../shared/domain/time/values.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

type Tx = Pick<ReadTx, 'practitioners' | 'certificationTypes' | 'qualifications' | 'serviceTypes' | 'appointments' | 'locations' | 'alerts' | 'alertDays'>

/** Everything from which follows what has to be told today. */
export type Alerting = {
  readonly facts: AlertFacts
  readonly today: PlainDate
  /** What was given about ends that still stand, those with most visits at stake first. */
  readonly news: () => Promise<readonly AlertNews[]>
}

/** Gathers what alerts are made of, and the practice's own date. */
export async function gatherAlerting(tx: Tx, now: Instant): Promise<Alerting> {
  const facts = {
    practitioners: await tx.practitioners.all(), certificationTypes: await tx.certificationTypes.all(), qualifications: await tx.qualifications.all(),
    alertDays: await tx.alertDays.all(),
  }
  return {
    facts, today: todayOf(await tx.locations.all(), now),
    news: async () => {
      const appointments = await tx.appointments.within({ start: instant(now - dayMs), end: latestInstant }, null)
      const stakes = visitsAtStake({ ...facts, serviceTypes: await tx.serviceTypes.all(), appointments }, now)
      return alertNews(await tx.alerts.all(), endingsOf(facts), stakes)
    },
  }
}

/** Records every alert that is due and was not given before; answers their ids. */
export async function giveDue(tx: Pick<WriteTx, 'alerts'>, { facts, today }: Alerting, now: Instant, newId: () => string): Promise<readonly AlertId[]> {
  const given: AlertId[] = []
  for (const due of dueAlerts(facts, today, await tx.alerts.all())) {
    const made = await tx.alerts.give({ ...due, id: asId<AlertId>(newId()), givenAt: now })
    if (made.ok) given.push(made.value.id)
  }
  return given
}

/** News with the names that go with it. */
export function withNames(news: readonly AlertNews[], { facts }: Alerting) {
  const people = new Map(facts.practitioners.map(person => [person.id, fullName(person.name)]))
  const types = new Map(facts.certificationTypes.map(type => [type.id, type.name]))
  return news.map(one => ({ news: one, holder: people.get(one.practitionerId) ?? '', certification: types.get(one.certificationTypeId) ?? '' }))
}
