import { MessageChannel } from 'node:worker_threads'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { afterEach, describe, expect, test } from 'vitest'
import { createPortServer } from '../../../main/service/doors/messages.ts'
import { relayedPort } from '../../../main/service/doors/relayedPort.ts'
import { readToService } from '../../../main/service/doors/toService.ts'
import { childDoor } from '../../support/childDoor.ts'
import { portOf } from '../../support/ports.ts'
import { resultClient } from '../../support/resultClient.ts'
import { aService, type TestService } from '../../support/service.ts'

const open: TestService[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.stop()
})
async function aDesk(): Promise<TestService> {
  const desk = await aService('sqlite')
  open.push(desk)
  return desk
}

const noise: readonly unknown[] = [
  'not json', '', '{', 'null', '7', '[]', '{}', '{"i":7}', '{"i":"n"}', '{"i":"n","p":null}', '{"i":"n","p":{}}', '{"i":"n","p":{"u":7}}', '{"i":"n","p":{"u":"http://evil.test/x"}}',
  '{"i":"n","p":{"u":"//system/status"}}', '{"i":"n","p":{"u":"/system"}}', '{"i":"n","p":{"u":"/system/status","h":7}}', '{"i":"n","p":{"u":"/system/status","h":{"x-desk-session":7}}}',
  '{"i":"n","p":{"u":"/system/status","m":"GET"}}', '{"i":"n","t":3,"p":{"e":"message"}}', '{"i":"none","t":4}', '{"i":"n","t":99,"p":{"u":"/system/status"}}',
  7, null, undefined, [], {}, new Uint8Array([1, 2, 3]), { i: 'n', p: { u: '/system/status' } }, '{"i":"n","p":{"u":"/__proto__/toString"}}', `{"i":"n","p":{"u":"/system/status","b":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
]

describe('a message port', () => {
  test('survives whatever else is sent to it, and answers what is a request', async () => {
    const desk = await aDesk()
    const { port1, port2 } = new MessageChannel()
    createPortServer(desk.service.router)(portOf(port2))
    for (const message of noise) port1.postMessage(message)
    const client = resultClient(new PortLink({ port: port1 }))
    expect(await client.system.status({})).toMatchObject({ ok: true, value: { state: 'open' } })
    port1.close()
  })

  test('that closes takes its streams with it', async () => {
    const desk = await aDesk()
    const { port1, port2 } = new MessageChannel()
    createPortServer(desk.service.router)(portOf(port2))
    const session = await desk.sessionOf('front-desk')
    const client = resultClient(new PortLink({ port: port1, headers: { 'x-desk-session': session } }))
    expect((await client.system.changes({})).ok).toBe(true)
    const other = await desk.asRole('clinical-lead')
    expect(await other.system.desk({})).toMatchObject({ ok: true, value: { desks: 1 } })
    const closed = new Promise<void>(resolve => port2.once('close', () => resolve()))
    port1.close()
    await closed
    expect(await other.system.desk({})).toMatchObject({ ok: true, value: { desks: 0 } })
  })

  test('ends its streams when the service stops', async () => {
    const desk = await aDesk()
    const changes = await (await desk.asRole('front-desk')).system.changes({})
    if (!changes.ok) throw new Error('was refused')
    const waiting = changes.value.next()
    await desk.service.stop()
    expect((await waiting).done).toBe(true)
  })

  test('a reader who is slow gets one change that names everything since', async () => {
    const desk = await aDesk()
    const lead = await desk.asRole('clinical-lead')
    const session = await desk.sessionOf('front-desk')
    // In the service's own process, so that nothing is read before it is asked for.
    const changes = await desk.service.client(session).system.changes({})
    const { value } = await lead.practice.read({}).then(read => read.ok ? read : Promise.reject(new Error('was refused')))
    const [location] = value.locations
    if (location === undefined) throw new Error('there is no location')
    expect((await lead.room.record({ locationId: location.id, name: 'Room 7', active: true })).ok).toBe(true)
    expect((await lead.account.record({ username: 'new', displayName: 'New', role: 'injector', practitionerId: null, active: true, password: 'four quite other words' })).ok).toBe(true)
    const change = await changes.next()
    expect(change.done ? null : change.value.areas.toSorted()).toEqual(['accounts', 'practice'])
    await changes.return?.()
  })
})

test('a relayed port keeps what comes before anybody listens', () => {
  const heard: unknown[] = []
  const port = relayedPort(() => undefined)
  port.receive('early')
  port.on('message', ({ data }) => heard.push(data))
  port.receive('late')
  expect(heard).toEqual(['early', 'late'])
})

test('what the shell does not say is not heard', () => {
  for (const message of [null, 7, 'stop', {}, { kind: 'start' }, { kind: 'start', dataDir: 7, demo: false }, { kind: 'port' }, { kind: 'port', port: '1' }, { kind: 'key-answer', request: 1 }, { kind: 'other' }]) {
    expect(readToService(message)).toBeNull()
  }
  expect(readToService({ kind: 'start', dataDir: '/x', demo: true, keyStore: 'nonsense' })).toEqual({ kind: 'start', dataDir: '/x', demo: true, keyStore: 'unavailable' })
})

test('a child process survives what its shell should not have said', async () => {
  const door = await childDoor()
  try {
    for (const message of [7, 'x', {}, { kind: 'port-message', port: 99, data: 'x' }, { kind: 'port-closed', port: 99 }, { kind: 'key-answer', request: 99, value: null }]) door.tell(message)
    const client = await door.client(null)
    expect(await client.system.status({})).toMatchObject({ ok: true, value: { state: 'first-run', keyStore: 'unavailable' } })
  } finally {
    await door.close()
  }
  expect(door.heard.at(-1)).toEqual({ kind: 'stopped' })
})
