import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../../shared/domain/problem.ts'
import { purposes } from '../../shared/domain/rules/jurisdiction.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { useSave } from '../ui/useSave.ts'
import { CompetenceChoice, type Named } from './CompetenceChoice.tsx'
import { ProductIntervals } from './ProductIntervals.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { SupervisionFields } from './SupervisionFields.tsx'

const text = settingsText.services
type Fields = Omit<ServiceType, 'id' | 'version' | 'status'>
type Change = (part: Partial<Fields>) => void
const blank: Fields = {
  name: '',
  minutes: 30,
  competences: [],
  roles: [],
  supervision: null,
  needsRoom: true,
  minimumIntervalDays: 84,
  productIntervals: [],
  labelStatus: 'on-label',
  purpose: 'unknown',
  physiotherapy: false,
  note: '',
}
const labels: readonly ServiceType['labelStatus'][] = ['on-label', 'off-label', 'cosmetic']

function Fieldsets({
  fields,
  change,
  all,
  problem,
}: {
  readonly fields: Fields
  readonly change: Change
  readonly all: Named
  readonly problem: Problem | null
}) {
  return (
    <>
      <div className="field-row">
        <TextInput
          label={text.name}
          description={text.nameHint}
          required
          autoFocus
          value={fields.name}
          error={fieldError(problem, 'name')}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <NumberInput
          label={text.minutes}
          required
          min={5}
          max={720}
          allowDecimal={false}
          value={fields.minutes}
          error={fieldError(problem, 'minutes')}
          onChange={value => change({ minutes: typeof value === 'number' ? value : 0 })}
        />
        <NumberInput
          label={text.interval}
          description={text.intervalHint}
          min={1}
          max={730}
          allowDecimal={false}
          value={fields.minimumIntervalDays ?? ''}
          error={fieldError(problem, 'minimumIntervalDays')}
          onChange={value => change({ minimumIntervalDays: typeof value === 'number' ? value : null })}
        />
        <NativeSelect
          label={text.label}
          value={fields.labelStatus}
          data={labels.map(value => ({ value, label: text.labels[value] }))}
          onChange={event => change({ labelStatus: labels.find(value => value === event.currentTarget.value) ?? 'on-label' })}
        />
        <NativeSelect
          label={text.purpose}
          description={fields.purpose === 'unknown' ? text.purposeUnknown : undefined}
          value={fields.purpose}
          data={purposes.map(value => ({ value, label: text.purposes[value] }))}
          onChange={event => change({ purpose: purposes.find(value => value === event.currentTarget.value) ?? 'unknown' })}
        />
      </div>
      <CompetenceChoice
        label={text.competences}
        hint={fields.competences.length === 0 ? text.noCompetences : text.competencesHint}
        all={all}
        value={fields.competences}
        change={competences => change({ competences })}
        error={fieldError(problem, 'competences')}
      />
      <RoleChoice
        label={text.roles}
        hint={text.rolesHint}
        value={fields.roles}
        change={next => change({ roles: next })}
        error={fieldError(problem, 'roles')}
      />
      <ProductIntervals value={fields.productIntervals} change={productIntervals => change({ productIntervals })} problem={problem} />
      <SupervisionFields value={fields.supervision} change={supervision => change({ supervision })} all={all} />
      <Switch
        size="xs"
        label={text.needsRoom}
        checked={fields.needsRoom}
        onChange={event => change({ needsRoom: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={text.physiotherapy}
        checked={fields.physiotherapy}
        onChange={event => change({ physiotherapy: event.currentTarget.checked })}
      />
      <Textarea
        label={text.note}
        description={text.noteHint}
        value={fields.note}
        error={fieldError(problem, 'note')}
        onChange={event => change({ note: event.currentTarget.value })}
      />
    </>
  )
}

type ServiceFormProps = { readonly service: ServiceType | null; readonly competences: Named; readonly close: () => void }

/** What a service takes, and its approval. Both show first which visits they touch. */
export function ServiceForm({ service, competences, close }: ServiceFormProps) {
  const { client, may } = useDesk()
  const [fields, setFields] = useState<Fields>(service ?? blank)
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const recording = useSave()
  const state = service === null ? recording : edit
  const refusal = may('service.write') ? null : text.onlyLead
  const change: Change = part => {
    setFields(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const { name, minutes, competences: required, roles: allowed, supervision, needsRoom, minimumIntervalDays, productIntervals, labelStatus, purpose, physiotherapy, note } = fields
  const sent = { name, minutes, competences: required, roles: allowed, supervision, needsRoom, minimumIntervalDays, productIntervals, labelStatus, purpose, physiotherapy, note }
  const saved = () => {
    screen.say(text.saved(name))
    close()
  }
  const submit = async () => {
    if (service !== null)
      return edit.edit(preview => client.serviceType.amend({ id: service.id, version: service.version, ...sent, preview }), saved)
    if ((await recording.save(() => client.serviceType.record(sent))) !== null) saved()
  }
  const setStatus = (status: ServiceType['status']) => {
    if (service !== null)
      edit.edit(
        preview => client.serviceType.setStatus({ id: service.id, version: service.version, status, preview }),
        () => screen.say(text.statusSaved(service.name, text.statuses[status])),
      )
  }
  const statusButton = (status: ServiceType['status'], label: string) => (
    <MayButton
      key={status}
      type="button"
      variant={status === 'approved' ? 'light' : 'default'}
      refusal={refusal}
      disabled={dirty}
      onClick={() => setStatus(status)}
    >
      {label}
    </MayButton>
  )
  return (
    <div className="inset-form">
      <Section title={service === null ? text.newTitle : service.name}>
        {service !== null && <p className="quiet">{text.statusHint[service.status]}</p>}
        <Form
          name={service === null ? text.newTitle : service.name}
          dirty={dirty}
          state={state}
          submit={() => void submit()}
          cancel={close}
          hold={refusal}
          more={
            service === null ? null : (
              <>
                {service.status !== 'approved' && statusButton('approved', text.approve)}
                {service.status !== 'draft' && statusButton('draft', text.toDraft)}
                {service.status !== 'retired' && statusButton('retired', text.retire)}
              </>
            )
          }
        >
          <Fieldsets fields={fields} change={change} all={competences} problem={state.problem} />
        </Form>
      </Section>
      <ImpactDialog edit={edit} />
    </div>
  )
}
