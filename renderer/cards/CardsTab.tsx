import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { allStocks, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { dayWords, instantWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { usePaperSettings } from '../paper/usePaper.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { mayPrint, paperOf } from './makeCards.ts'
import { StartCell } from './StartCell.tsx'
import { type CardToPrint, useCardPrinter } from './useCardPrinter.tsx'

/** The cards of a day or of a week: each on the paper that it needs, printed together paper by paper. */
export function CardsTab() {
  const { client } = useDesk()
  const { locationId, date } = useWhere()
  const [days, setDays] = useState<1 | 7>(1)
  const rows = useRead(['card', 'ofDays', locationId, date, days], () => client.card.ofDays({ locationId, from: date, days }))
  return (
    <>
      <SegmentedControl
        size="xs" aria-label={cardsText.range} value={String(days)} onChange={next => setDays(next === '7' ? 7 : 1)}
        data={[{ value: '1', label: cardsText.oneDay }, { value: '7', label: cardsText.week }]}
      />
      <Shown read={rows}>{found => (found.length === 0 ? <NoCards /> : <CardList key={`${locationId} ${date} ${days}`} rows={found} />)}</Shown>
    </>
  )
}

const NoCards = () => (
  <EmptyState title={cardsText.emptyTitle} hint={cardsText.emptyHint}>
    <Button size="xs" onClick={() => screen.go('day')}>{cardsText.goToDay}</Button>
  </EmptyState>
)

function CardList({ rows }: { readonly rows: readonly CardToPrint[] }) {
  const { design, printing } = usePaperSettings()
  const printer = useCardPrinter()
  const printable = rows.filter(row => mayPrint(row.card))
  const [left, setLeft] = useState<ReadonlySet<AppointmentId>>(new Set())
  const [usual, setUsual] = useState<string | null>(null)
  const [startCell, setStartCell] = useState(0)
  const wanted = stockNamed(printing, usual ?? printing.usual)
  const chosen = printable.filter(row => !left.has(row.card.visit.id))
  const onPaper = (row: CardToPrint): Stock => paperOf(row.card, design, wanted, printing)
  const used = allStocks(printing).filter(stock => chosen.some(row => onPaper(row).id === stock.id))
  const label = allStocks(printing).find(stock => stock.id === (printing.page === 'a4' ? 'avery-l7163' : 'avery-5160'))
  const posted = chosen.filter(row => row.card.postalAddress.trim() !== '')
  const envelopes = chosen.filter(row => row.card.envelopeOnly).length
  const toggle = (id: AppointmentId, take: boolean): void => {
    const next = new Set(left)
    if (take) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <>
      <div className="button-row cards-tools">
        <Select
          aria-label={cardsText.stock} size="xs" allowDeselect={false} value={wanted.id} onChange={next => { setUsual(next); setStartCell(0) }}
          data={allStocks(printing).filter(stock => stock.kind === 'card' || stock.kind === 'sheet' || stock.kind === 'roll').map(stock => ({ value: stock.id, label: stock.name }))}
        />
        <StartCell stock={wanted} value={startCell} change={setStartCell} />
        <Button size="xs" variant="default" onClick={() => setLeft(new Set())}>{cardsText.all}</Button>
        <Button size="xs" variant="default" onClick={() => setLeft(new Set(printable.map(row => row.card.visit.id)))}>{cardsText.none}</Button>
        <span className="quiet">{cardsText.chosen(chosen.length, printable.length)}</span>
        {used.map((stock) => {
          const these = chosen.filter(row => onPaper(row).id === stock.id)
          const start = stock.id === wanted.id ? startCell : 0
          return (
            <Button.Group key={stock.id}>
              <Button size="xs" leftSection={<PrintIcon size={14} />} loading={printer.busy} onClick={() => void printer.send('printed', these, stock, start)}>
                {cardsText.printStock(these.length, stock.name)}
              </Button>
              <Button size="xs" variant="default" disabled={printer.busy} onClick={() => void printer.send('saved', these, stock, start)}>{cardsText.savePdf}</Button>
            </Button.Group>
          )
        })}
        {label !== undefined && (
          <Button size="xs" variant="default" disabled={printer.busy || posted.length === 0} title={posted.length === 0 ? cardsText.noAddress : undefined} onClick={() => void printer.send('printed', posted, label, 0, 'label')}>
            {cardsText.labels}
          </Button>
        )}
      </div>
      {envelopes > 0 && <p className="notice notice-amber">{cardsText.envelopes(envelopes)}</p>}
      {printer.failed !== null && <p className="notice notice-red" role="alert">{printer.failed}</p>}
      {printer.dialog}
      <DataTable
        caption={cardsText.title} rows={rows} rowKey={row => row.card.visit.id}
        columns={[
          {
            title: '', width: '36px',
            cell: row => (
              <Checkbox
                size="xs" disabled={!mayPrint(row.card)} checked={mayPrint(row.card) && !left.has(row.card.visit.id)}
                aria-label={cardsText.include(fullName(row.card.patientName), timeOf(row.card.visit.start))}
                onChange={event => toggle(row.card.visit.id, event.currentTarget.checked)}
              />
            ),
          },
          { title: cardsText.time, width: '140px', cell: row => <span className="numeric">{`${dayWords(dateOf(row.card.visit.start))} ${timeOf(row.card.visit.start)}`}</span> },
          { title: cardsText.patient, cell: row => <bdi>{fullName(row.card.patientName)}</bdi> },
          { title: cardsText.place, width: '220px', cell: row => (row.card.doNotPrint ? <span className="quiet">{cardsText.noPaper}</span> : row.card.findings.length > 0 ? <span className="quiet">{cardsText.blocked}</span> : onPaper(row).name) },
          { title: cardsText.printedBefore, width: '170px', cell: row => <span className="quiet numeric">{row.lastPrinted === null ? cardsText.never : instantWords(row.lastPrinted, row.card.visit.zone)}</span> },
        ]}
      />
    </>
  )
}
