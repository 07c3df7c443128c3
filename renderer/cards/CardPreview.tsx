import { Button, Kbd, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PrintJob } from '../../shared/contract/wire.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { allStocks, stockNamed } from '../../shared/domain/paper/printing.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { useDesk, useRead } from '../client.ts'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { usePaperSettings } from '../paper/usePaper.ts'
import { makeCards, mayPrint, paperOf } from './makeCards.ts'
import { PaperFrame } from './PaperFrame.tsx'
import { type CardToPrint, useCardPrinter } from './useCardPrinter.tsx'
import './cards.css'

/** The card of one visit as it will be printed, on the paper that it needs, with the buttons that print and save it. */
export function CardPreview({ id }: { readonly id: AppointmentId }) {
  const { client } = useDesk()
  const read = useRead(['card', 'read', id], () => client.card.read({ id }))
  return <Shown read={read}>{card => <ShownCard shown={card} />}</Shown>
}

function ShownCard({ shown }: { readonly shown: CardToPrint }) {
  const { host } = useDesk()
  const { design, printing } = usePaperSettings()
  const printer = useCardPrinter()
  const [chosen, setChosen] = useState<string | null>(null)
  const [job, setJob] = useState<PrintJob | null>(null)
  const { card } = shown
  const wanted = stockNamed(printing, chosen ?? printing.usual)
  const stock = paperOf(card, design, wanted, printing)

  useEffect(() => {
    let current = true
    void makeCards([card], design, stock, printing, 0).then(made => { if (current) setJob(made?.job ?? null) })
    return () => { current = false }
  }, [card, design, stock, printing])

  if (card.doNotPrint) return <p className="notice notice-amber">{cardsText.doNotPrint}</p>
  if (!mayPrint(card)) return <p className="notice notice-red" role="alert">{cardsText.reveals(card.findings)}</p>
  return (
    <section className="card-preview" aria-label={cardsText.preview}>
      {job !== null && <PaperFrame job={job} title={cardsText.preview} />}
      {stock.id !== wanted.id && <p className="quiet">{card.largePrint ? cardsText.largePrint : cardsText.movedTo(stock.name)}</p>}
      {card.envelopeOnly && <p className="notice notice-amber">{cardsText.envelope}</p>}
      <div className="field-row card-actions">
        <Select
          aria-label={cardsText.stock} size="xs" allowDeselect={false} value={stock.id} onChange={setChosen}
          data={allStocks(printing).filter(each => each.kind !== 'label').map(each => ({ value: each.id, label: each.name }))}
        />
        <Button className="fixed" size="xs" data-card-print leftSection={<PrintIcon size={14} />} rightSection={<Kbd size="xs">{cardsText.printKey}</Kbd>} loading={printer.busy} onClick={() => void printer.send('printed', [shown], stock)}>{cardsText.print}</Button>
        <Button className="fixed" size="xs" variant="default" disabled={printer.busy} onClick={() => void printer.send('saved', [shown], stock)}>{cardsText.savePdf}</Button>
      </div>
      {host === 'browser' && <p className="quiet">{cardsText.browserHint}</p>}
      {printer.failed !== null && <p className="notice notice-red" role="alert">{printer.failed}</p>}
      {printer.dialog}
    </section>
  )
}
