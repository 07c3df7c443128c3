import { describe, expect, test } from 'vitest'
import { noSecrets, revealedBy, revealedByName, type Secrets } from '../../../../shared/domain/privacy/lint.ts'
import { date } from '../../../support/builders.ts'

const told = (text: string, ...rest: [Secrets?, (readonly string[])?]): readonly string[] => revealedBy(text, ...rest).map(({ kind, word }) => `${kind}: ${word}`)
const born = (birthDate: string): Secrets => ({ birthDate: date(birthDate), identifiers: [] })
const filed = (...values: readonly string[]): Secrets => ({ birthDate: null, identifiers: values.map(value => ({ system: 'chart', value })) })

describe('a word that gives something away', () => {
  test('is told whole, as it was written, and once', () => {
    expect(told('Our MIGRAINEUR group and the Migraineur room')).toEqual(['condition: MIGRAINEUR', 'condition: Migraineur'])
    expect(told('Botox, Botox and Botox')).toEqual(['product: Botox'])
    expect([told('Kopfschmerzambulanz.'), told('(Botox)'), told('Botox')]).toEqual([['condition: Kopfschmerzambulanz'], ['product: Botox'], ['product: Botox']])
  })

  test('is told by itself where a language does not set words apart', () => {
    expect(told('湖畔偏头痛门诊')).not.toContain('condition: 湖畔偏头痛门诊')
    expect(told('湖畔注射室')).toEqual(['treatment: 注射'])
  })

  test('is that word alone, and not a part of a name', () => {
    expect(told('Pain Clinic')).toContain('condition: Pain')
    for (const innocent of ['Painswick Close', 'Dr. Payne', 'Rua das Dores', 'Max Neurath', 'Nadelweg 3', 'Spinney Lane', 'Strokestown Road']) expect(told(innocent), innocent).toEqual([])
  })

  test('of several words is found however they are joined', () => {
    expect([told('date of birth'), told('Date-of  birth'), told('date of\nbirth')].map(all => all.length)).toEqual([1, 1, 1])
    expect(told('date ofbirth')).toEqual([])
  })

  test('is found in Arabic behind “and”, “for” and “the”', () => {
    expect(['الألم', 'والألم', 'للألم'].map(word => told(word).length > 0)).toEqual([true, true, true])
  })
})

describe('a dose', () => {
  test.each(['155 U', '155U', '100 units', '100 Einheiten', '2.5 ml', '2,5 ml', '50 mg', '25 mcg', '100 E', '50 j.', '100 I.E.', '100 U of it', 'fifty units', 'hundert Einheiten', '100单位', '一百单位', '100 đơn vị', '١٠٠ وحدة'])('of %s is told', (text) => {
    expect(revealedBy(text).map(({ kind }) => kind)).toContain('dose')
  })

  test.each(['100 E Main Street', '15 U Street NW', '4139 E 7th Street', 'Apt 12 E', 'Suite 4E, 12 Mill Road', 'Unit 7 U', 'A100 U', '88 号', 'Business Park, Units 4-6', '12 United Way', 'one hundred visits', '100 mgr'])('is not read into %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('a birth date', () => {
  test('that is said to be one is told, and a year that is only a year is not', () => {
    for (const text of ['born 1961', 'born in 1961', 'geb. 1961', 'née 1961', 'nacido en 1961', 'ur. 9.7.1961']) expect(revealedBy(text).map(({ kind }) => kind), text).toContain('birth-date')
    for (const text of ['since 1961', 'Osborne 1961', 'born to help']) expect(told(text), text).toEqual([])
  })

  test('of the patient is told in either order, with any sign between, in full or short', () => {
    for (const text of ['2001-03-04', '4.3.2001', '04/03/01', '3/4/2001', '4 3 2001', '2001年3月4', '4 Mar 2001', 'March 4, 2001', '2001 March 4', '4th of March 2001', '4 marzo 2001', '4. März 2001', '4-Mar-2001', '04/Mar/2001', '4 de marzo del 2001', '4 mars 2001', '4 marca 2001']) {
      expect(told(text, born('2001-03-04')), text).toHaveLength(1)
    }
  })

  test('is not read into other dates and longer numbers', () => {
    for (const text of ['12001-03-04', '2001-03-041', '2001-04-05', '5.3.2001', '4 May 2001', '14.3.2001', '4 March 2002', '4 March']) expect(told(text, born('2001-03-04')), text).toEqual([])
    for (const text of ['Room 4, 2001 Lake Street', '4 de 2001', 'no 4. 2001']) expect(told(text, born('2001-03-04')), text).toEqual([])
    expect(told('no 4122001', born('2001-12-04'))).toEqual([])
    expect(told('2001-03-04')).toEqual([])
    expect(told('2001-03-04', noSecrets)).toEqual([])
  })

  test('is told with the short names of its month, which some write with a point', () => {
    expect([told('4 févr. 2001', born('2001-02-04')), told('4 Feb 2001', born('2001-02-04')), told('12 sept. 2001', born('2001-09-12'))].map(all => all.length)).toEqual([1, 1, 1])
  })

  test('is told with two figures of its year, also of the first years of a century', () => {
    expect([told('4.3.01', born('2001-03-04')).length, told('4.3.1', born('2001-03-04')).length]).toEqual([1, 0])
  })
})

describe('a record number', () => {
  test('that is said to be one is told', () => {
    for (const text of ['chart no 7', 'Patient #55', 'file number: 12', 'Akte Nr. 4', 'patient no.: 5']) expect(revealedBy(text).map(({ kind }) => kind), text).toContain('record-number')
    for (const text of ['Room no 7', 'chart 7', 'profile no 7']) expect(told(text), text).toEqual([])
  })

  test('of the patient is told as it is written, in any case, and not as a part of another', () => {
    expect([told('no. a-4711', filed('A-4711')), told('A.4711', filed('A.4711'))]).toEqual([['record-number: a-4711'], ['record-number: A.4711']])
    for (const text of ['A-47112', 'XA-4711', '1A-4711', 'A-4712']) expect(told(text, filed('A-4711')), text).toEqual([])
    expect(told('Ax4711', filed('A.4711'))).toEqual([])
    expect(told('AB123 and CD456', filed('AB123', 'CD456'))).toHaveLength(2)
  })

  test('of three figures is too short to be told from a house number, and so are two letters', () => {
    const [three, four, short, mixed] = [told('123 Lake Street', filed('123')), told('1234 Lake Street', filed('1234')), told('A1 Street', filed('A1')), told('A12 Street', filed(' A12 '))]
    expect([three.length, four.length, short.length, mixed.length, told('12A Street', filed('12A')).length]).toEqual([0, 1, 0, 1, 1])
  })
})

describe('the practice’s own words', () => {
  test('are told beside all others, and only where they were added', () => {
    expect(told('The Élan Suite for migraine', noSecrets, ['elan'])).toEqual(['condition: migraine', 'own: Élan'])
    expect(told('The Élan Suite')).toEqual([])
  })

  test('are read as they are written, whatever signs they hold, and empty ones are left out', () => {
    expect(told('Ask for a.b', noSecrets, ['a.b'])).toEqual(['own: a.b'])
    expect(told('Lake (East)', noSecrets, ['(east)'])).toEqual(['own: (East)'])
    expect([told('Lakeside,  5', noSecrets, ['', '  ']), told('Lakeside', noSecrets, ['*'])]).toEqual([[], []])
    expect(told('Lake* side', noSecrets, ['lake* side'])).toEqual(['own: Lake* side'])
  })

  test('may be several, each of several words, however those are joined', () => {
    expect(told('East-Wing, the  oak  room and Elanders', noSecrets, ['east wing', ' oak room ', 'elan*'])).toEqual(['own: East-Wing', 'own: oak  room', 'own: Elanders'])
    expect(told('Oak and Elm', noSecrets, ['oak', 'elm'])).toEqual(['own: Oak', 'own: Elm'])
    expect(told('Eastwing', noSecrets, ['east wing'])).toEqual([])
  })

  test('are found in Arabic behind “and” and “the”, and no others behind any letter', () => {
    expect(['بحيرة', 'والبحيرة', 'للبحيرة', 'البيت والبحيرة'].map(text => told(text, noSecrets, ['بحيرة']).length)).toEqual([1, 1, 1, 1])
    expect(told('بيت البحيرة', noSecrets, ['بيت بحيرة'])).toHaveLength(1)
    expect(told('Allake', noSecrets, ['lake'])).toEqual([])
  })

  test('may stand for the beginning, the end or any part of a word', () => {
    expect([told('Elanders', noSecrets, ['elan*']), told('Morelan', noSecrets, ['*elan']), told('Morelander', noSecrets, ['*elan*'])].map(all => all.length)).toEqual([1, 1, 1])
    expect([told('Morelan', noSecrets, ['elan*']), told('Elanders', noSecrets, ['*elan']), told('Morelan', noSecrets, ['elan'])]).toEqual([[], [], []])
  })
})

test('a name may be what a condition is called, and never a product, a birth date or a record number', () => {
  const secrets = { ...filed('A-4711'), birthDate: date('1961-07-09') }
  expect(revealedByName('Dolores Pain', secrets)).toEqual([])
  expect(['Rosa Botox', 'Rosa 9.7.1961', 'Rosa A-4711'].map(name => revealedByName(name, secrets).map(({ kind }) => kind))).toEqual([['product'], ['birth-date'], ['record-number']])
  expect(revealedByName('Rosa 9.7.1961', noSecrets)).toEqual([])
})

test('what was found in a text is found again after many others, and not in them', () => {
  expect(told('Botox day')).toEqual(['product: Botox'])
  for (let n = 0; n < 510; n += 1) expect(told(`Lake Street ${1000 + n}`)).toEqual([])
  expect(told('Botox day')).toEqual(['product: Botox'])
  expect(told('Botox day', noSecrets, ['day'])).toEqual(['product: Botox', 'own: day'])
})
