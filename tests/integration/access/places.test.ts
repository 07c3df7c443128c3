import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asId, type LocationId, type PractitionerId } from '../../../shared/domain/ids.ts'
import type { Location, Room } from '../../../shared/domain/practice.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { ZoneId } from '../../../shared/domain/time/values.ts'
import { aLocation, anAppointment, aPatient, date, zone } from '../../support/builders.ts'
import type { DeskClient } from '../../support/resultClient.ts'
import { aService, engines, testPassword, type TestService } from '../../support/service.ts'

function value<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problem))
}
const problem = (result: Result<unknown, Problem>): Problem => {
  if (!result.ok) return result.problem
  throw new Error('was not refused')
}
const paths = (result: Result<unknown, Problem>): readonly string[] => {
  const refused = problem(result)
  return refused.code === 'invalid' ? refused.issues.map(issue => issue.path) : [refused.code]
}
const nobody = asId<PractitionerId>('01980000-0000-7000-8000-000000000000')
const nowhere = asId<LocationId>('01980000-0000-7000-8000-000000000000')

describe.each(engines)('the practice and its places, on %s', engine => {
  let desk: TestService
  let lead: DeskClient
  let home: Location
  let room: Room
  beforeAll(async () => {
    desk = await aService(engine)
    lead = await desk.asRole('clinical-lead')
    const { locations, rooms } = value(await lead.practice.read({}))
    const [first] = locations
    const [one] = rooms.filter(each => each.locationId === first?.id)
    if (first === undefined || one === undefined) throw new Error('the first run made no place')
    home = first
    room = one
  })
  afterAll(() => desk.stop())

  const lastAudit = async (entityId: string) => value(await lead.audit.list({ before: null, limit: 1, entityId })).events[0]
  const fields = (overrides: Partial<Location> = {}) => {
    const { id: _, version: __, ...rest } = aLocation(overrides)
    return rest
  }

  test('a change keeps what was and what became of it', async () => {
    const { practice } = value(await lead.practice.read({}))
    const { demo: _, ...before } = practice
    const after = value(await lead.practice.amend({ ...before, name: '  New   name ' }))
    expect(after).toEqual({ ...practice, name: 'New name', version: practice.version + 1 })
    expect(JSON.parse((await lastAudit(''))?.detail ?? '')).toEqual({ before: practice, after })
    expect(problem(await lead.practice.amend(before))).toEqual({ code: 'stale', yours: before.version, current: after.version })
    expect(paths(await lead.practice.amend({ ...before, name: ' ' }))).toEqual(['name'])
  })

  test('a location needs a known zone and a name of its own', async () => {
    const made = value(await lead.location.record(fields({ name: 'North', zone: 'europe/berlin' as ZoneId })))
    expect(made).toMatchObject({ name: 'North', zone: zone('Europe/Berlin'), version: 1 })
    expect(paths(await lead.location.record(fields({ name: ' north ' })))).toEqual(['name'])
    expect(paths(await lead.location.record(fields({ name: 'South', zone: 'Mars/Olympus' as ZoneId })))).toEqual(['zone'])
    const twice = { date: date('2026-12-24'), hours: [], reason: '' }
    expect(paths(await lead.location.record(fields({ name: 'South', openingExceptions: [twice, twice] })))).toEqual(['openingExceptions'])
    expect(paths(await lead.location.amend({ ...made, name: home.name }))).toEqual(['name'])
    expect(value(await lead.location.amend({ ...made, name: 'NORTH' })).name).toBe('NORTH')
    expect(problem(await lead.location.amend({ ...made, name: 'Far north' }))).toEqual({ code: 'stale', yours: 1, current: 2 })
    expect(problem(await lead.location.amend({ ...made, id: nowhere }))).toEqual({ code: 'not-found', what: 'location' })
  })

  test('a location with visits ahead keeps its clock and stays open; without, it may change', async () => {
    const place = value(await lead.location.record(fields({ name: 'East' })))
    const services = value(await lead.serviceType.list({}))
    const patient = { ...aPatient(), identifiers: [] }
    const visit = anAppointment({ patientId: patient.id, locationId: place.id, serviceTypeId: services[0]?.id ?? asId(''), roomId: null, performerId: null })
    await desk.store.write([], async tx => {
      await tx.patients.insert(patient)
      await tx.appointments.insert(visit, { requestKey: null, identifier: null })
      return { keep: true, value: null }
    })
    expect(problem(await lead.location.amend({ ...place, zone: zone('America/Denver') }))).toEqual({ code: 'in-use', what: 'appointments' })
    expect(problem(await lead.location.amend({ ...place, active: false }))).toEqual({ code: 'in-use', what: 'appointments' })
    const named = value(await lead.location.amend({ ...place, address: '2 East Street' }))
    value(await lead.appointment.cancel({ id: visit.id, version: 1, reason: 'Moved away' }))
    expect(value(await lead.location.amend({ ...named, zone: zone('America/Denver') })).zone).toBe('America/Denver')
  })

  test('a room has a name of its own at its location, and stays there', async () => {
    const made = value(await lead.room.record({ locationId: home.id, name: ' Room  9 ', active: true }))
    expect(made.name).toBe('Room 9')
    expect(problem(await lead.room.record({ locationId: home.id, name: 'ROOM 9', active: true }))).toEqual({ code: 'duplicate', what: 'room' })
    expect(problem(await lead.room.record({ locationId: nowhere, name: 'Room 9', active: true }))).toEqual({ code: 'not-found', what: 'location' })
    expect(problem(await lead.room.amend({ ...made, name: room.name }))).toEqual({ code: 'duplicate', what: 'room' })
    expect(problem(await lead.room.amend({ ...made, locationId: nowhere }))).toEqual({ code: 'not-found', what: 'location' })
    expect(value(await lead.room.amend({ ...made, active: false }))).toEqual({ ...made, active: false, version: 2 })
    expect((await lastAudit(made.id))?.action).toBe('room.amend')
  })

  test('an account has a name of its own and is nobody who is not there', async () => {
    const wanted = { username: 'Nurse', displayName: 'A nurse', role: 'injector', practitionerId: null, active: true, password: testPassword } as const
    const made = value(await lead.account.record(wanted))
    expect(problem(await lead.account.record({ ...wanted, username: ' nurse ' }))).toEqual({ code: 'duplicate', what: 'username' })
    expect(problem(await lead.account.record({ ...wanted, username: 'other', practitionerId: nobody }))).toEqual({ code: 'not-found', what: 'practitioner' })
    expect(paths(await lead.account.record({ ...wanted, username: ' ', displayName: ' ' }))).toEqual(['username', 'displayName'])
    const { version } = value(await lead.account.amend({ ...made, displayName: 'Another nurse' }))
    expect(version).toBe(2)
    expect(problem(await lead.account.amend(made))).toEqual({ code: 'stale', yours: 1, current: 2 })
    expect(problem(await lead.account.amend({ ...made, version, username: 'test-clinical-lead' }))).toEqual({ code: 'duplicate', what: 'username' })
    const audit = value(await lead.audit.list({ before: null, limit: 50, entityId: made.id }))
    expect(audit.events.map(event => event.action)).toEqual(['account.amend', 'account.record'])
    expect(JSON.stringify(audit)).not.toContain(testPassword)
    expect(JSON.stringify(audit)).not.toContain('scrypt')
  })

  test('the bottom line knows the engine, the desks and the last change', async () => {
    const line = value(await lead.system.desk({}))
    expect(line).toMatchObject({ engine, now: desk.ports.now() })
    expect(line.lastSaved).toBe(desk.ports.now())
  })
})
