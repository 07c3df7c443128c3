import { createHash } from 'node:crypto'
import { todayOf } from '../../../shared/domain/days.ts'
import { asId, type RegisterSnapshotId } from '../../../shared/domain/ids.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import { certifiedOn, type RegisterLine, registerOn } from '../../../shared/domain/register.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import type { Instant, PlainDate, ZoneId } from '../../../shared/domain/time/values.ts'
import { dateOf, dayInterval } from '../../../shared/domain/time/wallClock.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { tidyWords } from '../../../shared/domain/typed.ts'
import { registerCsv } from '../exchange/registerCsv.ts'
import type { ReadTx } from '../store/store.ts'
import { missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

type Report = { readonly knownAt: Instant | null; readonly lines: readonly RegisterLine[] }

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function homeZone(locations: readonly Location[]): ZoneId {
  const zone = parseZoneId((locations.find(location => location.active) ?? locations[0])?.zone ?? 'UTC') ?? parseZoneId('UTC')
  if (zone === null) throw new Error('the zone of the world is unknown')
  return zone
}

/** A day gone by is told from what was known when it ended; today and later from what is known now. */
async function reportOn(tx: ReadTx, asOf: PlainDate, now: Instant): Promise<Report> {
  const locations = await tx.locations.all()
  const past = asOf < todayOf(locations, now)
  const knownAt = past ? instant(dayInterval(asOf, homeZone(locations)).end - 1) : null
  const known = await tx.versions.known(knownAt ?? now)
  return { knownAt, lines: registerOn(known, known.entered, asOf) }
}

/** The certification register, as of any date. */
export const registerHandlers: Handlers['register'] = {
  read: async ({ asOf }, { store, now }) => ok(await store.read(tx => reportOn(tx, asOf, now))),

  visit: ({ id }, { store, now }) => store.read(async tx => {
    const visit = await tx.appointments.byId(id)
    if (visit === null) return err(missing('visit'))
    const knownAt = visit.interval.start < now ? visit.interval.start : null
    const known = await tx.versions.known(knownAt ?? now)
    const service = known.serviceTypes.find(each => each.id === visit.serviceTypeId)
    const date = dateOf(visit.start)
    return ok({
      date, knownAt, performerId: visit.performerId,
      people: service === undefined || service.competences.length === 0 ? null : certifiedOn(known, service, visit.locationId, date),
    })
  }),

  history: ({ id }, { store }) => store.read(async tx => {
    const versions = await tx.versions.ofQualification(id)
    return versions.length === 0 ? err(missing('certification')) : ok({ versions })
  }),

  csv: async ({ asOf }, { store, now }) => ok({ text: registerCsv(asOf, (await store.read(tx => reportOn(tx, asOf, now))).lines) }),

  sign: ({ asOf, statement }, { store, now, newId, account, audit }) => store.write(['staff'], async tx => {
    const text = registerCsv(asOf, (await reportOn(tx, asOf, now)).lines)
    const snapshot = { id: asId<RegisterSnapshotId>(newId()), asOf, at: now, signedBy: account.displayName, statement: tidyWords(statement), sha256: sha256(text) }
    await tx.registerSnapshots.add(snapshot, text)
    await audit(tx, { action: 'register.sign', entity: 'register', entityId: snapshot.id, after: snapshot })
    return saved(snapshot)
  }),

  snapshots: async (_input, { store }) => ok({ snapshots: await store.read(tx => tx.registerSnapshots.list()) }),

  snapshot: ({ id }, { store }) => store.read(async tx => {
    const found = await tx.registerSnapshots.text(id)
    return found === null ? err(missing('register')) : ok({ text: found.body, intact: sha256(found.body) === found.sha256 })
  }),
}
