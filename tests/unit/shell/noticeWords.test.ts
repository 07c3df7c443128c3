import { expect, test } from 'vitest'
import { noticeWords } from '../../../main/shell/noticeWords.ts'

test('a notification says how many, and takes nothing from the page that could be a name', () => {
  expect(noticeWords(1)).toBe('One certification wants a look.')
  expect(noticeWords(3)).toBe('3 certifications want a look.')
  for (const wrong of ['Ada Khan', '3', 0, -1, 1.5, Infinity, null, undefined, { count: 3 }]) expect(noticeWords(wrong)).toBeUndefined()
})
