import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFirstRun } from '../../support/firstRun.ts'
import { operationsOf } from '../../support/openApi.ts'
import { serve } from './program.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'injection-desk-cli-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('serve', () => {
  test('prints one line, answers whoever holds the token, and ends when it is told to', async () => {
    const served = await serve('--data', join(folder, 'practice'))
    expect(JSON.parse(served.line)).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), token: expect.stringMatching(/^[\w-]{43}$/), link: expect.stringContaining(served.url) })
    const ask = (headers: Readonly<Record<string, string>>): Promise<Response> => fetch(`${served.url}/api/openapi.json`, { headers })
    const answer = await ask({ authorization: `Bearer ${served.token}` })
    expect(answer.status).toBe(200)
    const description: unknown = await answer.json()
    expect(description).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), servers: [{ url: expect.stringContaining(served.url) }] })
    expect(operationsOf(description).length).toBeGreaterThan(40)
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: `Bearer ${served.token.toUpperCase()}` })).status).toBe(401)
    expect(await served.client(null).system.status({})).toMatchObject({ ok: true, value: { state: 'first-run' } })
    expect(await served.end('SIGTERM')).toEqual({ code: 0, out: `${served.line}\n`, err: '' })
    await expect(ask({ authorization: `Bearer ${served.token}` })).rejects.toThrow()
  })

  test('ends with somebody still listening, keeps what was written, and opens it again with a new token', async () => {
    const first = await serve('--data', join(folder, 'kept'))
    expect(await first.client(null).system.create(aFirstRun())).toMatchObject({ ok: true })
    const { lead } = aFirstRun()
    const signedIn = await first.client(null).session.signIn({ username: lead.username, password: lead.password })
    if (!signedIn.ok) throw new Error(signedIn.problem.code)
    const changes = await first.client(signedIn.value.session).system.changes({})
    if (!changes.ok) throw new Error(changes.problem.code)
    const waiting = changes.value.next()
    expect(await first.end('SIGINT')).toMatchObject({ code: 0 })
    expect((await waiting).done).toBe(true)

    const second = await serve('--data', join(folder, 'kept'))
    expect(second.token).not.toBe(first.token)
    const desk = second.client(null)
    expect(await desk.system.status({})).toMatchObject({ ok: true, value: { state: 'locked' } })
    expect(await desk.system.unlock({ secret: aFirstRun().passphrase ?? '', kind: 'passphrase' })).toMatchObject({ ok: true })
    expect(await desk.session.signIn({ username: lead.username, password: lead.password })).toMatchObject({ ok: true })
    expect(await second.end('SIGTERM')).toMatchObject({ code: 0 })
  })
})
