import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Qualification, VerificationMethod } from '../../shared/domain/certification.ts'
import { addMonths } from '../../shared/domain/time/plainDate.ts'
import { qualificationText, verificationMethods } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'

const methods: readonly VerificationMethod[] = ['issuer-website', 'letter', 'telephone', 'original-seen']

type VerifyFormProps = { readonly qualification: Qualification; readonly name: string; readonly reverifyMonths: number | null; readonly close: () => void }

/** Records how, where and by whom the issuer was asked. */
export function VerifyForm({ qualification, name, reverifyMonths, close }: VerifyFormProps) {
  const { client } = useDesk()
  const [method, setMethod] = useState<VerificationMethod>('issuer-website')
  const [source, setSource] = useState('')
  const { today } = useWhere()
  const [due, setDue] = useState(reverifyMonths === null ? null : addMonths(today, reverifyMonths))
  const edit = useStaffingEdit()
  const submit = () =>
    edit.edit(
      preview => client.qualification.verify({ id: qualification.id, version: qualification.version, method, source, due, preview }),
      () => {
        screen.say(qualificationText.verifiedDone(name))
        close()
      },
    )
  return (
    <div className="inset-form">
      <Form
        name={qualificationText.verifyTitle(name)}
        dirty={source !== ''}
        state={edit}
        submit={submit}
        submitLabel={qualificationText.verify}
        cancel={close}
      >
        <p className="quiet">{qualificationText.verifyHint}</p>
        <NativeSelect
          label={qualificationText.method}
          autoFocus
          value={method}
          data={methods.map(value => ({ value, label: verificationMethods[value] }))}
          onChange={event => setMethod(methods.find(value => value === event.currentTarget.value) ?? 'issuer-website')}
        />
        <TextInput
          label={qualificationText.source}
          required
          description={qualificationText.sourceHints[method]}
          value={source}
          error={fieldError(edit.problem, 'source')}
          onChange={event => setSource(event.currentTarget.value)}
        />
        <DateField
          label={qualificationText.due}
          description={qualificationText.dueHint}
          clearable
          value={due}
          today={today}
          error={fieldError(edit.problem, 'due')}
          onChange={setDue}
        />
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
