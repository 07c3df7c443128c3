import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import { stockNamed } from '../../shared/domain/paper/printing.ts'
import type { CardPreference } from '../../shared/domain/person.ts'
import { cardsText, listsText } from '../../shared/text/en/cards.ts'
import { useDesk } from '../client.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { PaperButtons } from './PaperButtons.tsx'
import { cardRequest, PrinterNotices, usePrinter } from './usePrinter.tsx'

/** All coming visits of one patient on paper: as a letter, or a card each. */
export function PatientPaper({ visits, wish }: { readonly visits: readonly Visit[]; readonly wish: CardPreference }) {
  const { may } = useDesk()
  const { printing } = usePaperSettings()
  const printer = usePrinter()
  const ids = visits.filter(visit => isStanding(visit.appointment.status)).map(visit => visit.appointment.id)
  if (ids.length === 0 || !may('card.print')) return null
  if (wish.doNotPrint) return <p className="quiet">{cardsText.doNotPrint}</p>
  const cards = cardRequest(ids, stockNamed(printing, printing.usual))
  return (
    <>
      <div className="button-row">
        <PaperButtons printer={printer} what={listsText.letter} request={{ ...cards, paper: 'series-letter', stock: '' }} />
        <PaperButtons printer={printer} what={listsText.seriesCards(ids.length)} request={cards} />
      </div>
      {wish.envelopeOnly && <p className="quiet">{cardsText.envelope}</p>}
      <PrinterNotices printer={printer} />
    </>
  )
}
