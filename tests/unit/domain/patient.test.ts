import { expect, test } from 'vitest'
import { decidePatientStatus, tidyPatient, type PatientFields } from '../../../shared/domain/patient.ts'
import { plainCard } from '../../../shared/domain/person.ts'
import { anAppointment, aPatient, at, date } from '../../support/builders.ts'

const today = date('2026-05-04')
const fields = (overrides: Partial<PatientFields> = {}): PatientFields => {
  const { id: _id, version: _version, status: _status, ...rest } = aPatient()
  return { ...rest, ...overrides }
}
const messages = (overrides: Partial<PatientFields>): readonly string[] => {
  const tidied = tidyPatient(fields(overrides), today)
  return tidied.ok ? [] : tidied.problem.issues.map(issue => issue.message)
}

test('a patient needs a name that can be read, and one part is enough', () => {
  expect(messages({ name: { given: ' ', family: '' } })).toEqual(['name-missing'])
  expect(messages({ name: { given: 'Sukarno', family: '' } })).toEqual([])
})

test('a birth date lies within a human life', () => {
  expect(messages({ birthDate: date('2026-05-05') })).toEqual(['birth-date-in-future'])
  expect(messages({ birthDate: date('2026-05-04') })).toEqual([])
  expect(messages({ birthDate: date('1901-05-04') })).toEqual([])
  expect(messages({ birthDate: date('1901-05-03') })).toEqual(['birth-date-too-early'])
  expect(messages({ birthDate: null })).toEqual([])
})

test('an address for letters may be missing, not unreadable', () => {
  expect(messages({ email: '' })).toEqual([])
  expect(messages({ email: 'rosa@example.org' })).toEqual([])
  expect(messages({ email: 'rosa at example' })).toEqual(['email-unreadable'])
})

test('an empty alternate name is none', () => {
  const tidied = tidyPatient(fields({ card: { ...plainCard, largePrint: true, alternateName: '  ' } }), today)
  expect(tidied.ok && tidied.value.card).toEqual({ ...plainCard, largePrint: true })
})

const now = at('2026-05-04T09:00')

test('a patient with a visit still to come stays active', () => {
  const coming = anAppointment()
  expect(decidePatientStatus('inactive', [coming], now)).toEqual({ ok: false, problem: { code: 'in-use', what: 'visits' } })
  expect(decidePatientStatus('inactive', [{ ...coming, status: 'cancelled' }], now).ok).toBe(true)
  expect(decidePatientStatus('inactive', [coming], coming.interval.end).ok).toBe(true)
})

test('a record under which visits were kept was not entered in error', () => {
  expect(decidePatientStatus('entered-in-error', [anAppointment({ status: 'fulfilled' })], now).ok).toBe(false)
  expect(decidePatientStatus('entered-in-error', [anAppointment({ status: 'cancelled' })], now).ok).toBe(true)
  expect(decidePatientStatus('active', [anAppointment()], now).ok).toBe(true)
})
