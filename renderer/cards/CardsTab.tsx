import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import type { Outputs } from '../../shared/contract/inferred.ts'
import { allStocks, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { dayWords, instantWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { mayPrint, paperOf } from '../paper/makeCards.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Shown } from '../ui/Shown.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { StartCell } from './StartCell.tsx'
import { cardRequest, PrinterNotices, usePrinter } from './usePrinter.tsx'

type CardToPrint = Outputs['card']['ofDays'][number]

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
      <Shown read={rows}>{found => (found.length === 0 ? <NoCards /> : <CardList key={`${locationId} ${date} ${days}`} rows={found} dated={days > 1} />)}</Shown>
    </>
  )
}

const NoCards = () => (
  <EmptyState title={cardsText.emptyTitle} hint={cardsText.emptyHint}>
    <Button size="xs" onClick={() => screen.go('day')}>{cardsText.goToDay}</Button>
  </EmptyState>
)

/** What stands in place of a paper where none is printed. */
const paperWordsFor = ({ card }: CardToPrint, stock: Stock): ReactNode => {
  if (card.doNotPrint) return <span className="quiet">{cardsText.noPaper}</span>
  if (card.findings.length > 0) return <span className="quiet">{cardsText.blocked}</span>
  return [card.largePrint ? cardsText.largePrintOn(stock.name) : stock.name, card.envelopeOnly ? cardsText.inEnvelope : ''].filter(words => words !== '').join(' · ')
}

/** Cards to choose from, each on the paper that it needs, printed paper by paper. */
export function CardList({ rows, dated }: { readonly rows: readonly CardToPrint[]; readonly dated: boolean }) {
  const { design, printing } = usePaperSettings()
  const printer = usePrinter()
  const [left, setLeft] = useState<ReadonlySet<AppointmentId>>(new Set())
  const [usual, setUsual] = useState<string | null>(null)
  const [startCell, setStartCell] = useState(0)
  const [startLabel, setStartLabel] = useState(0)
  const all = allStocks(printing)
  const wanted = stockNamed(printing, usual ?? printing.usual)
  const label = stockNamed(printing, printing.page === 'a4' ? 'avery-l7163' : 'avery-5160')
  const papers = useMemo(() => new Map(rows.map(({ card }) => [card.visit.id, paperOf(card, { design, printing }, wanted)])), [rows, design, printing, wanted])
  const onPaper = (row: CardToPrint): Stock => papers.get(row.card.visit.id) ?? wanted
  const printable = rows.filter(row => mayPrint(row.card))
  const chosen = printable.filter(row => !left.has(row.card.visit.id))
  const posted = chosen.filter(row => row.card.postalAddress.trim() !== '')
  const onLabel = (row: CardToPrint): Stock => paperOf(row.card, { design, printing }, label, 'label')
  const envelopes = chosen.filter(row => row.card.envelopeOnly).length
  const findings = [...new Map(rows.filter(row => !row.card.doNotPrint).flatMap(row => row.card.findings).map(each => [each.word, each])).values()]
  const toggle = (id: AppointmentId, take: boolean): void => {
    const next = new Set(left)
    if (take) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const idsOn = (these: readonly CardToPrint[], stock: Stock, on: (row: CardToPrint) => Stock): readonly AppointmentId[] =>
    these.filter(row => on(row).id === stock.id).map(row => row.card.visit.id)
  return (
    <>
      {findings.length > 0 && <p className="notice notice-red" role="alert">{cardsText.reveals(findings)}</p>}
      {envelopes > 0 && <p className="notice notice-amber">{cardsText.envelopes(envelopes)}</p>}
      <div className="cards-tools">
        <Select
          label={cardsText.stock} size="xs" allowDeselect={false} value={wanted.id} onChange={next => { setUsual(next); setStartCell(0) }}
          data={all.filter(({ kind }) => kind !== 'label' && kind !== 'list').map(({ id, name }) => ({ value: id, label: name }))}
        />
        <StartCell stock={wanted} value={startCell} change={setStartCell} />
        {posted.length > 0 && <StartCell stock={label} value={startLabel} change={setStartLabel} label={cardsText.startLabel} />}
        <div className="cards-buttons">
          <div className="button-row">
            <Button size="xs" variant="default" onClick={() => setLeft(new Set())}>{cardsText.all}</Button>
            <Button size="xs" variant="default" onClick={() => setLeft(new Set(printable.map(row => row.card.visit.id)))}>{cardsText.none}</Button>
            <span className="quiet">{cardsText.chosen(chosen.length, printable.length)}</span>
          </div>
          <div className="button-row">
            {all.map(stock => ({ stock, ids: idsOn(chosen, stock, onPaper) })).filter(({ ids }) => ids.length > 0).map(({ stock, ids }) => (
              <PaperButtons key={stock.id} printer={printer} what={cardsText.printStock(ids.length, stock.name)} request={cardRequest(ids, stock, stock.id === wanted.id ? startCell : 0)} />
            ))}
            {all.map(stock => ({ stock, ids: idsOn(posted, stock, onLabel) })).filter(({ ids }) => ids.length > 0).map(({ stock, ids }) => (
              <PaperButtons key={stock.id} printer={printer} what={cardsText.printLabels(ids.length, stock.name)} request={{ ...cardRequest(ids, stock, stock.id === label.id ? startLabel : 0), paper: 'label' }} />
            ))}
          </div>
        </div>
      </div>
      <PrinterNotices printer={printer} />
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
          { title: cardsText.time, width: dated ? '160px' : '80px', cell: row => <span className="numeric unbroken">{`${dated ? `${dayWords(dateOf(row.card.visit.start))} ` : ''}${timeOf(row.card.visit.start)}`}</span> },
          { title: cardsText.patient, cell: row => <bdi>{fullName(row.card.patientName)}</bdi> },
          { title: cardsText.stock, width: '220px', cell: row => paperWordsFor(row, onPaper(row)) },
          { title: cardsText.printedBefore, width: '170px', cell: row => <span className="quiet numeric">{row.lastPrinted === null ? cardsText.never : instantWords(row.lastPrinted, row.card.visit.zone)}</span> },
        ]}
      />
    </>
  )
}
