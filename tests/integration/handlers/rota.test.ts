import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RotaShift } from '../../../shared/domain/rota/cells.ts'
import { usualRestMinutes } from '../../../shared/domain/rota/availability.ts'
import type { PractitionerId } from '../../../shared/domain/ids.ts'
import { ruleOf } from '../../../shared/domain/time/recurrenceRule.ts'
import { date, monday, newId, time } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, given, refusal } from './clinic.ts'

const shift = (start: string, end: string, presence: RotaShift['presence'] = 'on-site'): RotaShift => ({ start: time(start), end: time(end), presence })
const usual = shift('09:00', '17:00')

describe.each(engines)('the rota on %s', engine => {
  let clinic: Awaited<ReturnType<typeof aClinic>>
  beforeEach(async () => { clinic = await aClinic(engine) })
  afterEach(() => clinic.service.stop())

  const read = (from = monday, days = 7) => given(clinic.lead.rota.read({ locationId: clinic.location.id, from, days }))
  const cell = async (who: { readonly id: string }, day = monday) => (await read(day, 1)).cells.find(one => one.practitionerId === who.id)
  const painted = (seen: readonly RotaShift[], shifts: readonly RotaShift[], day = monday) => ({ practitionerId: clinic.khan.id, date: day, seen, shifts })
  const minimum = () => ({
    locationId: clinic.location.id, serviceTypeId: clinic.neck.id, people: 1, weekdays: [1 as const], hours: { start: time('09:00'), end: time('18:00') }, from: date('2026-01-01'), through: null, apart: false,
  })

  test('shows the week with everybody in it, and is painted as one batch that is taken back as one', async () => {
    const { appointment } = await clinic.book()
    const before = await read()
    expect(before.people.map(person => person.name.family)).toEqual(['Khan', 'Ortiz'])
    expect(before.cells.map(one => [one.date, one.shifts, one.single])).toEqual([[monday, [usual], false], [monday, [usual], false]])

    const cells = [painted([usual], [shift('13:00', '17:00')]), painted([], [shift('08:00', '12:00'), shift('12:00', '20:00', 'on-call')], date('2026-05-06'))]
    const looked = await given(clinic.lead.rota.paint({ locationId: clinic.location.id, cells, preview: true }))
    expect(looked.impact.flags.map(visit => visit.appointment.id)).toEqual([appointment.id])
    expect(looked.saved).toBeNull()
    expect(await read()).toEqual(before)

    const { saved } = await given(clinic.lead.rota.paint({ locationId: clinic.location.id, cells, preview: false }))
    if (saved === null) throw new Error('nothing was saved')
    expect(await clinic.verdictOf(appointment.id)).toBe('uncovered')
    expect(await cell(clinic.khan)).toMatchObject({ shifts: [shift('13:00', '17:00')], single: true })
    expect((await cell(clinic.khan, date('2026-05-06')))?.shifts).toEqual([shift('08:00', '12:00'), shift('12:00', '20:00', 'on-call')])
    const { events } = await given(clinic.lead.audit.list({ before: null, limit: 1, entityId: clinic.location.id }))
    expect(events).toMatchObject([{ action: 'rota.paint', outcome: 'success' }])

    const made = saved.made.map(({ id, version }) => ({ id, version }))
    const back = await given(clinic.lead.rota.takeBack({ locationId: clinic.location.id, made, taken: [], preview: false }))
    expect(back.impact.clears.map(visit => visit.appointment.id)).toEqual([appointment.id])
    expect(await read()).toEqual(before)
    expect(await refusal(clinic.lead.rota.takeBack({ locationId: clinic.location.id, made, taken: [], preview: false }))).toEqual({ code: 'not-found', what: 'shift' })
  })

  test('is painted whole or not at all, never over what somebody else changed, and not by the front desk', async () => {
    const before = await read()
    const locationId = clinic.location.id
    const cells = [painted([], [shift('08:00', '12:00')], date('2026-05-06')), painted([], [shift('08:00', '12:00')])]
    expect(await refusal(clinic.lead.rota.paint({ locationId, cells, preview: false }))).toEqual({ code: 'stale', yours: 0, current: 1 })
    expect(await read()).toEqual(before)
    expect(await refusal(clinic.desk.rota.paint({ locationId, cells: [], preview: false }))).toMatchObject({ code: 'forbidden' })
    const nobody = { ...painted([], []), practitionerId: newId<PractitionerId>() }
    expect(await refusal(clinic.lead.rota.paint({ locationId, cells: [nobody], preview: false }))).toEqual({ code: 'not-found', what: 'staff member' })
  })

  test('shows minimums where they are not met, and no longer when they are', async () => {
    const made = await given(clinic.lead.staffingMinimum.record(minimum()))
    expect((await read()).unmet).toMatchObject([{ minimumId: made.id, date: monday, present: 0, wanted: 1 }])
    const ahead = () => given(clinic.desk.rota.unmet({ locationId: clinic.location.id, from: monday, days: 28 }))
    expect((await ahead()).unmet.map(one => one.date)).toEqual(['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'])
    await given(clinic.lead.rota.paint({ locationId: clinic.location.id, cells: [painted([usual], [shift('09:00', '18:00')])], preview: false }))
    expect((await ahead()).unmet.map(one => one.date)).toEqual(['2026-05-11', '2026-05-18', '2026-05-25'])
    const shorter = await given(clinic.lead.staffingMinimum.amend({ ...made, hours: { start: time('09:00'), end: time('17:00') } }))
    expect((await ahead()).unmet).toEqual([])
    expect(await refusal(clinic.lead.staffingMinimum.amend({ ...made, people: 2 }))).toEqual({ code: 'stale', yours: 1, current: 2 })
    await given(clinic.lead.staffingMinimum.remove({ id: shorter.id, version: shorter.version }))
    expect(await ahead()).toEqual({ minimums: [], unmet: [] })
    expect(await refusal(clinic.lead.staffingMinimum.record({ ...minimum(), serviceTypeId: newId() }))).toEqual({ code: 'not-found', what: 'service' })
  })

  test('keeps when people could work, once each', async () => {
    const fields = {
      practitionerId: clinic.khan.id, weekly: [{ weekday: 1 as const, start: time('08:00'), end: time('18:00'), wish: 'could' as const }],
      dated: [{ date: monday, start: time('17:00'), end: time('20:00'), wish: 'rather-not' as const }], maxWeekMinutes: 1920, restMinutes: usualRestMinutes, note: 'Collects a child at six',
    }
    const made = await given(clinic.lead.availability.record(fields))
    expect((await read()).availabilities).toEqual([{ ...fields, id: made.id, version: 1 }])
    expect(await refusal(clinic.lead.availability.record(fields))).toMatchObject({ code: 'duplicate' })
    const less = await given(clinic.lead.availability.amend({ ...made, maxWeekMinutes: null, dated: [] }))
    expect((await read()).availabilities).toEqual([less])
    await given(clinic.lead.availability.remove({ id: made.id, version: 2 }))
    expect((await read()).availabilities).toEqual([])
  })

  test('has shifts of alternate weeks in their own weeks', async () => {
    const rule = ruleOf(2, { kind: 'weeks', every: 2 })
    await clinic.shift(clinic.ortiz, { weekday: 2, rule, from: date('2026-05-05') })
    const days = (await read(date('2026-05-05'), 28)).cells.filter(one => one.practitionerId === clinic.ortiz.id).map(one => one.date)
    expect(days).toEqual(['2026-05-05', '2026-05-11', '2026-05-18', '2026-05-19', '2026-05-25', '2026-06-01'])
    const { id: _id, version: _version, ...fields } = clinic.khansShift
    const again = { ...fields, practitionerId: clinic.ortiz.id, weekday: 2 as const, rule, from: date('2026-05-19'), preview: false }
    expect(await refusal(clinic.lead.shiftPattern.record(again))).toEqual({ code: 'duplicate', what: 'shift' })
    expect((await given(clinic.lead.shiftPattern.record({ ...again, from: date('2026-05-12') }))).saved).toMatchObject({ rule })
  })
})
