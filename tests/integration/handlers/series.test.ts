import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainPaper } from '../../../shared/domain/certification.ts'
import type { Inputs } from '../../../main/service/handlers/types.ts'
import type { WallDateTime } from '../../../shared/domain/time/values.ts'
import { date, openDaily, time, unreadable, wall, zone } from '../../support/builders.ts'
import { wallInstant } from '../../../shared/domain/time/wallClock.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

describe.each(engines)('a series on %s', engine => {
  let clinic: Clinic
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(async () => { await clinic.service.stop() })

  const terms = {
    product: '', everyDays: 84, minimumDays: 84, visits: 2, first: date('2026-09-07'), time: time('10:00'), weekday: null, earlyDays: 0, lateDays: 7, performerId: null,
  }
  const agreed = (): Omit<Inputs['series']['plan'], 'byHand'> => ({ patientId: clinic.rosa.id, serviceTypeId: clinic.neck.id, locationId: clinic.location.id, terms })
  const booked = async () => {
    const { occurrences } = await given(clinic.desk.series.plan({ ...agreed(), byHand: [] }))
    const request = { requestKey: clinic.service.ports.newId(), ...agreed(), places: occurrences.flatMap(row => row.place ?? []) }
    return { request, occurrences, made: await given(clinic.desk.series.book(request)) }
  }
  type Made = Awaited<ReturnType<typeof booked>>['made']
  const rows = (shown: Made) => shown.visits.map(({ appointment: { id, version } }) => ({ id, version }))
  const statuses = (shown: Made) => shown.visits.map(({ appointment }) => appointment.status)

  test('keeps its wall time when the clocks change, each visit with its own row and number, and is booked once under one key', async () => {
    const { request, occurrences, made } = await booked()
    expect(made.visits.map(({ appointment }) => [appointment.start, appointment.series?.number, appointment.series?.of]))
      .toEqual([['2026-09-07T10:00', 1, 2], ['2026-11-30T10:00', 2, 2]])
    expect((occurrences[0]?.offsetMinutes ?? 0) - (occurrences[1]?.offsetMinutes ?? 0)).toBe(60)
    expect((await given(clinic.desk.series.book(request))).series.id).toBe(made.series.id)
  })

  test('is cancelled with a reason and comes back as it was; a visit that is moved by itself disturbs no other', async () => {
    const { made } = await booked()
    const id = made.series.id
    const rest = rows(made).slice(1)
    const cancelled = await given(clinic.desk.series.cancelRest({ id, visits: rest, reason: 'Moves away' }))
    expect(statuses(cancelled)).toEqual(['booked', 'cancelled'])
    const back = await given(clinic.desk.series.undo({ id, visits: rows(cancelled).slice(1) }))
    expect(statuses(back)).toEqual(['booked', 'booked'])
    const [first] = rows(back)
    if (first === undefined) throw new Error('nothing was booked')
    await given(clinic.desk.appointment.move({ ...first, locationId: clinic.location.id, start: wall('2026-09-07T11:00'), fold: null, performerId: null, roomId: null, overrideReason: null }))
    expect((await given(clinic.desk.series.read({ id }))).visits.map(({ appointment }) => appointment.start)).toEqual(['2026-09-07T11:00', '2026-11-30T10:00'])
  })

  test('moves a visit past a holiday of its injectors and says so, and flags a far one at once when they go away later', async () => {
    const { made } = await booked()
    for (const who of [clinic.khan, clinic.ortiz]) {
      await given(clinic.lead.absence.record({
        practitionerId: who.id, start: wall('2026-11-30T00:00'), end: wall('2026-12-01T00:00'), zone: clinic.location.zone, reason: 'leave', note: '', preview: false,
      }))
    }
    const { visits } = await given(clinic.desk.series.read({ id: made.series.id }))
    expect(visits.map(visit => visit.verdict?.state)).toEqual(['covered', 'uncovered'])
    const other = await clinic.patient()
    const { occurrences } = await given(clinic.desk.series.plan({ ...agreed(), patientId: other.id, byHand: [] }))
    expect(occurrences[1]).toMatchObject({ wanted: '2026-11-30T10:00', obstacle: { code: 'not-staffed' }, place: { start: '2026-12-07T10:00' } })
  })

  test('flags its far visits at once when a certificate is cut short or a shift is moved, and clears them when that is taken back', async () => {
    const { made } = await booked()
    const states = async () => (await given(clinic.desk.series.read({ id: made.series.id }))).visits.map(visit => visit.verdict?.state)
    expect(await states()).toEqual(['covered', 'covered'])
    const { id, version, issued, status } = clinic.khansPaper
    const paper = { practitionerId: clinic.khan.id, certificationTypeId: clinic.training.id, number: 'C-1', issuer: 'Board', issued, status, ...plainPaper, preview: false }
    const cut = (await given(clinic.lead.qualification.amend({ id, version, ...paper, expires: date('2026-11-29') }))).saved
    if (cut === null) throw new Error('nothing was saved')
    await clinic.verify(cut)
    expect(await states()).toEqual(['covered', 'uncovered'])
    const late = (await given(clinic.lead.qualification.amend({ id, version: cut.version + 1, ...paper, expires: date('2026-12-31') }))).saved
    if (late === null) throw new Error('nothing was saved')
    await clinic.verify(late)
    expect(await states()).toEqual(['covered', 'covered'])

    const { id: shiftId, version: seen, practitionerId, locationId, weekday, rule, from, through, presence } = clinic.khansShift
    const shift = { id: shiftId, practitionerId, locationId, weekday, rule, from, through, presence, preview: false }
    await given(clinic.lead.shiftPattern.amend({ ...shift, version: seen, start: time('13:00'), end: time('17:00') }))
    expect(await states()).toEqual(['uncovered', 'uncovered'])
  })

  test('moves a visit past a day on which the location is closed, and says what for', async () => {
    const { id, version, openingExceptions, ...location } = clinic.location
    await given(clinic.lead.location.amend({ id, version, ...location, openingExceptions: [...openingExceptions, { date: date('2026-11-30'), hours: [], reason: 'Stocktaking' }] }))
    const { occurrences } = await given(clinic.desk.series.plan({ ...agreed(), byHand: [] }))
    expect(occurrences[1]).toMatchObject({ wanted: '2026-11-30T10:00', obstacle: { code: 'outside-opening-hours' }, closure: 'Stocktaking', place: { start: '2026-12-07T10:00' } })
  })

  test('keeps the longer interval of its product, whatever was typed', async () => {
    const { id, version, status: _, ...neck } = clinic.neck
    const changed = await given(clinic.lead.serviceType.amend({ id, version, ...neck, productIntervals: [{ product: ' Longtoxin ', days: 112 }, { product: 'LONGTOXIN', days: 100 }], preview: false }))
    expect(changed.saved?.productIntervals).toEqual([{ product: 'LONGTOXIN', days: 112 }])
    const placed = async (product: string) => (await given(clinic.desk.series.plan({ ...agreed(), terms: { ...terms, product, lateDays: 28 }, byHand: [] }))).occurrences.map(row => row.place?.start)
    expect(await placed('')).toEqual(['2026-09-07T10:00', '2026-11-30T10:00'])
    expect(await placed('longtoxin')).toEqual(['2026-09-07T10:00', '2026-12-28T10:00'])
    const places = ['2026-09-07T10:00', '2026-12-21T10:00'].map(start => ({ start: wall(start), performerId: null, roomId: null }))
    const request = { requestKey: clinic.service.ports.newId(), ...agreed(), places }
    expect(await refusal(clinic.desk.series.book({ ...request, terms: { ...terms, product: 'Longtoxin' } }))).toMatchObject({ code: 'visit-refused', start: '2026-12-21T10:00' })
    await given(clinic.desk.series.book(request))
  })

  test('is refused whole when one of its places lies too soon after another', async () => {
    const places = ['2026-06-01T10:00', '2026-06-08T10:00'].map(start => ({ start: wall(start), performerId: null, roomId: null }))
    expect(await refusal(clinic.desk.series.book({ requestKey: clinic.service.ports.newId(), ...agreed(), places })))
      .toMatchObject({ code: 'visit-refused', start: '2026-06-08T10:00' })
    expect((await given(clinic.desk.patient.read({ id: clinic.rosa.id }))).visits).toEqual([])
  })

  test('with a day that no calendar has is refused by name, and nothing is booked', async () => {
    const start = unreadable<WallDateTime>('2026-02-30T10:00')
    expect(await refusal(clinic.desk.series.plan({ ...agreed(), byHand: [{ number: 1, start }] }))).toMatchObject({ code: 'invalid', issues: [{ path: 'byHand.0.start' }] })
    expect(await refusal(clinic.desk.series.book({ requestKey: clinic.service.ports.newId(), ...agreed(), places: [{ start, performerId: null, roomId: null }] })))
      .toMatchObject({ code: 'invalid', issues: [{ path: 'places.0.start' }] })
    expect((await given(clinic.desk.patient.read({ id: clinic.rosa.id }))).visits).toEqual([])
  })

  test('of four visits keeps its wall time and its cover over a clock change, as stored, in six zones', async () => {
    for (const name of ['America/Chicago', 'Europe/Berlin', 'Europe/London', 'Australia/Sydney', 'America/Santiago', 'Pacific/Auckland']) {
      const location = await given(clinic.lead.location.record({
        name, address: '', telephone: '', zone: zone(name), openingHours: openDaily('08:00', '18:00'), openingExceptions: [], regulation: null, active: true,
      }))
      const injector = await clinic.person('Noor', name)
      await clinic.certify(injector, { expires: date('2027-12-31') })
      await clinic.shift(injector, { locationId: location.id })
      const four = { patientId: (await clinic.patient()).id, serviceTypeId: clinic.neck.id, locationId: location.id, terms: { ...terms, first: date('2026-05-11'), visits: 4 } }
      const { occurrences } = await given(clinic.desk.series.plan({ ...four, byHand: [] }))
      const places = occurrences.flatMap(row => row.place ?? [])
      const { series } = await given(clinic.desk.series.book({ requestKey: clinic.service.ports.newId(), ...four, places }))
      const stored = await clinic.service.store.read(tx => tx.appointments.ofSeries(series.id))
      expect(stored.map(({ start, interval }) => [start, interval.start])).toEqual(
        ['2026-05-11T10:00', '2026-08-03T10:00', '2026-10-26T10:00', '2027-01-18T10:00'].map(start => [start, wallInstant(wall(start), zone(name))]),
      )
      expect(new Set(stored.map(({ interval }) => interval.start % 86_400_000)).size, `the clocks of ${name} change in between`).toBeGreaterThan(1)
      const { visits } = await given(clinic.desk.series.read({ id: series.id }))
      expect(visits.map(visit => visit.verdict?.state)).toEqual(['covered', 'covered', 'covered', 'covered'])
    }
  })
})
