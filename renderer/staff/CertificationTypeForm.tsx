import { Button, MultiSelect, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CertificationType, type Competence, type ExpiryRule, plainType } from '../../shared/domain/certification.ts'
import { monthWords } from '../../shared/text/en/dates.ts'
import { typeText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { useSave } from '../ui/useSave.ts'
import type { Register } from './register.ts'
import { TypeRules } from './TypeRules.tsx'

type Fields = Omit<CertificationType, 'id' | 'version'>
const blank: Fields = { name: '', issuer: '', competences: [], expiry: { kind: 'months', months: 24 }, active: true, ...plainType }
const expiryStart: Readonly<Record<ExpiryRule['kind'], ExpiryRule>> = {
  never: { kind: 'never' },
  months: { kind: 'months', months: 24 },
  'fixed-date': { kind: 'fixed-date', month: 12, day: 31 },
}
const kinds: readonly ExpiryRule['kind'][] = ['months', 'fixed-date', 'never']
const wholeNumber = (value: number | string, otherwise: number): number =>
  typeof value === 'number' ? Math.round(value) : otherwise

function ExpiryFields({ rule, change }: { readonly rule: ExpiryRule; readonly change: (rule: ExpiryRule) => void }) {
  return (
    <div className="field-row">
      <NativeSelect
        label={typeText.expiry}
        value={rule.kind}
        data={kinds.map(kind => ({ value: kind, label: typeText.expiryKinds[kind] }))}
        onChange={event => change(expiryStart[kinds.find(kind => kind === event.currentTarget.value) ?? 'months'])}
      />
      {rule.kind === 'months' && (
        <NumberInput
          label={typeText.months}
          min={1}
          max={600}
          value={rule.months}
          onChange={value => change({ kind: 'months', months: wholeNumber(value, 1) })}
        />
      )}
      {rule.kind === 'fixed-date' && (
        <>
          <NumberInput
            label={typeText.day}
            min={1}
            max={31}
            value={rule.day}
            onChange={value => change({ ...rule, day: wholeNumber(value, 1) })}
          />
          <NativeSelect
            label={typeText.month}
            value={String(rule.month)}
            data={monthWords.map((word, index) => ({ value: String(index + 1), label: word }))}
            onChange={event => change({ ...rule, month: Number(event.currentTarget.value) })}
          />
        </>
      )}
    </div>
  )
}

function CompetenceFields({
  register,
  value,
  change,
  error,
}: {
  readonly register: Register
  readonly value: readonly Competence[]
  readonly change: (value: readonly Competence[]) => void
  readonly error: string | undefined
}) {
  const { client } = useDesk()
  const [label, setLabel] = useState<string | null>(null)
  const state = useSave()
  const add = async () => {
    const made = await state.save(() => client.competence.record({ label: label?.trim() ?? '' }))
    if (made === null) return
    screen.say(typeText.competenceSaved(made.label))
    setLabel(null)
    change([...value, made.code])
  }
  return (
    <>
      <div className="field-row">
        <MultiSelect
          size="xs"
          label={typeText.competences}
          description={typeText.competencesHint}
          searchable
          data={register.competences.map(one => ({ value: one.code, label: one.label }))}
          value={[...value]}
          error={error}
          onChange={codes => change(register.competences.filter(one => codes.includes(one.code)).map(one => one.code))}
        />
        {label === null && (
          <Button className="fixed" mt={23} variant="default" onClick={() => setLabel('')}>
            {typeText.newCompetence}
          </Button>
        )}
      </div>
      {label !== null && (
        <div className="form">
          <ProblemNotice problem={state.problem?.code === 'invalid' ? null : state.problem} />
          <TextInput
            label={typeText.competenceLabel}
            description={typeText.competenceHint}
            autoFocus
            value={label}
            error={fieldError(state.problem, 'label')}
            onChange={event => setLabel(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Enter') {
                event.preventDefault()
                void add()
              }
            }}
          />
          <div className="button-row">
            <Button variant="light" loading={state.saving} disabled={label.trim() === ''} onClick={() => void add()}>
              {typeText.newCompetence}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

type CertificationTypeFormProps = {
  readonly type: CertificationType | null
  readonly register: Register
  readonly close: () => void
}

/** What a kind of certificate certifies for, who issues it, and how it ends. */
export function CertificationTypeForm({ type, register, close }: CertificationTypeFormProps) {
  const { client } = useDesk()
  const [fields, setFields] = useState<Fields>(type ?? blank)
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const recording = useSave()
  const state = type === null ? recording : edit
  const change = (part: Partial<Fields>) => {
    setFields(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const { name, issuer, competences, expiry, active } = fields
  const saved = () => {
    screen.say(typeText.saved(name))
    close()
  }
  const submit = async () => {
    if (type !== null)
      return edit.edit(
        preview =>
          client.certificationType.amend({
            ...fields,
            id: type.id,
            version: type.version,
            preview,
          }),
        saved,
      )
    if ((await recording.save(() => client.certificationType.record(fields))) !== null) saved()
  }
  return (
    <div className="inset-form">
      <Form
        name={type === null ? typeText.newTitle : type.name}
        dirty={dirty}
        state={state}
        submit={() => void submit()}
        cancel={close}
      >
        <div className="field-row">
          <TextInput
            label={typeText.name}
            description={typeText.nameHint}
            required
            autoFocus
            value={name}
            error={fieldError(state.problem, 'name')}
            onChange={event => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={typeText.issuer}
            value={issuer}
            error={fieldError(state.problem, 'issuer')}
            onChange={event => change({ issuer: event.currentTarget.value })}
          />
        </div>
        <CompetenceFields
          register={register}
          value={competences}
          change={next => change({ competences: next })}
          error={fieldError(state.problem, 'competences')}
        />
        <ExpiryFields rule={expiry} change={next => change({ expiry: next })} />
        {type !== null && (
          <Switch
            size="xs"
            label={typeText.active}
            description={typeText.activeHint}
            checked={active}
            onChange={event => change({ active: event.currentTarget.checked })}
          />
        )}
        <TypeRules fields={fields} change={change} />
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
