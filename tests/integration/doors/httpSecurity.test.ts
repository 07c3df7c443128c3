import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anHttpDoor, type TestServing } from '../../support/httpDoor.ts'
import { aFirstRun } from '../../support/firstRun.ts'
import { rpcLink } from '../../support/httpLinks.ts'
import { resultClient } from '../../support/resultClient.ts'
import { type RawAnswer, type RawRequest, rawHttp, sendBytes } from '../../support/rawHttp.ts'

let door: TestServing
let port: number
let bearer: Readonly<Record<string, string>>
beforeAll(async () => {
  door = await anHttpDoor()
  port = Number(new URL(door.url).port)
  bearer = { authorization: `Bearer ${door.token}` }
})
afterAll(() => door.remove())

const ask = (request: RawRequest): Promise<RawAnswer> => rawHttp(port, request)
const status = (headers: Readonly<Record<string, string>> = {}, rest: Partial<RawRequest> = {}): RawRequest =>
  ({ method: 'POST', path: '/rpc/system/status', body: '{"json":{}}', ...rest, headers: { ...bearer, 'content-type': 'application/json', ...headers } })

const routes: readonly RawRequest[] = [
  { method: 'GET', path: '/' }, { method: 'GET', path: '/assets/index-1a2b.js' }, { method: 'GET', path: '/api/openapi.json' },
  { method: 'POST', path: '/rpc/system/status', body: '{"json":{}}', headers: { 'content-type': 'application/json' } },
  { method: 'POST', path: '/api/system/status', body: '{}', headers: { 'content-type': 'application/json' } },
  { method: 'POST', path: '/rpc/system/create', body: '{"json":{}}', headers: { 'content-type': 'application/json' } },
]
const named = routes.map(route => ({ name: `${route.method} ${route.path}`, route }))
const withHeaders = (route: RawRequest, headers: Readonly<Record<string, string>>): RawRequest => ({ ...route, headers: { ...route.headers, ...headers } })

describe('the right token, host and origin', () => {
  test.each(named)('let $name in', async ({ route }) => {
    expect([200, 422]).toContain((await ask(withHeaders(route, bearer))).status)
  })
  test.each(['127.0.0.1', 'localhost'])('are taken under the name %s', async host => {
    const at = `${host}:${port}`
    expect((await ask(status({ host: at, origin: `http://${at}` }))).status).toBe(200)
  })
})

describe('without the token nothing is answered', () => {
  const wrong = [
    ['none', {}], ['an empty one', { authorization: 'Bearer ' }], ['another one', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['another scheme', { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }], ['an empty cookie', { cookie: 'desk-door=' }],
    ['a made-up cookie', { cookie: `other=1; desk-door=${'A'.repeat(43)}` }],
  ] as const
  for (const [name, headers] of wrong) {
    test.each(named)(`${name}: $name`, async ({ route }) => {
      const answer = await ask(withHeaders(route, headers))
      expect(answer.status).toBe(401)
      expect(answer.body).not.toContain('first-run')
    })
  }
  test('the token itself is no cookie, and the token of an address opens no request', async () => {
    expect((await ask(status({ authorization: '', cookie: `desk-door=${door.token}` }))).status).toBe(401)
    expect((await ask(status({ authorization: '' }, { path: `/rpc/system/status?token=${door.token}` }))).status).toBe(401)
  })
  test('a page says what to do, in words', async () => {
    const answer = await ask({ path: '/' })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('Open the link')
  })
})

describe('another host or origin is turned away, token or not', () => {
  const hosts = ['evil.test', '127.0.0.1', 'localhost', '127.0.0.1:1', '0.0.0.0:PORT', '[::1]:PORT', '127.0.0.1.evil.test:PORT', 'localhost.evil.test:PORT', '127.1:PORT', 'LOCALHOST.:PORT', '192.168.0.1:PORT', 'localhost:PORT@evil.test']
  test.each(hosts)('host %s', async host => {
    expect((await ask(status({ host: host.replace('PORT', String(port)) }))).status).toBe(421)
    expect((await ask({ path: `/?token=${door.token}`, headers: { host: host.replace('PORT', String(port)) } })).status).toBe(421)
  })
  const origins = ['null', 'http://evil.test', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost:PORT', 'http://evil.test:PORT', 'http://127.0.0.1:PORT.evil.test', 'file://', 'chrome-extension://abcdef', 'http://127.0.0.1:PORT/', 'app://desk']
  test.each(origins)('origin %s', async origin => {
    const answer = await ask(status({ origin: origin.replace('PORT', String(port)) }))
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
  test('a preflight is not answered with leave', async () => {
    const answer = await ask({ method: 'OPTIONS', path: '/rpc/system/status', headers: { origin: 'http://evil.test', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } })
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
  test.each(['cross-site', 'same-site'])('a %s request that is no navigation', async site => {
    expect((await ask(status({ 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }))).status).toBe(403)
  })
  test('it listens on 127.0.0.1 alone', async () => {
    const others = Object.values(networkInterfaces()).flat().filter(each => each?.family === 'IPv4' && !each.internal).map(each => each?.address ?? '')
    for (const address of ['127.0.0.2', ...others]) await expect(reach(address)).resolves.toBe(false)
  })
})

const reach = (address: string): Promise<boolean> => new Promise(resolve => {
  const socket = connect(port, address, () => {
    socket.destroy()
    resolve(true)
  })
  socket.on('error', () => resolve(false))
})

describe('only what is meant is answered', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is no way to ask', async method => {
    for (const path of ['/rpc/system/status', '/api/system/status']) {
      const answer = await ask({ method, path, headers: bearer })
      expect(answer.status).toBe(405)
      expect(answer.headers['allow']).toBe('POST')
    }
  })
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'application/json; charset=utf-16', 'text/event-stream', ''])('content type "%s" is not read', async type => {
    expect((await ask(status({ 'content-type': type }))).status).toBe(415)
    expect((await ask(status({ 'content-type': type }, { path: '/api/system/status', body: '{}' }))).status).toBe(415)
  })
  test('what is no JSON is refused, and what is no request of ours is invalid', async () => {
    expect((await ask(status({}, { body: '{"json":' }))).status).toBe(400)
    for (const body of ['null', '[]', '"x"', '7', '{"json":{},"meta":[[1,"a"]]}', '{"json":{},"meta":[["__proto__"]]}']) {
      const answer = await ask(status({}, { body }))
      expect([200, 422], body).toContain(answer.status)
    }
    expect((await ask(status({}, { path: '/api/session/signIn', body: '{"username":7}' }))).status).toBe(422)
  })
  test('no more is read than a request may need', async () => {
    const large = `{"json":{"x":"${'a'.repeat(2 ** 20)}"}}`
    expect((await ask(status({}, { body: large }))).status).toBe(413)
    expect((await sendBytes(port, `POST /rpc/system/status HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${door.token}\r\ncontent-type: application/json\r\ncontent-length: 104857600\r\n\r\n`)).status).toBe(413)
    const chunk = 'a'.repeat(2 ** 16)
    const chunked = Array.from({ length: 20 }, () => `10000\r\n${chunk}\r\n`).join('')
    expect((await sendBytes(port, `POST /rpc/system/status HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${door.token}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunked}`)).status).toBe(413)
    // An import may be larger: it gets past the door, where nobody is signed in.
    expect((await ask(status({}, { path: '/rpc/exchange/previewCsv', body: large }))).status).not.toBe(413)
  })
  test('deep nesting does not bring it down', async () => {
    const deep = `{"json":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect([400, 422]).toContain((await ask(status({}, { body: deep }))).status)
    expect((await ask(status())).status).toBe(200)
  })
  test('ambiguous framing is not accepted', async () => {
    const both = `POST /rpc/system/status HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${door.token}\r\ncontent-type: application/json\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/openapi.json HTTP/1.1\r\n\r\n`
    expect((await sendBytes(port, both)).status).toBe(400)
    expect((await sendBytes(port, `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nhost: evil.test\r\nconnection: close\r\n\r\n`)).status).toBeGreaterThanOrEqual(400)
    expect((await sendBytes(port, `GET / HTTP/1.1\r\nconnection: close\r\n\r\n`)).status).toBeGreaterThanOrEqual(400)
  })
  test.each(['/rpc', '/rpc/', '/rpc/system', '/rpc/system/nothing', '/rpc/constructor/name', '/rpc/__proto__/toString', '/api/system/nothing', '/rpc/system/status/more', '/rpc//system/status'])('%s is nothing', async path => {
    expect([404, 405]).toContain((await ask(status({}, { path }))).status)
  })
})

describe('files', () => {
  test('the screen and its parts are there for who may come in', async () => {
    const page = await ask({ headers: bearer })
    expect(page.status).toBe(200)
    expect(page.body).toContain('<title>desk</title>')
    expect((await ask({ path: '/assets/index-1a2b.js', headers: bearer })).headers['content-type']).toContain('text/javascript')
    expect((await ask({ method: 'HEAD', headers: bearer })).body).toBe('')
  })
  const outside = [
    '/../outside.js', '/%2e%2e/outside.js', '/..%2foutside.js', '/assets/../../outside.js', '/assets/%2e%2e/%2e%2e/outside.js', '/....//outside.js', '/..\\outside.js', '/%5c..%5coutside.js',
    '/.hidden.js', '/assets/', '/assets', '/index.html%00.js', '/C:/outside.js', '//etc/passwd', '/etc/passwd', '/assets/%', '/index.html/', '/missing.js',
  ]
  test.each(outside)('%s leads nowhere', async path => {
    const answer = await ask({ path, headers: bearer })
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('secret')
  })
  test('nothing may be run, framed or kept that should not be', async () => {
    for (const request of [{ headers: bearer }, { path: '/' }, status()]) {
      const { headers } = await ask(request)
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
    }
  })
})

describe('the link', () => {
  test('lets one browser in, once', async () => {
    const fresh = await anHttpDoor()
    try {
      const at = Number(new URL(fresh.url).port)
      const path = new URL(fresh.link).pathname + new URL(fresh.link).search
      expect((await rawHttp(at, { path: `/?token=${'A'.repeat(43)}` })).status).toBe(401)
      const first = await rawHttp(at, { path, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })
      expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
      const cookie = first.headers['set-cookie'] ?? ''
      expect(cookie).toMatch(/^desk-door=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
      expect(cookie).not.toContain(fresh.token)
      const second = await rawHttp(at, { path })
      expect(second.status).toBe(401)
      expect(second.headers).not.toHaveProperty('set-cookie')
      expect(second.body).toContain('used already')
      const inside = { cookie: cookie.split(';')[0] ?? '' }
      expect((await rawHttp(at, { headers: inside })).status).toBe(200)
      expect((await rawHttp(at, { path, headers: inside })).status).toBe(303)
      expect((await rawHttp(at, { ...status(), headers: { ...inside, 'content-type': 'application/json' } })).status).toBe(200)
      expect((await rawHttp(at, { ...status(), headers: { ...inside, 'content-type': 'application/json', origin: 'http://evil.test' } })).status).toBe(403)
    } finally {
      await fresh.remove()
    }
  })
  test('of another start opens nothing', async () => {
    const other = await anHttpDoor()
    await other.remove()
    expect((await ask({ path: `/?token=${other.token}` })).status).toBe(401)
    expect((await ask(status({ authorization: `Bearer ${other.token}` }))).status).toBe(401)
  })
})

test('stopping ends a stream for its reader, cleanly, and closes the port', async () => {
  const fresh = await anHttpDoor()
  const at = Number(new URL(fresh.url).port)
  const nobody = resultClient(rpcLink(fresh, null))
  expect((await nobody.system.create(aFirstRun())).ok).toBe(true)
  const { username, password } = aFirstRun().lead
  const signedIn = await nobody.session.signIn({ username, password })
  if (!signedIn.ok) throw new Error('could not sign in')
  const response = await fetch(`${fresh.url}/api/system/changes`, {
    method: 'POST', body: '{}', headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'application/json', 'x-desk-session': signedIn.value.session },
  })
  const text = response.text()
  await fresh.remove()
  expect(await text).not.toContain('error')
  await expect(rawHttp(at, {})).rejects.toThrow('ECONNREFUSED')
})

test('where the screens are not built, it says so', async () => {
  const bare = await anHttpDoor({ built: false })
  try {
    const answer = await rawHttp(Number(new URL(bare.url).port), { headers: { authorization: `Bearer ${bare.token}` } })
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('npm run build')
  } finally {
    await bare.remove()
  }
})
