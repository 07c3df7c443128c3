import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Patient } from '../../shared/domain/person.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { RegisterPatient } from '../patients/RegisterPatient.tsx'
import { ReadNotice } from '../ui/ProblemNotice.tsx'
import type { BookingDraft, BookingEvent } from './booking.ts'
import { type PickItem, PickList } from './PickList.tsx'

const restMs = 80
const shown = 8

function PatientLine({ patient }: { readonly patient: Patient }) {
  const details = [
    patient.birthDate === null ? '' : bookingText.born(dateWords(patient.birthDate)),
    patient.telephone,
    ...patient.identifiers.map(one => one.value),
  ].filter(part => part !== '')
  return (
    <>
      <bdi className="pick-name">{fullName(patient.name)}</bdi>
      <span className="quiet">{details.join(' · ')}</span>
    </>
  )
}

/** Who: found as one types, or registered on the spot. */
export function PatientStep({ draft, send }: { readonly draft: BookingDraft; readonly send: (event: BookingEvent) => void }) {
  const { client, may } = useDesk()
  const [registering, setRegistering] = useState(false)
  const [text] = useDebouncedValue(draft.patientText, restMs)
  const input = { text: text.trim(), limit: shown }
  const read = useRead(['patient', 'find', input], () => client.patient.find(input), { keep: true })
  const choose = (patient: Patient) => send({ kind: 'patient-chosen', patient: { id: patient.id, name: patient.name } })
  if (registering) return <RegisterPatient searched={draft.patientText} close={() => setRegistering(false)} registered={choose} />
  // What was found for other words must not be taken by an early Enter.
  const settled = text === draft.patientText && !read.refreshing
  const found = settled ? (read.value ?? []) : []
  const items: readonly PickItem[] = [
    ...found.map(patient => ({
      key: patient.id,
      content: <PatientLine patient={patient} />,
      refusal: patient.status === 'active' ? null : bookingText.inactive,
      pick: () => choose(patient),
    })),
    ...(may('patient.write') && settled
      ? [
          {
            key: 'new',
            content: <span className="pick-new">{bookingText.register(draft.patientText)}</span>,
            refusal: null,
            pick: () => setRegistering(true),
          },
        ]
      : []),
  ]
  return (
    <>
      <ReadNotice read={read} />
      <PickList
        label={input.text === '' ? bookingText.patientsLast : bookingText.patientsFound}
        items={items}
        autoFocus
        field={{
          label: bookingText.patientLabel,
          placeholder: bookingText.patientPlaceholder,
          text: draft.patientText,
          onText: typed => send({ kind: 'patient-typed', text: typed }),
        }}
        empty={settled ? <p className="quiet">{bookingText.nobody(draft.patientText)}</p> : null}
      />
    </>
  )
}
