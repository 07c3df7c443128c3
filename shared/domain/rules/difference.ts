import type { RuleTerms } from './scopeRule.ts'

/** The points of a rule in the order in which they are read. */
export const rulePoints = [
  'words', 'jurisdiction', 'setting', 'purpose', 'roles', 'mayPrescribe', 'mayInject', 'order', 'examination', 'presence', 'presentRoles', 'ratio', 'minimumAge',
  'severity', 'law', 'source', 'sourceDate', 'effectiveFrom',
] as const satisfies readonly (keyof RuleTerms)[]
export type RulePoint = (typeof rulePoints)[number]

/** The points in which two versions of a rule differ. */
export const differingPoints = (before: RuleTerms, after: RuleTerms): readonly RulePoint[] =>
  rulePoints.filter(point => JSON.stringify(before[point]) !== JSON.stringify(after[point]))
