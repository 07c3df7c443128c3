import { describe, expect, test } from 'vitest'
import { isLikeName } from '../../../main/service/store/search/likeName.ts'
import { fold, telephoneKey, wordsOf } from '../../../main/service/store/search/normalize.ts'
import { createPatientIndex } from '../../../main/service/store/search/patientIndex.ts'

type Person = { readonly given: string; readonly family: string; readonly known?: string; readonly numbers?: readonly string[] }

function indexOf(people: Readonly<Record<string, Person>>) {
  const index = createPatientIndex()
  for (const [id, { given, family, known, numbers }] of Object.entries(people)) {
    index.put({ id, name: { given, family }, alternateName: known ?? null, numbers: numbers ?? [] })
  }
  return { index, find: (text: string, limit = 20) => index.search(text, limit).map(hit => hit.id) }
}

const anna = { given: 'Anna', family: 'Khan' }

describe('a patient', () => {
  test.each([
    'Anna Khan', 'khan anna', 'KHAN', 'kha', 'an kh', 'k a', 'Khan, Anna', 'Ann Khna', 'Aanna Khan', 'Ana Khan', 'Anna Chan', 'nAna Khan', 'Xnna Khan', 'nna Khan',
    'AnnaKhan', 'KhanAnna', 'Annakhn', 'An na Khan', 'AnnaK han', 'Ánñá Khän', '  anna   khan  ', 'ａｎｎａ',
  ])('is found by "%s"', (text) => {
    const { find } = indexOf({ anna, other: { given: 'Zoë', family: 'Wójcik' } })
    expect(find(text)).toEqual(['anna'])
  })

  test.each(['Anna Smith', 'Omar Khan', 'Khan Khan', 'Anna Khan Anna', 'xyz', '?'])('is not found by "%s"', (text) => {
    expect(indexOf({ anna }).find(text)).toEqual([])
  })

  test.each([
    ['Müller', 'muller'], ['Groß', 'gross'], ['Łukasz', 'lukasz'], ['Øystein', 'oystein'], ['Đặng', 'dang'], ['İnci', 'inci'], ['Işık', 'isik'], ['Ćwikła', 'cwikla'],
    ["O'Neil", 'oneil'], ["O'Neil", 'o’neil'], ['Smith-Jones', 'jones'], ['Smith-Jones', 'smith jones'], ['Smith-Jones', 'smithjones'], ['Jürgen', 'JÜRGEN'],
    ['Καλλέργης', 'καλλεργησ'], ['Фёдор', 'федор'], ['مُحَمَّد', 'محمد'], ['山田', '山'], ['王', '王'], ['김', '김'], ['ヤマダ', 'やまだ'], ['วิชัย', 'วิชัย'], ['देवी', 'देवी'],
    ['John 3rd', '3rd'], ['٣', '3'], ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'], ['!!!', '!!!'], ['👩‍⚕️', '👩‍⚕️'], ['a\u200Bb', 'ab'], ['\u200B', '\u200B'],
  ])('named "%s" is found by "%s"', (family, text) => {
    expect(indexOf({ one: { given: 'Q', family }, two: { given: 'Q', family: 'Wxyz' } }).find(text)).toEqual(['one'])
  })

  test('with a Chinese or Japanese name is found without a space, in the order in which it is written', () => {
    const { find } = indexOf({ wang: { given: '秀英', family: '王' }, other: { given: '秀', family: '李' } })
    for (const text of ['王秀英', '王秀', '王 秀英', '秀英 王', '王秀央', '王英']) expect(find(text)[0]).toBe('wang')
  })

  test('is found by a telephone number, however it is written, by its last digits, and with one digit wrong', () => {
    const { find } = indexOf({ a: { ...anna, numbers: ['+49 (0)30 123 45 67', 'MRN-00042'] }, b: { given: 'B', family: 'B', numbers: ['+49 30 765 43 21'] } })
    for (const text of ['030 1234567', '1234567', '4567', '030 123 45 67', '+49 30 1234567', '0049 30 1234567'.slice(2), '030 1243567', 'mrn-00042', 'MRN00042', '00042', 'khan 4567', '４５６７']) {
      expect(find(text)).toEqual(['a'])
    }
    expect(find('49')).toEqual(['a', 'b'])
  })

  test('who asked for another name on the card is found by either', () => {
    const { find } = indexOf({ a: { ...anna, known: 'Maria Stern' } })
    expect([find('stern'), find('khan'), find('anna stern')]).toEqual([['a'], ['a'], ['a']])
  })

  test('that fits better comes first: whole words, beginnings, then slips', () => {
    const { find } = indexOf({
      slip: { given: 'Mara', family: 'Smyth' }, start: { given: 'Mary', family: 'Smithson' }, whole: { given: 'Mary', family: 'Smith' }, none: { given: 'Peter', family: 'Stone' },
    })
    expect(find('mary smith')).toEqual(['whole', 'start', 'slip'])
    expect(find('mary smith', 1)).toEqual(['whole'])
  })

  test('is found as it is now, no more as it was, and not when taken out', () => {
    const { index, find } = indexOf({ anna, b: { given: 'Bea', family: 'Khan' } })
    index.put({ id: 'anna', name: { given: 'Anna', family: 'Ortiz' }, alternateName: null, numbers: ['123456'] })
    expect([find('khan'), find('ortiz'), find('123456')]).toEqual([['b'], ['anna'], ['anna']])
    index.remove('anna')
    index.remove('nobody')
    expect([find('ortiz'), find('123456')]).toEqual([[], []])
  })

  test('with very many names is found by the first of them', () => {
    const family = Array.from({ length: 100 }, (_, n) => `name${n}`).join(' ')
    const { find } = indexOf({ a: { given: '', family }, b: { given: 'b', family: 'b' } })
    expect(find(family)).toEqual(['a'])
    expect(find('name7')).toEqual(['a'])
  })
})

describe('names that may be one person’s', () => {
  const like = (a: string, b: string): boolean => {
    const [one, other] = [a, b].map((text) => ({ given: text.split('/')[0] ?? '', family: text.split('/')[1] ?? '' }))
    return one !== undefined && other !== undefined && isLikeName(one, other) && isLikeName(other, one)
  }
  test.each([
    ['Anna/Khan', 'anna/KHAN'], ['Anna/Khan', 'Khan/Anna'], ['Anna/Khan', 'Ana/Khan'], ['Anna/Khan', 'A/Khan'], ['Chris/Lee', 'Christine/Lee'], ['Anna Maria/Khan', 'Anna/Khan'],
    ['Jürgen/Groß', 'Jurgen/Gross'], ['/Khan', 'Anna/Khan'],
  ])('%s and %s', (a, b) => expect(like(a, b)).toBe(true))
  test.each([['Anna/Khan', 'Omar/Khan'], ['Anna/Khan', 'Anna/Stone'], ['/', 'Anna/Khan'], ['Anna/Anna', 'Anna/Khan'], ['Bo/Li', 'Bo/Lo']])('not %s and %s', (a, b) => expect(like(a, b)).toBe(false))
})

test('text is folded to what people type', () => {
  expect(fold('ÅNGSTRÖM ﬁ Ⅷ ½ ＡＢＣ')).toBe('angstrom fi viii 1⁄2 abc')
  expect(wordsOf("d'Arc, Jeanne-Marie 12-34/5")).toEqual(['darc', 'jeanne', 'marie', '12345'])
  expect(wordsOf('')).toEqual([])
})

test('a telephone is the same with and without country and trunk prefix', () => {
  expect(new Set(['+1 312 555 0100', '312-555-0100', '(312) 555.0100', '001 312 5550100', '٣١٢٥٥٥٠١٠٠'].map(telephoneKey))).toEqual(new Set(['5550100']))
  expect(['', 'none', '12', '1234'].map(telephoneKey)).toEqual(['', '', '', ''])
})
