import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { PrintOutcome } from '../../shared/contract/wire.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { choiceFor, type PrintRequest, settingOf } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { cardsText, reprintText } from '../../shared/text/en/cards.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { useDesk } from '../client.ts'
import { makePaper, type Made } from '../paper/makePaper.ts'
import { screen, useWhere } from '../screen.ts'
import { printPage } from '../ui/printPage.ts'

export type How = 'printed' | 'saved'
type Asked = { readonly how: How; readonly made: Made; readonly settle: (sent: boolean) => void }

/** What cards on one paper are made of. */
export const cardRequest = (ids: readonly AppointmentId[], stock: Stock, startCell = 0): PrintRequest =>
  ({ paper: 'card', appointmentIds: ids, stock: stock.id, startCell, day: null })

const doneWords = (how: How, { request: { paper, appointmentIds }, moved }: Made): string => {
  if (paper === 'card') return [(how === 'printed' ? cardsText.printed : cardsText.saved)(appointmentIds.length), moved === null ? '' : cardsText.onBigger(moved.name)].join(' ').trim()
  return (how === 'printed' ? cardsText.sent : cardsText.savedPaper)(paperWords[paper])
}

/** Prints and saves paper, says what became of it, notes what went out, keeps what no printer took, and asks why something goes out again. `dialog` has to be shown somewhere. */
export function usePrinter({ keeps = true }: { readonly keeps?: boolean } = {}) {
  const { client, may } = useDesk()
  const { today } = useWhere()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  async function outcomeOf(how: How, { job, kind, printing }: Made): Promise<PrintOutcome> {
    // A browser has no "save as PDF" of its own to call: its print window has one.
    if (how === 'saved') return (window.desk?.savePdf ?? printPage)(job)
    const { printer, silent } = choiceFor(printing, kind)
    return printPage(job, { printer, silent, flip: settingOf(printing, printer).flip })
  }
  async function out({ how, made }: Pick<Asked, 'how' | 'made'>, reason: string | null): Promise<boolean> {
    const outcome = await outcomeOf(how, made)
    if (outcome.kind === 'failed') {
      const kept = keeps && how === 'printed' && (await client.printJob.keep({ request: made.request, reason: outcome.sentence })).ok
      setFailed(kept ? `${outcome.sentence} ${cardsText.kept}` : outcome.sentence)
    } else if (outcome.kind === 'cancelled') screen.say(cardsText.notPrinted)
    else {
      const noted = await client.paper.printed({ request: made.request, how, reason })
      screen.say(noted.ok ? doneWords(how, made) : cardsText.notNoted)
    }
    return outcome.kind === 'done'
  }
  /** Whether the paper went out; `onAnother` leaves the choice of the printer to the system's dialog once. */
  async function send(how: How, request: PrintRequest, onAnother = false): Promise<boolean> {
    setBusy(true)
    setFailed(null)
    const made = await makePaper(request, { client, today, mayReadStaff: may('staff.read'), onAnother })
    if (!made.ok) setFailed(made.problem)
    const sent = !made.ok ? false : made.value.again === 0 ? await out({ how, made: made.value }, null) : await new Promise<boolean>(settle => setAsked({ how, made: made.value, settle }))
    setBusy(false)
    return sent
  }
  const answer = (reason: string | null): void => {
    if (asked === null) return
    setAsked(null)
    if (reason === null) asked.settle(false)
    else void out(asked, reason).then(asked.settle)
  }
  return { busy, failed, send, dialog: asked === null ? null : <WhyAgain again={asked.made.again} answer={answer} /> }
}

/** Why the last attempt did not print, and the question why something goes out again. */
export const PrinterNotices = ({ printer: { failed, dialog } }: { readonly printer: Pick<ReturnType<typeof usePrinter>, 'failed' | 'dialog'> }) => (
  <>
    {failed !== null && <p className="notice notice-red" role="alert">{failed}</p>}
    {dialog}
  </>
)

function WhyAgain({ again, answer }: { readonly again: number; readonly answer: (reason: string | null) => void }): ReactNode {
  const [first] = reprintText.reasons
  const [reason, setReason] = useState<string>(first)
  const listed = reprintText.reasons.some(each => each === reason)
  return (
    <Modal opened onClose={() => answer(null)} title={reprintText.title} size="sm">
      <form className="form" onSubmit={event => { event.preventDefault(); if (reason.trim() !== '') answer(reason) }}>
        <p>{reprintText.question(again)}</p>
        <Radio.Group aria-label={reprintText.reasonsLabel} value={listed ? reason : ''} onChange={setReason}>
          {reprintText.reasons.map(each => <Radio key={each} size="xs" value={each} label={each} mb={6} data-autofocus={each === first || undefined} />)}
        </Radio.Group>
        <TextInput size="xs" label={reprintText.reason} maxLength={200} value={reason} onChange={event => setReason(event.currentTarget.value)} />
        <div className="button-row">
          <Button type="submit" size="xs" disabled={reason.trim() === ''}>{reprintText.go}</Button>
          <Button size="xs" variant="default" onClick={() => answer(null)}>{reprintText.cancel}</Button>
        </div>
      </form>
    </Modal>
  )
}
