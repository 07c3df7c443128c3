import { ActionIcon, Button, Input, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Practitioner, type PractitionerRole, type Role, roles } from '../../shared/domain/person.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { fullName, roleWords } from '../../shared/text/en/names.ts'
import { personText, staffText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { Section } from '../ui/Section.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { useSave } from '../ui/useSave.ts'

type Fields = Omit<Practitioner, 'id' | 'version'>
type Change = (part: Partial<Fields>) => void

const isRole = (text: string): text is Role => roles.some(role => role === text)
const newRole: PractitionerRole = { role: 'nurse-practitioner', locationId: null, from: null, through: null }
const blank: Fields = { name: { given: '', family: '' }, telephone: '', roles: [newRole], active: true }

type RoleLineProps = {
  readonly value: PractitionerRole
  readonly change: (value: PractitionerRole) => void
  readonly remove: () => void
  readonly error: string | undefined
}

function RoleLine({ value, change, remove, error }: RoleLineProps) {
  const { locations, today } = useWhere()
  return (
    <div className="field-row">
      <NativeSelect
        label={personText.role}
        value={value.role}
        data={roles.map(role => ({ value: role, label: roleWords[role] }))}
        onChange={event => {
          if (isRole(event.currentTarget.value)) change({ ...value, role: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={personText.at}
        value={value.locationId ?? ''}
        data={[
          { value: '', label: personText.everywhere },
          ...locations.map(location => ({ value: location.id, label: location.name })),
        ]}
        onChange={event =>
          change({ ...value, locationId: locations.find(location => location.id === event.currentTarget.value)?.id ?? null })
        }
      />
      <DateField
        label={personText.from}
        clearable
        value={value.from}
        today={today}
        onChange={from => change({ ...value, from })}
      />
      <DateField
        label={personText.through}
        clearable
        value={value.through}
        today={today}
        onChange={through => change({ ...value, through })}
        error={error}
      />
      <ActionIcon
        className="fixed"
        mt={24}
        variant="subtle"
        color="gray"
        size={26}
        aria-label={personText.removeRole(roleWords[value.role])}
        onClick={remove}
      >
        <CloseIcon size={14} />
      </ActionIcon>
    </div>
  )
}

function PersonFields({
  fields,
  change,
  problem,
}: {
  readonly fields: Fields
  readonly change: Change
  readonly problem: Problem | null
}) {
  const put = (index: number, role: PractitionerRole) =>
    change({ roles: fields.roles.map((one, at) => (at === index ? role : one)) })
  return (
    <>
      <div className="field-row">
        <TextInput
          label={personText.given}
          data-autofocus
          autoFocus
          value={fields.name.given}
          error={fieldError(problem, 'name')}
          onChange={event => change({ name: { ...fields.name, given: event.currentTarget.value } })}
        />
        <TextInput
          label={personText.family}
          value={fields.name.family}
          onChange={event => change({ name: { ...fields.name, family: event.currentTarget.value } })}
        />
        <TextInput
          label={personText.telephone}
          type="tel"
          value={fields.telephone}
          error={fieldError(problem, 'telephone')}
          onChange={event => change({ telephone: event.currentTarget.value })}
        />
      </div>
      <Input.Wrapper
        label={personText.roles}
        labelElement="div"
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        className="group-field"
        description={personText.rolesHint}
      >
        <div className="form" role="group" aria-label={personText.roles}>
          {fields.roles.map((role, index) => (
            <RoleLine
              key={index}
              value={role}
              error={fieldError(problem, `roles.${index}`)}
              change={value => put(index, value)}
              remove={() => change({ roles: fields.roles.filter((_, at) => at !== index) })}
            />
          ))}
          <div>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<PlusIcon size={12} />}
              onClick={() => change({ roles: [...fields.roles, newRole] })}
            >
              {personText.addRole}
            </Button>
          </div>
        </div>
      </Input.Wrapper>
    </>
  )
}

type NewProps = { readonly close: () => void; readonly added: (practitioner: Practitioner) => void }

/** Adds somebody to the staff list. */
export function NewPractitioner({ close, added }: NewProps) {
  const { client } = useDesk()
  const [fields, setFields] = useState(blank)
  const state = useSave()
  const submit = async () => {
    const saved = await state.save(() => client.practitioner.record(fields))
    if (saved === null) return
    screen.say(personText.saved(fullName(saved.name)))
    added(saved)
  }
  return (
    <div className="inset-form">
      <Section title={staffText.newPerson} level={2}>
        <Form name={staffText.newPerson} dirty={fields !== blank} state={state} submit={() => void submit()} cancel={close}>
          <PersonFields fields={fields} change={part => setFields(was => ({ ...was, ...part }))} problem={state.problem} />
        </Form>
      </Section>
    </div>
  )
}

type EditProps = { readonly practitioner: Practitioner; readonly close: () => void }

/** Changes name, roles, and whether somebody works here; the visits it touches are shown first. */
export function EditPractitioner({ practitioner, close }: EditProps) {
  const { client } = useDesk()
  const { id, version, ...before } = practitioner
  const [fields, setFields] = useState<Fields>(before)
  const [dirty, setDirty] = useState(false)
  const edit = useStaffingEdit()
  const change: Change = part => {
    setFields(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const submit = () =>
    edit.edit(
      preview => client.practitioner.amend({ id, version, ...fields, preview }),
      () => {
        screen.say(personText.saved(fullName(fields.name)))
        close()
      },
    )
  return (
    <div className="inset-form">
      <Form name={fullName(practitioner.name)} dirty={dirty} state={edit} submit={submit} cancel={close}>
        <PersonFields fields={fields} change={change} problem={edit.problem} />
        <Switch
          size="xs"
          label={personText.active}
          description={personText.activeHint}
          checked={fields.active}
          onChange={event => change({ active: event.currentTarget.checked })}
        />
      </Form>
      <ImpactDialog edit={edit} />
    </div>
  )
}
