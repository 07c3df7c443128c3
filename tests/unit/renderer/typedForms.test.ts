import { describe, expect, it } from 'vitest'
import { usernameFrom } from '../../../renderer/firstRun/usernameFrom.ts'
import { newPatient } from '../../../renderer/patients/patientDraft.ts'
import { isBegun, noException, withException } from '../../../renderer/settings/exceptionDraft.ts'
import { hoursInWords } from '../../../renderer/settings/hoursInWords.ts'
import { hoursOf, usualHours } from '../../../renderer/ui/hours.ts'
import { settingsText } from '../../../shared/text/en/settings.ts'
import { date, time } from '../../support/builders.ts'

describe('a sign-in name made from a person’s name', () => {
  it.each([['Dr. Amira Khan', 'amira.khan'], ['María del Carmen Peña', 'maria.pena'], ['Björk', 'bjork'], ['  ', ''], ['Dr.', '']])('%s', (name, made) =>
    expect(usernameFrom(name)).toBe(made))
})

describe('a patient registered after a search in vain', () => {
  it('takes the last word for the family name', () => expect(newPatient('Anna Maria Berg')).toMatchObject({ given: 'Anna Maria', family: 'Berg', telephone: '' }))
  it('understands a name written the other way round', () => expect(newPatient('Berg, Anna')).toMatchObject({ given: 'Anna', family: 'Berg' }))
  it('takes a number for the telephone', () => expect(newPatient('+1 555 0127')).toMatchObject({ given: '', family: '', telephone: '+1 555 0127' }))
  it('starts empty without a search', () => expect(newPatient('')).toMatchObject({ given: '', family: '', telephone: '' }))
})

describe('opening hours in words', () => {
  const [eight, noon, one, five] = [time('08:00'), time('12:00'), time('13:00'), time('17:00')]
  it('tells days in a row together', () => {
    const usual = hoursOf(usualHours()) ?? []
    expect(hoursInWords(usual)).toBe('Mon–Fri 08:00–17:00')
    expect(hoursInWords([...usual, { weekday: 7, opens: eight, closes: noon }])).toBe('Mon–Fri 08:00–17:00, Sun 08:00–12:00')
  })
  it('tells both halves of a day with a break', () =>
    expect(hoursInWords([{ weekday: 2, opens: eight, closes: noon }, { weekday: 2, opens: one, closes: five }])).toBe('Tue 08:00–12:00 and 13:00–17:00'))
  it('says closed when it never opens', () => expect(hoursInWords([])).toBe('closed'))
  it('are not sent while a time is missing', () => expect(hoursOf([{ weekday: 1, opens: eight, closes: null }])).toBeNull())
})

describe('a day with other hours, typed beside the list', () => {
  const holiday = { ...noException, date: date('2026-12-25'), reason: ' Christmas ' }
  const closed = { date: date('2026-12-25'), hours: [], reason: 'Christmas' }
  it('is begun with a date or a reason', () => expect([noException, holiday, { ...noException, reason: 'x' }].map(isBegun)).toEqual([false, true, true]))
  it('joins the list', () => expect(withException([], holiday)).toEqual({ ok: true, value: [closed] }))
  it('may be open for some hours', () =>
    expect(withException([], { ...holiday, closed: false })).toMatchObject({ ok: true, value: [{ hours: [{ opens: '08:00', closes: '12:00' }] }] }))
  it('is asked about without a date or with half an hour', () => {
    const bad = { ok: false, problem: settingsText.locations.exceptionBad }
    expect(withException([], { ...holiday, date: null })).toEqual(bad)
    expect(withException([], { ...holiday, closed: false, closes: null })).toEqual(bad)
  })
  it('is refused twice', () => expect(withException([closed], holiday)).toEqual({ ok: false, problem: settingsText.locations.exceptionTwice }))
})
