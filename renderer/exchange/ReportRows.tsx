import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport, ImportRow, RowOutcome } from '../../shared/domain/importReport.ts'
import { exchangeText, outcomeCounts, outcomeWords } from '../../shared/text/en/exchange.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { type MarkKind, StateMark } from '../ui/StateMark.tsx'

const step = 200

const marks: Readonly<Record<RowOutcome, MarkKind>> = {
  'patient-new': 'good', 'visit-new': 'good', 'patient-known': 'off', 'visit-known': 'off', 'patient-possible-duplicate': 'fragile', 'double-booking': 'flag', 'against-rule': 'flag', 'service-left-out': 'fragile',
  unreadable: 'flag', 'no-such-time': 'flag', 'ambiguous-time': 'flag',
}

/** One outcome in words with its sign. */
export function OutcomeMark({ outcome, count }: { readonly outcome: RowOutcome; readonly count?: number }) {
  return <StateMark kind={marks[outcome]}>{count === undefined ? outcomeWords[outcome] : outcomeCounts[outcome](count)}</StateMark>
}

const wantsALook = (row: ImportRow): boolean => row.messages.length > 0 || row.outcomes.some(outcome => marks[outcome] === 'flag' || marks[outcome] === 'fragile')

const columns: readonly Column<ImportRow>[] = [
  { title: exchangeText.line, width: '56px', numeric: true, cell: row => row.line },
  { title: exchangeText.patient, width: '20%', cell: row => row.patient },
  { title: exchangeText.visit, width: '30%', cell: row => row.visit },
  { title: exchangeText.becomes, width: '16%', cell: row => <div className="exchange-outcomes">{row.outcomes.map(outcome => <OutcomeMark key={outcome} outcome={outcome} />)}</div> },
  { title: exchangeText.remarks, cell: row => row.messages.map((message, index) => <p key={index}>{message}</p>) },
]

/** What each line becomes; first those that somebody should look at. */
export function ReportRows({ report }: { readonly report: ImportReport }) {
  const toLookAt = report.rows.filter(wantsALook)
  const [view, setView] = useState<'look' | 'all'>('look')
  const [shown, setShown] = useState(step)
  const rows = view === 'look' ? toLookAt : report.rows
  const views = [{ value: 'look', label: `${exchangeText.views.look} (${toLookAt.length})` }, { value: 'all', label: `${exchangeText.views.all} (${report.rows.length})` }]
  return (
    <Section
      title={exchangeText.rows}
      actions={<SegmentedControl size="xs" aria-label={exchangeText.show} data={views} value={view} onChange={next => { setView(next === 'all' ? 'all' : 'look'); setShown(step) }} />}
    >
      {rows.length === 0
        ? <EmptyState title={report.rows.length === 0 ? exchangeText.noLines : exchangeText.noneToLookAt} />
        : <DataTable caption={exchangeText.rows} columns={columns} rows={rows.slice(0, shown)} rowKey={row => String(row.line)} />}
      {rows.length > shown && (
        <div className="button-row">
          <Button variant="default" onClick={() => setShown(shown + step)}>{exchangeText.more(Math.min(step, rows.length - shown))}</Button>
          <span className="quiet">{exchangeText.summary(shown, rows.length)}</span>
        </div>
      )}
    </Section>
  )
}
