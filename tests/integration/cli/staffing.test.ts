import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskClient } from '../../../renderer/client.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { wallAt } from '../../../shared/domain/time/wallClock.ts'
import { runProgram, serve, type Served } from './program.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'injection-desk-cli-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function value<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problem))
}

async function asLead(served: Served): Promise<DeskClient> {
  const lead = value(await served.client(null).system.status({})).demoAccounts.find(account => account.role === 'clinical-lead')
  if (lead === undefined) throw new Error('the made-up practice has no clinical lead')
  const { session } = value(await served.client(null).session.signIn({ username: lead.username, password: lead.password }))
  return served.client(session)
}

test('staffing says the same each time, and the same as the service and the day’s own screen say over HTTP', async () => {
  const data = ['--demo', '--data', join(folder, 'demo')]
  // Made first, so that its dates are known.
  const served = await serve(...data)
  const desk = await asLead(served)
  const { today } = value(await desk.staff.read({}))
  const days = 14
  const through = addDays(today, days - 1)
  const answer = value(await desk.staff.staffing({ from: today, through, locationId: null }))
  const { locations } = value(await desk.practice.read({}))
  const serviceTypes = value(await desk.serviceType.list({}))
  const schedules = await Promise.all(locations.map(async location => value(await desk.schedule.read({ locationId: location.id, from: today, days }))))
  expect(await served.end('SIGTERM')).toMatchObject({ code: 0 })

  const words = ['staffing', ...data, '--from', today, '--to', through, '--json']
  const first = await runProgram(words)
  expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' })
  expect(await runProgram(words)).toEqual(first)

  const document: unknown = JSON.parse(first.out)
  const locationOf = (id: string) => locations.find(location => location.id === id)
  const serviceOf = (id: string): string => serviceTypes.find(type => type.id === id)?.name ?? ''
  const flaggedFirst = ['uncovered', 'cannot-verify']
  const states = answer.verdicts.map(({ verdict }) => verdict.state)
  expect(states.some(state => flaggedFirst.includes(state)), 'the made-up practice has flagged visits to say something about').toBe(true)
  expect(document).toMatchObject({
    from: today, to: through,
    counts: Object.fromEntries([...(['covered', 'assignable', 'uncovered', 'cannot-verify'] as const).map(state => [state, states.filter(each => each === state).length]), ['gaps', answer.gaps.length]]),
    visits: answer.verdicts.map(({ appointmentId, start, locationId, serviceTypeId, verdict }) =>
      ({ appointmentId, start, location: locationOf(locationId)?.name, service: serviceOf(serviceTypeId), state: verdict.state, sentence: expect.stringMatching(/\S/) })),
    gaps: answer.gaps.map(({ locationId, serviceTypeId, interval }) => {
      const zone = locationOf(locationId)?.zone
      if (zone === undefined) throw new Error('a gap in no location')
      return { location: locationOf(locationId)?.name, service: serviceOf(serviceTypeId), start: wallAt(interval.start, zone), end: wallAt(interval.end, zone), zone }
    }),
  })

  const cell = { date: expect.any(String), location: expect.any(String), service: expect.stringMatching(/\S/), state: expect.stringMatching(/^(closed|safe|fragile|gap|flagged)$/), hangsOn: expect.any(Array) }
  for (const date of [today, through]) expect(document).toMatchObject({ days: expect.arrayContaining([expect.objectContaining({ ...cell, date })]) })

  const onScreen = new Map(schedules.flatMap(schedule => schedule.days.flatMap(day => day.visits)).flatMap(({ appointment, verdict }) => (verdict === null ? [] : [[appointment.id, verdict.state] as const])))
  expect(new Map(answer.verdicts.map(({ appointmentId, verdict }) => [appointmentId, verdict.state]))).toEqual(onScreen)
  expect(schedules.flatMap(schedule => schedule.days.flatMap(day => day.gaps)).length).toBeGreaterThanOrEqual(answer.gaps.length)
})

test('staffing slots finds what the desk finds, and says wrong words in one line', async () => {
  const data = ['--demo', '--data', join(folder, 'slots')]
  const served = await serve(...data)
  const desk = await asLead(served)
  const { today } = value(await desk.staff.read({}))
  const { locations } = value(await desk.practice.read({}))
  const services = value(await desk.serviceType.list({}))
  const location = locations.find(each => each.name === 'Lakeside')
  const serviceNamed = (name: string) => services.find(each => each.name === name)
  const [migraine, exercise] = [serviceNamed('Chronic migraine (31 sites)'), serviceNamed('Physiotherapy')]
  if (location === undefined || migraine === undefined || exercise === undefined) throw new Error('the made-up practice has changed')
  const from = addDays(today, 2)
  const found = value(await desk.slot.find({
    serviceTypeId: migraine.id, locationId: location.id, from, days: 30, limit: 4, performerId: null, partOfDay: 'morning', includeClosed: true, moving: null, patientId: null,
    constraints: { weekdays: [1, 2, 4, 5, 6, 7], roomId: null, noticeMinutes: 120, companion: { serviceTypeId: exercise.id, withinDays: 7 } },
  }))
  await served.end('SIGTERM')
  expect(found.slots).toHaveLength(4)

  const words = ['staffing', 'slots', ...data, '--service', 'chronic migraine (31 sites)', '--location', 'lakeside', '--from', from, '--days', '30', '--limit', '4', '--part', 'morning',
    '--not-on', 'Wednesday', '--notice', '2', '--with', 'Physiotherapy', '--within', '7', '--closed']
  const { code, err, out } = await runProgram([...words, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const document: unknown = JSON.parse(out)
  expect(document).toMatchObject({
    service: migraine.name, location: 'Lakeside', from, days: 30,
    slots: found.slots.map(({ start, companion }) => ({ start, performer: expect.stringMatching(/\S/), room: expect.stringMatching(/^Room/), second: { service: 'Physiotherapy', start: companion?.start, booked: false } })),
    closed: found.closed.map(({ start }) => ({ start, sentence: expect.stringMatching(/\.$/) })),
  })
  for (const wrong of [[], ['--service', 'Physiotherapy', '--location', 'Lakeside', '--not-on', 'someday']]) {
    const refused = await runProgram(['staffing', 'slots', ...data, ...wrong])
    expect([refused.out, refused.err.trim().split('\n').length, refused.code === 0]).toEqual(['', 1, false])
  }
})
