import type { HumanName } from '../../../../shared/domain/person.ts'
import { fits, likeness } from './likeness.ts'
import { wordsOf } from './normalize.ts'

const isLikeWord = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const fit = likeness(short, long)
  // Initials and short forms: J. for Jonathan, Chris for Christine.
  if (fit === fits.start) return short.length === 1 || short.length >= 3
  return fit === fits.whole || (fit === fits.typo && short.length >= 3)
}

/** Whether two names may be one person's: every word of the shorter has its like in the longer, in any order. */
export function isLikeName(a: HumanName, b: HumanName): boolean {
  const [short, long] = [wordsOf(`${a.given} ${a.family}`), wordsOf(`${b.given} ${b.family}`)].sort((one, other) => one.length - other.length)
  if (short === undefined || long === undefined || short.length === 0) return false
  const left = [...long]
  return short.every((word) => {
    const at = left.findIndex(other => isLikeWord(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
