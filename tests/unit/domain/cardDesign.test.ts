import { describe, expect, test } from 'vitest'
import { type CardDesign, cardLineKinds, firstDesign, logoPattern, tidyDesign } from '../../../shared/domain/cardDesign.ts'
import { unreadable } from '../../support/builders.ts'

const tidied = (overrides: Partial<CardDesign>): CardDesign => {
  const decided = tidyDesign({ ...firstDesign, ...overrides })
  if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.problem)}`)
  return decided.value
}

test('a new design shows every line but the title, the note and what follows, and is kept as it is', () => {
  expect(firstDesign.lines.filter(line => !line.shown).map(line => line.kind)).toEqual(['title', 'note', 'following'])
  expect(tidied({})).toEqual(firstDesign)
})

describe('the lines of a card', () => {
  test('are each there once, in the order given, those not given last and hidden', () => {
    const { lines } = tidied({ lines: [{ kind: 'time', shown: true, large: true }, { kind: 'place', shown: false, large: false }, { kind: 'time', shown: true, large: false }] })
    expect(lines.slice(0, 2)).toEqual([{ kind: 'time', shown: true, large: false }, { kind: 'place', shown: false, large: false }])
    expect(lines.map(line => line.kind).toSorted()).toEqual(cardLineKinds.toSorted())
    expect(lines.slice(2).filter(line => line.shown).map(line => line.kind)).toEqual(['name', 'date'])
    expect(lines.slice(2).every(line => !line.large)).toBe(true)
  })
  test('show the name, the date and the time whatever was chosen', () => {
    const { lines } = tidied({ lines: firstDesign.lines.map(line => ({ ...line, shown: false })) })
    expect(lines.filter(line => line.shown).map(line => line.kind)).toEqual(['name', 'date', 'time'])
  })
})

describe('the wording', () => {
  const say = (text: string, ownWords: readonly string[] = []) => tidyDesign({ ...firstDesign, ownWords, wording: [{ language: 'en', line: 'note', text }] })
  test('is tidied, and left out where it says nothing or is in no language of the paper', () => {
    const wording = [{ language: 'en', line: 'note', text: ' Ring twice ' }, { language: 'de', line: 'note', text: '  ' }, { language: unreadable<'en'>('xx'), line: 'note', text: 'Ring' }] as const
    expect(tidied({ wording }).wording).toEqual([{ language: 'en', line: 'note', text: 'Ring twice' }])
  })
  test('is refused where it gives the treatment away, or says a word that the practice wants nowhere', () => {
    expect(say('For your Botox visit')).toEqual({ ok: false, problem: { code: 'reveals-treatment', findings: [{ kind: 'product', word: 'Botox' }] } })
    expect(say('Ring twice', [' twice '])).toMatchObject({ ok: false, problem: { findings: [{ kind: 'own', word: 'twice' }] } })
    expect(say('Ring twice').ok).toBe(true)
  })
})

test('own words are kept once each, tidied, and without empty ones', () => {
  expect(tidied({ ownWords: [' Lakeside', 'Lakeside ', '  ', 'Clinic'] }).ownWords).toEqual(['Lakeside', 'Clinic'])
})

test.each([
  ['data:image/png;base64,iVBORw0KGgo=', true], ['data:image/jpeg;base64,/9j/4AAQ', true], ['data:image/svg+xml;base64,PHN2Zz4=', false], ['data:image/png,raw', false],
  ['https://example.org/logo.png', false], ['data:text/html;base64,PGI+', false], ['data:image/png;base64,', false], [' data:image/png;base64,iVBORw0KGgo=', false],
  ['data:image/png;base64,iVBORw0KGgo=\n<script>', false],
])('%j as a logo: %s', (address, taken) => { expect(logoPattern.test(address)).toBe(taken) })
