import { useState } from 'react'
import type { AppointmentCard, CardTemplate } from '../../shared/domain/card.ts'
import type { PrintOutcome } from '../../shared/contract/wire.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { printPage } from '../ui/printPage.ts'
import { cardDocument } from './cardDocument.ts'

export type CardToPrint = { readonly id: AppointmentId; readonly card: AppointmentCard }
export type CardPrinter = {
  readonly busy: boolean
  /** Why the last attempt did not work, as a sentence. */
  readonly failed: string | null
  readonly print: (cards: readonly CardToPrint[], template: CardTemplate) => Promise<void>
  readonly savePdf: (cards: readonly CardToPrint[], template: CardTemplate) => Promise<void>
}

type How = 'printed' | 'saved'
const done = (how: How, count: number): string => {
  if (how === 'printed') return count === 1 ? cardsText.printed : cardsText.printedMany(count)
  return count === 1 ? cardsText.saved : cardsText.savedMany(count)
}

/** Prints and saves cards, says what became of it, and notes each card that went out. */
export function useCardPrinter(): CardPrinter {
  const { client } = useDesk()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const send = async (how: How, cards: readonly CardToPrint[], template: CardTemplate): Promise<void> => {
    const wanted = cards.filter(({ card }) => !card.doNotPrint)
    const job = cardDocument(wanted.map(({ card }) => card), template)
    if (job === null) return setFailed(cardsText.doNotPrint)
    setBusy(true)
    setFailed(null)
    // A browser has no "save as PDF" of its own to call: its print window has one.
    const save = window.desk?.savePdf ?? printPage
    const outcome: PrintOutcome = await (how === 'saved' ? save(job) : printPage(job))
    if (outcome.kind === 'failed') setFailed(outcome.sentence)
    else if (outcome.kind === 'cancelled') screen.say(cardsText.notPrinted)
    else {
      const noted = await Promise.all(wanted.map(({ id }) => client.card.printed({ id, template, how })))
      screen.say(noted.every(answer => answer.ok) ? done(how, wanted.length) : cardsText.notNoted)
    }
    setBusy(false)
  }
  return {
    busy, failed,
    print: (cards, template) => send('printed', cards, template),
    savePdf: (cards, template) => send('saved', cards, template),
  }
}
