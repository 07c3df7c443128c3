import { useState } from 'react'
import type { PrintJob, PrintOutcome } from '../../shared/contract/wire.ts'
import { choiceFor, firstPrintSettings, type PrintRequest, settingOf } from '../../shared/domain/paper/printing.ts'
import type { PaperKind } from '../../shared/domain/paper/stock.ts'
import { firstDesign } from '../../shared/domain/cardDesign.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { printPage } from '../ui/printPage.ts'

/** A document ready for the printer, and what it is made of. */
export type Made = { readonly job: PrintJob; readonly request: PrintRequest; readonly kind: PaperKind; readonly done: { readonly printed: string; readonly saved: string } }
export type How = 'printed' | 'saved'

/** What is settled about paper; what the program brings until it has been read. */
export function usePaperSettings() {
  const { client, may } = useDesk()
  const read = useRead(['paper', 'settings'], () => client.paper.settings({}), { when: may('card.print') })
  return { read, design: read.value?.design ?? firstDesign, printing: read.value?.printing ?? firstPrintSettings }
}

/** Prints and saves paper, says what became of it, notes what went out and keeps what no printer took. */
export function usePaper() {
  const { client } = useDesk()
  const { printing } = usePaperSettings()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function outcomeOf(how: How, { job, kind }: Made): Promise<PrintOutcome> {
    // A browser has no "save as PDF" of its own to call: its print window has one.
    if (how === 'saved') return (window.desk?.savePdf ?? printPage)(job)
    const { printer, silent } = choiceFor(printing, kind)
    return printPage(job, { printer, silent, flip: settingOf(printing, printer).flip })
  }

  /** Whether the paper went out. */
  async function send(how: How, made: Made, reason: string | null): Promise<boolean> {
    setBusy(true)
    setFailed(null)
    const outcome = await outcomeOf(how, made)
    if (outcome.kind === 'failed') {
      const kept = how === 'printed' && (await client.printJob.keep({ request: made.request, reason: outcome.sentence })).ok
      setFailed(kept ? `${outcome.sentence} ${cardsText.kept}` : outcome.sentence)
    } else if (outcome.kind === 'cancelled') screen.say(cardsText.notPrinted)
    else {
      const noted = await client.paper.printed({ request: made.request, how, reason })
      screen.say(noted.ok ? made.done[how] : cardsText.notNoted)
    }
    setBusy(false)
    return outcome.kind === 'done'
  }
  return { busy, failed, send }
}
