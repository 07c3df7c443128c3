import type { Role } from '../person.ts'
import type { PlainDate } from '../time/values.ts'
import { dayOfAge } from './age.ts'
import type { Law } from './editions.ts'
import { citationOf, type Finding, type FindingCause } from './finding.ts'
import type { Purpose, Regulation } from './jurisdiction.ts'
import type { RuleTerms, ScopeRule, Severity } from './scopeRule.ts'

/** A visit as the rules see it. */
export type RuleQuestion = {
  readonly place: Regulation | null
  readonly purpose: Purpose
  /** The day of the visit by the location's calendar. */
  readonly day: PlainDate
  readonly birthDate: PlainDate | null
  /** What the performer is here that day and may do this as; `null`: nobody is named. */
  readonly performerRoles: readonly Role[] | null
}

/** Orders and examinations are not recorded here: a rule can ask for them and never see them, so it warns at most. */
const atMostWarn = (severity: Severity): Severity => (severity === 'block' ? 'warn' : severity)

/** A rule for nobody in particular binds everybody; any other one a performer who has no role in which it would not. */
const binds = ({ roles }: RuleTerms, held: readonly Role[] | null): boolean => roles.length === 0 || (held !== null && held.length > 0 && held.every(role => roles.includes(role)))

const saysNothing = ({ mayInject, order, examination, presence, minimumAge }: RuleTerms): boolean =>
  minimumAge === null && mayInject !== 'no' && order !== 'yes' && examination !== 'yes' && presence === 'silent'

type Found = { readonly severity: Severity; readonly cause: FindingCause }

function ageFound({ minimumAge, severity }: RuleTerms, { birthDate, day }: RuleQuestion): readonly Found[] {
  if (minimumAge === null) return []
  if (birthDate === null) return [{ severity, cause: { kind: 'birth-date-unknown', minimumAge } }]
  const from = dayOfAge(birthDate, minimumAge)
  return day < from ? [{ severity, cause: { kind: 'under-age', minimumAge, from } }] : []
}

/** What binds the performer and is not a matter of who is eligible: that is judged with the staffing. */
function performerFound(terms: RuleTerms, { performerRoles }: RuleQuestion): readonly Found[] {
  if (!binds(terms, performerRoles)) return []
  const found: Found[] = []
  const { severity } = terms
  if (terms.mayInject === 'no' && severity !== 'block') found.push({ severity, cause: { kind: 'role-barred' } })
  if (terms.presence !== 'silent' && severity !== 'block') found.push({ severity, cause: { kind: 'company-needed' } })
  if (terms.order === 'yes') found.push({ severity: atMostWarn(severity), cause: { kind: 'order-needed' } })
  if (terms.examination === 'yes') found.push({ severity: atMostWarn(severity), cause: { kind: 'examination-needed' } })
  if (saysNothing(terms)) found.push({ severity: 'inform', cause: { kind: 'told' } })
  return found
}

/** One rule's word on one visit, as a finding. */
export const findingOf = (rule: ScopeRule, purpose: Purpose, { severity, cause }: Found): Finding =>
  ({ severity, cause, purposeUnknown: purpose === 'unknown' && rule.terms.purpose !== 'any', citation: citationOf(rule) })

/** What the rules in force say of a visit, who is eligible left aside: patient's age, orders, examinations, and what is only told. */
export const findingsOn = (law: Law, question: RuleQuestion): readonly Finding[] =>
  law.on(question.place, question.purpose, question.day).flatMap(rule =>
    [...ageFound(rule.terms, question), ...performerFound(rule.terms, question)].map(found => findingOf(rule, question.purpose, found)))
