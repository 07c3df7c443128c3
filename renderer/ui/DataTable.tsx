import type { KeyboardEvent, ReactNode } from 'react'
import './ui.css'

export type Column<Row> = {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly width?: string
  readonly numeric?: boolean
}

type DataTableProps<Row> = {
  /** What the rows are, for those who hear the table. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What the row is called; the name becomes the button that opens it. */
  readonly name?: (row: Row) => ReactNode
  readonly open?: (row: Row) => void
  readonly isOpen?: (row: Row) => boolean
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  if (step === undefined || !(event.target instanceof HTMLButtonElement) || !event.target.classList.contains('row-open')) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.row-open')]
  const at = buttons.indexOf(event.target)
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]
  event.preventDefault()
  next?.focus()
}

/** A dense list: arrows go from row to row, Enter opens one, a click anywhere on the row does too. */
export function DataTable<Row>({ caption, columns, rows, rowKey, name, open, isOpen }: DataTableProps<Row>) {
  return (
    <table className="data-table" onKeyDown={moveFocus}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column.title} scope="col" className={column.numeric ? 'numeric-cell' : ''} style={{ width: column.width }}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr
            key={rowKey(row)}
            className={open === undefined ? '' : 'row-opens'}
            data-open={isOpen?.(row) || undefined}
            onClick={
              open === undefined
                ? undefined
                : event => {
                    if (!(event.target instanceof HTMLElement) || event.target.closest('button, a, input') === null) open(row)
                  }
            }
          >
            {columns.map((column, index) => (
              <td key={column.title} className={column.numeric ? 'numeric-cell' : ''}>
                {index === 0 && name !== undefined && open !== undefined ? (
                  <button type="button" className="row-open" aria-current={isOpen?.(row) || undefined} onClick={() => open(row)}>
                    {name(row)}
                  </button>
                ) : null}
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
