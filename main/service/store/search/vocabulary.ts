import { fits, lacksAtMostOne, lettersOf, likeness } from './likeness.ts'
import { isUnspaced } from './normalize.ts'

/** The words of all names, each once, with who has them. */
export type Vocabulary = {
  readonly add: (word: string, slot: number) => number
  readonly word: (id: number) => string
  /** The word's own id, if anybody has it. */
  readonly whole: (word: string) => number | undefined
  readonly slots: (id: number) => readonly number[]
  /** Words that begin with what was typed; with `slips`, also those one slip away from beginning so. */
  readonly match: (typed: string, slips: boolean) => WordMatch
}

/** The words that fit, and how well each word does (`fits.not`: not at all); `holders` bounds the number of slots behind them. */
export type WordMatch = { readonly words: readonly number[]; readonly fit: Uint8Array; readonly holders: number }

/** An empty vocabulary; it grows word by word and forgets none. */
export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>()
  const words: string[] = []
  const letters: number[] = []
  const holders: number[][] = []
  /** Ids in the order of their words; those added since are put in place by the next search. */
  let sorted: number[] = []
  let added: number[] = []

  const wordAt = (id: number): string => words[id] ?? ''
  const byWord = (a: number, b: number): number => (wordAt(a) < wordAt(b) ? -1 : 1)

  function firstNotBefore(word: string): number {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (wordAt(sorted[middle] ?? 0) < word) low = middle + 1
      else high = middle
    }
    return low
  }

  function settle(): void {
    if (added.length > 50) sorted = [...sorted, ...added].sort(byWord)
    else for (const id of added) sorted.splice(firstNotBefore(wordAt(id)), 0, id)
    added = []
  }

  function matchStarts(typed: string, found: (id: number, fit: number) => void): void {
    for (let at = firstNotBefore(typed); at < sorted.length; at++) {
      const id = sorted[at] ?? 0
      const word = wordAt(id)
      if (!word.startsWith(typed)) return
      found(id, word.length === typed.length ? fits.whole : fits.start)
    }
  }

  function matchSlips(typed: string, found: (id: number, fit: number) => void): void {
    const wanted = lettersOf(typed)
    // One or two letters with one of them wrong begin too many words: then only whole words of such length are meant.
    const isShort = typed.length <= 2
    const longest = isShort ? typed.length + 1 : Number.POSITIVE_INFINITY
    for (let id = 0; id < words.length; id++) {
      if (!lacksAtMostOne(wanted, letters[id] ?? 0)) continue
      const word = wordAt(id)
      if (word.length < typed.length - 1 || word.length > longest) continue
      const fit = likeness(typed, word)
      if (fit === fits.typo || (fit === fits.typoAtStart && !isShort)) found(id, fit)
    }
  }

  return {
    word: wordAt,
    whole: word => ids.get(word),
    slots: id => holders[id] ?? [],
    add: (word, slot) => {
      const known = ids.get(word)
      if (known !== undefined) {
        const slots = holders[known]
        if (slots?.at(-1) !== slot) slots?.push(slot)
        return known
      }
      const id = words.length
      ids.set(word, id)
      words.push(word)
      letters.push(lettersOf(word))
      holders.push([slot])
      added.push(id)
      return id
    },
    match: (typed, slips) => {
      if (added.length > 0) settle()
      const fit = new Uint8Array(words.length).fill(fits.not)
      const matched: number[] = []
      let count = 0
      const found = (id: number, how: number): void => {
        fit[id] = how
        matched.push(id)
        count += holders[id]?.length ?? 0
      }
      matchStarts(typed, found)
      // A single letter is an initial; a single Chinese sign is a name.
      if (slips && (typed.length >= 2 || isUnspaced(typed))) matchSlips(typed, found)
      return { words: matched, fit, holders: count }
    },
  }
}
