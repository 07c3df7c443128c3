import { type KeyboardEvent, useState } from 'react'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import type { StripCell } from '../../shared/domain/strip.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayInFull } from '../../shared/text/en/dates.ts'
import { dayHatch } from '../ui/dayHatch.ts'
import { daysInBlock, inBlocks, servicesOf } from './blocks.ts'
import { type AheadNames, serviceSentence, serviceSign } from './serviceSentence.ts'

type ServiceStripProps = {
  readonly days: readonly StripCell[]
  readonly today: PlainDate
  readonly names: AheadNames
  readonly open: (date: PlainDate) => void
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
  const ids = servicesOf(days, names)
  const first = `${ids[0] ?? ''} ${days[0]?.date ?? ''}`
  const blocks = inBlocks(days, daysInBlock)

  const cellOf = (day: StripCell, id: ServiceTypeId) => {
    const key = `${id} ${day.date}`
    const cell = day.services.find(one => one.serviceTypeId === id)
    if (cell === undefined) return <td key={key} />
    const sentence = `${dayInFull(day.date)}. ${serviceSentence(cell, names)}`
    return (
      <td key={key}>
        <button
          type="button" className={`service-cell ahead-${cell.state} ${dayHatch[cell.state]}`} aria-label={sentence} title={sentence}
          tabIndex={key === (entry ?? first) ? 0 : -1} data-past={day.date < today || undefined} data-today={day.date === today || undefined}
          onFocus={() => { setSaid(sentence); setEntry(key) }} onMouseEnter={() => setSaid(sentence)} onClick={() => open(day.date)}
        >
          {cell.state === 'closed' ? '' : serviceSign(cell)}
        </button>
      </td>
    )
  }

  return (
    <div onKeyDown={moveFocus}>
      <p className="service-said" aria-hidden="true">{said}</p>
      {blocks.map(block => block[0] && (
        <div key={block[0].date} className="service-scroll">
          <table className="service-strip" style={{ '--days': block.length }}>
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
        </div>
      ))}
    </div>
  )
}
