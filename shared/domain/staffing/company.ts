import type { ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import { asksForCompany, companyFor } from '../rules/narrowing.ts'
import type { ScopeRule } from '../rules/scopeRule.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { Board, Person, Rule, Site } from './board.ts'
import type { Limit, Ways } from './demand.ts'
import { rolesOn } from './standing.ts'

/** Whether somebody is at hand throughout; on call is enough where `callSuffices`. */
export type AtHand = (person: Person, callSuffices: boolean) => boolean

/** A rule of the place that asks for company, and those who are there for it. */
type Asked = { readonly rule: ScopeRule; readonly there: readonly Person[] }

/** What is asked for by each role in which a person may perform, day by day of the visit; no days where nobody is needed. */
export type Company = readonly (readonly (readonly Asked[])[])[]

const nobodyNeeded: Company = []

const inRole = (person: Person, roles: readonly Role[], site: Site, day: DayNumber): boolean =>
  person.practitioner.active && rolesOn(person, roles, site, day).length > 0

/** Who the rules of the place ask to be there while a person performs a service, and who of them is; for one person after the other. */
export function companyAt(board: Board, rule: Rule, site: Site, days: readonly DayNumber[], atHand: AtHand): (person: Person) => Company {
  if (!board.law.asksForCompany || rule.performing.injecting === null) return () => nobodyNeeded
  const asking = days.map((day) => board.law.on(site.location.regulation, rule.service.purpose, dateOfDay(day)).filter(asksForCompany).map((one) => {
    const { presence, presentRoles } = one.terms
    return { rule: one, there: board.people.filter((person) => inRole(person, presentRoles, site, day) && atHand(person, presence === 'on-call')) }
  }))
  return (person) => days.flatMap((day, n): Company => {
    const all = asking[n] ?? []
    if (all.length === 0) return []
    const rules = board.law.on(site.location.regulation, rule.service.purpose, dateOfDay(day))
    const ways = companyFor(rules, rolesOn(person, rule.service.roles, site, day))
    if (ways.length === 0) return []
    const asked = new Map(all.map((one) => [one.rule, one.there.includes(person) ? { ...one, there: one.there.filter((other) => other !== person) } : one]))
    return [ways.map((way) => way.flatMap((one) => asked.get(one) ?? []))]
  })
}

const withoutOne = ({ there }: Asked, away: Person | null): readonly Person[] => (away === null ? there : there.filter((person) => person !== away))

/** The rule of the place that lets a person perform only while somebody is there, when nobody is; `away` is counted out. */
export function companyLacking(company: Company, away: Person | null): ScopeRuleId | null {
  for (const ways of company) {
    const unmet = ways.map((way) => way.find((asked) => withoutOne(asked, away).length === 0))
    if (unmet.every((asked) => asked !== undefined)) return unmet[0]?.rule.id ?? null
  }
  return null
}

const limitOf = (site: Site, { rule: { id, terms } }: Asked, there: readonly Person[]): readonly Limit[] => (terms.ratio === null ? [] : [{
  key: `${site.id} ${id}`, scopeRuleId: id, ratio: terms.ratio, by: there.map((person) => person.number), atMost: there.length * terms.ratio,
}])

/** How many may inject beside a person, by each of the ways in which that person may perform; `null` when that is not limited. */
export function waysOf(company: Company, site: Site, away: Person | null): Ways | null {
  const daily = company.map((ways) => ways
    .filter((way) => way.every((asked) => withoutOne(asked, away).length > 0))
    .map((way) => way.flatMap((asked) => limitOf(site, asked, withoutOne(asked, away)))))
  const ways = daily.reduce<Ways>((before, today) => before.flatMap((limits) => today.map((more) => [...limits, ...more])), [[]])
  return ways.some((limits) => limits.length === 0) ? null : ways
}

/** Everybody whose being there counts for a person's company. */
export const inCompany = (company: Company): readonly Person[] => company.flat(2).flatMap((asked) => asked.there)
