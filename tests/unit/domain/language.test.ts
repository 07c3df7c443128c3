import { expect, test } from 'vitest'
import { directionOf, directionOfText, languages } from '../../../shared/domain/language.ts'

test('Arabic and Urdu are written from the right, every other language of the paper from the left', () => {
  expect(languages.filter(language => directionOf(language) === 'rtl')).toEqual(['ar', 'ur'])
  expect(languages.filter(language => directionOf(language) === 'ltr')).toEqual(['en', 'es', 'fr', 'pt', 'de', 'pl', 'zh', 'vi'])
})

test.each([
  ['Rosa Ortega', 'ltr'], ['روزا', 'rtl'], ['רוזה', 'rtl'], ['  12. (روزا)', 'rtl'], ['12. Rosa روزا', 'ltr'], ['روزا Ortega', 'rtl'], ['王', 'ltr'], ['Ωμέγα', 'ltr'],
  ['+1 312 555 0100', 'ltr'], ['', 'ltr'],
] as const)('%j runs as its first letter does: %s', (text, direction) => { expect(directionOfText(text)).toBe(direction) })
