import type { Finding } from '../../shared/domain/rules/finding.ts'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import { rulesText, severityWords } from '../../shared/text/en/rules.ts'
import { findingSentence } from '../../shared/text/rules.ts'
import { systemZone } from '../ui/zones.ts'
import { StateMark } from '../ui/StateMark.tsx'
import './rules.css'

const kinds = { block: 'flag', warn: 'fragile', inform: 'off' } as const

function Row({ finding: { citation } }: { readonly finding: Finding }) {
  const zone = systemZone()
  const approvedOn = citation.approval === null || zone === null ? null : dateAt(citation.approval.at, zone)
  return (
    <details className="finding-row">
      <summary>{rulesText.row}</summary>
      <p>{citation.words}</p>
      <p className="quiet">{rulesText.source(citation.source, citation.sourceDate)}</p>
      <p className="quiet">{rulesText.cited(citation.edition, citation.approval, approvedOn, citation.effectiveFrom)}</p>
    </details>
  )
}

/** What the rules of a place say of a visit, each with the row that it comes from. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section className="finding-list" aria-label={rulesText.findings}>
      <h3>{rulesText.findings}</h3>
      <ul>
        {findings.map(finding => (
          <li key={`${finding.citation.id} ${finding.cause.kind}`} className={`finding-${finding.severity}`}>
            <StateMark kind={kinds[finding.severity]}>{severityWords[finding.severity]}</StateMark>
            <div>
              <p>{findingSentence(finding)}</p>
              <Row finding={finding} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
