import type { ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import { companyFor } from '../rules/narrowing.ts'
import type { ScopeRule } from '../rules/scopeRule.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import { ruleOf } from './board.ts'
import type { Board, NamedVisit, Person, Rule, Site } from './board.ts'
import { rolesOn } from './standing.ts'

/** Whether somebody is at hand throughout; on call is enough where `callSuffices`. */
export type AtHand = (person: Person, callSuffices: boolean) => boolean

const rulesOn = (board: Board, rule: Rule, site: Site, day: DayNumber): readonly ScopeRule[] =>
  (rule.performing.injecting === null ? [] : board.law.on(site.location.regulation, rule.service.purpose, dateOfDay(day)))

const inRole = (person: Person, roles: readonly Role[], site: Site, day: DayNumber): boolean =>
  person.practitioner.active && rolesOn(person, roles, site, day).length > 0

/** The rules that ask for company while a person performs a service, by each role in which that person may. */
const askedOf = (board: Board, person: Person, rule: Rule, site: Site, day: DayNumber): readonly (readonly ScopeRule[])[] =>
  companyFor(rulesOn(board, rule, site, day), rolesOn(person, rule.service.roles, site, day))

/** How many inject under a rule beside a visit: those who are named for other visits at the place then, and cannot do without it. */
function injectingBeside(board: Board, asking: ScopeRule, others: readonly NamedVisit[], site: Site, day: DayNumber): number {
  const bound = others.filter(({ performerId, locationId, serviceTypeId }) => {
    const [performer, service] = [board.people.find(({ id }) => id === performerId), board.services.get(serviceTypeId)]
    if (locationId !== site.id || performer === undefined || service === undefined) return false
    const ways = askedOf(board, performer, ruleOf(board, service), site, day)
    return ways.length > 0 && ways.every((way) => way.includes(asking))
  })
  return new Set(bound.map(({ performerId }) => performerId)).size
}

/**
 * The rule of the place that lets a person perform a service only while somebody else is there, when nobody is, or when those
 * who are have as many others at the time as the rule allows each; `null` when nobody is needed, or enough are there.
 */
export function companyLacking(
  board: Board, person: Person, rule: Rule, site: Site, day: DayNumber, atHand: AtHand, others: () => readonly NamedVisit[],
): ScopeRuleId | null {
  if (!board.law.asksForCompany) return null
  const isMissing = (asking: ScopeRule): boolean => {
    const { presence, presentRoles, ratio } = asking.terms
    const there = board.people.filter((other) => other !== person && atHand(other, presence === 'on-call') && inRole(other, presentRoles, site, day)).length
    return there === 0 || (ratio !== null && there * ratio < 1 + injectingBeside(board, asking, others(), site, day))
  }
  const unmet = askedOf(board, person, rule, site, day).map((way) => way.find(isMissing))
  return unmet.every((asking) => asking !== undefined) ? unmet[0]?.id ?? null : null
}
