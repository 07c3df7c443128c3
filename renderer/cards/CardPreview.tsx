import { Button, Kbd, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AppointmentCard } from '../../shared/domain/card.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { allStocks, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { useDesk, useRead } from '../client.ts'
import { makeCards, mayPrint, paperOf, type Settled } from '../paper/makeCards.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { PaperFrame } from './PaperFrame.tsx'
import { cardRequest, PrinterNotices, usePrinter } from './usePrinter.tsx'
import './cards.css'

/** The card of one visit as it will be printed, on the paper that it needs, with the buttons that print and save it. */
export function CardPreview({ id }: { readonly id: AppointmentId }) {
  const { client } = useDesk()
  const { read: settings, design, printing } = usePaperSettings()
  const read = useRead(['card', 'read', id], () => client.card.read({ id }))
  return <Shown read={settings}>{() => <Shown read={read}>{({ card }) => <ShownCard card={card} settled={{ design, printing }} />}</Shown>}</Shown>
}

/** A card's document, drawn anew whenever the card or what is settled about it changes; null until it is. */
export function useCardJob(card: AppointmentCard, { design, printing }: Settled, stock: Stock): PrintJob | null {
  const [job, setJob] = useState<PrintJob | null>(null)
  useEffect(() => {
    let current = true
    void makeCards([card], { design, printing }, stock, 0).then(made => { if (current) setJob(made === 'too-long' ? null : made) })
    return () => { current = false }
  }, [card, design, stock, printing])
  return job
}

function ShownCard({ card, settled }: { readonly card: AppointmentCard; readonly settled: Settled }) {
  const { host } = useDesk()
  const { printing } = settled
  const printer = usePrinter()
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = stockNamed(printing, chosen ?? printing.usual)
  const stock = paperOf(card, settled, wanted)
  const job = useCardJob(card, settled, stock)

  if (card.doNotPrint) return <p className="notice notice-amber">{cardsText.doNotPrint}</p>
  if (!mayPrint(card)) return <p className="notice notice-red" role="alert">{cardsText.reveals(card.findings)}</p>
  const request = cardRequest([card.visit.id], stock)
  return (
    <section className="card-preview" aria-label={cardsText.preview}>
      {job !== null && <PaperFrame job={job} title={cardsText.preview} />}
      {card.largePrint && <p className="quiet">{cardsText.largePrint}</p>}
      {!card.largePrint && stock.id !== wanted.id && <p className="quiet">{cardsText.movedTo(stock.name)}</p>}
      {card.envelopeOnly && <p className="notice notice-amber">{cardsText.envelope}</p>}
      <div className="field-row card-actions">
        <Select
          aria-label={cardsText.stock} size="xs" allowDeselect={false} value={stock.id} onChange={setChosen}
          data={allStocks(printing).filter(each => each.kind !== 'label').map(each => ({ value: each.id, label: each.name }))}
        />
        <Button className="fixed" size="xs" data-card-print leftSection={<PrintIcon size={14} />} rightSection={<Kbd size="xs">{cardsText.printKey}</Kbd>} loading={printer.busy} onClick={() => void printer.send('printed', request)}>{cardsText.print}</Button>
        <Button className="fixed" size="xs" variant="default" disabled={printer.busy} onClick={() => void printer.send('saved', request)}>{cardsText.savePdf}</Button>
      </div>
      {host === 'browser' && <p className="quiet">{cardsText.browserHint}</p>}
      <PrinterNotices printer={printer} />
    </section>
  )
}
