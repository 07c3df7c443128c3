import { describe, expect, test } from 'vitest'
import { allStocks, choiceFor, firstPrintSettings, type PrintSettings, settingOf, stockNamed, tidyPrintSettings } from '../../../../shared/domain/paper/printing.ts'
import type { Stock } from '../../../../shared/domain/paper/stock.ts'
import { a5, a6, stocks } from '../../../../shared/domain/paper/stocks.ts'

const ours = (): Stock => ({ ...stocks[0], id: 'own-1', name: 'Our cards' })
const settings = (overrides: Partial<PrintSettings> = {}): PrintSettings => ({ ...firstPrintSettings, ...overrides })

describe('a paper', () => {
  test('is found by its name, the practice’s own among them, and is the first one where nobody knows the name', () => {
    const measured = settings({ measured: [ours()] })
    expect([stockNamed(measured, 'avery-5160').name, stockNamed(measured, 'own-1').name, stockNamed(measured, 'own-2').id]).toEqual(['Avery 5160', 'Our cards', 'card-us'])
    expect(stockNamed(settings(), 'own-1').id).toBe('card-us')
  })

  test('of the practice’s own stands after those that are known', () => {
    expect(allStocks({ measured: [ours()] }).map(({ id }) => id)).toEqual([...stocks.map(({ id }) => id), 'own-1'])
  })

  test('for large print, and for what fits on nothing smaller, is there', () => {
    expect([a6, a5].map(id => stockNamed(settings(), id).id)).toEqual([a6, a5])
  })
})

describe('where a kind of paper is printed', () => {
  test('is asked, and never silently, until it was chosen', () => {
    const chosen = settings({ choices: [{ kind: 'label', printer: 'Zebra', silent: true }] })
    expect(choiceFor(chosen, 'label')).toEqual({ kind: 'label', printer: 'Zebra', silent: true })
    expect(choiceFor(chosen, 'card')).toEqual({ kind: 'card', printer: null, silent: false })
  })

  test('is moved and turned as that printer was set right, and by nothing where it never was or none is named', () => {
    const set = settings({ printers: [{ name: 'Zebra', nudge: { x: 1, y: 2 }, flip: 'long-edge' }] })
    expect(settingOf(set, 'Zebra')).toEqual({ name: 'Zebra', nudge: { x: 1, y: 2 }, flip: 'long-edge' })
    expect(settingOf(set, 'Brother')).toEqual({ name: 'Brother', nudge: { x: 0, y: 0 }, flip: 'none' })
    expect(settingOf(set, null)).toEqual({ name: '', nudge: { x: 0, y: 0 }, flip: 'none' })
  })
})

describe('settings are kept', () => {
  test('as they are where nothing is wrong with them', () => {
    const fine = settings({
      printers: [{ name: 'Zebra', nudge: { x: -1.5, y: 0.3 }, flip: 'short-edge' }], choices: [{ kind: 'card', printer: 'Zebra', silent: true }, { kind: 'label', printer: 'Zebra', silent: false }],
      measured: [ours()], usual: 'own-1', page: 'a4', version: 4,
    })
    expect(tidyPrintSettings(fine)).toEqual(fine)
    expect(tidyPrintSettings(firstPrintSettings)).toEqual(firstPrintSettings)
  })

  test('with nudges in tenths of a millimetre and within five', () => {
    const nudged = (x: number, y: number) => tidyPrintSettings(settings({ printers: [{ name: 'Zebra', nudge: { x, y }, flip: 'none' }] })).printers[0]?.nudge
    expect([nudged(0.14, 0.16), nudged(7, -7), nudged(4.96, -5)]).toEqual([{ x: 0.1, y: 0.2 }, { x: 5, y: -5 }, { x: 5, y: -5 }])
  })

  test('without silence where no printer is named', () => {
    expect(tidyPrintSettings(settings({ choices: [{ kind: 'card', printer: null, silent: true }] })).choices).toEqual([{ kind: 'card', printer: null, silent: false }])
  })

  test('with one entry a printer and a kind, the last word on it', () => {
    const printer = (name: string, x: number) => ({ name, nudge: { x, y: 0 }, flip: 'none' as const })
    const { printers, choices } = tidyPrintSettings(settings({
      printers: [printer('Zebra', 1), printer('Brother', 2), printer('Zebra', 3)],
      choices: [{ kind: 'card', printer: 'Zebra', silent: false }, { kind: 'card', printer: 'Brother', silent: false }],
    }))
    expect(printers.map(({ name, nudge }) => [name, nudge.x])).toEqual([['Zebra', 3], ['Brother', 2]])
    expect(choices).toEqual([{ kind: 'card', printer: 'Brother', silent: false }])
  })

  test('with the first paper as the usual one once that is gone', () => {
    expect(tidyPrintSettings(settings({ measured: [ours()], usual: 'own-1' })).usual).toBe('own-1')
    expect(tidyPrintSettings(settings({ usual: 'own-1' })).usual).toBe('card-us')
    expect(tidyPrintSettings(settings({ usual: 'avery-l7163' })).usual).toBe('avery-l7163')
  })
})
