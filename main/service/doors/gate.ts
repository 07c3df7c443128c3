import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why the door did not let a request in, before anybody looked at what it asks for. */
export type Refused = { readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 421; readonly code: string }

/** What opens the door: a token for programs, and for a browser a link that works once and leaves a cookie behind. */
export type Gate = {
  readonly token: string
  /** Why a request may not come in, whatever it asks for; `null` when it may. */
  readonly refusal: (request: IncomingMessage) => Refused | null
  readonly holdsKey: (request: IncomingMessage) => boolean
  /** The cookie for whoever opens the link first; `null` for everybody after. */
  readonly redeem: (token: string) => string | null
}

const cookieName = 'desk-door'
const secret = (): string => randomBytes(32).toString('base64url')
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** Makes the gate of one server; `port` is where it listens, known once it does. */
export function createGate(port: () => number): Gate {
  const [token, cookie] = [secret(), secret()]
  let redeemed = false
  return {
    token,
    refusal: request => {
      // A page of a stranger that has its own name point at this machine sends that name (DNS rebinding).
      const host = request.headers.host ?? ''
      if (![`127.0.0.1:${port()}`, `localhost:${port()}`].includes(host)) return { status: 421, code: 'wrong-host' }
      const { origin } = request.headers
      if (origin !== undefined && origin !== `http://${host}`) return { status: 403, code: 'wrong-origin' }
      const site = request.headers['sec-fetch-site']
      const fromElsewhere = site === 'cross-site' || site === 'same-site'
      if (fromElsewhere && request.headers['sec-fetch-mode'] !== 'navigate') return { status: 403, code: 'wrong-origin' }
      return null
    },
    holdsKey: request => {
      const bearer = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (bearer !== undefined) return same(bearer, token)
      const shown = (request.headers.cookie ?? '').split(/;\s*/).filter(each => each.startsWith(`${cookieName}=`))
      return shown.some(each => same(each.slice(cookieName.length + 1), cookie))
    },
    redeem: shown => {
      if (redeemed || !same(shown, token)) return null
      redeemed = true
      return `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`
    },
  }
}

/** Reads a JSON body of at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<{ readonly json: unknown } | Refused> {
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? '')) return { status: 415, code: 'not-json' }
  if (Number(request.headers['content-length'] ?? 0) > limit) return { status: 413, code: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) return { status: 400, code: 'unreadable' }
    size += chunk.length
    if (size > limit) return { status: 413, code: 'too-large' }
    chunks.push(chunk)
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { status: 400, code: 'unreadable' }
  }
}
