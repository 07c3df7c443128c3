/** How a typed word fits a stored one; smaller is better. */
export const fits = { whole: 0, start: 1, inside: 2, typo: 10, typoAtStart: 11, not: 255 } as const

const tail = (typed: string, from: number, word: string, at: number): number =>
  !word.startsWith(typed.slice(from), at) ? fits.not : typed.length - from === word.length - at ? fits.typo : fits.typoAtStart

/**
 * Compares a typed word with a stored one, forgiving one slip: a letter too many, too few, wrong, or two swapped
 * (Damerau 1964: these are most of all typing errors), at any place; the typed word may be only the beginning.
 * One slip can always be taken to lie at the first place where the two differ.
 */
export function likeness(typed: string, word: string): number {
  const length = Math.min(typed.length, word.length)
  let at = 0
  while (at < length && typed.charCodeAt(at) === word.charCodeAt(at)) at++
  if (at === typed.length) return at === word.length ? fits.whole : fits.start
  if (at === word.length) return typed.length === word.length + 1 ? fits.typo : fits.not
  const swapped = typed.charCodeAt(at) === word.charCodeAt(at + 1) && typed.charCodeAt(at + 1) === word.charCodeAt(at)
  return Math.min(
    tail(typed, at + 1, word, at + 1),
    tail(typed, at + 1, word, at),
    tail(typed, at, word, at + 1),
    swapped ? tail(typed, at + 2, word, at + 2) : fits.not,
  )
}

/** The letters of a word as 31 bits: a word that lacks two of the typed letters cannot be one slip away. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31)
  return letters
}

/** Whether at most one of the typed letters is missing. */
export const lacksAtMostOne = (typed: number, word: number): boolean => {
  const missing = typed & ~word
  return (missing & (missing - 1)) === 0
}
