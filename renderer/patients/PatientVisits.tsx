import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding } from '../../shared/domain/appointment.ts'
import type { CardPreference } from '../../shared/domain/person.ts'
import { wallWordsWithYear } from '../../shared/text/en/dates.ts'
import { patientText, verdictMark, visitStatusWords } from '../../shared/text/en/patients.ts'
import { PatientPaper } from '../cards/PatientPaper.tsx'
import { seriesText } from '../../shared/text/en/series.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'

const shownAtFirst = 8

function VisitLine({ visit }: { readonly visit: Visit }) {
  const { client } = useDesk()
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const { appointment } = visit
  const when = wallWordsWithYear(appointment.start)
  const mark = isStanding(appointment.status) ? verdictMark(visit.verdict) : null
  return (
    <li>
      <button
        type="button"
        className="visit-line"
        aria-label={patientText.openVisit(when)}
        onClick={() => screen.open({ kind: 'visit', id: appointment.id })}
      >
        <span className="visit-when">{when}</span>
        <span className="visit-state">
          {mark === null ? (
            <span className="quiet">{visitStatusWords[appointment.status]}</span>
          ) : (
            <StateMark kind={mark.kind}>{mark.words}</StateMark>
          )}
        </span>
        <span className="quiet">{services.value?.find(service => service.id === appointment.serviceTypeId)?.name ?? ''}</span>
        {appointment.series !== null && <span className="quiet">{seriesText.place(appointment.series.number, appointment.series.of)}</span>}
      </button>
    </li>
  )
}

function VisitList({ visits, none }: { readonly visits: readonly Visit[]; readonly none: string }) {
  const [all, setAll] = useState(false)
  if (visits.length === 0) return <p className="quiet">{none}</p>
  const shown = all ? visits : visits.slice(0, shownAtFirst)
  return (
    <>
      <ul className="visit-lines">
        {shown.map(visit => (
          <VisitLine key={visit.appointment.id} visit={visit} />
        ))}
      </ul>
      {shown.length < visits.length && (
        <div>
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            {patientText.showAll(visits.length)}
          </Button>
        </div>
      )}
    </>
  )
}

/** A patient's visits: what is to come, soonest first, then what was. */
export function PatientVisits({ visits, wish }: { readonly visits: readonly Visit[]; readonly wish: CardPreference }) {
  const coming = visits
    .filter(visit => isStanding(visit.appointment.status))
    .toSorted((a, b) => a.appointment.interval.start - b.appointment.interval.start)
  const past = visits
    .filter(visit => !isStanding(visit.appointment.status))
    .toSorted((a, b) => b.appointment.interval.start - a.appointment.interval.start)
  return (
    <>
      <Section title={patientText.coming}>
        <VisitList visits={coming} none={patientText.noComing} />
        <PatientPaper visits={coming} wish={wish} />
      </Section>
      <Section title={patientText.past}>
        <VisitList visits={past} none={patientText.noPast} />
      </Section>
    </>
  )
}
