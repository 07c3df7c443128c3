import type { ImportReport, ImportRow, RowOutcome } from '../../shared/domain/importReport.ts'
import { exchangeText, outcomeCounts, outcomeWords } from '../../shared/text/en/exchange.ts'
import type { Column } from '../ui/DataTable.tsx'
import { type MarkKind, StateMark } from '../ui/StateMark.tsx'
import { PagedRows } from './PagedRows.tsx'

const marks: Readonly<Record<RowOutcome, MarkKind>> = {
  'patient-new': 'good', 'visit-new': 'good', 'patient-known': 'off', 'visit-known': 'off', 'patient-possible-duplicate': 'fragile', 'double-booking': 'flag', 'against-rule': 'flag', 'too-soon': 'fragile', 'service-left-out': 'fragile',
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

const words = { ...exchangeText, noRows: exchangeText.noLines }

/** What each line becomes; first those that somebody should look at. */
export function ReportRows({ report: { rows } }: { readonly report: ImportReport }) {
  return <PagedRows words={words} columns={columns} all={rows} toLookAt={rows.filter(wantsALook)} first="look" rowKey={row => String(row.line)} />
}
