import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { StaffOutcome, StaffReport, StaffRow } from '../../../shared/domain/staffImport.ts'
import { exchangeText } from '../../../shared/text/en/exchange.ts'
import { staffImportText, staffOutcomeCounts, staffOutcomeWords } from '../../../shared/text/en/staffImport.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { type MarkKind, StateMark } from '../../ui/StateMark.tsx'

const step = 200

// Recorded is not verified: nothing that arrives here is green.
const marks: Readonly<Record<StaffOutcome, MarkKind>> = {
  'person-new': 'good', 'person-known': 'off', 'certification-new': 'fragile', 'certification-known': 'off', 'left-out': 'fragile', unreadable: 'flag',
}

/** One outcome in words with its sign. */
export function StaffMark({ outcome, count }: { readonly outcome: StaffOutcome; readonly count?: number }) {
  return <StateMark kind={marks[outcome]}>{count === undefined ? staffOutcomeWords[outcome] : staffOutcomeCounts[outcome](count)}</StateMark>
}

type Shown = StaffRow & { readonly key: string }

const columns: readonly Column<Shown>[] = [
  { title: staffImportText.at, width: '56px', numeric: true, cell: row => row.at },
  { title: staffImportText.person, width: '18%', cell: row => row.person },
  { title: staffImportText.certification, width: '26%', cell: row => row.certification },
  { title: exchangeText.becomes, width: '18%', cell: row => <div className="exchange-outcomes">{row.outcomes.map(outcome => <StaffMark key={outcome} outcome={outcome} />)}</div> },
  { title: exchangeText.remarks, cell: row => row.messages.map((message, index) => <p key={index}>{message}</p>) },
]

/** What each entry becomes; first those that somebody should look at. */
export function StaffRows({ report }: { readonly report: StaffReport }) {
  const all = report.rows.map((row, index): Shown => ({ ...row, key: String(index) }))
  const toLookAt = all.filter(row => row.messages.length > 0)
  const [view, setView] = useState<'look' | 'all'>(toLookAt.length > 0 ? 'look' : 'all')
  const [shown, setShown] = useState(step)
  const rows = view === 'look' ? toLookAt : all
  const views = [{ value: 'look', label: `${staffImportText.views.look} (${toLookAt.length})` }, { value: 'all', label: `${staffImportText.views.all} (${all.length})` }]
  return (
    <Section
      title={staffImportText.rows}
      actions={<SegmentedControl size="xs" aria-label={exchangeText.show} data={views} value={view} onChange={next => { setView(next === 'all' ? 'all' : 'look'); setShown(step) }} />}
    >
      {rows.length === 0
        ? <EmptyState title={all.length === 0 ? staffImportText.noRows : staffImportText.noneToLookAt} />
        : <DataTable caption={staffImportText.rows} columns={columns} rows={rows.slice(0, shown)} rowKey={row => row.key} />}
      {rows.length > shown && (
        <div className="button-row">
          <Button variant="default" onClick={() => setShown(shown + step)}>{exchangeText.more(Math.min(step, rows.length - shown))}</Button>
          <span className="quiet">{staffImportText.summary(shown, rows.length)}</span>
        </div>
      )}
    </Section>
  )
}
