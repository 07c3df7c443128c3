import type { ScopeRuleId } from '../ids.ts'
import type { Role } from '../person.ts'
import { companyFor } from '../rules/narrowing.ts'
import type { ScopeRule } from '../rules/scopeRule.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { Board, Person, Rule, Site } from './board.ts'
import { rolesOn } from './standing.ts'

/** Whether somebody is at hand throughout; on call is enough where `callSuffices`. */
export type AtHand = (person: Person, callSuffices: boolean) => boolean

const rulesOn = (board: Board, rule: Rule, site: Site, day: DayNumber): readonly ScopeRule[] =>
  board.law.on(site.location.regulation, rule.service.purpose, dateOfDay(day))

const inRole = (person: Person, roles: readonly Role[], site: Site, day: DayNumber): boolean =>
  person.practitioner.active && rolesOn(person, roles, site, day).length > 0

/**
 * The rule of the place that lets a person perform a service only while somebody else is there, when nobody is; `null` when
 * nobody is needed, or somebody is there.
 */
export function companyLacking(board: Board, person: Person, rule: Rule, site: Site, day: DayNumber, atHand: AtHand): ScopeRuleId | null {
  if (!board.law.asksForCompany) return null
  const ways = companyFor(rulesOn(board, rule, site, day), rolesOn(person, rule.service.roles, site, day))
  const isMissing = ({ terms: { presence, presentRoles } }: ScopeRule): boolean => !board.people.some((other) =>
    other !== person && atHand(other, presence === 'on-call') && inRole(other, presentRoles, site, day))
  const unmet = ways.map((way) => way.find(isMissing))
  return unmet.every((asking) => asking !== undefined) ? unmet[0]?.id ?? null : null
}
