import { Anchor, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { signInText } from '../../shared/text/en/signIn.ts'
import { client } from '../client.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { useSave } from '../ui/useSave.ts'
import { Door, type Status } from './Door.tsx'

type UnlockScreenProps = { readonly status: Status; readonly done: () => void }

/** Opens the encrypted practice with its passphrase, or with the key that was put away. */
export function UnlockScreen({ status, done }: UnlockScreenProps) {
  const [kind, setKind] = useState<'passphrase' | 'recovery-key'>(status.hasPassphrase ? 'passphrase' : 'recovery-key')
  const [secret, setSecret] = useState('')
  const { save, saving, problem, setProblem } = useSave()

  const open = async () => {
    const answer = await save(() => client.system.unlock({ secret: secret.trim(), kind }))
    if (answer !== null) done()
  }
  const turn = () => {
    setKind(kind === 'passphrase' ? 'recovery-key' : 'passphrase')
    setSecret('')
    setProblem(null)
  }
  return (
    <Door status={status} title={signInText.unlockTitle(status.practiceName)}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void open()
        }}
        noValidate
      >
        <ProblemNotice problem={problem} />
        {kind === 'passphrase' ? (
          <SecretField
            key="passphrase"
            size="sm"
            autoFocus
            label={signInText.passphrase}
            description={signInText.unlockHint}
            autoComplete="current-password"
            value={secret}
            onChange={event => setSecret(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key="recovery"
            size="sm"
            autoFocus
            label={signInText.recoveryKey}
            description={signInText.recoveryHint}
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={event => setSecret(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="sm" loading={saving} disabled={secret.trim() === ''}>
          {signInText.open}
        </Button>
        {status.hasPassphrase && (
          <Anchor component="button" type="button" onClick={turn}>
            {kind === 'passphrase' ? signInText.useRecovery : signInText.usePassphrase}
          </Anchor>
        )}
      </form>
    </Door>
  )
}
