import { differingPoints } from '../../shared/domain/rules/difference.ts'
import { stateOf } from '../../shared/domain/rules/editions.ts'
import type { ScopeRule } from '../../shared/domain/rules/scopeRule.ts'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { rulesText } from '../../shared/text/en/rules.ts'
import { Section } from '../ui/Section.tsx'
import { systemZone } from '../ui/zones.ts'
import { pointWords } from './ruleWords.ts'

function Difference({ before, after }: { readonly before: ScopeRule; readonly after: ScopeRule }) {
  const points = differingPoints(before.terms, after.terms)
  const title = rulesText.differences(before.edition, after.edition)
  if (points.length === 0) return <p className="quiet">{`${title}: ${rulesText.noDifference}`}</p>
  return (
    <table className="data-table rule-difference">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{rulesText.point}</th>
          <th scope="col">{rulesText.before}</th>
          <th scope="col">{rulesText.after}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(point => (
          <tr key={point}>
            <th scope="row">{rulesText.fields[point]}</th>
            <td>
              <del>{pointWords(before.terms, point)}</del>
            </td>
            <td>
              <ins>{pointWords(after.terms, point)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** All versions of one rule, latest first: who approved each, when it held, and what it changed. */
export function RuleHistory({ editions, today }: { readonly editions: readonly ScopeRule[]; readonly today: PlainDate }) {
  const zone = systemZone()
  const latestFirst = editions.toSorted((a, b) => b.edition - a.edition)
  return (
    <Section title={rulesText.history}>
      <ol className="rule-history">
        {latestFirst.map((rule, index) => {
          const before = latestFirst[index + 1]
          const approvedOn = rule.approval === null || zone === null ? null : dateAt(rule.approval.at, zone)
          return (
            <li key={rule.id}>
              <p>
                <strong>{rulesText.states[stateOf(rule, editions, today)]}</strong>
                {': '}
                {rulesText.cited(rule.edition, rule.approval, approvedOn, rule.approval === null ? null : rule.terms.effectiveFrom)}
              </p>
              {before !== undefined && <Difference before={before} after={rule} />}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
