import type { Instant, ZoneId } from '../../shared/domain/time/values.ts'
import { instantWords } from '../../shared/text/en/dates.ts'
import { visitActionText, visitText } from '../../shared/text/en/day.ts'
import { Section } from '../ui/Section.tsx'

type HistoryEvent = {
  readonly sequence: number
  readonly at: Instant
  readonly accountName: string
  readonly action: string
  readonly outcome: 'success' | 'refused'
}

/** What was done to a visit, by whom and when; latest first. */
export function VisitHistory({ history, zone }: { readonly history: readonly HistoryEvent[]; readonly zone: ZoneId }) {
  return (
    <Section title={visitText.history}>
      {history.length === 0 ? (
        <p className="quiet">{visitText.noHistory}</p>
      ) : (
        <ol className="history">
          {history.map(event => (
            <li key={event.sequence}>
              <span>
                {visitActionText[event.action] ?? event.action}
                {event.outcome === 'refused' ? ` (${visitText.refused})` : ''}
              </span>
              <span className="quiet">{event.accountName}</span>
              <span className="quiet numeric">{instantWords(event.at, zone)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
