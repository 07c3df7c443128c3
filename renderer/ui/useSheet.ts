import { useState } from 'react'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { sheetText } from '../../shared/text/en/paper.ts'
import { screen } from '../screen.ts'
import { printPage } from './printPage.ts'

export type Sheet = { readonly failed: string | null; readonly print: (make: () => Promise<PrintJob>) => void; readonly save: (make: () => Promise<PrintJob>) => void }

/** Prints or saves what a screen shows as a document of its own, and says what became of it. */
export function useSheet(): Sheet {
  const [failed, setFailed] = useState<string | null>(null)
  const send = async (how: 'printed' | 'saved', make: () => Promise<PrintJob>): Promise<void> => {
    const job = await make()
    // A browser has no "save as PDF" of its own to call: its print window has one.
    const outcome = await (how === 'saved' ? (window.desk?.savePdf ?? printPage)(job) : printPage(job))
    setFailed(outcome.kind === 'failed' ? outcome.sentence : null)
    if (outcome.kind === 'cancelled') screen.say(sheetText.notPrinted)
    if (outcome.kind === 'done') screen.say(sheetText[how])
  }
  return { failed, print: make => void send('printed', make), save: make => void send('saved', make) }
}
