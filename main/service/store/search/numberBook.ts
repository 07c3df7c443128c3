import { fits, likeness } from './likeness.ts'

/** Telephone and record numbers of all patients; found by any run of their digits, since people remember the last ones. */
export type NumberBook = {
  readonly put: (slot: number, numbers: readonly string[]) => void
  /** How well each slot fits, for about `most` of them at most. */
  readonly match: (typed: string, slips: boolean, most: number) => Map<number, number>
}

/** A shorter number with one digit wrong is too many other numbers. */
const shortestForSlips = 8
/** A half that more have says too little: `MRN-`. */
const mostToCompare = 2000
/** Stands before and after each number, so that its first and last digits are found too. */
const edge = ' '

/** An empty book of numbers; it knows for every three signs in a row who has them. */
export function createNumberBook(): NumberBook {
  const lines: string[] = []
  const holders = new Map<string, number[]>()

  /** The slots that may hold the part: those with the three signs in it that fewest have. */
  function rarest(part: string): readonly number[] {
    let least: readonly number[] | null = null
    for (let at = 0; at + 3 <= part.length; at++) {
      const slots = holders.get(part.slice(at, at + 3))
      if (slots === undefined) return []
      if (least === null || slots.length < least.length) least = slots
    }
    return least ?? []
  }

  const lineOf = (slot: number): string => lines[slot] ?? ''

  return {
    put: (slot, numbers) => {
      while (lines.length <= slot) lines.push('')
      lines[slot] = numbers.length === 0 ? '' : edge + numbers.join(edge) + edge
      for (const number of numbers) {
        const whole = edge + number + edge
        for (let at = 0; at + 3 <= whole.length; at++) {
          const signs = whole.slice(at, at + 3)
          const slots = holders.get(signs)
          if (slots === undefined) holders.set(signs, [slot])
          else if (slots.at(-1) !== slot) slots.push(slot)
        }
      }
    },
    match: (typed, slips, most) => {
      const found = new Map<number, number>()
      const look = (part: string, fit: number, isMeant: (line: string) => boolean): void => {
        for (const slot of rarest(part)) {
          if (found.size >= most) return
          if (!found.has(slot) && isMeant(lineOf(slot))) found.set(slot, fit)
        }
      }
      const lookFor = (part: string, fit: number): void => look(part, fit, line => line.includes(part))
      lookFor(edge + typed + edge, fits.whole)
      lookFor(edge + typed, fits.start)
      lookFor(typed, fits.inside)
      lookFor(typed + edge, fits.inside)
      if (!slips || typed.length < shortestForSlips) return found
      // One slip leaves one half of the number whole.
      const half = typed.length >> 1
      const isOneSlipAway = (line: string): boolean => line.split(edge).some(number => number !== '' && mayBeMeant(typed, number))
      for (const part of [typed.slice(0, half), typed.slice(half)]) if (rarest(part).length <= mostToCompare) look(part, fits.typo, isOneSlipAway)
      return found
    },
  }
}

/** With or without what stands before the number that people know: country and trunk prefix. */
function mayBeMeant(typed: string, number: string): boolean {
  if (likeness(typed, number) !== fits.not) return true
  const extra = number.length - typed.length
  return [extra - 1, extra, extra + 1].some(from => from > 0 && likeness(typed, number.slice(from)) !== fits.not)
}
