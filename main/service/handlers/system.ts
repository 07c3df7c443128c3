import { asId, type AccountId, type LocationId, type RoomId } from '../../../shared/domain/ids.ts'
import type { Account } from '../../../shared/domain/person.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { minuteMs } from '../../../shared/domain/time/instant.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { placeSentence, secretSentence } from '../../../shared/text/en/issues.ts'
import { shippedRules } from '../seed/shippedRules.ts'
import { shippedCertificationTypes, shippedCompetences, shippedServiceTypes } from '../seed/shippedRows.ts'
import type { Store, WriteTx } from '../store/store.ts'
import { type Actor, auditRow } from './auditRow.ts'
import type { Inside } from './inside.ts'
import { invalid, type Issue, locationIssues, trimmed } from './places.ts'
import type { Handlers, Inputs, OpeningContext } from './types.ts'

type NewPractice = Inputs['system']['create']

/** Opening, unlocking, making and following the practice's store. */
export const systemHandlers = (inside: Inside): Handlers['system'] => ({
  status: async (_input, context) => {
    const state = await inside.premises.state()
    return ok({
      state,
      demo: inside.premises.demo(),
      practiceName: context.store === null ? '' : (await context.store.read(tx => tx.practice.read())).name,
      version: inside.version,
      hasPassphrase: state !== 'first-run' && await inside.premises.hasPassphrase(),
      keyStore: inside.keyStore ? 'available' : 'unavailable',
      demoAccounts: await inside.premises.demoAccounts(),
    })
  },

  create: async (input, context) => {
    if (await inside.premises.state() !== 'first-run') return err({ code: 'already-set-up' })
    const issues = [...practiceIssues(input, inside), ...passphraseIssues(input.passphrase, inside)]
    if (issues.length > 0) return invalid(issues)
    const hash = await inside.passwords.hash(input.lead.password)
    const recoveryKey = await inside.premises.create(
      { passphrase: input.passphrase, postgresUrl: input.postgresUrl },
      store => fill(store, input, hash, context),
    )
    return ok({ recoveryKey })
  },

  tryDemo: async () => (await inside.premises.tryDemo() ? ok({}) : err({ code: 'already-set-up' })),

  unlock: async (input) => {
    const waitSeconds = inside.guesses.count('unlock')
    if (waitSeconds > 0) return err({ code: 'wrong-credentials', waitSeconds })
    if (await inside.premises.state() === 'first-run') return err({ code: 'not-set-up' })
    if (!await inside.premises.unlock(input.secret, input.kind)) return err({ code: 'wrong-key' })
    inside.guesses.forget('unlock')
    return ok({})
  },

  setPassphrase: async (input, context) => {
    const issues = passphraseIssues(input.passphrase, inside)
    if (issues.length > 0) return invalid(issues)
    await inside.premises.setPassphrase(input.passphrase)
    await context.store?.write(['practice'], async tx => {
      await context.audit(tx, { action: 'system.setPassphrase', entity: 'practice', entityId: '' })
      return { keep: true, value: null }
    })
    return ok({})
  },

  desk: async (_input, context) => {
    if (context.store === null) return err({ code: 'locked' })
    const latest = await context.store.read(tx => tx.audit.latest())
    return ok({ engine: context.store.engine, desks: inside.desks.count(), lastSaved: latest?.at ?? null, now: context.now, clockBehindMinutes: Math.floor(context.store.clockBehind() / minuteMs) })
  },

  changes: async (_input, context) =>
    context.sessionId === null ? err({ code: 'not-signed-in' }) : ok(inside.desks.follow(context.sessionId, context.signal)),
})

const shortestPassphrase = 12

function passphraseIssues(passphrase: string | null, inside: Inside): readonly Issue[] {
  if (passphrase === null) return inside.keyStore || inside.premises.demo() ? [] : [{ path: 'passphrase', message: secretSentence.passphraseNeeded }]
  return [...passphrase].length < shortestPassphrase ? [{ path: 'passphrase', message: secretSentence.passphraseTooShort }] : []
}

const repeats = (names: readonly string[]): boolean => new Set(names.map(name => trimmed(name).toLowerCase())).size < names.length

function practiceIssues({ locations, lead, practice }: NewPractice, inside: Inside): readonly Issue[] {
  const password = inside.passwords.fault(lead.password, lead.username)
  return [
    ...(trimmed(practice.name) === '' ? [{ path: 'practice.name', message: placeSentence.noName }] : []),
    ...(locations.length === 0 ? [{ path: 'locations', message: placeSentence.noLocation }] : []),
    ...(repeats(locations.map(each => each.name)) ? [{ path: 'locations', message: placeSentence.locationTwice }] : []),
    ...locations.flatMap((each, index) => [
      ...locationIssues(each, `locations.${index}.`),
      ...(repeats(each.rooms) ? [{ path: `locations.${index}.rooms`, message: placeSentence.roomTwice }] : []),
    ]),
    ...(trimmed(lead.username) === '' ? [{ path: 'lead.username', message: placeSentence.noUsername }] : []),
    ...(password === null ? [] : [{ path: 'lead.password', message: password }]),
  ]
}

/** Writes the whole new practice in one transaction: all of it or nothing. */
async function fill(store: Store, input: NewPractice, hash: string, { now, newId }: OpeningContext): Promise<void> {
  const lead: Account = {
    id: asId<AccountId>(newId()), version: 1, username: trimmed(input.lead.username), displayName: trimmed(input.lead.displayName) || trimmed(input.lead.username),
    role: 'clinical-lead', practitionerId: null, active: true,
  }
  await store.write(['practice', 'staff', 'accounts'], async tx => {
    const note = noteTaker(tx, now, lead)
    await note('account', lead.id, kept(await tx.accounts.insert(lead)))
    await tx.accounts.setCredential(lead.id, { hash, failures: 0, lockedUntil: null })
    await note('practice', '', kept(await tx.practice.insert({ ...input.practice, demo: false, version: 1 })))
    for (const { rooms, ...fields } of input.locations) {
      const zone = parseZoneId(fields.zone) ?? fields.zone
      const location = kept(await tx.locations.insert({ ...fields, zone, id: asId<LocationId>(newId()), version: 1 }))
      await note('location', location.id, location)
      for (const name of rooms) {
        const room = kept(await tx.rooms.insert({ id: asId<RoomId>(newId()), version: 1, locationId: location.id, name: trimmed(name), active: true }))
        await note('room', room.id, room)
      }
    }
    for (const competence of shippedCompetences) {
      kept(await tx.competences.insert(competence))
      await note('competence', competence.code, competence)
    }
    for (const type of shippedCertificationTypes(newId)) await note('certificationType', type.id, kept(await tx.certificationTypes.insert(type)))
    for (const type of shippedServiceTypes(newId)) await note('serviceType', type.id, kept(await tx.serviceTypes.insert(type)))
    for (const rule of shippedRules(newId)) await note('rule', rule.id, kept(await tx.rules.insert(rule)))
    return { keep: true, value: null }
  })
}

const noteTaker = (tx: WriteTx, now: OpeningContext['now'], by: Actor) =>
  (entity: string, entityId: string, after: unknown): Promise<void> => tx.audit.append(auditRow(now, by, { action: 'system.create', entity, entityId, after }))

/** In an empty store nothing can be refused; if it is all the same, nothing is kept and the incident is logged. */
function kept<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: { readonly code: string } }): T {
  if (!result.ok) throw new Error(`an empty store refused a row: ${result.problem.code}`)
  return result.value
}

