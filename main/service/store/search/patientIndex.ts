import type { HumanName } from '../../../../shared/domain/person.ts'
import { fits, likeness } from './likeness.ts'
import { isUnspaced, numberKey, wordsOf } from './normalize.ts'
import { createNumberBook } from './numberBook.ts'
import { createVocabulary, type WordMatch } from './vocabulary.ts'

/** What a patient is found by. */
export type Findable = {
  readonly id: string
  readonly name: HumanName
  readonly alternateName: string | null
  readonly numbers: readonly string[]
}

/** Smaller score, better hit; the scores of two indexes may be compared. */
export type Hit = { readonly id: string; readonly score: number }

export type PatientIndex = {
  /** Adds a patient, or replaces what was known of one. */
  readonly put: (patient: Findable) => void
  readonly remove: (id: string) => void
  /** The best first. Every word typed must fit: the beginnings of words first, then with one slip in each, then without regard to spaces. */
  readonly search: (text: string, limit: number) => readonly Hit[]
}

const mostWords = 8
/** A number that so many have is no number to find one by. */
const mostNumbers = 500
const hasDigit = /\d/
/** What is found only without regard to spaces comes after all else. */
const unspacedPenalty = 100

type Term = { readonly typed: string; readonly words: WordMatch; readonly numbers: Map<number, number> | null; readonly holders: number }

/** An empty index of patients in memory; a few hundred bytes for each. */
export function createPatientIndex(): PatientIndex {
  const vocabulary = createVocabulary()
  const book = createNumberBook()
  const slots = new Map<string, number>()
  const ids: (string | null)[] = []
  /** Word ids by slot: given names, family names, then all else by which one is found. */
  const words: (readonly number[])[] = []
  const givenCount: number[] = []
  const nameCount: number[] = []

  function remove(id: string): void {
    const slot = slots.get(id)
    if (slot === undefined) return
    slots.delete(id)
    ids[slot] = null
    words[slot] = []
    book.put(slot, [])
  }

  function put(patient: Findable): void {
    remove(patient.id)
    const slot = ids.length
    const [given, family] = [wordsOf(patient.name.given), wordsOf(patient.name.family)]
    const both = `${given.join('')}${family.join('')}`
    const others = [
      ...(given.length > 0 && family.length > 0 && isUnspaced(both) ? [`${family.join('')}${given.join('')}`, both] : []),
      ...wordsOf(patient.alternateName ?? ''),
    ]
    slots.set(patient.id, slot)
    ids.push(patient.id)
    words.push([...given, ...family, ...others].map(word => vocabulary.add(word, slot)))
    givenCount.push(given.length)
    nameCount.push(given.length + family.length)
    book.put(slot, patient.numbers.map(numberKey).filter(number => number !== ''))
  }

  function term(typed: string, slips: boolean): Term {
    const matched = vocabulary.match(typed, slips)
    const numbers = hasDigit.test(typed) ? book.match(typed, slips, mostNumbers) : null
    return { typed, words: matched, numbers, holders: matched.holders + (numbers?.size ?? 0) }
  }

  /** The sum of how well each term fits a word of its own, or `null` where one fits none. */
  function scoreOf(slot: number, terms: readonly Term[]): number | null {
    const own = words[slot] ?? []
    let taken = 0
    let score = 0
    for (const { words: { fit }, numbers } of terms) {
      let [best, bestAt] = [numbers?.get(slot) ?? fits.not, -1]
      for (let at = 0; at < own.length && at < 31; at++) {
        if ((taken >> at) & 1) continue
        const here = fit[own[at] ?? -1] ?? fits.not
        if (here < best) [best, bestAt] = [here, at]
      }
      if (best === fits.not) return null
      if (bestAt >= 0) taken |= 1 << bestAt
      score += best
    }
    return score
  }

  function* candidates(rarest: Term): Generator<number> {
    if (rarest.numbers !== null) yield* rarest.numbers.keys()
    for (const id of rarest.words.words) yield* vocabulary.slots(id)
  }

  function searchWords(typed: readonly string[], slips: boolean, found: Hits): void {
    // Longer words first: what a short one may fit is then left over.
    // One sign alone with that one wrong is anybody; beside a word that fits it is a slip.
    const terms = typed.map(each => term(each, slips && (each.length > 1 || typed.length > 1))).sort((a, b) => b.typed.length - a.typed.length)
    const rarest = terms.reduce<Term | null>((least, each) => (least === null || each.holders < least.holders ? each : least), null)
    if (rarest === null) return
    for (const slot of candidates(rarest)) {
      if (found.has(slot) || ids[slot] === null) continue
      const score = scoreOf(slot, terms)
      if (score !== null) found.add(slot, score)
      if (found.isFull()) return
    }
  }

  /** One slip leaves the first word or the last one whole: whoever has such a word may be meant. */
  function* unspacedCandidates(typed: string): Generator<number> {
    for (let at = 1; at < typed.length; at++) {
      for (const part of [typed.slice(0, at), typed.slice(at)]) {
        const id = vocabulary.whole(part)
        if (id !== undefined) yield* vocabulary.slots(id)
      }
    }
  }

  function searchUnspaced(typed: string, found: Hits): void {
    for (const slot of unspacedCandidates(typed)) {
      if (ids[slot] === null || found.has(slot)) continue
      const own = words[slot] ?? []
      const given = own.slice(0, givenCount[slot]).map(vocabulary.word).join('')
      const family = own.slice(givenCount[slot], nameCount[slot]).map(vocabulary.word).join('')
      const fit = Math.min(likeness(typed, given + family), likeness(typed, family + given))
      if (fit !== fits.not) found.add(slot, fit + unspacedPenalty)
    }
  }

  function search(text: string, limit: number): readonly Hit[] {
    const typed = wordsOf(text).slice(0, mostWords)
    const ways = [joinDigits(typed), typed].filter((way, at, all) => at === 0 || way.length !== all[0]?.length)
    const found = createHits(limit)
    for (const slips of [false, true]) for (const way of ways) if (found.count() < limit) searchWords(way, slips, found)
    const unspaced = typed.join('')
    if (found.count() < limit && unspaced.length >= 3) searchUnspaced(unspaced, found)
    return found.best().flatMap(({ slot, score }) => {
      const id = ids[slot]
      return id === null || id === undefined ? [] : [{ id, score }]
    })
  }

  return { put, remove, search }
}

/** `0170 123 45 67` is one number. */
function joinDigits(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && /^\d+$/.test(last) && /^\d+$/.test(word)) joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}

type Hits = {
  readonly add: (slot: number, score: number) => void
  readonly has: (slot: number) => boolean
  readonly count: () => number
  /** No better hits can come. */
  readonly isFull: () => boolean
  readonly best: () => readonly { readonly slot: number; readonly score: number }[]
}

/** Hits sorted by putting each into the row of its score. */
function createHits(limit: number): Hits {
  const rows: number[][] = []
  const seen = new Set<number>()
  return {
    add: (slot, score) => {
      seen.add(slot)
      const row = (rows[score] ??= [])
      if (row.length < limit) row.push(slot)
    },
    has: slot => seen.has(slot),
    count: () => seen.size,
    isFull: () => (rows[0]?.length ?? 0) >= limit,
    best: () => rows.flatMap((row, score) => row.map(slot => ({ slot, score }))).slice(0, limit),
  }
}
