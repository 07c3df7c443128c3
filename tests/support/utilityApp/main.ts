import { RPCLink as PortLink } from '@orpc/client/message-port'
import { app } from 'electron'
import { startService } from '../../../main/shell/serviceHost.ts'
import { sessionHeader } from '../../../shared/contract/wire.ts'
import { type Door, doorCases } from '../doorCases.ts'
import { resultClient } from '../resultClient.ts'

// The desktop shell without its window: starts the service as the shell does, and is a client of it through ports of its own.
const setting = (name: string): string => process.env[`UTILITY_APP_${name}`] ?? ''

let failed = ''
const started = app.whenReady().then(() => startService({
  utilityFile: setting('SERVICE'), childFile: '', node: undefined, dataDir: setting('DATA'), demo: false, keyStore: 'unavailable',
  answerKeyRequest: () => null, onFailed: sentence => { failed = sentence },
}))

const door: Door = {
  postgresUrl: setting('POSTGRES'),
  client: async session => {
    const port = (await started).connect()
    const client = resultClient(new PortLink({ port, headers: session === null ? {} : { [sessionHeader]: session } }))
    port.start()
    return client
  },
}

/** Called by the test, from outside: runs one case, to its end or its failure. */
Reflect.set(globalThis, 'runDoorCase', async (name: string): Promise<void> => {
  const found = doorCases.find(each => each.name === name)
  if (found === undefined) throw new Error(`There is no case "${name}".`)
  await found.run(door)
  if (failed !== '') throw new Error(failed)
})
/** Ends the service as the shell does before it quits. */
Reflect.set(globalThis, 'stopService', async (): Promise<void> => (await started).stop())
