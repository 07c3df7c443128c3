import { Button } from '@mantine/core'
import { useState } from 'react'
import { instantWords } from '../../shared/text/en/dates.ts'
import { auditActionWords, auditDetailWords } from '../../shared/text/en/audit.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ReadNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'

const text = settingsText.audit
const pageSize = 100

type PageProps = { readonly before: number | null; readonly isLast: boolean; readonly more: (before: number) => void }

function usePage(before: number | null) {
  const { client } = useDesk()
  const input = { before, limit: pageSize, entityId: null }
  return useRead(['audit', 'list', input], () => client.audit.list(input))
}

function Page({ before, isLast, more }: PageProps) {
  const { location } = useWhere()
  const page = usePage(before)
  const events = page.value?.events ?? []
  const last = events.at(-1)
  return (
    <tbody>
      {events.map(event => (
        <tr key={event.sequence}>
          <td className="numeric-cell">{event.sequence}</td>
          <td className="nowrap">{instantWords(event.at, location.zone)}</td>
          <td>{event.accountName}</td>
          <td>
            {auditActionWords(event.action)}
            {event.outcome === 'refused' && (
              <>
                {' '}
                · <StateMark kind="flag">{text.refused}</StateMark>
              </>
            )}
          </td>
          <td className="audit-detail">{auditDetailWords(event.detail).join(' · ')}</td>
        </tr>
      ))}
      {page.loading && (
        <tr>
          <td colSpan={5}>
            <LoadingState />
          </td>
        </tr>
      )}
      {page.problem !== null && (
        <tr>
          <td colSpan={5}>
            <ReadNotice read={page} />
          </td>
        </tr>
      )}
      {isLast && last !== undefined && events.length === pageSize && (
        <tr>
          <td colSpan={5}>
            <Button variant="default" onClick={() => more(last.sequence)}>
              {text.more}
            </Button>
          </td>
        </tr>
      )}
      {before === null && page.value !== null && events.length === 0 && (
        <tr>
          <td colSpan={5} className="quiet">
            {text.empty}
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** Everything that was done, by whom and when, and whether the record of it is whole. */
export function AuditTrail() {
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  const first = usePage(null)
  return (
    <Section level={2} title={text.title}>
      {first.value !== null && (
        <p role="status">
          <StateMark kind={first.value.intact ? 'good' : 'flag'}>{first.value.intact ? text.whole : text.broken}</StateMark>
        </p>
      )}
      <table className="data-table">
        <caption className="visually-hidden">{text.list}</caption>
        <thead>
          <tr>
            <th scope="col" className="numeric-cell">
              {text.sequence}
            </th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.detail}</th>
          </tr>
        </thead>
        {pages.map((before, index) => (
          <Page
            key={String(before)}
            before={before}
            isLast={index === pages.length - 1}
            more={next => setPages(was => [...was, next])}
          />
        ))}
      </table>
    </Section>
  )
}
