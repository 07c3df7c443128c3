import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppointmentCard } from '../../shared/domain/card.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import type { Instant } from '../../shared/domain/time/values.ts'
import { cardsText, reprintText } from '../../shared/text/en/cards.ts'
import { type How, type Made, usePaper, usePaperSettings } from '../paper/usePaper.ts'
import { makeCards } from './makeCards.ts'

export type CardToPrint = { readonly card: AppointmentCard; readonly lastPrinted: Instant | null }

type Asked = { readonly how: How; readonly made: Made; readonly again: number; readonly settle: (sent: boolean) => void }

/** Prints and saves cards; what was printed before is printed again only with a reason. `dialog` has to be shown somewhere. */
export function useCardPrinter() {
  const { design, printing } = usePaperSettings()
  const paper = usePaper()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  async function send(how: How, cards: readonly CardToPrint[], stock: Stock, startCell = 0, kind: 'card' | 'label' = 'card'): Promise<boolean> {
    const made = await makeCards(cards.map(({ card }) => card), design, stock, printing, startCell, kind)
    const findings = cards.flatMap(({ card }) => card.findings)
    setRefused(made !== null ? null : findings.length > 0 ? cardsText.reveals(findings) : cardsText.doNotPrint)
    if (made === null) return false
    const again = kind === 'card' ? cards.filter(({ card, lastPrinted }) => lastPrinted !== null && made.request.appointmentIds.includes(card.visit.id)).length : 0
    return again === 0 ? paper.send(how, made, null) : new Promise(resolve => setAsked({ how, made, again, settle: resolve }))
  }
  const answer = (reason: string | null): void => {
    if (asked === null) return
    setAsked(null)
    if (reason === null) asked.settle(false)
    else void paper.send(asked.how, asked.made, reason).then(asked.settle)
  }
  return { busy: paper.busy, failed: refused ?? paper.failed, send, dialog: asked === null ? null : <WhyAgain again={asked.again} answer={answer} /> }
}

function WhyAgain({ again, answer }: { readonly again: number; readonly answer: (reason: string | null) => void }): ReactNode {
  const [first] = reprintText.reasons
  const [reason, setReason] = useState<string>(first)
  const listed = reprintText.reasons.some(each => each === reason)
  return (
    <Modal opened onClose={() => answer(null)} title={reprintText.title} size="sm">
      <form className="form" onSubmit={event => { event.preventDefault(); if (reason.trim() !== '') answer(reason) }}>
        <p>{reprintText.question(again)}</p>
        <Radio.Group aria-label={reprintText.reason} value={listed ? reason : ''} onChange={setReason}>
          {reprintText.reasons.map(each => <Radio key={each} size="xs" value={each} label={each} mb={6} data-autofocus={each === first || undefined} />)}
        </Radio.Group>
        <TextInput size="xs" label={reprintText.reason} value={reason} onChange={event => setReason(event.currentTarget.value)} />
        <div className="button-row">
          <Button type="submit" size="xs" disabled={reason.trim() === ''}>{reprintText.go}</Button>
          <Button size="xs" variant="default" onClick={() => answer(null)}>{reprintText.cancel}</Button>
        </div>
      </form>
    </Modal>
  )
}
