import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../main/service/store/engine.ts'
import { openStore } from '../../../main/service/store/openStore.ts'
import { openPostgres } from '../../../main/service/store/postgres/openPostgres.ts'
import { openSqlite } from '../../../main/service/store/sqlite/openSqlite.ts'
import type { Store } from '../../../main/service/store/store.ts'
import { plainPaper, type Qualification } from '../../../shared/domain/certification.ts'
import type { PractitionerId, QualificationId } from '../../../shared/domain/ids.ts'
import { competenceOn, stateOn } from '../../../shared/domain/qualification.ts'
import { amendQualification, recordQualification, renewQualification, verifyQualification } from '../../../shared/domain/qualificationEdit.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { dateAt } from '../../../shared/domain/time/wallClock.ts'
import { aCertificationType, anAccount, aPractitioner, aQualification, at, clinicZone, competence, date, newId } from '../../support/builders.ts'
import { freshDatabase } from '../../support/postgresServer.ts'
import { engineNames, keep } from '../../support/stores.ts'

const neck = competence('neck')
const type = aCertificationType({ name: 'Neck', competences: [neck], expiry: { kind: 'months', months: 12 } })
const lifelong = aCertificationType({ name: 'Neck for life', competences: [neck], expiry: { kind: 'never' } })
const types = new Map([type, lifelong].map(one => [one.id, one]))
const start = date('2026-05-04')
const now = at('2026-05-04T08:00')

const aDay = fc.integer({ min: -3, max: 3 }).map(days => addDays(start, days))
const orNone = fc.option(aDay, { nil: null })
const paper = fc.record({ issued: aDay, effective: orNone, expires: orNone })
type Paper = { readonly issued: PlainDate; readonly effective: PlainDate | null; readonly expires: PlainDate | null }
type Step =
  | { readonly kind: 'record' | 'renew' | 'amend'; readonly paper: Paper; readonly which: number; readonly forever: boolean }
  | { readonly kind: 'verify'; readonly due: PlainDate | null; readonly which: number }
  | { readonly kind: 'active' | 'suspended' | 'revoked' | 'entered-in-error'; readonly which: number }
const which = fc.nat(5)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('record' as const, 'renew' as const, 'amend' as const), paper, which, forever: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('verify' as const), due: fc.option(fc.integer({ min: 1, max: 3 }).map(days => addDays(start, days)), { nil: null }), which }) },
  fc.record({ kind: fc.constantFrom('active' as const, 'suspended' as const, 'revoked' as const, 'entered-in-error' as const), which }),
)

/** What a step makes of the certifications that somebody holds; `null`: it is refused. */
function after(held: readonly Qualification[], step: Step, practitionerId: PractitionerId): Qualification | Omit<Qualification, 'id' | 'version'> | null {
  const one = held[step.which % Math.max(1, held.length)]
  const of = step.kind === 'record' && step.forever ? lifelong : types.get(one?.certificationTypeId ?? type.id) ?? type
  const said = { number: 'N', issuer: 'Board', ...plainPaper }
  if (step.kind === 'record') {
    const made = recordQualification({ ...said, ...step.paper, practitionerId, certificationTypeId: of.id, status: 'active' }, of)
    return made.ok ? made.value : null
  }
  if (one === undefined) return null
  const { id: _id, version: _version, verification: _verification, renews: _renews, ...fields } = one
  const followed = held.some(other => other.renews === one.id && other.status !== 'entered-in-error')
  const made = step.kind === 'verify' ? verifyQualification(one, anAccount(), { method: 'letter', source: 'Letter', due: step.due }, now, start)
    : step.kind === 'renew' ? renewQualification(one, followed, { ...said, ...step.paper }, of)
      : amendQualification(one, step.kind === 'amend' ? { ...fields, ...step.paper } : { ...fields, status: step.kind }, of)
  return made.ok ? made.value : null
}

describe.each(engineNames)('certifications on %s', (name) => {
  let folder = ''
  let engine: Engine
  let store: Store
  let clock = now
  const open = async (make: boolean, url: string) => {
    engine = name === 'sqlite' ? await openSqlite(join(folder, 'practice.db'), Buffer.alloc(32, 7), make) : await openPostgres(url, () => undefined)
    store = await openStore(engine, join(folder, 'head.json'), { now: () => clock, log: () => undefined })
  }
  let url = ''
  beforeEach(async () => {
    clock = now
    folder = mkdtempSync(join(tmpdir(), 'injection-desk-certification-'))
    url = name === 'postgresql' ? await freshDatabase() : ''
    await open(true, url)
    await keep(store, async tx => {
      await tx.certificationTypes.insert(type)
      await tx.certificationTypes.insert(lifelong)
    })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  // Written against the tables alone, by somebody who has not seen the domain: what an auditor would ask the database.
  async function sqlGrants(person: PractitionerId, day: PlainDate): Promise<boolean> {
    const field = (table: string, key: string) => sql.raw(name === 'sqlite' ? `json_extract(${table}.verification, '$.${key}')` : `(${table}.verification::json ->> '${key}')`)
    const begun = (table: string) => sql`${sql.raw(table)}.issued <= ${day} and (${sql.raw(table)}.effective is null or ${sql.raw(table)}.effective <= ${day})`
    const found = await sql<{ n: number | string }>`
      select count(*) as n from qualifications q join certification_types t on t.id = q.certification_type_id
      where q.practitioner_id = ${person} and t.active = 1 and t.competences like '%"neck"%' and q.status = 'active' and ${begun('q')}
        and (${day} <= q.expires or (q.expires is null and t.expiry like '%"never"%'))
        and ${field('q', 'state')} = 'verified' and (${field('q', 'due')} is null or ${day} <= ${field('q', 'due')})
        and not exists (select 1 from qualifications r where r.renews = q.id and r.status <> 'entered-in-error' and ${begun('r')}
          and (r.status in ('suspended', 'revoked') or ${field('r', 'state')} = 'verified'))`.execute(engine.db)
    return Number(found.rows[0]?.n) > 0
  }

  async function agrees(steps: readonly Step[], grants: typeof competenceOn = competenceOn): Promise<boolean> {
    const person = aPractitioner()
    await keep(store, tx => tx.practitioners.insert(person))
    for (const step of steps) {
      const held = await keep(store, async tx => {
        const own = (await tx.qualifications.all()).filter(one => one.practitionerId === person.id)
        const made = after(own, step, person.id)
        if (made !== null) await ('id' in made ? tx.qualifications.update(made) : tx.qualifications.insert({ ...made, id: newId<QualificationId>(), version: 1 }))
        return (await tx.qualifications.all()).filter(one => one.practitionerId === person.id)
      })
      for (let days = -4; days <= 4; days += 1) {
        const day = addDays(start, days)
        if (grants(held, types, neck, day).granted !== await sqlGrants(person.id, day)) return false
      }
    }
    return true
  }

  test('no sequence of steps makes one count that SQL, asked of the tables alone, says does not', async () => {
    await fc.assert(fc.asyncProperty(fc.array(aStep, { minLength: 2, maxLength: 10 }), steps => agrees(steps)), { numRuns: 40 })
  })

  test('and SQL would notice a rule that forgets the verification', async () => {
    const forgetful: typeof competenceOn = (held, of, what, day) =>
      competenceOn(held.map(one => ({ ...one, verification: { state: 'verified', by: newId(), byName: '', method: 'letter', source: '', at: now, due: null } })), of, what, day)
    const steps: readonly Step[] = [{ kind: 'record', which: 0, forever: false, paper: { issued: start, effective: null, expires: addDays(start, 2) } }]
    expect(await agrees(steps)).toBe(true)
    expect(await agrees(steps, forgetful)).toBe(false)
  })

  test('that have lapsed stay lapsed in 10,000 looks at a clock that jumps, and after the store was opened again', async () => {
    const held = aQualification({ certificationTypeId: type.id, issued: addDays(start, -300), expires: addDays(start, 5) })
    const valid = () => stateOn(held, type, [held], dateAt(store.now(), clinicZone)) === 'verified'
    let lapsed = false
    const jumps = fc.sample(fc.tuple(fc.integer({ min: -800 * dayMs, max: 800 * dayMs }), fc.nat(99)), { numRuns: 10_000, seed: 20260504 })
    for (const [jump, dice] of jumps) {
      clock = instant(now + jump)
      if (lapsed && valid()) throw new Error(`valid again at ${clock}`)
      if (dice !== 0) continue
      await keep(store, tx => tx.audit.append({ at: store.now(), accountId: null, accountName: '', action: 'x', entity: 'x', entityId: '', outcome: 'success', detail: '{}' }))
      lapsed ||= !valid()
    }
    expect(lapsed).toBe(true)
    await store.close()
    clock = now
    await open(false, url)
    expect(valid()).toBe(false)
    expect(store.clockBehind()).toBeGreaterThan(0)
  })
})
