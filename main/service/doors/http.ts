import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RPCHandler } from '@orpc/server/node'
import { httpDoorText } from '../../../shared/text/en/service.ts'
import type { Service } from '../service.ts'
import { createGate, readBody, type Refused } from './gate.ts'
import { named } from './named.ts'
import { openApiDocument } from './openApi.ts'
import { staticFile } from './staticFiles.ts'

export type HttpDoor = {
  readonly url: string
  /** For programs: `Authorization: Bearer`. */
  readonly token: string
  /** For one browser: works once. */
  readonly link: string
  /** Stops listening and closes what is still open. */
  readonly close: () => Promise<void>
}

const largestFile = 48 * 2 ** 20
const largest = 2 ** 20
const patienceMs = 1_000

// Mantine writes style tags while it runs, hence 'unsafe-inline' for styles; card previews are shown in frames of their own.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:", "connect-src 'self'",
  "frame-src 'self' blob: about:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

const everywhere = {
  'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
} as const

/** Serves the router and the built screen to this computer alone, to those who hold the token. */
export async function openHttpDoor({ router, calendar }: Pick<Service, 'router' | 'calendar'>, where: { readonly port: number; readonly rendererDir: string; readonly version: string }): Promise<HttpDoor> {
  let port = where.port
  const gate = createGate(() => port)
  const rpc = new RPCHandler(router, { interceptors: [named] })
  const api = new OpenAPIHandler(router, { interceptors: [named] })
  let description: Promise<string> | undefined
  const describe = (): Promise<string> => (description ??= openApiDocument(url(), where.version).then(document => JSON.stringify(document)))
  const url = (): string => `http://127.0.0.1:${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value)
    const asked = request.url ?? ''
    const address = URL.canParse(asked, url()) ? new URL(asked, url()) : null
    const path = address?.pathname ?? ''
    const forProgram = path.startsWith('/rpc/') || path.startsWith('/api/')
    const refusal = gate.refusal(request)
    if (refusal !== null || address === null) return refuse(response, refusal ?? { status: 404, code: 'not-found' })
    const shown = address.searchParams.get('token')
    if (path === '/' && shown !== null && request.method === 'GET') {
      const cookie = gate.redeem(shown)
      if (cookie !== null) response.setHeader('set-cookie', cookie)
      if (cookie !== null || gate.holdsKey(request)) return void response.writeHead(303, { location: '/' }).end()
      return page(response, 401, httpDoorText.linkUsed)
    }
    // A calendar program has no cookie and sends no headers of ours: the secret part of the address is its key.
    const feed = /^\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1]
    if (feed !== undefined) return readAlong(request, response, feed)
    if (!gate.holdsKey(request)) return forProgram ? refuse(response, { status: 401, code: 'door-closed' }) : page(response, 401, httpDoorText.openLink)
    if (path === '/api/openapi.json' && request.method === 'GET') return send(response, 200, 'application/json', await describe())
    return forProgram ? ask(request, response, path) : show(request, response, path)
  }

  async function ask(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      return refuse(response, { status: 405, code: 'method' })
    }
    const body = await readBody(request, /\/(?:exchange|evidence)\//.test(path) ? largestFile : largest)
    if ('status' in body) {
      // The rest of a body that is not wanted is not read either.
      response.setHeader('connection', 'close')
      return refuse(response, body)
    }
    const read = Object.assign(request, { body: body.json })
    const [handler, prefix] = path.startsWith('/rpc/') ? [rpc, '/rpc'] as const : [api, '/api'] as const
    const { matched } = await handler.handle(read, response, { prefix, context: { session: null } })
    if (!matched) refuse(response, { status: 404, code: 'not-found' })
  }

  async function readAlong(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return refuse(response, { status: 405, code: 'method' })
    }
    const document = await calendar(token)
    if (document === null) return refuse(response, { status: 404, code: 'not-found' })
    send(response, 200, 'text/calendar; charset=utf-8', request.method === 'HEAD' ? '' : document)
  }

  async function show(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return refuse(response, { status: 405, code: 'method' })
    }
    const file = await staticFile(where.rendererDir, path).catch(() => null)
    if (file === null) return path === '/' ? page(response, 404, httpDoorText.notBuilt) : refuse(response, { status: 404, code: 'not-found' })
    if (file.lasting) response.setHeader('cache-control', 'private, max-age=31536000, immutable')
    send(response, 200, file.type, request.method === 'HEAD' ? '' : file.body)
  }

  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 }, (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else send(response, 500, 'application/json', JSON.stringify({ defined: false, code: 'door-fault', status: 500, message: 'door-fault' }))
    })
  })
  server.maxConnections = 256
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where.port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const bound = server.address()
  port = typeof bound === 'object' && bound !== null ? bound.port : port

  return {
    url: url(),
    token: gate.token,
    link: `${url()}/?token=${gate.token}`,
    close: () => new Promise(resolve => {
      // Whoever is being answered gets the rest of it; a reader who does not take it does not hold the program up.
      const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
      server.close(() => {
        clearTimeout(impatience)
        resolve()
      })
      server.closeIdleConnections()
    }),
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** The same shape as every other refusal, so that a program needs to know one only. */
const refuse = (response: ServerResponse, { status, code }: Refused): void =>
  send(response, status, 'application/json', JSON.stringify({ defined: false, code, status, message: code }))

const page = (response: ServerResponse, status: number, sentence: string): void =>
  send(response, status, 'text/html; charset=utf-8', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Injection Desk</title><p>${sentence}</p></html>\n`)
