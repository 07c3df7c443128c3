import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editionOn, lawOf, stateOf } from '../../../../shared/domain/rules/editions.ts'
import { reaches } from '../../../../shared/domain/rules/jurisdiction.ts'
import { approveRule, nextEdition, retireRule } from '../../../../shared/domain/rules/ruleEdit.ts'
import type { ScopeRule } from '../../../../shared/domain/rules/scopeRule.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { aRule, date, idNumber, monday } from '../../../support/builders.ts'

const england = { jurisdiction: 'GB-ENG', setting: 'both' } as const
const by = { by: idNumber<NonNullable<ScopeRule['approval']>['by']>(0xacc), byName: 'J. Lee', at: instant(0) }
const retired = (from: string) => ({ ...by, from: date(from) })
const first = aRule({ terms: { effectiveFrom: date('2026-01-01') } })
const second = aRule({ ruleId: first.id, edition: 2, terms: { effectiveFrom: date('2026-06-01') } })

describe('the version of a rule in force', () => {
  test('is the old one on the day before a change takes effect, and the new one from that day on', () => {
    expect(editionOn([first, second], date('2026-05-31'))?.edition).toBe(1)
    expect(editionOn([second, first], date('2026-06-01'))?.edition).toBe(2)
  })

  test('is none before its first day, nor from the day on which it was retired', () => {
    expect(editionOn([first], date('2025-12-31'))).toBeNull()
    const ended = { ...first, retirement: retired('2026-03-01') }
    expect(editionOn([ended], date('2026-02-28'))?.edition).toBe(1)
    expect(editionOn([ended], date('2026-03-01'))).toBeNull()
  })

  test('does not come back when the version that followed it is retired', () => {
    expect(editionOn([first, { ...second, retirement: retired('2026-07-01') }], date('2026-07-02'))).toBeNull()
  })

  test('goes on when the change that should have followed was withdrawn before it began', () => {
    const withdrawn = { ...second, retirement: retired('2026-05-20') }
    expect(editionOn([first, withdrawn], date('2026-07-02'))?.edition).toBe(1)
    expect(stateOf(withdrawn, [first, withdrawn], monday)).toBe('set-aside')
  })

  test('is the later of two that begin on one day', () => {
    const sameDay = { ...second, terms: { ...second.terms, effectiveFrom: first.terms.effectiveFrom } }
    expect([[first, sameDay], [sameDay, first]].map(editions => editionOn(editions, monday)?.edition)).toEqual([2, 2])
    const earlier = { ...second, terms: { ...second.terms, effectiveFrom: date('2025-06-01') } }
    expect([[first, earlier], [earlier, first]].map(editions => editionOn(editions, monday)?.edition)).toEqual([1, 1])
  })

  test('is not one that was withdrawn for the very day on which it should have begun', () => {
    const withdrawn = { ...second, retirement: retired('2026-06-01') }
    expect([editionOn([first, withdrawn], date('2026-06-01'))?.edition, stateOf(withdrawn, [first, withdrawn], monday)]).toEqual([1, 'set-aside'])
    expect(stateOf({ ...second, retirement: retired('2026-06-02') }, [first, second], date('2026-06-01'))).toBe('in-force')
  })

  test('is never a draft', () => {
    const draft = aRule({ approval: null })
    expect(editionOn([draft], monday)).toBeNull()
    expect(lawOf([draft]).on(england, 'unknown', monday)).toEqual([])
    expect(stateOf(draft, [draft], monday)).toBe('draft')
  })

  test('is told apart from those that were and those to come', () => {
    expect(stateOf(first, [first, second], date('2026-05-31'))).toBe('in-force')
    expect(stateOf(second, [first, second], date('2026-05-31'))).toBe('to-come')
    expect(stateOf(first, [first, second], date('2026-06-01'))).toBe('superseded')
    expect(stateOf({ ...second, retirement: retired('2026-07-01') }, [first, second], date('2026-07-01'))).toBe('retired')
  })

  test('is exactly one, whatever was revised, approved and retired, and never changes for a day that is past', { timeout: 120_000 }, () => {
    const step = fc.record({ days: fc.nat(20), act: fc.constantFrom('revise', 'approve', 'retire'), ahead: fc.integer({ min: -5, max: 30 }) })
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let today = date('2026-01-01')
      let editions: readonly ScopeRule[] = [aRule({ approval: null })]
      const seen = new Map<string, number | undefined>()
      for (const { days, act, ahead } of steps) {
        for (let day = today; day < addDays(today, days); day = addDays(day, 1)) seen.set(day, editionOn(editions, day)?.edition)
        today = addDays(today, days)
        const [latest] = editions.toSorted((a, b) => b.edition - a.edition)
        if (latest === undefined) throw new Error('no edition')
        const effectiveFrom = addDays(today, ahead)
        const wanted = act === 'revise'
          ? nextEdition(editions, latest.ruleId, idNumber(0x900 + editions.length), { ...latest.terms, effectiveFrom })
          : act === 'approve' ? approveRule(latest, editions, by, today) : retireRule(latest, editions, effectiveFrom, by, today)
        if (!wanted.ok) continue
        const { value } = wanted
        // The very first approval may reach back: the law was there before the practice read it.
        if (act === 'approve' && editions.every(rule => rule.approval === null)) seen.clear()
        editions = [...editions.filter(rule => rule.id !== value.id), value]
        for (const [day, edition] of seen) expect(editionOn(editions, date(day))?.edition, day).toBe(edition)
        for (let day = addDays(today, -10); day < addDays(today, 35); day = addDays(day, 1)) {
          expect(editions.filter(rule => stateOf(rule, editions, day) === 'in-force').length, day).toBe(editionOn(editions, day) === null ? 0 : 1)
        }
      }
    }), { numRuns: 120 })
  })
})

describe('a rule speaks', () => {
  const on = (rule: ScopeRule, place: Parameters<ReturnType<typeof lawOf>['on']>[0], purpose: 'cosmetic' | 'therapeutic' | 'unknown' = 'cosmetic') =>
    lawOf([rule]).on(place, purpose, monday).length === 1

  test('of its country in every part of it, and of a part only there', () => {
    expect(reaches('US', 'US-TX')).toBe(true)
    expect(reaches('US', 'US')).toBe(true)
    expect(reaches('US-TX', 'US')).toBe(false)
    expect(reaches('US-TX', 'US-CA')).toBe(false)
    expect(reaches('CA', 'US-CA')).toBe(false)
  })

  test('of no place of which nobody has said whose law holds there', () => {
    expect(on(aRule(), england)).toBe(true)
    expect(on(aRule(), null)).toBe(false)
  })

  test('of its kind of practice, and of one that is both', () => {
    const rule = aRule({ terms: { setting: 'cosmetic' } })
    expect(on(rule, england)).toBe(true)
    expect(on(rule, { ...england, setting: 'cosmetic' })).toBe(true)
    expect(on(rule, { ...england, setting: 'medical' })).toBe(false)
    expect(on(aRule({ terms: { setting: 'any' } }), { ...england, setting: 'medical' })).toBe(true)
  })

  test('of its purpose, and of a service of which nobody has said what it is for', () => {
    const rule = aRule({ terms: { purpose: 'cosmetic' } })
    expect(on(rule, england, 'cosmetic')).toBe(true)
    expect(on(rule, england, 'unknown')).toBe(true)
    expect(on(rule, england, 'therapeutic')).toBe(false)
  })
})

describe('the law of a place', () => {
  const adults = aRule({ ruleId: idNumber(0x701), terms: { minimumAge: 18 } })
  const company = aRule({ ruleId: idNumber(0x700), terms: { presence: 'on-site', presentRoles: ['physician'], effectiveFrom: date('2026-02-01') } })
  const draft = { ...adults, approval: null }

  test('has each rule once, in the version in force, in the same order whoever wrote them first', () => {
    const editions = [first, second].map(rule => ({ ...rule, ruleId: idNumber<typeof rule.ruleId>(0x702) }))
    for (const rules of [[...editions, adults, company], [company, adults, ...editions.toReversed()]]) {
      expect(lawOf(rules).on(england, 'unknown', date('2026-06-01')).map(({ id }) => id)).toEqual([company.id, adults.id, second.id])
    }
  })

  test('is asked about each place, purpose and day for itself', () => {
    const law = lawOf([aRule({ terms: { purpose: 'cosmetic', setting: 'cosmetic', effectiveFrom: monday } })])
    const asked = [[england, 'cosmetic', monday], [england, 'therapeutic', monday], [{ ...england, setting: 'medical' }, 'cosmetic', monday], [{ ...england, jurisdiction: 'GB-SCT' }, 'cosmetic', monday], [england, 'cosmetic', date('2026-05-03')]] as const
    expect([...asked, ...asked].map(([place, purpose, day]) => law.on(place, purpose, day).length)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  })

  test('is found once for the same rules, and so is each of its answers', () => {
    const rules = [adults, company]
    expect(lawOf(rules)).toBe(lawOf(rules))
    expect(lawOf(rules).on(england, 'cosmetic', monday)).toBe(lawOf(rules).on(england, 'cosmetic', monday))
  })

  test('asks for age and for company where an approved rule does', () => {
    const asks = (...rules: readonly ScopeRule[]) => [lawOf(rules).asksForAge, lawOf(rules).asksForCompany]
    expect([asks(adults), asks(company), asks(adults, company), asks(draft, { ...company, approval: null }), asks()]).toEqual([[true, false], [false, true], [true, true], [false, false], [false, false]])
  })

  test('turns on the days on which a version begins or ends, each once and in order', () => {
    expect(lawOf([{ ...second, retirement: retired('2026-07-01') }, first, adults, { ...company, retirement: retired('2026-06-01') }]).turningDays).toEqual(['2026-01-01', '2026-02-01', '2026-06-01', '2026-07-01'])
    expect(lawOf([draft]).turningDays).toEqual([])
  })
})
