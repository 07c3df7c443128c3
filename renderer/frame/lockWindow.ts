import { client } from '../client.ts'
import { endSession } from './session.ts'

/** Ends the session here and at the service. The same person signing in again finds everything as it was. */
export async function lockWindow(): Promise<void> {
  // The screen goes first: a slow answer must not leave a patient's name in sight.
  const told = client.session.signOut({})
  endSession()
  await told
}
