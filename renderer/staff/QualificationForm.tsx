import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CertificationType, plainPaper, type Qualification } from '../../shared/domain/certification.ts'
import type { CertificationTypeId, PractitionerId } from '../../shared/domain/ids.ts'
import { expiryFor } from '../../shared/domain/qualification.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { numberFormWords } from '../../shared/text/en/register.ts'
import { expiryRuleWords, paperText, qualificationText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { type Paper, PaperFields } from './PaperFields.tsx'
import type { Register } from './register.ts'

type Draft = {
  readonly typeId: CertificationTypeId | null
  readonly number: string
  readonly issuer: string
  readonly issued: PlainDate | null
  readonly expires: PlainDate | null
  /** Once a person has set the last day or the issuer, the type's rule no longer does. */
  readonly ownExpiry: boolean
  readonly ownIssuer: boolean
  readonly paper: Paper
}

const blank: Draft = { typeId: null, number: '', issuer: '', issued: null, expires: null, ownExpiry: false, ownIssuer: false, paper: plainPaper }
const draftOf = (qualification: Qualification): Draft => {
  const { jurisdiction, effective, restrictions, scope, prescriberId, hours, note } = qualification
  return {
    typeId: qualification.certificationTypeId,
    number: qualification.number,
    issuer: qualification.issuer,
    issued: qualification.issued,
    expires: qualification.expires,
    ownExpiry: true,
    ownIssuer: true,
    paper: { jurisdiction, effective, restrictions, scope, prescriberId, hours, note },
  }
}
/** A renewal says of itself what the old one said, but for its dates: it starts the day after. */
const renewalOf = (old: Qualification, today: PlainDate): Draft => ({
  ...draftOf(old),
  issued: today,
  expires: null,
  ownExpiry: false,
  paper: { ...draftOf(old).paper, effective: old.expires === null || old.expires < today ? null : addDays(old.expires, 1), hours: null, note: '' },
})

function proposed(draft: Draft, type: CertificationType | undefined): Draft {
  if (type === undefined) return draft
  return {
    ...draft,
    issuer: draft.ownIssuer ? draft.issuer : type.issuer,
    expires: draft.ownExpiry ? draft.expires : draft.issued === null ? null : expiryFor(type.expiry, draft.paper.effective ?? draft.issued),
  }
}

function expiryHint(draft: Draft, type: CertificationType | undefined): string {
  if (type?.expiry.kind === 'never') return qualificationText.expiresNever
  if (draft.expires === null && draft.issued !== null) return qualificationText.expiresEmpty
  return type === undefined ? qualificationText.expiresHint : `${expiryRuleWords(type.expiry)}. ${qualificationText.expiresHint}`
}

function firstDraft(qualification: Qualification | null, renewal: boolean, register: Register, today: PlainDate): Draft {
  if (qualification === null) return blank
  if (!renewal) return draftOf(qualification)
  return proposed(
    renewalOf(qualification, today),
    register.certificationTypes.find(type => type.id === qualification.certificationTypeId),
  )
}

type QualificationFormProps = {
  readonly practitionerId: PractitionerId
  /** Null: a new one. */
  readonly qualification: Qualification | null
  /** The form asks for the one that follows. */
  readonly renewal?: boolean
  readonly register: Register
  readonly close: () => void
}

/** Records or amends a certification. It does not count before it is verified. */
export function QualificationForm({ practitionerId, qualification, renewal = false, register, close }: QualificationFormProps) {
  const { client } = useDesk()
  const { today } = useWhere()
  const [draft, setDraft] = useState(() => firstDraft(qualification, renewal, register, today))
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const types = register.certificationTypes.filter(type => type.active || type.id === qualification?.certificationTypeId)
  const type = types.find(one => one.id === draft.typeId)
  const change = (part: Partial<Draft>) => {
    setDirty(true)
    setDraft(was => {
      const next = { ...was, ...part }
      return proposed(
        next,
        types.find(one => one.id === next.typeId),
      )
    })
  }
  const submit = () => {
    const { typeId, number, issuer, issued, expires, paper } = draft
    if (typeId === null || issued === null) {
      edit.setProblem({
        code: 'invalid',
        issues: [
          ...(typeId === null ? [{ path: 'certificationTypeId', message: qualificationText.fillType }] : []),
          ...(issued === null ? [{ path: 'issued', message: qualificationText.fillDate }] : []),
        ],
      })
      return
    }
    const fields = {
      practitionerId,
      certificationTypeId: typeId,
      number,
      issuer,
      issued,
      expires,
      status: qualification?.status ?? 'active',
      ...paper,
    } as const
    const name = type?.name ?? ''
    if (qualification === null) {
      edit.edit(
        preview => client.qualification.record({ ...fields, preview }),
        () => {
          screen.say(qualificationText.recorded(name))
          close()
        },
      )
    } else if (renewal) {
      edit.edit(
        preview =>
          client.qualification.renew({
            id: qualification.id,
            version: qualification.version,
            number,
            issuer,
            issued,
            expires,
            ...paper,
            preview,
          }),
        () => {
          screen.say(qualificationText.recorded(name))
          close()
        },
      )
    } else {
      edit.edit(
        preview => client.qualification.amend({ id: qualification.id, version: qualification.version, ...fields, preview }),
        () => {
          screen.say(qualificationText.saved(name))
          close()
        },
      )
    }
  }
  return (
    <div className="inset-form">
      <Form
        name={qualification === null ? qualificationText.newTitle : renewal ? qualificationText.renewTitle(type?.name ?? '') : (type?.name ?? '')}
        dirty={dirty}
        state={edit}
        submit={submit}
        cancel={close}
      >
        <Select
          label={qualificationText.type}
          required
          searchable
          allowDeselect={false}
          autoFocus={qualification === null}
          disabled={renewal}
          data={types.map(one => ({ value: one.id, label: one.name }))}
          value={draft.typeId}
          error={fieldError(edit.problem, 'certificationTypeId')}
          onChange={value => change({ typeId: types.find(one => one.id === value)?.id ?? null })}
        />
        <div className="field-row">
          <DateField
            label={qualificationText.issued}
            required
            value={draft.issued}
            today={today}
            error={fieldError(edit.problem, 'issued')}
            onChange={issued => change({ issued })}
          />
          <DateField
            label={qualificationText.expires}
            description={expiryHint(draft, type)}
            clearable
            value={draft.expires}
            today={today}
            error={fieldError(edit.problem, 'expires')}
            onChange={expires => change({ expires, ownExpiry: true })}
          />
        </div>
        <div className="field-row">
          <TextInput
            label={qualificationText.number}
            description={type === undefined || type.numberForm === null ? undefined : paperText.numberForm(numberFormWords[type.numberForm])}
            autoFocus={renewal}
            value={draft.number}
            error={fieldError(edit.problem, 'number')}
            onChange={event => change({ number: event.currentTarget.value })}
          />
          <TextInput
            label={qualificationText.issuer}
            value={draft.issuer}
            error={fieldError(edit.problem, 'issuer')}
            onChange={event => change({ issuer: event.currentTarget.value, ownIssuer: true })}
          />
        </div>
        <details className="more" open={qualification !== null}>
          <summary>{paperText.more}</summary>
          <div className="form">
            <PaperFields
              paper={draft.paper}
              type={type}
              holder={practitionerId}
              register={register}
              problem={edit.problem}
              change={part => change({ paper: { ...draft.paper, ...part } })}
            />
          </div>
        </details>
        {qualification !== null && <p className="quiet">{renewal ? qualificationText.renewHint : qualificationText.amendHint}</p>}
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
