import { Button, Kbd, Select } from '@mantine/core'
import { useState } from 'react'
import { type CardTemplate, cardTemplates } from '../../shared/domain/card.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { cardsText, stockText } from '../../shared/text/en/cards.ts'
import { useDesk, useRead } from '../client.ts'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { cardDocument } from './cardDocument.ts'
import { cardStocks, stockFor } from './cardStock.ts'
import { type CardToPrint, useCardPrinter } from './useCardPrinter.ts'
import './cards.css'

const isTemplate = (text: string | null): text is CardTemplate => cardTemplates.some(template => template === text)

/** The card of one visit as it will be printed, on the stock that it needs, with the buttons that print and save it. */
export function CardPreview({ id }: { readonly id: AppointmentId }) {
  const { client } = useDesk()
  const read = useRead(['card', 'read', id], () => client.card.read({ id }))
  return <Shown read={read}>{card => <ShownCard card={{ id, card }} />}</Shown>
}

function ShownCard({ card }: { readonly card: CardToPrint }) {
  const { host } = useDesk()
  const printer = useCardPrinter()
  const [chosen, setChosen] = useState<CardTemplate>('card-us')
  const template = stockFor(card.card, chosen)
  const job = cardDocument([card.card], template)
  if (job === null) return <p className="notice notice-amber">{cardsText.doNotPrint}</p>
  const stock = cardStocks[template]
  return (
    <section className="card-preview" aria-label={cardsText.preview}>
      {/* Another paper is another frame: one that is led on before its first paper is drawn can stay blank. */}
      <iframe
        key={job.html} title={cardsText.preview} sandbox="" srcDoc={job.html} className="card-paper"
        style={{ aspectRatio: `${stock.widthMicrons} / ${stock.heightMicrons}`, width: `${stock.widthMicrons / 1000}mm` }}
      />
      {template !== chosen && <p className="quiet">{card.card.largePrint ? cardsText.largePrint : cardsText.movedToA6}</p>}
      <div className="field-row card-actions">
        <Select
          aria-label={cardsText.stock} size="xs" allowDeselect={false} value={template} onChange={next => { if (isTemplate(next)) setChosen(next) }}
          data={cardTemplates.map(value => ({ value, label: stockText[value] }))}
        />
        <Button className="fixed" size="xs" data-card-print leftSection={<PrintIcon size={14} />} rightSection={<Kbd size="xs">{cardsText.printKey}</Kbd>} loading={printer.busy} onClick={() => void printer.print([card], template)}>{cardsText.print}</Button>
        <Button className="fixed" size="xs" variant="default" disabled={printer.busy} onClick={() => void printer.savePdf([card], template)}>{cardsText.savePdf}</Button>
      </div>
      {host === 'browser' && <p className="quiet">{cardsText.browserHint}</p>}
      {printer.failed !== null && <p className="notice notice-red" role="alert">{printer.failed}</p>}
    </section>
  )
}
