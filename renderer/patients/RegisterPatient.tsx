import { Button } from '@mantine/core'
import { useState } from 'react'
import { asId, type PatientId } from '../../shared/domain/ids.ts'
import type { Patient } from '../../shared/domain/person.ts'
import { dateWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { patientText } from '../../shared/text/en/patients.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'
import { fieldsOf, newPatient } from './patientDraft.ts'
import { PatientFields } from './PatientFields.tsx'

function Likely({ id }: { readonly id: PatientId }) {
  const { client } = useDesk()
  const read = useRead(['patient', 'read', { id }], () => client.patient.read({ id }))
  const patient = read.value?.patient
  if (patient === undefined) return null
  return (
    <li className="likely">
      <span>
        <strong>{fullName(patient.name)}</strong>{' '}
        <span className="quiet">
          {[patient.birthDate === null ? '' : patientText.born(dateWords(patient.birthDate)), patient.telephone]
            .filter(part => part !== '')
            .join(' · ')}
        </span>
      </span>
      <Button variant="default" size="compact-xs" onClick={() => screen.open({ kind: 'patient', id })}>
        {patientText.open}
      </Button>
    </li>
  )
}

type RegisterPatientProps = {
  readonly searched: string
  readonly close: () => void
  readonly registered: (patient: Patient) => void
}

/** Registers a patient; people who may be the same are shown before anything is saved. */
export function RegisterPatient({ searched, close, registered }: RegisterPatientProps) {
  const { client } = useDesk()
  const [draft, setDraft] = useState(() => newPatient(searched))
  const [dirty, setDirty] = useState(false)
  const state = useSave()
  const submit = async (evenIfDuplicate: boolean) => {
    const saved = await state.save(() => client.patient.record({ ...fieldsOf(draft), evenIfDuplicate }))
    if (saved === null) return
    screen.say(patientText.saved(fullName(saved.name)))
    registered(saved)
  }
  const likely = state.problem?.code === 'possible-duplicates' ? state.problem.patientIds.map(id => asId<PatientId>(id)) : []
  return (
    <div className="inset-form">
      <Section title={patientText.newTitle} level={2}>
        <Form
          name={patientText.newTitle}
          dirty={dirty}
          state={{ saving: state.saving, problem: likely.length > 0 ? null : state.problem }}
          submit={() => void submit(false)}
          submitLabel={patientText.save}
          cancel={close}
          more={
            likely.length > 0 && (
              <Button variant="default" loading={state.saving} onClick={() => void submit(true)}>
                {patientText.anyway}
              </Button>
            )
          }
        >
          {likely.length > 0 && (
            <section className="notice notice-amber likely-notice" role="alert" aria-label={patientText.duplicates}>
              <div className="form">
                <p>
                  <strong>{patientText.duplicates}</strong> {patientText.duplicatesHint}
                </p>
                <ul>
                  {likely.map(id => (
                    <Likely key={id} id={id} />
                  ))}
                </ul>
              </div>
            </section>
          )}
          <PatientFields
            draft={draft}
            change={part => {
              setDraft(was => ({ ...was, ...part }))
              setDirty(true)
            }}
            problem={state.problem}
            withStatus={false}
          />
        </Form>
      </Section>
    </div>
  )
}
