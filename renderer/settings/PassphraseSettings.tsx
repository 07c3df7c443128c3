import { useState } from 'react'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'

const text = settingsText.security

/** A new passphrase for the encrypted file. */
export function PassphraseSettings() {
  const { client } = useDesk()
  const status = useRead(['system', 'status'], () => client.system.status({}))
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const state = useSave()
  const differs = again !== '' && again !== passphrase
  const submit = async () => {
    if (passphrase !== again) return state.setProblem({ code: 'invalid', issues: [{ path: 'again', message: text.differs }] })
    if ((await state.save(() => client.system.setPassphrase({ passphrase }))) === null) return
    setPassphrase('')
    setAgain('')
    screen.say(text.saved)
    status.again()
  }
  return (
    <div className="settings-form">
      <Section level={2} title={text.title} hint={text.hint}>
        {status.value !== null && <p>{status.value.hasPassphrase ? text.has : text.hasNot}</p>}
        <Form name={text.title} dirty={passphrase !== ''} state={state} submit={() => void submit()} submitLabel={text.save}>
          <SecretField
            label={text.passphrase}
            description={text.passphraseHint}
            required
            autoComplete="new-password"
            value={passphrase}
            error={fieldError(state.problem, 'passphrase')}
            onChange={event => setPassphrase(event.currentTarget.value)}
          />
          <SecretField
            label={text.again}
            required
            autoComplete="new-password"
            value={again}
            error={fieldError(state.problem, 'again') ?? (differs ? text.differs : undefined)}
            onChange={event => setAgain(event.currentTarget.value)}
          />
        </Form>
      </Section>
    </div>
  )
}
