import { deepEqual, equal, match, notEqual, ok as truthy } from 'node:assert/strict'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import { aFirstRun } from './firstRun.ts'
import type { DeskClient } from './resultClient.ts'

/** A door to a service on an empty data folder; each client comes in by itself. */
export type Door = {
  readonly client: (session: string | null) => Promise<DeskClient> | DeskClient
  /** The server to keep the practice on; in the data folder itself if not given. */
  readonly postgresUrl?: string
}

/** One thing that every door does alike; runs in any test runner, in the order of the list, on one service. */
export type DoorCase = { readonly name: string; readonly run: (door: Door) => Promise<void> }

function value<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.problem)}`)
}

function problem(result: Result<unknown, Problem>): Problem {
  if (!result.ok) return result.problem
  throw new Error('was not refused')
}

const isRequest = (value: unknown): value is (input: object) => Promise<unknown> => typeof value === 'function'

const { lead } = aFirstRun()

async function signIn(door: Door): Promise<{ readonly desk: DeskClient; readonly session: string }> {
  const { session } = value(await (await door.client(null)).session.signIn({ username: lead.username, password: lead.password }))
  return { desk: await door.client(session), session }
}

async function next<T>(changes: AsyncIterator<T>): Promise<T> {
  const item = await changes.next()
  if (item.done) throw new Error('the stream has ended')
  return item.value
}

async function firstRoom(desk: DeskClient) {
  const { rooms } = value(await desk.practice.read({}))
  const [room] = rooms
  if (room === undefined) throw new Error('there is no room')
  return room
}

export const doorCases: readonly DoorCase[] = [
  {
    name: 'is refused by name before the first run, then makes the practice and shows its recovery key',
    run: async door => {
      const desk = await door.client(null)
      equal(value(await desk.system.status({})).state, 'first-run')
      deepEqual(problem(await desk.practice.read({})), { code: 'not-set-up' })
      const asked = aFirstRun({ postgresUrl: door.postgresUrl ?? null })
      match(value(await desk.system.create(asked)).recoveryKey, /\S{8,}/)
      equal(value(await desk.system.status({})).state, 'open')
      deepEqual(problem(await desk.system.create(asked)), { code: 'already-set-up' })
    },
  },
  {
    name: 'asks who is there, and remembers it by the session alone',
    run: async door => {
      const nobody = await door.client(null)
      deepEqual(problem(await nobody.practice.read({})), { code: 'not-signed-in' })
      deepEqual(problem(await nobody.session.signIn({ username: lead.username, password: 'not the password' })), { code: 'wrong-credentials', waitSeconds: 0 })
      const { desk } = await signIn(door)
      const current = value(await desk.session.current({}))
      equal(current.account.displayName, lead.displayName)
      truthy(current.permissions.includes('service.write'))
      deepEqual(problem(await nobody.practice.read({})), { code: 'not-signed-in' })
      deepEqual(problem(await (await door.client('x'.repeat(43))).practice.read({})), { code: 'not-signed-in' })
    },
  },
  {
    name: 'carries values unharmed: any script, line ends, empty lists, null',
    run: async door => {
      const { desk } = await signIn(door)
      const before = value(await desk.practice.read({}))
      const name = 'Prāxis Łódź 診療所 مركز 👩🏽‍⚕️ "quoted" \\ end'
      const saved = value(await desk.practice.amend({ ...practiceFields(before.practice), name }))
      equal(saved.name, name)
      deepEqual(value(await desk.practice.read({})), { ...before, practice: saved })
      deepEqual(before.locations[0]?.openingExceptions, [])
      equal(value(await desk.session.current({})).account.practitionerId, null)
      value(await desk.practice.amend({ ...practiceFields(saved), name: aFirstRun().practice.name }))
    },
  },
  {
    name: 'hands refusals over as values, with all that they say',
    run: async door => {
      const { desk } = await signIn(door)
      const room = await firstRoom(desk)
      const amended = value(await desk.room.amend({ ...room, name: `${room.name}a` }))
      deepEqual(problem(await desk.room.amend({ ...room, name: 'Other' })), { code: 'stale', yours: room.version, current: amended.version })
      const invalid = problem(await desk.room.amend({ ...room, name: '', version: 0 }))
      equal(invalid.code, 'invalid')
      deepEqual(invalid.code === 'invalid' ? invalid.issues.map(issue => issue.path).toSorted() : [], ['name', 'version'])
      const { rooms } = value(await desk.practice.read({}))
      deepEqual(problem(await desk.room.record({ locationId: room.locationId, name: ` ${rooms[1]?.name.toUpperCase() ?? ''}`, active: true })), { code: 'duplicate', what: 'room' })
    },
  },
  {
    name: 'gives each of many questions at once its own answer',
    run: async door => {
      const { desk } = await signIn(door)
      const room = await firstRoom(desk)
      const names = Array.from({ length: 40 }, (_, index) => `Cubicle ${index + 1}`)
      const made = await Promise.all(names.map(name => desk.room.record({ locationId: room.locationId, name, active: true })))
      deepEqual(made.map(result => value(result).name), names)
      equal(value(await desk.practice.read({})).rooms.filter(each => each.name.startsWith('Cubicle')).length, 40)
    },
  },
  {
    name: 'carries what is long',
    run: async door => {
      const { desk } = await signIn(door)
      const { locations: [location] } = value(await desk.practice.read({}))
      if (location === undefined) throw new Error('there is no location')
      const address = 'ß'.repeat(4000)
      const saved = value(await desk.location.amend({ ...location, address }))
      equal(saved.address, address)
      value(await desk.location.amend({ ...saved, address: location.address }))
    },
  },
  {
    name: 'tells every desk what another one changed, until it leaves',
    run: async door => {
      const { desk, session } = await signIn(door)
      const { desk: other } = await signIn(door)
      const before = value(await desk.system.desk({})).desks
      const changes = value(await desk.system.changes({}))
      const own = value(await (await door.client(session)).system.changes({}))
      equal(value(await desk.system.desk({})).desks, before + 2)
      const room = await firstRoom(other)
      const [told] = await Promise.all([next(changes), other.room.amend({ ...room, name: `${room.name}b` })])
      deepEqual(told.areas, ['practice'])
      deepEqual(await next(own), told)
      await changes.return?.()
      await own.return?.()
      await until(async () => value(await other.system.desk({})).desks === before)
    },
  },
  {
    name: 'ends a session at once where it was signed out, and its stream with it',
    run: async door => {
      const { desk } = await signIn(door)
      const changes = value(await desk.system.changes({}))
      const waiting = changes.next()
      deepEqual(value(await desk.session.signOut({})), {})
      equal((await waiting).done, true)
      deepEqual(problem(await desk.practice.read({})), { code: 'not-signed-in' })
    },
  },
  {
    name: 'knows nothing of requests that the contract does not name',
    run: async door => {
      const { desk } = await signIn(door)
      const unnamed: unknown = Reflect.get(desk.practice, 'remove')
      if (!isRequest(unnamed)) throw new Error('the client asks for nothing by that name')
      equal(await unnamed({}).then(() => 'answered', () => 'refused'), 'refused')
      notEqual(value(await desk.session.current({})).account.id, '')
    },
  },
]

const practiceFields = ({ name, telephone, askFor, arriveEarlyMinutes, version }: { name: string; telephone: string; askFor: string; arriveEarlyMinutes: number; version: number }) =>
  ({ name, telephone, askFor, arriveEarlyMinutes, version })

/** A desk that leaves is noticed by its door a moment later; asks again until it is so, and fails after many times. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 200; times += 1) if (await holds()) return
  throw new Error('it never came to be so')
}
