import { isContractProcedure, oc } from '@orpc/contract'
import { ORPCError } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import { query } from '../../../shared/contract/define.ts'
import { nothing } from '../../../shared/contract/scalars.ts'
import { mayDo, permissions } from '../../../shared/domain/permission.ts'
import { accountRoles } from '../../../shared/domain/person.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

type Procedure = { readonly path: readonly [area: string, method: string]; readonly permission: unknown }

/** Every request of a contract with the permission that it names. */
const requestsOf = (table: Readonly<Record<string, object>>): readonly Procedure[] => Object.entries(table).flatMap(([area, methods]) =>
  Object.entries(methods).map(([method, procedure]: [string, unknown]) => {
    const permission: unknown = isContractProcedure(procedure) ? Reflect.get(procedure['~orpc'].meta, 'permission') : undefined
    return { path: [area, method], permission }
  }))

const nameless = (requests: readonly Procedure[]): readonly string[] =>
  requests.filter(({ permission }) => !permissions.some(each => each === permission)).map(({ path }) => path.join('.'))

const requests = requestsOf(contract)

describe('the contract', () => {
  test('names a permission for every request', () => {
    expect(nameless(requests)).toEqual([])
  })
  test('would be caught if it did not', () => {
    expect(nameless(requestsOf({ ...contract, forgotten: { one: oc.input(nothing), two: oc.$meta({ permission: 'all' }) } }))).toEqual(['forgotten.one', 'forgotten.two'])
  })
  test('cannot be extended without one', () => {
    // @ts-expect-error A request without a permission does not compile.
    const forgotten = query({ summary: '', input: nothing, output: nothing, problems: [] })
    expect(nameless(requestsOf({ area: { forgotten } }))).toEqual(['area.forgotten'])
  })
  test('lets nobody in unasked but to open the practice and to sign in', () => {
    expect(requests.filter(({ permission }) => permission === 'public').map(({ path }) => path.join('.')).toSorted())
      .toEqual(['session.signIn', 'system.create', 'system.status', 'system.tryDemo', 'system.unlock'])
  })
})

// No request has a field of this name: whoever is let in is told so, and nothing is done.
const nonsense = { '?': 1 }

describe.each(engines)('who may ask what, on %s', engine => {
  let desk: TestService
  beforeAll(async () => {
    desk = await aService(engine)
  })
  afterAll(() => desk.stop())

  async function answer(session: string | null, { path }: Procedure): Promise<unknown> {
    const outcome: unknown = await desk.link(session).call(path, nonsense, { context: {} }).then(() => 'done', (error: unknown) => error)
    return outcome instanceof ORPCError ? outcome.data : outcome
  }

  for (const role of accountRoles) {
    test.each(requests.map(request => ({ name: request.path.join('.'), request })))(`${role}: $name`, async ({ request }) => {
      const permission = permissions.find(each => each === request.permission)
      if (permission === undefined) throw new Error('names no permission')
      const outcome = await answer(await desk.sessionOf(role), request)
      expect(outcome).toMatchObject(mayDo(role, permission) ? { code: 'invalid' } : { code: 'forbidden', permission })
    })
  }

  test.each(requests.map(request => ({ name: request.path.join('.'), request })))('nobody: $name', async ({ request }) => {
    for (const session of [null, '', 'made-up']) expect(await answer(session, request)).toMatchObject({ code: request.permission === 'public' ? 'invalid' : 'not-signed-in' })
  })

  test('a command that was refused for want of a permission is on the audit trail, with who and what', async () => {
    const auditor = await desk.asRole('auditor')
    const id = desk.ports.newId()
    await desk.link(await desk.sessionOf('auditor')).call(['room', 'amend'], { id }, { context: {} }).catch(() => null)
    const audit = await auditor.audit.list({ before: null, limit: 5, entityId: id })
    expect(audit).toMatchObject({ ok: true, value: { intact: true, events: [{ action: 'room.amend', entity: 'room', entityId: id, outcome: 'refused', accountName: 'Test auditor', detail: '{"problem":"forbidden"}' }] } })
  })
})

describe('before the practice is open', () => {
  test('nothing is answered but what opens it', async () => {
    const desk = await aService('sqlite')
    await desk.service.stop()
    for (const request of requests.filter(({ permission }) => permission !== 'public')) {
      const outcome: unknown = await desk.link(null).call(request.path, nonsense, { context: {} }).then(() => 'done', (error: unknown) => error)
      expect(outcome).toMatchObject({ data: { code: 'locked' } })
    }
    await desk.stop()
  })
})
