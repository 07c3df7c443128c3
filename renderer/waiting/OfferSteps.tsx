import { Button } from '@mantine/core'
import type { WaitingLine } from '../../shared/contract/waiting.ts'
import { openOffer } from '../../shared/domain/waiting/entry.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import type { WaitingSteps } from './useWaitingSteps.ts'

/** The offer that somebody has not answered, and both answers; nothing where there is none. */
export function OfferSteps({ line, steps }: { readonly line: WaitingLine; readonly steps: WaitingSteps }) {
  const offer = openOffer(line.entry)
  const patient = fullName(line.patientName)
  if (offer === null) return null
  return (
    <div className="button-row">
      <span className="quiet">{waitingText.open(offer.start)}</span>
      <Button size="compact-xs" disabled={steps.saving} aria-label={waitingText.accepts(patient)} onClick={() => steps.accept(line)}>{waitingText.accept}</Button>
      <Button size="compact-xs" variant="default" disabled={steps.saving} aria-label={waitingText.declines(patient)} onClick={() => steps.decline(line)}>{waitingText.decline}</Button>
    </div>
  )
}
