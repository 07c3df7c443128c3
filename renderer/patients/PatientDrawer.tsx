import { useState } from 'react'
import type { PatientId } from '../../shared/domain/ids.ts'
import type { Patient } from '../../shared/domain/person.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { identifierSystemWords, patientsText, patientText, travelWords } from '../../shared/text/en/patients.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { DrawerFrame } from '../ui/DrawerFrame.tsx'
import { EditIcon, PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { AmendPatient } from './AmendPatient.tsx'
import { PatientSeries } from '../series/PatientSeries.tsx'
import { PatientVisits } from './PatientVisits.tsx'
import { PatientWaiting } from '../waiting/PatientWaiting.tsx'
import './patients.css'

function Facts({ patient }: { readonly patient: Patient }) {
  const card = [
    patient.card.largePrint ? patientText.largePrint : '',
    patient.card.doNotPrint ? patientText.doNotPrint : '',
    patient.card.envelopeOnly ? patientText.envelopeOnly : '',
    patient.card.language === 'en' ? '' : cardWords[patient.card.language].itself,
    patient.card.alternateName === null ? '' : `${patientText.alternateName}: ${patient.card.alternateName}`,
  ].filter(part => part !== '')
  const facts: readonly (readonly [string, string])[] = [
    [patientText.birthDate, patient.birthDate === null ? patientText.noBirthDate : dateWords(patient.birthDate)],
    [patientText.telephone, patient.telephone],
    [patientText.email, patient.email],
    ...patient.identifiers.map(one => [identifierSystemWords(one.system), one.value] as const),
    [patientText.travelShort, patient.travelMinutes === null ? '' : patientText.travelsFar(travelWords(patient.travelMinutes))],
    [patientText.card, card.length === 0 ? patientText.cardPlain : card.join(', ')],
    [patientText.address, patient.card.address],
    [patientText.note, patient.note],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value], index) => (
          <div key={index} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** One patient: who it is, what is booked, what was. */
export function PatientDrawer({ id }: { readonly id: PatientId }) {
  const { client, may } = useDesk()
  const [editing, setEditing] = useState(false)
  const read = useRead(['patient', 'read', { id }], () => client.patient.read({ id }))
  return (
    <Shown read={read}>
      {({ patient, visits }) => (
        <DrawerFrame
          title={fullName(patient.name)}
          sub={patient.status === 'active' ? undefined : patientText.statuses[patient.status]}
          actions={
            <>
              <MayButton
                leftSection={<PlusIcon size={14} />}
                refusal={may('appointment.write') ? null : patientsText.mayNotBook}
                onClick={() => screen.open({ kind: 'book', draft: { patient: { id: patient.id, name: patient.name } } })}
              >
                {patientText.book}
              </MayButton>
              <MayButton
                variant="default"
                refusal={may('appointment.write') ? null : patientsText.mayNotBook}
                onClick={() => screen.open({ kind: 'series', draft: { patient: { id: patient.id, name: patient.name } } })}
              >
                {seriesText.plan}
              </MayButton>
              <MayButton
                variant="default"
                leftSection={<EditIcon size={14} />}
                refusal={may('patient.write') ? null : patientsText.mayNot}
                onClick={() => setEditing(true)}
              >
                {patientText.amend}
              </MayButton>
            </>
          }
        >
          {editing ? (
            <AmendPatient key={patient.version} patient={patient} close={() => setEditing(false)} />
          ) : (
            <Section title={patientText.details}>
              <Facts patient={patient} />
            </Section>
          )}
          <PatientSeries visits={visits} />
          <PatientWaiting patient={patient} visits={visits} />
          <PatientVisits visits={visits} wish={patient.card} />
        </DrawerFrame>
      )}
    </Shown>
  )
}
