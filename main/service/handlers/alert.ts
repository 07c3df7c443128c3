import { tidyAlertDays, usualAlertDays } from '../../../shared/domain/alert.ts'
import { concerns } from '../../../shared/domain/alertNews.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { gatherAlerting, giveDue, withNames } from './alerting.ts'
import { missing } from './told.ts'
import { type Handlers, refuse, saved } from './types.ts'

/** Certifications that end, told in time: to the holder and the clinical lead, each threshold once. */
export const alertHandlers: Handlers['alert'] = {
  collect: (_input, { store, now, newId, account, audit }) => store.write([], async tx => {
    const alerting = await gatherAlerting(tx, now)
    const given = await giveDue(tx, alerting, now, newId)
    if (given.length > 0) await audit(tx, { action: 'alert.collect', entity: 'alert', entityId: given[0] ?? '', after: { given: given.length } })
    const mine = (await alerting.news()).filter(news => concerns(account, news))
    // Whoever sits at the command line has no account to remember it by, and nothing to be shown.
    const known = await tx.accounts.byId(account.id) !== null
    const { notified, acknowledged } = await tx.alerts.receipts(account.id)
    const fresh = known ? mine.filter(news => news.alertIds.some(id => !notified.has(id))) : []
    const unheard = fresh.flatMap(news => news.alertIds).filter(id => !notified.has(id))
    if (unheard.length > 0) await tx.alerts.receive(account.id, 'notified', unheard, now)
    const waiting = known ? mine.filter(news => news.alertIds.some(id => !acknowledged.has(id))) : []
    return { keep: given.length > 0 || unheard.length > 0, value: ok({ today: alerting.today, waiting: withNames(waiting, alerting), fresh: fresh.length }) }
  }),

  acknowledge: ({ ids }, { store, now, account, audit }) => store.write([], async tx => {
    const known = new Map((await tx.alerts.all()).map(alert => [alert.id, alert]))
    if (ids.some(id => !known.has(id)) || await tx.accounts.byId(account.id) === null) return refuse(missing('alert'))
    if (ids.length === 0) return saved({})
    await tx.alerts.receive(account.id, 'acknowledged', [...new Set(ids)], now)
    await audit(tx, { action: 'alert.acknowledge', entity: 'alert', entityId: ids[0] ?? '', after: { ids } })
    return saved({})
  }),

  list: async (_input, { store, now }) => ok(await store.read(async tx => {
    const alerting = await gatherAlerting(tx, now)
    const { alertDays, certificationTypes } = alerting.facts
    const own = new Map(alertDays.map(days => [days.id, days]))
    return {
      today: alerting.today, given: withNames(await alerting.news(), alerting),
      days: certificationTypes.map(({ id }) => own.get(id) ?? { id, version: 0, days: usualAlertDays }),
    }
  })),

  setDays: ({ id, version, days }, { store, audit }) => store.write(['staff'], async tx => {
    if (await tx.certificationTypes.byId(id) === null) return refuse(missing('certification type'))
    const before = await tx.alertDays.byId(id)
    if ((before?.version ?? 0) !== version) return refuse({ code: 'stale', yours: version, current: before?.version ?? 0 })
    const wanted = { id, version, days: tidyAlertDays(days) }
    const after = before === null ? await tx.alertDays.insert(wanted) : await tx.alertDays.update(wanted)
    if (!after.ok) return { keep: false, value: after.problem.code === 'stale' ? err(after.problem) : err(missing('certification type')) }
    await audit(tx, { action: 'alert.setDays', entity: 'certificationType', entityId: id, ...(before === null ? {} : { before }), after: after.value })
    return saved(after.value)
  }),
}
