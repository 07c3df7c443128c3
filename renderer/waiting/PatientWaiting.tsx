import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { Patient } from '../../shared/domain/person.ts'
import type { WaitingEntry } from '../../shared/domain/waiting/entry.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { CloseIcon, EditIcon, PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { OfferSteps } from './OfferSteps.tsx'
import { useWaitingSteps } from './useWaitingSteps.ts'
import { WaitingForm } from './WaitingForm.tsx'
import { useAsks } from './waitingWords.ts'
import './waiting.css'

/** What one patient would come sooner for, and what was offered. */
export function PatientWaiting({ patient, visits }: { readonly patient: Patient; readonly visits: readonly Visit[] }) {
  const { client, may } = useDesk()
  const [open, setOpen] = useState<WaitingEntry | 'new' | null>(null)
  const steps = useWaitingSteps()
  const { asksOf, called } = useAsks()
  const read = useRead(['waiting', 'list', patient.id], () => client.waiting.list({ patientId: patient.id }))
  const write = may('appointment.write')
  return (
    <Section
      title={waitingText.tab}
      actions={open !== null || patient.status !== 'active' ? undefined : (
        <MayButton size="compact-xs" variant="light" leftSection={<PlusIcon size={12} />} refusal={write ? null : waitingText.mayNot} onClick={() => setOpen('new')}>{waitingText.add}</MayButton>
      )}
    >
      {open !== null && <WaitingForm key={open === 'new' ? 'new' : open.version} patient={patient} entry={open === 'new' ? null : open} visits={visits} close={() => setOpen(null)} />}
      <ProblemNotice problem={steps.problem} />
      <Shown read={read}>
        {lines => lines.length === 0 ? <p className="quiet">{waitingText.none}</p> : (
          <ul className="line-list">
            {lines.map(line => (
              <li key={line.entry.id}>
                <div className="line-words">
                  {called.service(line.entry.serviceTypeId)} <span className="quiet">{line.entry.status === 'waiting' ? asksOf(line.entry) : waitingText.statuses[line.entry.status]}</span>
                  <ul className="waiting-offers quiet">
                    {line.entry.offers.map(offer => <li key={offer.at}>{waitingText.offerLine(offer.start, waitingText.outcomes[offer.outcome])}</li>)}
                  </ul>
                  {write && line.entry.status === 'waiting' && <OfferSteps line={line} steps={steps} />}
                </div>
                {write && line.entry.status === 'waiting' && (
                  <>
                    <ActionIcon variant="subtle" color="gray" size={26} aria-label={waitingText.edit(fullName(patient.name))} onClick={() => setOpen(line.entry)}><EditIcon size={14} /></ActionIcon>
                    <ActionIcon variant="subtle" color="gray" size={26} aria-label={waitingText.remove(fullName(patient.name))} onClick={() => steps.withdraw(line)}><CloseIcon size={14} /></ActionIcon>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Section>
  )
}
