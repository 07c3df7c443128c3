import type { StaffOutcome, StaffReport, StaffRow } from '../../../shared/domain/staffImport.ts'
import { exchangeText } from '../../../shared/text/en/exchange.ts'
import { staffImportText, staffOutcomeCounts, staffOutcomeWords } from '../../../shared/text/en/staffImport.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { type MarkKind, StateMark } from '../../ui/StateMark.tsx'
import { PagedRows } from '../PagedRows.tsx'

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
  return <PagedRows words={staffImportText} columns={columns} all={all} toLookAt={toLookAt} first={toLookAt.length > 0 ? 'look' : 'all'} rowKey={row => row.key} />
}
