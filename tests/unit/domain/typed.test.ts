import { expect, test } from 'vitest'
import { isNamed, tidyIdentifiers, tidyLine, tidyName, tidyWords } from '../../../shared/domain/typed.ts'

test('a line is trimmed and composed, and keeps everything that its bearer wrote', () => {
  expect(tidyLine('  Zoe\u0308 O’Neil-van der Berg ')).toBe('Zoë O’Neil-van der Berg')
  expect(tidyLine('محمد بن سلمان')).toBe('محمد بن سلمان')
})

test('a line keeps no character that one of the two databases could not store', () => {
  expect(tidyLine('a\u0000b')).toBe('a b')
  expect(tidyLine('a\u001b[31mb\r\nc')).toBe('a [31mb c')
  expect(tidyLine('x\uD800y')).toBe('x\uFFFDy')
})

test('a line of nothing that can be seen is empty', () => {
  for (const text of ['', '   ', '\u200B\u200D', '\u00A0\t', '\u2028']) expect(tidyLine(text)).toBe('')
})

test('a note keeps its lines and tabs', () => {
  expect(tidyWords(' one\r\ntwo\rthree\tfour\u0007 ')).toBe('one\ntwo\nthree\tfour')
})

test('either part of a name is enough', () => {
  expect(isNamed(tidyName({ given: ' Teller ', family: '\u200B' }))).toBe(true)
  expect(isNamed(tidyName({ given: ' ', family: '\u200B' }))).toBe(false)
})

test('half-empty and repeated numbers are left out', () => {
  expect(tidyIdentifiers([
    { system: 'chart', value: ' 12 ' }, { system: 'chart', value: '12' }, { system: '', value: '9' }, { system: 'chart', value: ' ' },
  ])).toEqual([{ system: 'chart', value: '12' }])
})
