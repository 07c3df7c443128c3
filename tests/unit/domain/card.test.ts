import { expect, test } from 'vitest'
import { appointmentCard } from '../../../shared/contract/card.ts'
import { cardContent } from '../../../shared/domain/card.ts'
import { firstDesign } from '../../../shared/domain/cardDesign.ts'
import { plainCard } from '../../../shared/domain/person.ts'
import { aLocation, anAppointment, aPatient, aPractice, wall } from '../../support/builders.ts'

const practice = aPractice({ name: 'Lakeside House' })
const cardOf = ({ visit = anAppointment(), patient = aPatient(), location = aLocation(), of = practice, design = firstDesign } = {}) =>
  cardContent(visit, [], patient, location, of, design)

test('a card says when to arrive, where, and whom to ask for', () => {
  const card = cardOf()
  expect(card).toMatchObject({ visit: { start: '2026-05-04T10:00', arriveBy: '2026-05-04T09:50' }, locationName: 'Lakeside', askFor: 'the front desk', findings: [] })
  expect(appointmentCard.parse(card)).toEqual(card)
})

test('a card is in the name that the patient chose', () => {
  const patient = aPatient({ card: { ...plainCard, alternateName: 'R. O.' } })
  expect(cardOf({ patient }).patientName).toEqual({ given: 'R. O.', family: '' })
})

test('a location without a telephone gives the practice’s', () => {
  expect(cardOf({ location: aLocation({ telephone: '' }) }).telephone).toBe('+1 312 555 0100')
  expect(cardOf().telephone).toBe('+1 312 555 0101')
})

test('on the morning the clocks go forward the minutes before the visit are real ones', () => {
  const visit = anAppointment({ start: wall('2026-03-08T03:05') })
  expect(cardOf({ visit, of: { ...practice, arriveEarlyMinutes: 15 } }).visit.arriveBy).toBe('2026-03-08T01:50')
})

test('whatever the practice’s own words give away is found, with the words', () => {
  const words = (card: ReturnType<typeof cardOf>) => card.findings.map(({ kind, word }) => `${kind}: ${word}`)
  expect(words(cardOf({ of: { ...practice, name: 'Lakeside Pain & Movement' } }))).toEqual(['condition: Pain'])
  expect(words(cardOf({ of: { ...practice, askFor: 'the Botox nurse' } }))).toEqual(['product: Botox'])
  expect(words(cardOf({ location: aLocation({ address: '1 Lake Street, Dermatology' }) }))).toEqual(['specialty: Dermatology'])
  expect(words(cardOf({ design: { ...firstDesign, ownWords: ['Lakeside'] } }))).toContain('own: Lakeside')
})

test('wording in the patient’s language is looked at, and no other, for only that is printed', () => {
  const design = { ...firstDesign, wording: [{ language: 'es', line: 'note', text: 'Botox' }] as const }
  const kinds = (language: 'en' | 'es') => cardOf({ design, patient: aPatient({ card: { ...plainCard, language } }) }).findings.map(each => each.kind)
  expect(kinds('es')).toEqual(['product'])
  expect(kinds('en')).toEqual([])
})

test('the visits that follow are on it, each with when to arrive', () => {
  const [next, last] = [anAppointment({ start: wall('2026-08-03T09:00') }), anAppointment({ start: wall('2026-10-26T14:00') })]
  const { following } = cardContent(anAppointment(), [next, last], aPatient(), aLocation(), practice, firstDesign)
  expect(following.map(({ id, start, arriveBy }) => [id, start, arriveBy])).toEqual([[next.id, '2026-08-03T09:00', '2026-08-03T08:50'], [last.id, '2026-10-26T14:00', '2026-10-26T13:50']])
})

test('an alternate name may not carry a product, a birth date or a record number; a family may be called Pain', () => {
  const named = (alternateName: string) => cardOf({ patient: aPatient({ identifiers: [{ system: 'chart', value: 'A-4711' }], card: { ...plainCard, alternateName } }) }).findings.map(each => each.kind)
  expect(named('Rosa, Botox')).toEqual(['product'])
  expect(named('Rosa 1961-07-09')).toEqual(['birth-date'])
  expect(named('Rosa A-4711')).toEqual(['record-number'])
  expect(named('Rosa Pain')).toEqual([])
})
