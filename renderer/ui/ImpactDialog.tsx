import { Button, Modal } from '@mantine/core'
import type { Impact, Visit } from '../../shared/contract/schedule.ts'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { frameText, impactText } from '../../shared/text/en/frame.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { StateMark } from './StateMark.tsx'
import type { StaffingEdit } from './useImpact.ts'
import './ui.css'

const shownAtMost = 12

type VisitsProps = { readonly visits: readonly Visit[]; readonly serviceName: (id: ServiceTypeId) => string }

function Visits({ visits, serviceName }: VisitsProps) {
  return (
    <ul className="impact-visits">
      {visits.slice(0, shownAtMost).map(visit => (
        <li key={visit.appointment.id}>
          <span className="numeric">{wallWords(visit.appointment.start)}</span>
          <span>{fullName(visit.patientName)}</span>
          <span className="quiet">{serviceName(visit.appointment.serviceTypeId)}</span>
        </li>
      ))}
      {visits.length > shownAtMost && <li className="quiet">{impactText.more(visits.length - shownAtMost)}</li>}
    </ul>
  )
}

function Changes({ impact }: { readonly impact: Impact }) {
  const { client } = useDesk()
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const serviceName = (id: ServiceTypeId) => services.value?.find(service => service.id === id)?.name ?? ''
  return (
    <>
      {impact.flags.length > 0 && (
        <section className="section">
          <h3>
            <StateMark kind="flag">{impactText.flags(impact.flags.length)}</StateMark>
          </h3>
          <p className="quiet">{impactText.flagsHint}</p>
          <Visits visits={impact.flags} serviceName={serviceName} />
        </section>
      )}
      {impact.clears.length > 0 && (
        <section className="section">
          <h3>
            <StateMark kind="good">{impactText.clears(impact.clears.length)}</StateMark>
          </h3>
          <Visits visits={impact.clears} serviceName={serviceName} />
        </section>
      )}
      {impact.unchanged > 0 && <p className="quiet">{impactText.unchanged(impact.unchanged)}</p>}
    </>
  )
}

/** Shows which visits an edit would flag or clear, before it is saved. */
export function ImpactDialog({ edit }: { readonly edit: StaffingEdit }) {
  const { pending } = edit
  const worse = pending !== null && pending.impact.flags.length > 0
  return (
    <Modal
      opened={pending !== null}
      onClose={edit.giveUp}
      title={impactText.title}
      closeButtonProps={{ 'aria-label': frameText.close }}
      size="lg"
    >
      {pending !== null && (
        <div className="form">
          <Changes impact={pending.impact} />
          <div className="button-row">
            <Button data-autofocus color={worse ? 'red' : 'teal'} onClick={pending.confirm}>
              {worse ? impactText.save : impactText.saveClears}
            </Button>
            <Button variant="default" onClick={edit.giveUp}>
              {impactText.back}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
