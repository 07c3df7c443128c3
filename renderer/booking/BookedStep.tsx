import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { CardPreview } from '../cards/CardPreview.tsx'
import { useDesk } from '../client.ts'
import { VisitStaffing } from '../day/VisitStaffing.tsx'
import type { Names } from '../day/useDayNames.ts'
import { screen } from '../screen.ts'
import { Section } from '../ui/Section.tsx'

type BookedStepProps = {
  readonly visit: Visit
  readonly names: Names
  readonly another: () => void
  /** The second visit that was asked for and is still to be booked. */
  readonly second: { readonly label: string; readonly book: () => void } | null
  readonly samePatient: () => void
}

/** It is booked: the card at once, P prints it. */
export function BookedStep({ visit, names, another, second, samePatient }: BookedStepProps) {
  const { may } = useDesk()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
    if (event.key.toLowerCase() !== 'p' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    root.current?.querySelector<HTMLButtonElement>('[data-card-print]')?.click()
    event.preventDefault()
  }
  return (
    <div ref={root} className="form booked" tabIndex={-1} onKeyDown={onKeyDown}>
      {visit.verdict !== null && visit.verdict.state !== 'covered' && <VisitStaffing visit={visit} names={names} />}
      {may('card.print') && (
        <Section title={bookingText.card}>
          <CardPreview id={visit.appointment.id} />
        </Section>
      )}
      <div className="button-row">
        {second !== null && (
          <Button size="xs" className="wraps" onClick={second.book}>
            {second.label}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => screen.open({ kind: 'visit', id: visit.appointment.id })}>
          {bookingText.openVisit}
        </Button>
        <Button size="xs" variant="default" onClick={samePatient}>
          {bookingText.samePatient}
        </Button>
        <Button size="xs" variant="default" onClick={another}>
          {bookingText.again}
        </Button>
      </div>
    </div>
  )
}
