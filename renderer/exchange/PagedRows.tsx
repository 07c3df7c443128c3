import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'

const step = 200

type PagedRowsProps<Row> = {
  readonly words: { readonly rows: string; readonly noRows: string; readonly noneToLookAt: string; readonly views: { readonly look: string; readonly all: string }; readonly summary: (shown: number, all: number) => string }
  readonly columns: readonly Column<Row>[]
  readonly all: readonly Row[]
  readonly toLookAt: readonly Row[]
  readonly first: 'look' | 'all'
  readonly rowKey: (row: Row) => string
}

/** The rows of a report, those that somebody should look at or all, so many at a time. */
export function PagedRows<Row>({ words, columns, all, toLookAt, first, rowKey }: PagedRowsProps<Row>) {
  const [view, setView] = useState(first)
  const [shown, setShown] = useState(step)
  const rows = view === 'look' ? toLookAt : all
  const views = [{ value: 'look', label: `${words.views.look} (${toLookAt.length})` }, { value: 'all', label: `${words.views.all} (${all.length})` }]
  return (
    <Section
      title={words.rows}
      actions={<SegmentedControl size="xs" aria-label={exchangeText.show} data={views} value={view} onChange={next => { setView(next === 'all' ? 'all' : 'look'); setShown(step) }} />}
    >
      {rows.length === 0
        ? <EmptyState title={all.length === 0 ? words.noRows : words.noneToLookAt} />
        : <DataTable caption={words.rows} columns={columns} rows={rows.slice(0, shown)} rowKey={rowKey} />}
      {rows.length > shown && (
        <div className="button-row">
          <Button variant="default" onClick={() => setShown(shown + step)}>{exchangeText.more(Math.min(step, rows.length - shown))}</Button>
          <span className="quiet">{words.summary(shown, rows.length)}</span>
        </div>
      )}
    </Section>
  )
}
