import { Button, Fieldset, TagsInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { firstRunText } from '../../shared/text/en/firstRun.ts'
import { placeText } from '../../shared/text/en/settings.ts'
import { client } from '../client.ts'
import { beginSession } from '../frame/session.ts'
import { LocationFields } from '../settings/LocationFields.tsx'
import type { Status } from '../signIn/Door.tsx'
import { Mark } from '../signIn/Mark.tsx'
import { fieldError } from '../ui/fieldError.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SecretField } from '../ui/SecretField.tsx'
import { useSave } from '../ui/useSave.ts'
import { emptyDraft, type FirstRunDraft, inputOf, newSite, type SiteDraft } from './firstRunDraft.ts'
import { RecoveryKey } from './RecoveryKey.tsx'
import { usernameFrom } from './usernameFrom.ts'
import './firstRun.css'

type FirstRunProps = { readonly status: Status; readonly done: () => void }
type PartProps = {
  readonly draft: FirstRunDraft
  readonly change: (part: Partial<FirstRunDraft>) => void
  readonly errorOf: (path: string) => string | undefined
}

function PracticePart({ draft, change, errorOf }: PartProps) {
  return (
    <Fieldset legend={firstRunText.practiceTitle} className="first-part">
      <div className="field-row">
        <TextInput
          label={firstRunText.name}
          description={firstRunText.nameHint}
          required
          autoFocus
          value={draft.name}
          error={errorOf('practice.name')}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={firstRunText.telephone}
          description={firstRunText.telephoneHint}
          type="tel"
          value={draft.telephone}
          error={errorOf('practice.telephone')}
          onChange={event => change({ telephone: event.currentTarget.value })}
        />
      </div>
    </Fieldset>
  )
}

function SitePart({ draft, change, errorOf }: PartProps) {
  const put = (index: number, part: Partial<SiteDraft>) =>
    change({ sites: draft.sites.map((site, at) => (at === index ? { ...site, ...part } : site)) })
  return (
    <>
      {draft.sites.map((site, index) => (
        <Fieldset key={site.key} legend={firstRunText.locationTitle(draft.sites.length, index)} className="first-part">
          <LocationFields
            draft={site}
            change={part => put(index, part)}
            errorOf={field => errorOf(`locations.${index}.${field}`)}
          />
          <TagsInput
            size="xs"
            label={placeText.rooms}
            description={placeText.roomsHint}
            placeholder={site.rooms.length === 0 ? placeText.roomsPlaceholder : ''}
            acceptValueOnBlur
            value={[...site.rooms]}
            onChange={rooms => put(index, { rooms })}
            error={errorOf(`locations.${index}.rooms`)}
          />
          {draft.sites.length > 1 && (
            <div>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => change({ sites: draft.sites.filter((_, at) => at !== index) })}
              >
                {firstRunText.removeLocation}
              </Button>
            </div>
          )}
        </Fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<PlusIcon size={14} />}
          onClick={() => change({ sites: [...draft.sites, newSite(draft.sites.length)] })}
        >
          {firstRunText.addLocation}
        </Button>
      </div>
    </>
  )
}

function AccountPart({ draft, change, errorOf }: PartProps) {
  const [ownUsername, setOwnUsername] = useState(false)
  return (
    <Fieldset legend={firstRunText.accountTitle} className="first-part">
      <p className="quiet">{firstRunText.accountHint}</p>
      <div className="field-row">
        <TextInput
          label={firstRunText.displayName}
          description={firstRunText.displayNameHint}
          required
          autoComplete="name"
          value={draft.displayName}
          error={errorOf('lead.displayName')}
          onChange={event =>
            change({
              displayName: event.currentTarget.value,
              ...(ownUsername ? {} : { username: usernameFrom(event.currentTarget.value) }),
            })
          }
        />
        <TextInput
          label={firstRunText.username}
          description={firstRunText.usernameHint}
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={draft.username}
          error={errorOf('lead.username')}
          onChange={event => {
            setOwnUsername(true)
            change({ username: event.currentTarget.value })
          }}
        />
        <SecretField
          label={firstRunText.password}
          description={firstRunText.passwordHint}
          required
          autoComplete="new-password"
          value={draft.password}
          error={errorOf('lead.password')}
          onChange={event => change({ password: event.currentTarget.value })}
        />
      </div>
    </Fieldset>
  )
}

function StorePart({ draft, change, errorOf, needsPassphrase }: PartProps & { readonly needsPassphrase: boolean }) {
  return (
    <>
      {needsPassphrase && (
        <Fieldset legend={firstRunText.protectTitle} className="first-part">
          <SecretField
            label={firstRunText.passphrase}
            description={firstRunText.passphraseHint}
            required
            autoComplete="new-password"
            value={draft.passphrase}
            error={errorOf('passphrase')}
            onChange={event => change({ passphrase: event.currentTarget.value })}
          />
        </Fieldset>
      )}
      <details className="first-several" open={errorOf('postgresUrl') !== undefined || undefined}>
        <summary>{firstRunText.severalTitle}</summary>
        <TextInput
          label={firstRunText.postgres}
          description={firstRunText.severalHint}
          placeholder={firstRunText.postgresExample}
          spellCheck={false}
          autoComplete="off"
          value={draft.postgresUrl}
          error={errorOf('postgresUrl')}
          onChange={event => change({ postgresUrl: event.currentTarget.value })}
        />
      </details>
    </>
  )
}

function DemoDoor({ done }: { readonly done: () => void }) {
  const { save, saving, problem } = useSave()
  const enter = async () => {
    if ((await save(() => client.system.tryDemo({}))) !== null) done()
  }
  return (
    <aside className="first-demo" aria-labelledby="demo-door">
      <h2 id="demo-door">{firstRunText.demoTitle}</h2>
      <p>{firstRunText.demoHint}</p>
      <ProblemNotice problem={problem} />
      <div className="button-row">
        <Button variant="default" loading={saving} onClick={() => void enter()}>
          {firstRunText.demoGo}
        </Button>
      </div>
      <p className="quiet">{firstRunText.demoAgain}</p>
    </aside>
  )
}

/** The first thing that a new practice sees: a page of short questions, then the key to put away. */
export function FirstRun({ status, done }: FirstRunProps) {
  const [draft, setDraft] = useState(emptyDraft)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const { save, saving, problem, setProblem } = useSave()
  const needsPassphrase = status.keyStore === 'unavailable'
  const parts: PartProps = {
    draft,
    change: part => setDraft(was => ({ ...was, ...part })),
    errorOf: path => fieldError(problem, path),
  }

  useEffect(() => {
    if (problem?.code === 'invalid') document.querySelector<HTMLElement>('.first-run [aria-invalid="true"]')?.focus()
  }, [problem])

  const create = async () => {
    const input = inputOf(draft, needsPassphrase)
    if (!input.ok) return setProblem(input.problem)
    const made = await save(() => client.system.create(input.value))
    if (made !== null) setRecoveryKey(made.recoveryKey)
  }
  const enter = async () => {
    const answer = await save(() => client.session.signIn({ username: draft.username.trim(), password: draft.password }))
    if (answer !== null) beginSession(answer.session, { account: answer.account, permissions: answer.permissions })
    done()
  }
  if (recoveryKey !== null)
    return <RecoveryKey practiceName={draft.name} recoveryKey={recoveryKey} opening={saving} done={() => void enter()} />
  return (
    <main className="first-run">
      <header className="door-head">
        <Mark />
        <div>
          <h1>{firstRunText.title}</h1>
          <p className="quiet">
            {frameText.product} · {firstRunText.lead}
          </p>
        </div>
      </header>
      <div className="first-columns">
        <form
          className="form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void create()
          }}
        >
          <PracticePart {...parts} />
          <SitePart {...parts} />
          <AccountPart {...parts} />
          <StorePart {...parts} needsPassphrase={needsPassphrase} />
          <ProblemNotice problem={problem} />
          <div className="button-row">
            <Button type="submit" size="sm" loading={saving}>
              {firstRunText.create}
            </Button>
          </div>
        </form>
        <DemoDoor done={done} />
      </div>
    </main>
  )
}
