import { createHash, randomBytes } from 'node:crypto'
import { endingsOf } from '../../../shared/domain/alert.ts'
import { asId, type CalendarFeedId } from '../../../shared/domain/ids.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { calendarDocument } from '../exchange/calendar.ts'
import type { CalendarFeed, ReadTx, Store } from '../store/store.ts'
import { missing } from './told.ts'
import { type Handlers, refuse, saved } from './types.ts'

/** The token is as long as a key, so a plain hash of it tells nobody what it is. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const shown = ({ id, madeAt, madeBy, revokedAt }: CalendarFeed) => ({ id, madeAt, madeBy, revokedAt })

async function documentOf(tx: Pick<ReadTx, 'practitioners' | 'certificationTypes' | 'qualifications'>, now: Instant): Promise<string> {
  const facts = { practitioners: await tx.practitioners.all(), certificationTypes: await tx.certificationTypes.all(), qualifications: await tx.qualifications.all() }
  const people = new Map(facts.practitioners.map(person => [person.id, fullName(person.name)]))
  const types = new Map(facts.certificationTypes.map(type => [type.id, type.name]))
  return calendarDocument(endingsOf(facts).map(ending => ({ ending, holder: people.get(ending.practitionerId) ?? '', certification: types.get(ending.certificationTypeId) ?? '' })), now)
}

/** The calendar behind an address, for whoever shows its secret part; `null` when there is none or it was revoked. */
export const calendarBehind = (store: Store, token: string, now: Instant): Promise<string | null> => store.read(async tx => {
  const feed = await tx.calendarFeeds.byTokenHash(hashOf(token))
  return feed === null || feed.revokedAt !== null ? null : documentOf(tx, now)
})

/** Coming ends for the lead's own calendar: saved, or read under an address that can be revoked. */
export const calendarHandlers: Handlers['calendar'] = {
  read: async (_input, { store, now }) => ok(await store.read(async tx => ({ document: await documentOf(tx, now), feeds: (await tx.calendarFeeds.all()).map(shown) }))),

  open: (_input, { store, now, newId, account, audit }) => store.write(['staff'], async tx => {
    const token = randomBytes(32).toString('base64url')
    const made = await tx.calendarFeeds.insert({
      id: asId<CalendarFeedId>(newId()), version: 1, tokenHash: hashOf(token), madeAt: now, madeBy: account.displayName, revokedAt: null,
    })
    if (!made.ok) throw new Error('two secrets alike')
    await audit(tx, { action: 'calendar.open', entity: 'calendar', entityId: made.value.id, after: shown(made.value) })
    return saved({ feed: shown(made.value), path: `/calendar/${token}.ics` })
  }),

  revoke: ({ id }, { store, now, audit }) => store.write(['staff'], async tx => {
    const before = await tx.calendarFeeds.byId(id)
    if (before === null) return refuse(missing('calendar address'))
    if (before.revokedAt !== null) return saved(shown(before))
    const after = await tx.calendarFeeds.update({ ...before, revokedAt: now })
    if (!after.ok) return refuse(missing('calendar address'))
    await audit(tx, { action: 'calendar.revoke', entity: 'calendar', entityId: id, before: shown(before), after: shown(after.value) })
    return saved(shown(after.value))
  }),
}
