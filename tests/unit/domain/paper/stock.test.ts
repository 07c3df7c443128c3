import { describe, expect, test } from 'vitest'
import { isPossible } from '../../../../shared/domain/paper/printing.ts'
import { backBox, cellBox, cellsOf, pagesFor, type Stock } from '../../../../shared/domain/paper/stock.ts'
import { stocks } from '../../../../shared/domain/paper/stocks.ts'

/** Three columns and two rows of 50 × 30 mm with 5 mm between, 10 mm from the left and 20 mm from the top of a page of 180 × 200 mm. */
const sheet: Stock = {
  id: 'own-1', kind: 'sheet', name: 'Our cards', page: { width: 180_000, height: 200_000 }, card: { width: 50_000, height: 30_000 }, columns: 3, rows: 2,
  left: 10_000, top: 20_000, pitchX: 55_000, pitchY: 35_000, margin: 2_500, source: 'measured',
}
const landscape: Stock = { ...sheet, page: { width: 200_000, height: 180_000 } }
const square: Stock = { ...sheet, page: { width: 180_000, height: 180_000 } }
const cornerOf = ({ left, top }: { readonly left: number; readonly top: number }): readonly number[] => [left / 1000, top / 1000]

describe('a card on its page', () => {
  test('lies where the rows are counted from the top left', () => {
    expect(cellsOf(sheet)).toBe(6)
    expect(Array.from({ length: 6 }, (_, cell) => cornerOf(cellBox(sheet, cell)))).toEqual([[10, 20], [65, 20], [120, 20], [10, 55], [65, 55], [120, 55]])
    expect(cellBox(sheet, 4)).toMatchObject({ width: 50_000, height: 30_000 })
  })

  test('is moved as the printer was nudged, to the micrometre, and by no more than five millimetres', () => {
    expect(cornerOf(cellBox(sheet, 0, { x: 1.2, y: -0.7 }))).toEqual([11.2, 19.3])
    expect(cornerOf(cellBox(sheet, 0, { x: 5, y: -5 }))).toEqual([15, 15])
    expect(cornerOf(cellBox(sheet, 0, { x: 6, y: -80 }))).toEqual([15, 15])
    expect(cellBox(sheet, 0, { x: 0.00049, y: 0.0006 })).toMatchObject({ left: 10_000, top: 20_001 })
  })
})

describe('the back of a card', () => {
  test('of a portrait sheet turned over its long edge lies in the column from the other side, in the same row', () => {
    expect([0, 1, 2, 3].map(cell => cornerOf(backBox(sheet, cell, 'long-edge')))).toEqual([[120, 20], [65, 20], [10, 20], [120, 55]])
  })

  test('of a portrait sheet turned over its short edge lies in the row from the other end, in the same column', () => {
    expect([0, 1, 3].map(cell => cornerOf(backBox(sheet, cell, 'short-edge')))).toEqual([[10, 150], [65, 150], [10, 115]])
  })

  test('of a landscape sheet lies the other way round, and a square one is turned like a portrait one', () => {
    expect([cornerOf(backBox(landscape, 0, 'short-edge')), cornerOf(backBox(landscape, 0, 'long-edge'))]).toEqual([[140, 20], [10, 130]])
    expect([cornerOf(backBox(square, 0, 'long-edge')), cornerOf(backBox(square, 0, 'short-edge'))]).toEqual([[120, 20], [10, 130]])
  })

  test('keeps the size of its front, and is nudged as the printer is, not against it', () => {
    expect(backBox(sheet, 0, 'long-edge', { x: 1, y: 2 })).toEqual({ left: 121_000, top: 22_000, width: 50_000, height: 30_000 })
    expect(backBox(sheet, 0, 'short-edge', { x: 1, y: 2 })).toEqual({ left: 11_000, top: 152_000, width: 50_000, height: 30_000 })
  })
})

describe('cards fill their pages', () => {
  test('one after the other, the last page as far as they reach', () => {
    expect(pagesFor(sheet, 8, 0)).toEqual([{ from: 0, cells: [0, 1, 2, 3, 4, 5] }, { from: 6, cells: [0, 1] }])
    expect(pagesFor(sheet, 6, 0)).toHaveLength(1)
    expect(pagesFor(sheet, 0, 0)).toEqual([])
  })

  test('after those of the first page that are used up, and from the first cell of every other', () => {
    expect(pagesFor(sheet, 8, 4)).toEqual([{ from: 0, cells: [4, 5] }, { from: 2, cells: [0, 1, 2, 3, 4, 5] }])
    expect(pagesFor(sheet, 1, 4)).toEqual([{ from: 0, cells: [4] }])
  })

  test('from the last or the first cell where somebody named one that is not there', () => {
    expect(pagesFor(sheet, 1, 6)).toEqual([{ from: 0, cells: [5] }])
    expect(pagesFor(sheet, 1, -1)).toEqual([{ from: 0, cells: [0] }])
  })
})

describe('measures make a paper', () => {
  const possible = (overrides: Partial<Stock>): boolean => isPossible({ ...sheet, ...overrides })

  test('where its cards lie on the page, up to its very edge', () => {
    expect([possible({}), possible({ left: 20_000 }), possible({ left: 20_001 }), possible({ left: 0 }), possible({ left: -1 })]).toEqual([true, true, false, true, false])
    expect([possible({ top: 135_000 }), possible({ top: 135_001 }), possible({ top: 0 }), possible({ top: -1 })]).toEqual([true, false, true, false])
    expect([possible({ columns: 4 }), possible({ rows: 5 }), possible({ rows: 6 })]).toEqual([false, true, false])
  })

  test('where its cards do not lie on each other, which a single one cannot', () => {
    expect([possible({ pitchX: 50_000 }), possible({ pitchX: 49_999 }), possible({ pitchY: 30_000 }), possible({ pitchY: 29_999 })]).toEqual([true, false, true, false])
    expect([possible({ columns: 1, pitchX: 0 }), possible({ rows: 1, pitchY: 0 })]).toEqual([true, true])
  })

  test('where there is a card, and room to print between its margins', () => {
    expect([possible({ columns: 0 }), possible({ rows: 0 })]).toEqual([false, false])
    expect([possible({ margin: 0 }), possible({ margin: -1 }), possible({ margin: 14_999 }), possible({ margin: 15_000 })]).toEqual([true, false, true, false])
    expect(possible({ card: { width: 20_000, height: 30_000 }, margin: 10_000 })).toBe(false)
  })
})

test.each(stocks)('the measures of $name make a paper, and its name is its own', stock => {
  expect(isPossible(stock)).toBe(true)
  expect(stocks.filter(({ id }) => id === stock.id)).toHaveLength(1)
})
