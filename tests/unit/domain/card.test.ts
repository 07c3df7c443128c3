import { expect, test } from 'vitest'
import { appointmentCard } from '../../../shared/contract/card.ts'
import { cardContent } from '../../../shared/domain/card.ts'
import { aLocation, anAppointment, aPatient, aPractice, wall } from '../../support/builders.ts'

test('a card says when to arrive, where, and whom to ask for', () => {
  const card = cardContent(anAppointment(), aPatient(), aLocation(), aPractice())
  expect(card).toMatchObject({ start: '2026-05-04T10:00', arriveBy: '2026-05-04T09:50', locationName: 'Lakeside', askFor: 'the front desk' })
  expect(appointmentCard.parse(card)).toEqual(card)
})

test('a card is in the name that the patient chose', () => {
  const patient = aPatient({ card: { largePrint: false, doNotPrint: false, alternateName: 'R. O.' } })
  expect(cardContent(anAppointment(), patient, aLocation(), aPractice()).patientName).toEqual({ given: 'R. O.', family: '' })
})

test('a location without a telephone gives the practice’s', () => {
  expect(cardContent(anAppointment(), aPatient(), aLocation({ telephone: '' }), aPractice()).telephone).toBe('+1 312 555 0100')
})

test('on the morning the clocks go forward the minutes before the visit are real ones', () => {
  const visit = anAppointment({ start: wall('2026-03-08T03:05') })
  expect(cardContent(visit, aPatient(), aLocation(), aPractice({ arriveEarlyMinutes: 15 })).arriveBy).toBe('2026-03-08T01:50')
})
