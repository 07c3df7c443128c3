import { useState } from 'react'
import type { Patient } from '../../shared/domain/person.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { patientText } from '../../shared/text/en/patients.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { useSave } from '../ui/useSave.ts'
import { draftOf, fieldsOf } from './patientDraft.ts'
import { PatientFields } from './PatientFields.tsx'

type AmendPatientProps = { readonly patient: Patient; readonly close: () => void }

/** Changes what is known of a patient; the change can be taken back. */
export function AmendPatient({ patient, close }: AmendPatientProps) {
  const { client } = useDesk()
  const [draft, setDraft] = useState(() => draftOf(patient))
  const [dirty, setDirty] = useState(false)
  const state = useSave()
  const submit = async () => {
    const saved = await state.save(() =>
      client.patient.amend({ id: patient.id, version: patient.version, ...fieldsOf(draft), status: draft.status }),
    )
    if (saved === null) return
    screen.did({
      label: patientText.amended(fullName(saved.name)),
      undo: async () => {
        const { id, version: _version, ...before } = patient
        const back = await client.patient.amend({ id, version: saved.version, ...before })
        return back.ok ? null : problemSentence(back.problem)
      },
    })
    close()
  }
  return (
    <div className="inset-form">
      <Form name={fullName(patient.name)} dirty={dirty} state={state} submit={() => void submit()} cancel={close}>
        <PatientFields
          draft={draft}
          change={part => {
            setDraft(was => ({ ...was, ...part }))
            setDirty(true)
          }}
          problem={state.problem}
          withStatus
        />
      </Form>
    </div>
  )
}
