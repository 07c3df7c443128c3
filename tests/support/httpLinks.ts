import { ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { sessionHeader } from '../../shared/contract/wire.ts'
import type { Link } from './resultClient.ts'

type HttpDoor = { readonly url: string; readonly token: string }

const headersOf = ({ token }: HttpDoor, session: string | null): Record<string, string> =>
  ({ authorization: `Bearer ${token}`, ...(session === null ? {} : { [sessionHeader]: session }) })

/** The way of the screens: oRPC's own protocol. */
export const rpcLink = (door: HttpDoor, session: string | null): Link => new RPCLink({ url: `${door.url}/rpc`, headers: headersOf(door, session) })

/** The way of other people's programs, written from the description alone: JSON in, JSON or an event stream out. */
export const openApiLink = (door: HttpDoor, session: string | null): Link => ({
  call: async (path, input, { signal }) => {
    const response = await fetch(`${door.url}/api/${path.join('/')}`, {
      method: 'POST', headers: { ...headersOf(door, session), 'content-type': 'application/json' }, body: JSON.stringify(input), ...(signal === undefined ? {} : { signal }),
    })
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return events(response)
    const body: unknown = await response.json()
    if (response.ok) return body
    const refusal = isRefusal(body) ? body : { code: 'MALFORMED', data: undefined }
    throw new ORPCError(refusal.code, { status: response.status, data: refusal.data })
  },
})

const isRefusal = (body: unknown): body is { readonly code: string; readonly data: unknown } =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'

/** Reads `event:` and `data:` lines as the WHATWG's event streams have them. */
async function* events(response: Response): AsyncGenerator<unknown, void, void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) return
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const lines = block.split('\n')
        const kind = lines.find(line => line.startsWith('event: '))?.slice(7)
        const data = lines.filter(line => line.startsWith('data: ')).map(line => line.slice(6)).join('\n')
        if (kind === 'done') return
        if (kind === 'message') yield JSON.parse(data)
      }
    }
  } finally {
    await reader.cancel()
  }
}
