import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { type AppointmentCard, type CardTemplate, cardTemplates } from '../../shared/domain/card.ts'
import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { timeOf } from '../../shared/domain/time/wallClock.ts'
import { cardsText, stockText } from '../../shared/text/en/cards.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { stockFor } from './cardStock.ts'
import { type CardToPrint, useCardPrinter } from './useCardPrinter.ts'
import './cards.css'

type Row = { readonly visit: Visit; readonly card: AppointmentCard }

/** The cards of one day: each on the stock that it needs, printed together stock by stock. */
export function CardsScreen() {
  const { client, may } = useDesk()
  const { locationId, date, today } = useWhere()
  const rows = useRead(['schedule', 'cards', locationId, date], async () => {
    const schedule = await client.schedule.read({ locationId, from: date, days: 1 })
    if (!schedule.ok) return schedule
    const visits = schedule.value.days.flatMap(day => day.visits).filter(visit => isStanding(visit.appointment.status))
    const cards: Row[] = []
    for (const visit of visits) {
      const card = await client.card.read({ id: visit.appointment.id })
      // Cancelled or completed in another window meanwhile: it needs no card any more.
      if (!card.ok && card.problem.code === 'not-found') continue
      if (!card.ok) return card
      cards.push({ visit, card: card.value })
    }
    return { ok: true as const, value: cards }
  }, { when: may('card.print') })
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{cardsText.title}</h1>
        <span className="quiet">{`${cardsText.forDay} ${dayInFull(date)}`}</span>
        <Button.Group>
          <Button size="xs" variant={date === today ? 'filled' : 'default'} aria-pressed={date === today} onClick={() => screen.setDate(today)}>{cardsText.today}</Button>
          <Button size="xs" variant={date === addDays(today, 1) ? 'filled' : 'default'} aria-pressed={date === addDays(today, 1)} onClick={() => screen.setDate(addDays(today, 1))}>{cardsText.tomorrow}</Button>
        </Button.Group>
      </header>
      <div className="screen-body">
        {may('card.print')
          ? <Shown read={rows}>{found => (found.length === 0 ? <NoCards /> : <CardList key={`${locationId} ${date}`} rows={found} />)}</Shown>
          : <p className="notice notice-amber">{cardsText.notPermitted}</p>}
      </div>
    </div>
  )
}

const NoCards = () => (
  <EmptyState title={cardsText.emptyTitle} hint={cardsText.emptyHint}>
    <Button size="xs" onClick={() => screen.go('day')}>{cardsText.goToDay}</Button>
  </EmptyState>
)

function CardList({ rows }: { readonly rows: readonly Row[] }) {
  const printer = useCardPrinter()
  const printable = rows.filter(row => !row.card.doNotPrint)
  const [left, setLeft] = useState<ReadonlySet<AppointmentId>>(new Set())
  const [smaller, setSmaller] = useState<CardTemplate>('card-us')
  const chosen = printable.filter(row => !left.has(row.visit.appointment.id))
  const onStock = (row: Row): CardTemplate => stockFor(row.card, smaller)
  const stocks = cardTemplates.filter(template => chosen.some(row => onStock(row) === template))
  const toPrint = (template: CardTemplate): readonly CardToPrint[] =>
    chosen.filter(row => onStock(row) === template).map(row => ({ id: row.visit.appointment.id, card: row.card }))
  const toggle = (id: AppointmentId, take: boolean): void => {
    const next = new Set(left)
    if (take) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <>
      <div className="button-row">
        <SegmentedControl
          size="xs" aria-label={cardsText.stock} value={smaller} onChange={next => setSmaller(next === 'card-eu' ? 'card-eu' : 'card-us')}
          data={[{ value: 'card-us', label: stockText['card-us'] }, { value: 'card-eu', label: stockText['card-eu'] }]}
        />
        <Button size="xs" variant="default" onClick={() => setLeft(new Set())}>{cardsText.all}</Button>
        <Button size="xs" variant="default" onClick={() => setLeft(new Set(printable.map(row => row.visit.appointment.id)))}>{cardsText.none}</Button>
        <span className="quiet">{cardsText.chosen(chosen.length, printable.length)}</span>
        {stocks.map(template => (
          <Button.Group key={template}>
            <Button size="xs" leftSection={<PrintIcon size={14} />} loading={printer.busy} onClick={() => void printer.print(toPrint(template), template)}>
              {cardsText.printStock(toPrint(template).length, stockText[template])}
            </Button>
            <Button size="xs" variant="default" disabled={printer.busy} onClick={() => void printer.savePdf(toPrint(template), template)}>{cardsText.savePdf}</Button>
          </Button.Group>
        ))}
      </div>
      {printer.failed !== null && <p className="notice notice-red" role="alert">{printer.failed}</p>}
      <DataTable
        caption={cardsText.title} rows={rows} rowKey={row => row.visit.appointment.id}
        columns={[
          {
            title: '', width: '36px',
            cell: row => (
              <Checkbox
                size="xs" disabled={row.card.doNotPrint} checked={!row.card.doNotPrint && !left.has(row.visit.appointment.id)}
                aria-label={cardsText.include(fullName(row.visit.patientName), timeOf(row.visit.appointment.start))}
                onChange={event => toggle(row.visit.appointment.id, event.currentTarget.checked)}
              />
            ),
          },
          { title: cardsText.time, width: '80px', cell: row => <span className="numeric">{timeOf(row.visit.appointment.start)}</span> },
          { title: cardsText.patient, cell: row => <bdi>{fullName(row.visit.patientName)}</bdi> },
          { title: cardsText.place, width: '220px', cell: row => (row.card.doNotPrint ? <span className="quiet">{cardsText.noPaper}</span> : stockText[onStock(row)]) },
        ]}
      />
    </>
  )
}
