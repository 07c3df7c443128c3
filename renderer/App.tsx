import { Activity, useEffect, useMemo } from 'react'
import type { Permission } from '../shared/domain/permission.ts'
import { frameText } from '../shared/text/en/frame.ts'
import { signInText } from '../shared/text/en/signIn.ts'
import { client, type Desk, DeskContext, useRead } from './client.ts'
import { useConnection } from './frame/connection.ts'
import { Frame } from './frame/Frame.tsx'
import { host } from './frame/link.ts'
import { onDemand } from './frame/onDemand.tsx'
import { confirmSession, endSession, type SignedIn, useSession } from './frame/session.ts'
import { useChanges } from './frame/useChanges.ts'
import { SignInScreen } from './signIn/SignInScreen.tsx'
import { UnlockScreen } from './signIn/UnlockScreen.tsx'
import { LoadingState } from './ui/LoadingState.tsx'
import { ProblemNotice } from './ui/ProblemNotice.tsx'

const FirstRun = onDemand(() => import('./firstRun/FirstRun.tsx').then(module => module.FirstRun))

/** Finds out to whom a session kept by this window belongs, after a reload. */
function useFoundSession(open: boolean): boolean {
  const token = useSession(state => state.token)
  const known = useSession(state => state.present)
  const wanted = open && token !== null && !known
  useEffect(() => {
    if (!wanted) return
    void client.session.current({}).then(answer => (answer.ok ? confirmSession(answer.value) : endSession()))
  }, [wanted])
  return wanted
}

function SignedInFrame({ signedIn, demo }: { readonly signedIn: SignedIn; readonly demo: boolean }) {
  useChanges()
  const desk = useMemo<Desk>(
    () => ({
      client,
      account: signedIn.account,
      host,
      may: (permission: Permission) => permission === 'public' || signedIn.permissions.includes(permission),
    }),
    [signedIn],
  )
  return (
    <DeskContext value={desk}>
      <Frame demo={demo} />
    </DeskContext>
  )
}

/** Decides which of the four doors is shown: first run, locked, sign-in, or the practice itself. */
export function App() {
  const status = useRead(['system', 'status'], () => client.system.status({}))
  const { again } = status
  const generation = useConnection(state => state.generation)
  const statusWanted = useConnection(state => state.statusWanted)
  const { signedIn, present } = useSession()
  const looking = useFoundSession(status.value?.state === 'open')
  const accountId = signedIn?.account.id

  useEffect(() => {
    if (generation + statusWanted > 0) again()
  }, [generation, statusWanted, again])

  if (status.value === null) {
    return (
      <main className="door">
        {status.problem === null ? (
          <LoadingState label={frameText.starting} />
        ) : (
          <>
            <h1>{signInText.cannotReach}</h1>
            <ProblemNotice problem={status.problem} again={again} />
          </>
        )}
      </main>
    )
  }
  if (status.value.state === 'first-run')
    return <FirstRun status={status.value} done={again} />
  if (status.value.state === 'locked') return <UnlockScreen status={status.value} done={again} />
  return (
    <>
      {signedIn !== null && (
        <Activity mode={present ? 'visible' : 'hidden'}>
          <SignedInFrame key={accountId} signedIn={signedIn} demo={status.value.demo} />
        </Activity>
      )}
      {!present &&
        (looking ? (
          <main className="door">
            <LoadingState label={frameText.starting} />
          </main>
        ) : (
          <SignInScreen status={status.value} />
        ))}
    </>
  )
}
