import { expect, test } from 'vitest'
import { risingIds } from '../../../main/service/ids.ts'
import { instant } from '../../../shared/domain/time/instant.ts'

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const rising = (ids: readonly string[]): boolean => ids.every((id, n) => n === 0 || (ids[n - 1] ?? '') < id)

test('ids made within one millisecond rise, more of them than the counter holds', () => {
  const newId = risingIds(() => instant(1_790_000_000_000))
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids.every(id => version7.test(id))).toBe(true)
  expect(rising(ids)).toBe(true)
})

test('ids go on rising when the clock steps back', () => {
  let now = 1_790_000_000_000
  const newId = risingIds(() => instant(now))
  const ids = Array.from({ length: 100 }, () => {
    now -= 1_000
    return newId()
  })
  expect(rising(ids)).toBe(true)
})

test('an id begins with the time at which it was made', () => {
  const newId = risingIds(() => instant(0x0123_4567_89ab))
  expect(newId().startsWith('01234567-89ab-7000-')).toBe(true)
})
