import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { accountRoles } from '../../shared/domain/person.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { accountRoleWords } from '../../shared/text/en/names.ts'
import { signInText } from '../../shared/text/en/signIn.ts'
import { client } from '../client.ts'
import { fetchFirstScreen } from '../frame/Screens.tsx'
import { beginSession, useSession } from '../frame/session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { useSave } from '../ui/useSave.ts'
import { Door, type Status } from './Door.tsx'

/** The demo names its roles by their codes. */
function roleWord(code: string): string {
  const role = accountRoles.find(one => one === code)
  return role === undefined ? code : accountRoleWords[role]
}

type Credentials = { readonly username: string; readonly password: string }

/** Who is it? In the demo practice one simply chooses. */
export function SignInScreen({ status }: { readonly status: Status }) {
  const last = useSession(state => state.signedIn)
  const [username, setUsername] = useState(last?.account.username ?? '')
  const [password, setPassword] = useState('')
  const { save, saving, problem } = useSave()
  useEffect(fetchFirstScreen, [])

  const enter = async (credentials: Credentials) => {
    const answer = await save(() => client.session.signIn(credentials))
    if (answer === null) return setPassword('')
    beginSession(answer.session, { account: answer.account, permissions: answer.permissions })
  }
  return (
    <Door status={status} title={signInText.title}>
      {last !== null && <p className="quiet">{signInText.welcomeBack(last.account.displayName)}</p>}
      {status.demoAccounts.length > 0 && (
        <section className="section" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{signInText.demoTitle}</h2>
          <p className="quiet">{signInText.demoHint}</p>
          <ul className="demo-accounts">
            {status.demoAccounts.map(account => (
              <li key={account.username}>
                <UnstyledButton
                  className="demo-account"
                  disabled={saving}
                  onClick={() => void enter({ username: account.username, password: account.password })}
                >
                  <span className="demo-account-role">{roleWord(account.role)}</span>
                  <span className="quiet">{account.displayName}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void enter({ username: username.trim(), password })
        }}
        noValidate
      >
        <ProblemNotice problem={problem} />
        <TextInput
          size="sm"
          label={signInText.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          autoFocus={last === null}
          value={username}
          onChange={event => setUsername(event.currentTarget.value)}
        />
        <SecretField
          size="sm"
          label={signInText.password}
          autoComplete="current-password"
          autoFocus={last !== null}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={saving} disabled={username.trim() === '' || password === ''}>
          {signInText.enter}
        </Button>
      </form>
      <p className="quiet door-foot">
        {frameText.product} · {signInText.version(status.version)}
      </p>
    </Door>
  )
}
