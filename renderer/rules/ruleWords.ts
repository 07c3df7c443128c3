import type { RulePoint } from '../../shared/domain/rules/difference.ts'
import type { RuleTerms } from '../../shared/domain/rules/scopeRule.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { jurisdictionWords } from '../../shared/text/en/jurisdictions.ts'
import { listWords, roleWords } from '../../shared/text/en/names.ts'
import { rulesText } from '../../shared/text/en/rules.ts'

/** What a rule says of one point, in words. */
export function pointWords(terms: RuleTerms, point: RulePoint): string {
  switch (point) {
    case 'words':
    case 'source':
      return terms[point]
    case 'jurisdiction':
      return jurisdictionWords[terms.jurisdiction]
    case 'setting':
      return rulesText.settings[terms.setting]
    case 'purpose':
      return rulesText.purposes[terms.purpose]
    case 'roles':
      return rulesText.roles(terms)
    case 'presentRoles':
      return terms.presentRoles.length === 0 ? rulesText.notSaid : listWords(terms.presentRoles.map(role => roleWords[role]))
    case 'mayPrescribe':
    case 'mayInject':
    case 'order':
    case 'examination':
      return rulesText.answers[terms[point]]
    case 'presence':
      return rulesText.presences[terms.presence]
    case 'ratio':
    case 'minimumAge':
      return terms[point] === null ? rulesText.notSaid : String(terms[point])
    case 'severity':
      return rulesText.severities[terms.severity]
    case 'law':
      return terms.law ? rulesText.yes : rulesText.no
    case 'sourceDate':
    case 'effectiveFrom':
      return terms[point] === null ? rulesText.notKnown : dateWords(terms[point])
  }
}
