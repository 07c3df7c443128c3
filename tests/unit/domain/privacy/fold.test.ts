import { describe, expect, test } from 'vitest'
import { fold, lower, undisguised } from '../../../../shared/domain/privacy/fold.ts'

const folded = (text: string) => fold(text).text
const read = (text: string) => undisguised(text).text

describe('a text is compared', () => {
  test.each([
    ['Ｍｉｇｒäｎｅ', 'migrane'], ['Größe', 'grosse'], ['Łódź', 'lodz'], ['Đau', 'dau'], ['SØREN', 'soren'], ['Ægir œuvre', 'aegir oeuvre'], ['Şırnak', 'sirnak'], ['Þór Guðrún', 'thor gudrun'],
    ['l’été', 'l\'ete'], ['Bo\u200btox', 'botox'], ['a\u00a0b\u2003c\td', 'a b c d'], ['100 %!', '100 %!'],
  ])('%s as %s: without case, marks, invisible signs and the letters’ other forms', (written, compared) => {
    expect(folded(written)).toBe(compared)
  })

  test('in Arabic and Urdu whatever form its letters have, without vowel signs and strokes that only stretch', () => {
    expect([folded('مستشفى'), folded('کلینک'), folded('عيادة'), folded('ٱلأَلَم'), folded('حقـــن')]).toEqual([folded('مستشفي'), 'كلينك', 'عياده', 'الالم', 'حقن'])
    expect(['ی', 'ے', 'ہ', 'ھ', 'ۃ', 'ٱ'].map(folded)).toEqual(['ي', 'ي', 'ه', 'ه', 'ه', 'ا'])
  })

  test('with the figures of Arabic and of Persian writing as everybody’s', () => {
    expect([folded('٠١٢٣٤٥٦٧٨٩'), folded('۰۱۲۳۴۵۶۷۸۹')]).toEqual(['0123456789', '0123456789'])
  })

  test('while each letter knows where it came from, however long it was or became', () => {
    expect(fold('aß\u200bé')).toEqual({ text: 'asse', from: [0, 1, 1, 3] })
    expect(fold('😀x')).toEqual({ text: '😀x', from: [0, 0, 2] })
  })
})

test('a Vietnamese text is compared with its marks, in one form, without case and invisible signs', () => {
  expect(lower('ĐAU\u200b Đầu').text).toBe('đau đầu')
  expect(lower('đa\u0302\u0300u').text).toBe('đầu')
  expect(lower('a\u00a0b\tc').text).toBe('a b c')
  expect(lower('A\u200bB')).toEqual({ text: 'ab', from: [0, 2] })
})

describe('a disguise is read through', () => {
  test('where four letters or more were pulled apart, by whatever sign', () => {
    expect(['B.o.t.o.x', 'B-o-t-o-x', 'B_o_t_o_x', 'B*o*t*o*x', 'B·o·t·o·x', 'B o t o x', 'B\'o\'t\'o\'x', 'b o t o'].map(read)).toEqual(['botox', 'botox', 'botox', 'botox', 'botox', 'botox', 'botox', 'boto'])
    expect([read('a b c'), read('ab o t o'), read('b o t ox'), read('b.o.t')]).toEqual(['a b c', 'ab o t o', 'b o t ox', 'bot'])
  })

  test('only where letters or figures are pulled apart, and up to where they end', () => {
    expect([read('. a b c'), read('a . b c'), read('a b c .'), read('b o t o x, now'), read('b o t o x.')]).toEqual(['. a b c', 'a . b c', 'a b c .', 'botox, now', 'botox.'])
  })

  test('where a sign stands within a word, and not where it ends one or stands among figures', () => {
    expect([read('Bo-tox'), read('bo.tox'), read('bo_tox'), read('bo*tox'), read('bo·tox'), read('The end. Ask'), read('12-34'), read('l\'eau')])
      .toEqual(['botox', 'botox', 'botox', 'botox', 'botox', 'the end. ask', '12-34', 'l\'eau'])
  })

  test('where figures and signs stand for letters, in words only', () => {
    expect([read('B0t0x'), read('m1gr4ine'), read('dy5por7'), read('x3omin'), read('$p@stic')]).toEqual(['botox', 'migraine', 'dysport', 'xeomin', 'spastic'])
    expect([read('0tox'), read('55pastic')]).toEqual(['otox', 'sspastic'])
    expect([read('60601'), read('Room 4, 12:30'), read('$ 5'), read('4 apt'), read('$ apt')]).toEqual(['60601', 'room 4, 12:30', '$ 5', '4 apt', '$ apt'])
  })

  test('where letters of other alphabets stand among Latin ones, and not where a word is wholly theirs', () => {
    expect([read('Воtох'), read('βοtοx')]).toEqual(['botox', 'botox'])
    expect([read('Вото'), read('τοπος'), read('عيادة 7')]).toEqual(['вото', 'τοπος', 'عياده 7'])
  })

  test('while each letter still knows where it came from', () => {
    expect(undisguised('a B.o.t.o.x')).toEqual({ text: 'a botox', from: [0, 1, 2, 4, 6, 8, 10] })
    expect(undisguised('Bo-tox').from).toEqual([0, 1, 3, 4, 5])
  })
})
