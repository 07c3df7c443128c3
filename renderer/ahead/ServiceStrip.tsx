import { type KeyboardEvent, useState } from 'react'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import type { ServiceCell, StripCell } from '../../shared/domain/strip.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayInFull } from '../../shared/text/en/dates.ts'
import { hatch } from './AheadCell.tsx'
import { type AheadNames, serviceSentence } from './serviceSentence.ts'

const weeksInBlock = 13

type ServiceStripProps = {
  readonly days: readonly StripCell[]
  readonly today: PlainDate
  readonly names: AheadNames
  readonly open: (date: PlainDate) => void
}

/** What fits into a cell as wide as two figures: uncovered visits, hours without anybody, or the one person. */
function sign(cell: ServiceCell): string {
  if (cell.state === 'flagged') return `${cell.flagged}!`
  if (cell.state === 'gap') return String(Math.max(1, Math.round(cell.gapMinutes / 60)))
  return cell.state === 'fragile' ? '•' : ''
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll<HTMLElement>('button')])
  const row = rows.findIndex(cells => cells.some(cell => cell === document.activeElement))
  const column = rows[row]?.findIndex(cell => cell === document.activeElement) ?? -1
  if (column < 0) return
  const to = {
    ArrowRight: rows[row]?.[column + 1], ArrowLeft: rows[row]?.[column - 1], ArrowDown: rows[row + 1]?.[column], ArrowUp: rows[row - 1]?.[column],
  }[event.key]
  if (to === undefined) return
  to.focus()
  event.preventDefault()
}

/** Every service on a line of its own, a narrow cell a day, thirteen weeks to a block, so that each block fits a sheet. */
export function ServiceStrip({ days, today, names, open }: ServiceStripProps) {
  const [said, setSaid] = useState<string>(aheadText.servicesHint)
  const [entry, setEntry] = useState<string | null>(null)
  const ids = [...new Set(days.flatMap(day => day.services.map(cell => cell.serviceTypeId)))]
    .sort((a, b) => names.service(a).localeCompare(names.service(b)))
  const first = `${ids[0] ?? ''} ${days[0]?.date ?? ''}`
  const blocks = Array.from({ length: Math.ceil(days.length / (weeksInBlock * 7)) }, (_, n) => days.slice(n * weeksInBlock * 7, (n + 1) * weeksInBlock * 7))

  const cellOf = (day: StripCell, id: ServiceTypeId) => {
    const key = `${id} ${day.date}`
    const cell = day.services.find(one => one.serviceTypeId === id)
    if (cell === undefined) return <td key={key} />
    const sentence = `${dayInFull(day.date)}. ${serviceSentence(cell, names)}`
    return (
      <td key={key}>
        <button
          type="button" className={`service-cell ahead-${cell.state} ${hatch[cell.state]}`} aria-label={sentence} title={sentence}
          tabIndex={key === (entry ?? first) ? 0 : -1} data-past={day.date < today || undefined} data-today={day.date === today || undefined}
          onFocus={() => { setSaid(sentence); setEntry(key) }} onMouseEnter={() => setSaid(sentence)} onClick={() => open(day.date)}
        >
          {sign(cell)}
        </button>
      </td>
    )
  }

  return (
    <div onKeyDown={moveFocus}>
      <p className="service-said" aria-hidden="true">{said}</p>
      {blocks.map(block => block[0] && (
        <table key={block[0].date} className="service-strip">
          <thead>
            <tr>
              <th scope="col">{aheadText.serviceColumn}</th>
              {block.filter((_, n) => n % 7 === 0).map(day => <th key={day.date} scope="colgroup" colSpan={7}>{dateWords(day.date)}</th>)}
            </tr>
          </thead>
          <tbody>
            {ids.map(id => (
              <tr key={id}>
                <th scope="row" title={names.service(id)}>{names.service(id)}</th>
                {block.map(day => cellOf(day, id))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
