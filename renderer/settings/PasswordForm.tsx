import { useState } from 'react'
import type { Account } from '../../shared/domain/person.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { useSave } from '../ui/useSave.ts'

const text = settingsText.accounts

/** Gives somebody a new password; wherever they are signed in, they are signed out. */
export function PasswordForm({ account }: { readonly account: Account }) {
  const { client } = useDesk()
  const [password, setPassword] = useState('')
  const state = useSave()
  const submit = async () => {
    if ((await state.save(() => client.account.setPassword({ id: account.id, password }))) === null) return
    setPassword('')
    screen.say(text.passwordSaved(account.displayName))
  }
  return (
    <div className="inset-form">
      <Form
        name={text.newPassword}
        dirty={password !== ''}
        state={state}
        submit={() => void submit()}
        submitLabel={text.setPassword}
        hold={password === '' ? text.passwordHint : null}
      >
        <SecretField
          label={text.newPassword}
          description={text.passwordHint}
          autoComplete="new-password"
          value={password}
          error={fieldError(state.problem, 'password')}
          onChange={event => setPassword(event.currentTarget.value)}
        />
      </Form>
    </div>
  )
}
