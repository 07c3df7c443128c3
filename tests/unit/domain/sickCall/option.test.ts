import { expect, test } from 'vitest'
import type { PractitionerId, RoomId } from '../../../../shared/domain/ids.ts'
import { moveKindOf, offeredPlaces, optionsOf, placeOf } from '../../../../shared/domain/sickCall/option.ts'
import { distanceTo, type Place } from '../../../../shared/domain/sickCall/places.ts'
import { spanOf, wallInstant } from '../../../../shared/domain/time/wallClock.ts'
import { at, clinicZone, idNumber, wall } from '../../../support/builders.ts'
import { aVisit, khan, lakeside, ortiz, room } from '../../../support/smallClinic.ts'

/** Agreed for Monday 4 May at 10:00. */
const visit = aVisit()
const second: RoomId = idNumber(0x99)

const place = (start: string, overrides: Partial<Place> = {}): Place => ({
  locationId: lakeside.id, start: wall(start), interval: spanOf(wallInstant(wall(start), clinicZone), 30), performerIds: [ortiz.id], roomIds: null, ...overrides,
})
const onMonday = (...clocks: readonly string[]): readonly Place[] => clocks.map(clock => place(`2026-05-04T${clock}`))
const startsOf = (places: readonly { readonly start: string }[]): readonly string[] => places.map(({ start }) => start)

test('a move is called by how little of what was agreed it changes', () => {
  expect(['2026-05-04T10:00', '2026-05-04T10:10', '2026-05-05T10:00'].map(start => moveKindOf(visit, wall(start)))).toEqual(['same-time', 'same-day', 'another-day'])
})

test('a move puts the visit at its own location with the person and the room that were chosen', () => {
  const moving = { kind: 'same-day', start: wall('2026-05-04T11:00'), performerId: ortiz.id, roomId: room.id } as const
  expect(placeOf(visit, moving)).toEqual({ locationId: lakeside.id, start: '2026-05-04T11:00', fold: null, performerId: ortiz.id, roomId: room.id })
})

test('where the clock shows the agreed hour twice, the one that was agreed is kept', () => {
  const [start, earlier] = [wall('2026-11-01T01:30'), at('2026-11-01T01:30')]
  const foldOf = (interval: Place['interval'], to = start) =>
    placeOf(aVisit({ start, interval }), { kind: 'same-time', start: to, performerId: ortiz.id, roomId: null }).fold
  const hourLater = spanOf(earlier, 60).end
  expect(foldOf(spanOf(earlier, 30))).toBe('earlier')
  expect(foldOf(spanOf(hourLater, 30))).toBe('later')
  expect(foldOf(spanOf(earlier, 30), wall('2026-11-01T03:00'))).toBeNull()
})

test('a day later is farther than any hour of the same day, and ten minutes begun count whole', () => {
  const far = (start: string, of = visit) => distanceTo(of, place(start))
  expect([far('2026-05-04T10:00'), far('2026-05-04T10:01'), far('2026-05-04T10:10'), far('2026-05-04T09:49')]).toEqual([0, 1, 1, 2])
  expect(far('2026-05-05T10:10') - far('2026-05-05T10:00')).toBe(1)
  const late = aVisit({ start: wall('2026-05-04T23:50') })
  expect(far('2026-05-04T00:00', late)).toBeLessThan(far('2026-05-05T00:00', late))
  // That day has 25 hours.
  const inAutumn = aVisit({ start: wall('2026-11-01T23:50') })
  expect(far('2026-11-01T00:00', inAutumn)).toBeLessThan(far('2026-11-02T00:00', inAutumn))
})

test('the desk is offered the agreed hour first, with everybody who could take it, then other hours of the day, then other days, then what takes the visit away', () => {
  const places = [place('2026-05-05T10:00', { performerIds: [khan.id, ortiz.id] }), ...onMonday('11:00'), place('2026-05-04T10:00', { performerIds: [ortiz.id, khan.id] })]
  const lind: PractitionerId = idNumber(0x43)
  expect(optionsOf(visit, places, [lind], null)).toEqual([
    { kind: 'same-time', start: '2026-05-04T10:00', performerId: ortiz.id, roomId: null },
    { kind: 'same-time', start: '2026-05-04T10:00', performerId: khan.id, roomId: null },
    { kind: 'same-day', start: '2026-05-04T11:00', performerId: ortiz.id, roomId: null },
    { kind: 'another-day', start: '2026-05-05T10:00', performerId: khan.id, roomId: null },
    { kind: 'wait' },
    { kind: 'ask', start: '2026-05-04T10:00', performerId: lind, roomId: null },
    { kind: 'refer', reason: '' },
  ])
})

test('another time is offered with one person, the nearest six of the day, before or after', () => {
  const places = onMonday('08:00', '08:30', '09:00', '09:40', '10:10', '11:00', '11:30', '12:00').map(each => ({ ...each, performerIds: [ortiz.id, khan.id] }))
  const offered = optionsOf(visit, places, [], null).flatMap(option => (option.kind === 'same-day' ? [option] : []))
  expect(startsOf(offered).map(start => start.slice(11))).toEqual(['10:10', '09:40', '09:00', '11:00', '08:30', '11:30'])
  expect(offered.every(({ performerId }) => performerId === ortiz.id)).toBe(true)
})

test('of other days six places are offered, two a day at most, the nearest first', () => {
  const days = ['2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08'].flatMap(day => ['14:00', '09:00', '10:00'].map(clock => place(`${day}T${clock}`)))
  const offered = optionsOf(visit, days, [], null).flatMap(option => (option.kind === 'another-day' ? [option] : []))
  expect(startsOf(offered)).toEqual(['2026-05-05T09:00', '2026-05-05T10:00', '2026-05-06T09:00', '2026-05-06T10:00', '2026-05-07T09:00', '2026-05-07T10:00'])
})

test('a visit keeps its room where that is free, and gets the first free one otherwise', () => {
  const roomAt = (roomId: RoomId | null, roomIds: Place['roomIds']) => {
    const [option] = optionsOf(aVisit({ roomId }), [place('2026-05-04T10:00', { roomIds })], [], null)
    return option?.kind === 'same-time' ? option.roomId : 'none'
  }
  expect(roomAt(room.id, [second, room.id])).toBe(room.id)
  expect(roomAt(room.id, [second])).toBe(second)
  expect(roomAt(null, [second, room.id])).toBe(second)
  expect(roomAt(room.id, null)).toBeNull()
})

test('a colleague who could come in is asked only while a room is free, or none is needed', () => {
  const asked = (rooms: readonly RoomId[] | null) => optionsOf(aVisit({ roomId: room.id }), [], [ortiz.id], rooms).flatMap(option => (option.kind === 'ask' ? [option.roomId] : []))
  expect([asked(null), asked([second, room.id]), asked([])]).toEqual([[null], [room.id], []])
})

test('the solver weighs the nearest places of the day, and of other days as many with a quarter of them a day', () => {
  const halfHours = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30']
  const places = ['2026-05-05', '2026-05-04', '2026-05-06'].flatMap(day => halfHours.map(clock => place(`${day}T${clock}`)))
  expect(startsOf(offeredPlaces(visit, places, 5))).toEqual([
    '2026-05-04T10:00', '2026-05-04T09:30', '2026-05-04T10:30', '2026-05-04T09:00', '2026-05-04T11:00',
    '2026-05-05T08:00', '2026-05-05T08:30', '2026-05-06T08:00', '2026-05-06T08:30',
  ])
  expect(offeredPlaces(visit, places, 3).map(({ start }) => start.slice(8, 13))).toEqual(['04T10', '04T09', '04T10', '05T08', '06T08'])
})
