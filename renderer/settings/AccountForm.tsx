import { NativeSelect, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Account, accountRoles, type Practitioner } from '../../shared/domain/person.ts'
import { accountRoleWords, fullName } from '../../shared/text/en/names.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'

const text = settingsText.accounts
type Fields = Omit<Account, 'id' | 'version'>
const blank: Fields = { username: '', displayName: '', role: 'front-desk', practitionerId: null, active: true }

type AccountFormProps = {
  readonly account: Account | null
  readonly practitioners: readonly Practitioner[]
  readonly close: () => void
}

/** Who somebody is here and what they may do. */
export function AccountForm({ account, practitioners, close }: AccountFormProps) {
  const { client } = useDesk()
  const [fields, setFields] = useState<Fields>(account ?? blank)
  const [password, setPassword] = useState('')
  const [dirty, setDirty] = useState(false)
  const state = useSave()
  const change = (part: Partial<Fields>) => {
    setFields(was => ({ ...was, ...part }))
    setDirty(true)
  }
  const { username, displayName, role, practitionerId, active } = fields
  const submit = async () => {
    const sent = { username: username.trim(), displayName: displayName.trim(), role, practitionerId, active }
    const saved = await state.save(() =>
      account === null
        ? client.account.record({ ...sent, password })
        : client.account.amend({ id: account.id, version: account.version, ...sent }),
    )
    if (saved === null) return
    screen.say(text.saved(saved.displayName))
    close()
  }
  return (
    <div className="inset-form">
      <Section title={account === null ? text.newTitle : account.displayName}>
        <Form
          name={account === null ? text.newTitle : account.displayName}
          dirty={dirty}
          state={state}
          submit={() => void submit()}
          cancel={close}
        >
          <div className="field-row">
            <TextInput
              label={text.displayName}
              description={text.displayNameHint}
              required
              autoFocus
              autoComplete="off"
              value={displayName}
              error={fieldError(state.problem, 'displayName')}
              onChange={event => change({ displayName: event.currentTarget.value })}
            />
            <TextInput
              label={text.username}
              required
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              error={fieldError(state.problem, 'username')}
              onChange={event => change({ username: event.currentTarget.value })}
            />
          </div>
          <div className="field-row">
            <NativeSelect
              label={text.role}
              description={text.roleHints[role]}
              value={role}
              data={accountRoles.map(value => ({ value, label: accountRoleWords[value] }))}
              error={fieldError(state.problem, 'role')}
              onChange={event =>
                change({ role: accountRoles.find(value => value === event.currentTarget.value) ?? 'front-desk' })
              }
            />
            <Select
              label={text.practitioner}
              description={text.practitionerHint}
              searchable
              clearable
              placeholder={text.noPractitioner}
              data={practitioners.map(one => ({ value: one.id, label: fullName(one.name) }))}
              value={practitionerId}
              error={fieldError(state.problem, 'practitionerId')}
              onChange={value => change({ practitionerId: practitioners.find(one => one.id === value)?.id ?? null })}
            />
          </div>
          {account === null && (
            <SecretField
              label={text.password}
              description={text.passwordHint}
              required
              autoComplete="new-password"
              value={password}
              error={fieldError(state.problem, 'password')}
              onChange={event => {
                setPassword(event.currentTarget.value)
                setDirty(true)
              }}
            />
          )}
          {account !== null && (
            <Switch
              size="xs"
              label={text.active}
              checked={active}
              onChange={event => change({ active: event.currentTarget.checked })}
            />
          )}
        </Form>
      </Section>
    </div>
  )
}
