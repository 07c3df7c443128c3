import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createPortServer } from '../../../main/service/doors/messages.ts'
import { createService } from '../../../main/service/service.ts'
import { openStoreHouse } from '../../../main/service/store/storeHouse.ts'
import { sessionHeader } from '../../../shared/contract/wire.ts'
import { childDoor } from '../../support/childDoor.ts'
import { doorConformance, type OpenDoor } from '../../support/doorConformance.ts'
import { anHttpDoor } from '../../support/httpDoor.ts'
import { openApiLink, rpcLink } from '../../support/httpLinks.ts'
import { portOf } from '../../support/ports.ts'
import { type Link, resultClient } from '../../support/resultClient.ts'
import { testPorts } from '../../support/service.ts'

doorConformance('a message port', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'injection-desk-port-'))
  const { ports } = testPorts(dataDir)
  const service = await createService(ports, await openStoreHouse(ports), 10)
  const serve = createPortServer(service.router)
  const ends: MessageChannel[] = []
  return {
    client: session => {
      const channel = new MessageChannel()
      ends.push(channel)
      serve(portOf(channel.port2))
      return resultClient(new PortLink({ port: channel.port1, headers: session === null ? {} : { [sessionHeader]: session } }))
    },
    close: async () => {
      await service.stop()
      for (const { port1 } of ends) port1.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
})

doorConformance('a child process', () => childDoor())

const overHttp = (link: (door: { readonly url: string; readonly token: string }, session: string | null) => Link) => async (): Promise<OpenDoor> => {
  const door = await anHttpDoor()
  return { client: session => resultClient(link(door, session)), close: door.remove }
}
doorConformance('HTTP as the screens speak it', overHttp(rpcLink))
doorConformance('HTTP as other programs speak it', overHttp(openApiLink))
