import { fits, likeness } from './likeness.ts'

/** Telephone and record numbers of all patients; found by any run of their digits, since people remember the last ones. */
export type NumberBook = {
  readonly put: (slot: number, numbers: readonly string[]) => void
  /** How well each slot fits, for at most `most` of them. */
  readonly match: (typed: string, slips: boolean, most: number) => Map<number, number>
}

const shortestForSlips = 6

/** An empty book of numbers. */
export function createNumberBook(): NumberBook {
  const lines: string[] = []
  /** All lines in one text, and where each begins: one scan of it costs less than a call for each line. */
  let text: string | null = null
  let starts: number[] = []

  function settle(): string {
    if (text !== null) return text
    starts = []
    let at = 0
    for (const line of lines) {
      starts.push(at)
      at += line.length + 1
    }
    text = lines.join('\n')
    return text
  }

  function slotAt(position: number): number {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  function scan(part: string, visit: (slot: number, atStart: boolean) => boolean): void {
    const all = settle()
    for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
      const before = at === 0 ? '\n' : all[at - 1]
      if (!visit(slotAt(at), before === '\n' || before === ' ')) return
    }
  }

  return {
    put: (slot, numbers) => {
      while (lines.length <= slot) lines.push('')
      lines[slot] = numbers.join(' ')
      text = null
    },
    match: (typed, slips, most) => {
      const found = new Map<number, number>()
      const better = (slot: number, fit: number): boolean => {
        if (fit < (found.get(slot) ?? fits.not)) found.set(slot, fit)
        return found.size < most
      }
      scan(typed, (slot, atStart) => better(slot, atStart ? fits.start : fits.inside))
      if (!slips || typed.length < shortestForSlips) return found
      // One slip leaves one half of the number whole.
      const half = typed.length >> 1
      for (const part of [typed.slice(0, half), typed.slice(half)]) {
        let seen = 0
        scan(part, (slot) => {
          if ((lines[slot] ?? '').split(' ').some(number => isOneSlipAway(typed, number))) better(slot, fits.typo)
          seen += 1
          return seen < 2000 && found.size < most
        })
      }
      return found
    },
  }
}

/** With or without what stands before the number that people know: country and trunk prefix. */
function isOneSlipAway(typed: string, number: string): boolean {
  if (likeness(typed, number) !== fits.not) return true
  const extra = number.length - typed.length
  return [extra - 1, extra, extra + 1].some(from => from > 0 && likeness(typed, number.slice(from)) !== fits.not)
}
