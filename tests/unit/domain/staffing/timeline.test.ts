import { describe, expect, test } from 'vitest'
import { meeting, timelineOf } from '../../../../shared/domain/staffing/timeline.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'

const span = (start: number, end: number) => ({ start: instant(start), end: instant(end) })
const thing = (name: string, start: number, end: number) => ({ name, interval: span(start, end) })
const all = [thing('late', 60, 70), thing('long', 0, 50), thing('early', 10, 20), thing('same start', 10, 30), thing('middle', 30, 40)]
const namesAt = (start: number, end: number): readonly string[] => meeting(timelineOf(all), span(start, end)).map(({ name }) => name)

describe('what meets an interval', () => {
  test.each<[string, number, number, readonly string[]]>([
    ['what runs at that time, by start, then as it was', 15, 35, ['long', 'early', 'same start', 'middle']],
    ['a long thing that began much earlier', 45, 46, ['long']],
    ['what only ends as the interval begins is left out', 20, 30, ['long', 'same start']],
    ['what only begins as the interval ends is left out', 50, 60, []],
    ['what ends in it', 19, 20, ['long', 'early', 'same start']],
    ['what begins in it', 55, 61, ['late']],
    ['nothing before the first', -10, 0, []],
    ['nothing after the last', 70, 80, []],
    ['all of it', -100, 100, ['long', 'early', 'same start', 'middle', 'late']],
  ])('%s', (_, start, end, expected) => expect(namesAt(start, end)).toEqual(expected))

  test('is nothing where there is nothing', () => {
    expect(timelineOf([])).toEqual({ items: [], longest: 0 })
    expect(meeting(timelineOf([]), span(0, 10))).toEqual([])
  })

  test('is bounded by the longest of them', () => {
    expect(timelineOf(all).longest).toBe(50)
    expect(all.map(({ name }) => name)).toEqual(['late', 'long', 'early', 'same start', 'middle'])
  })
})
