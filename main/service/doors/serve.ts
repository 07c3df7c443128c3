import packageFile from '../../../package.json' with { type: 'json' }
import { systemPorts } from '../ports.ts'
import { createService } from '../service.ts'
import { openStoreHouse } from '../store/storeHouse.ts'
import { openHttpDoor } from './http.ts'

export type Serving = {
  readonly url: string
  readonly token: string
  /** Opens the program in one browser; works once. */
  readonly link: string
  readonly stop: () => Promise<void>
}

/** Serves one data folder on 127.0.0.1; `port` 0 takes a free one. */
export async function serveHttp(what: { readonly dataDir: string; readonly demo: boolean; readonly port: number; readonly rendererDir: string }): Promise<Serving> {
  const ports = systemPorts({ dataDir: what.dataDir, demo: what.demo, keyStore: null })
  const service = await createService(ports, await openStoreHouse(ports))
  const door = await openHttpDoor(service, { port: what.port, rendererDir: what.rendererDir, version: packageFile.version })
  return {
    url: door.url,
    token: door.token,
    link: door.link,
    stop: async () => {
      // Streams end first, so that their readers see an end and not a broken connection.
      service.endStreams()
      await door.close()
      await service.stop()
    },
  }
}
